"""Which preposition stands before an organisation's name: "с управлением", "в школе", none before who held it."""

from svod.extraction.lexicon.categories import HELD
from svod.extraction.lexicon.grammar import AND, WITH, is_adjective, words
from svod.extraction.text.clause import Clause
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark

NOT_THE_HOLDER = words("not_the_holder")
SKIPPED = words("articles") | words("determiners_skipped")  # "в холле этой же школы"
HOURS = (".", ":")  # between an hour and its minutes
FAR = 12  # words from a name back to the preposition of its list


def preposition_before(frame: Frame, clause: Clause, head: Mark) -> str | None:
    """The word before the name's own adjectives, None where it begins its part: "в новой школе", "школа провела"."""
    index = head.first - 1
    while index >= 0 and frame.words.starts[index] >= clause.start:
        word = frame.words.words[index]
        if "," in frame.words.gap(index + 1) or "reference.demonstrative" in frame.said_at(index):
            return None
        mark = frame.mark_at[index]
        is_town = mark is not None and _is_a_town(mark)
        if word.isdigit() and frame.words.gap(index + 1) in HOURS:
            return None  # "в 16.00 райком проводит собрание"
        if is_town or not (is_adjective(word) or word.isdigit() or word in SKIPPED):
            return word
        index -= 1
    return None


def _is_a_town(mark: Mark) -> bool:
    """ "В Рудном школой проведён урок": a name that only looks like an adjective of who held it."""
    phrases = [entry.phrase for entry in mark.entries if entry.category == "place"]
    return bool(phrases) and all(phrase[:1].isupper() for phrase in phrases)


def after_preposition(frame: Frame, clause: Clause, head: Mark) -> bool:
    """ "С управлением образования", "для школы": by which it is not the one who holds."""
    word = preposition_before(frame, clause, head)
    return word in NOT_THE_HOLDER


def is_listed_with(frame: Frame, clause: Clause, first: int) -> bool:
    """ "Встреча с родителями и педагогами": the preposition stands before what the word of that index is joined to."""
    index = first - 1
    if index < 0 or frame.words.starts[index] < clause.start:
        return False
    if frame.words.words[index] not in AND and "," not in frame.words.gap(index + 1):
        return False
    for at in range(index, max(-1, index - FAR), -1):
        if frame.words.starts[at] < clause.start or frame.said_at(at) & HELD:
            return False
        if frame.words.words[at] in WITH:
            return True
    return False

"""What Kazakh says was not held, or was put off: the negative of a verb, another day."""

from svod.extraction.lexicon.categories import VERBAL
from svod.extraction.lexicon.grammar import words
from svod.extraction.mentions.mention import Mention, Verdict
from svod.extraction.mentions.rule import rule
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark

NEGATIVE = tuple(words("negative_endings"))
TO_A_DAY = words("to_a_day")
NOT, ONLY = words("not_so_behind_kk"), words("not_only_kk")
LATER, SOON = words("from_now_on"), 4  # "енді"; words from it to its verb
NONE_SIGNS = frozenset({"", "-", "–", "—", ":"})  # between what there was none of and the word that says so
BEFORE_MOVED = 30  # characters from a day to the verb that puts something off to it


@rule(language="kk")
def negated(mention: Mention) -> Verdict | None:
    """ "Семинар ұйымдастырылмады", "көрме ілінбеді": called off."""
    return put_off(mention) or Verdict("none", 0.9, "called_off") if _is_negated(mention) else None


@rule(is_verb=False, words=NOT)
def is_none(mention: Mention) -> Verdict | None:
    """ "Бұл рейд емес, көмек", "Флешмоб – жоқ": denied; not "жиын ғана емес", "тек дәріс емес"."""
    seen, behind = mention.frame.words, mention.mark.last + 1
    if behind >= len(seen) or seen.words[behind] not in NOT or seen.gap(behind).strip() not in NONE_SIGNS:
        return None
    if not ONLY.isdisjoint(seen.words[max(0, mention.mark.first - 2) : behind]):
        return None
    return Verdict("none", 0.7, "none_of_it")


def _is_negated(mention: Mention) -> bool:
    """Whether a verb in the negative ends the clause."""
    frame, index = mention.frame, mention.frame.word_index(mention.clause.end) - 1
    if index + 2 < len(frame.words) and frame.words.words[index + 1] == "деп":  # "өтті деп жоспарланғанымен"
        return "cancelled.word" in frame.said_at(index + 2)
    if not mention.clause.categories.isdisjoint(VERBAL):
        return False
    return index > mention.mark.last and frame.words.words[index].endswith(NEGATIVE)


def put_off(mention: Mention) -> Verdict | None:
    """ "Турнир 5 желтоқсанға ауыстырылды", "… жұмаға қалдырылды": planned, where the new day is told."""
    frame, sentence = mention.frame, mention.sentence
    if mention.language != "kk":
        return None
    for mark in frame.marks_in(mention.mark.end, sentence.end):
        if "cancelled.moved" in mark.categories and _is_moved_to_a_day(frame, mark, sentence.end):
            return Verdict("planned", 0.7, "put_off")
        if "cancelled.word" in mark.categories and _is_held_later(frame, mark):
            return Verdict("planned", 0.7, "put_off")
    return None


def _is_held_later(frame: Frame, off: Mark) -> bool:
    """ "Ол болмады; енді ақпанда өткізіледі": right behind, in its sentence or the next item."""
    first = off.last + 1
    if frame.words.words[first : first + 1] and frame.words.words[first] in LATER:
        end = frame.words.end(min(first + SOON, len(frame.words) - 1))
        return "planned.verb" in frame.said(off.end, end)
    return False


def _is_moved_to_a_day(frame: Frame, verb: Mark, end: int) -> bool:
    if frame.dates_in(verb.start - BEFORE_MOVED, verb.start) or frame.words.words[verb.first - 1] in TO_A_DAY:
        return True
    # "Экскурсия қалдырылды, 15.12 күні барамыз"
    return bool(frame.dates_in(verb.end, end)) and "planned.verb" in frame.said(verb.end, end)

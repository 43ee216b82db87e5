"""A Kazakh title without quotation marks: "мектепте Отбасы – бақыт бесігі атты тәрбие сағаты өтті"."""

from svod.extraction.lexicon.endings_kk import LOCATIVE
from svod.extraction.lexicon.grammar import words
from svod.extraction.text.frame import Frame
from svod.extraction.text.sentences import Sentence
from svod.extraction.text.signs import DASHES
from svod.records import Span

MARKERS = words("behind_a_name")
LONGEST = 12  # words of a name
PARTING = frozenset(',;:.()|\n«»“”"')
ELSEWHERE = frozenset({"place", "organiser.head", "audience.marker", "date.word", "held.participle"})
TO_OR_WITH = frozenset("di")  # "оқушыларға", "ата-аналармен"


def name_before(frame: Frame, sentence: Sentence) -> Span | None:
    """The name that stands before "атты" and the like; no name where nothing says where it begins."""
    if MARKERS.isdisjoint(frame.words_of(sentence)):
        return None
    opening, seen = frame.word_index(sentence.start), frame.words.words
    for index in range(opening + 1, frame.word_index(sentence.end)):
        if seen[index] in MARKERS and seen[index - 1] not in MARKERS:
            first = _beginning(frame, opening, index)
            return Span(frame.words.starts[first], frame.words.end(index - 1)) if first >= 0 else None
    return None


def _beginning(frame: Frame, opening: int, end: int) -> int:
    """The word with a capital nearest to the marker, and those with one right before it; -1 for none.

    Behind a dash a name goes on: "Адал азамат – Қазақстан тірегі". `opening`: the sentence's first word.
    """
    found, is_open = -1, True
    for index in range(end - 1, max(opening, end - LONGEST) - 1, -1):
        gap = frame.words.gap(index + 1)
        is_open = is_open or not DASHES.isdisjoint(gap)
        if not PARTING.isdisjoint(gap) or not (is_open or found == index + 1) or _stands_before(frame, index):
            break
        if frame.text[frame.words.starts[index]].isupper() and (index > opening or is_open or _is_free(frame, index)):
            found, is_open = index, False
    return found


def _is_free(frame: Frame, index: int) -> bool:
    """Whether a sentence's first word may begin a name: "Біз Біргеміз", not "Психолог Достық атты"."""
    return frame.mark_at[index] is None


def _stands_before(frame: Frame, index: int) -> bool:
    """ "мектебінде", "оқушыларына", "№ 5": where, when, for whom it was, and no part of a name."""
    word, mark = frame.words.words[index], frame.mark_at[index]
    if word[0].isdigit():
        return True
    if mark is None:
        return word.endswith(LOCATIVE)
    if not mark.categories.isdisjoint(ELSEWHERE):
        return True
    several = mark.meaning.cases("audience", "kk", "p") | mark.meaning.cases("partner", "kk", "p")
    return not several.isdisjoint(TO_OR_WITH)

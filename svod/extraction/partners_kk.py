"""Who came from outside, in Kazakh: case endings, the words of joining and speaking behind them."""

from collections.abc import Iterator

from svod.extraction.frame import HELD, Frame
from svod.extraction.scan import Mark
from svod.extraction.sets_kk import AGAINST, cases_of, categories_after, last_of_chain, named, word_after
from svod.records import Span

TOGETHER_ENDINGS = ("мен", "бен", "пен")
NAME = 5  # words from a partner to the end of a person's name
NAME_GAP = frozenset(" .")
SENT = 60  # characters from those who sent somebody to the verb of coming
SENDABLE = frozenset({"audience", "partner"})
FAR = 14  # words from a partner to the word of joining behind it


def partners_in(frame: Frame, start: int, end: int, skip: tuple[Span, ...]) -> Iterator[Mark]:
    """Those who came from outside: "прокурордың қатысуымен", "полициямен бірлесіп", "инспектор келіп"."""
    marks = [mark for mark in frame.marks_in(start, end) if not mark.quoted]
    markers = [mark for mark in marks if "partner.marker" in mark.categories]
    for mark in named(frame, "partner", start, end, skip):
        if any(rule(frame, mark) for rule in PARTNER) or _joined(frame, mark, markers):
            yield mark


def _joining(frame: Frame, mark: Mark) -> bool:
    """ "полициямен", "дағдарыс орталығының директорымен" """
    cases = cases_of(mark, "partner")
    if "i" in cases:
        return True
    if _with_somebody(frame, mark):
        return True
    last = last_of_chain(frame, mark, "partner")
    if last is not mark and "i" in cases_of(last, "partner"):  # "инспекторлар мен психологтармен"
        return True
    after = frame.words.words[mark.last + 1 : mark.last + 3]
    return cases == {"g"} and any(word.endswith(TOGETHER_ENDINGS) for word in after)


def _with_somebody(frame: Frame, mark: Mark) -> bool:
    """ "инспектор А. Садықовпен", "қордың төрайымы Б. Ахметовамен": a person's name has the ending."""
    for index in range(mark.last + 1, min(mark.last + NAME, len(frame.words))):
        if not NAME_GAP.issuperset(frame.words.gap(index)):
            return False
        if frame.words.is_capital(index) and frame.words.words[index].endswith(TOGETHER_ENDINGS):
            return True
    return False


def _invited(frame: Frame, mark: Mark) -> bool:
    """ "заңгерлерді шақыра отырып" """
    return "a" in cases_of(mark, "partner") and "partner.marker" in categories_after(frame, mark)


def _sent(frame: Frame, mark: Mark) -> bool:
    """ "білім басқармасынан маман шақырылды", "емханадан нарколог келді" """
    if "b" not in cases_of(mark, "partner"):
        return False
    near = frame.marks_in(mark.end, mark.end + SENT)
    people = any(not other.categories.isdisjoint(SENDABLE) for other in near[:1])
    return people and any("partner.marker" in other.categories for other in near)


PARTNER = (_joining, _invited, _sent)


def _joined(frame: Frame, mark: Mark, markers: list[Mark]) -> bool:
    """Whether a word of joining follows; nobody comes to or from a place as a partner."""
    if not cases_of(mark, "partner") & {"n", "g"} or word_after(frame, mark) in AGAINST:
        return False
    following = categories_after(frame, last_of_chain(frame, mark, "partner"))
    if "audience.marker" in following and not following & HELD:
        return False
    return any(mark.first < marker.first <= mark.last + FAR for marker in markers)

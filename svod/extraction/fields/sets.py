"""Codes that words name: audience, partners and materials."""

from collections.abc import Iterable

from svod.extraction.lexicon.grammar import AND, WITH, is_adjective, words
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark
from svod.extraction.text.spans import span_of
from svod.records import Span

PEOPLE = frozenset({"audience", "partner"})
SPOKESMEN, ABOUT = words("spokesmen"), words("about_people")
AMONG, EVILS = words("among"), tuple(words("evils"))
STAFF = words("staff")
PARENTS = "parents"
WHOSE = frozenset({"partner", "organiser.head", "place"})
DAYS, YEARS = words("calendar_days"), words("calendar_years")
Coded = dict[str, Span]  # code -> the place that says it


def codes_in(frame: Frame, category: str, start: int, end: int, skip: tuple[Span, ...] = ()) -> Coded:
    """The codes of a category named between two places, outside quotations and the places to skip."""
    found: Coded = {}
    addressed: Coded = {}  # for them where it is for nobody else
    invited = False
    for mark in frame.marks_in(start, end):
        if category == "audience" and _is_the_staff(frame, mark):
            found.setdefault("staff", Span(mark.start, mark.end))
        invited = "partner.marker" in mark.categories or (invited and "audience.marker" not in mark.categories)
        if category not in mark.categories or mark.quoted:
            continue
        if category == "audience" and "partner" in mark.categories and (invited or is_met(frame, mark)):
            continue  # "with the participation of lawyers", "встреча с медицинскими работниками"
        if category == "audience" and ("held.as" in mark.categories or _is_spoken_of(frame, mark)):
            continue
        if category == "audience" and found and _says_whose_parents(frame, mark):
            continue
        if skip and any(span.start <= mark.start < span.end for span in skip):
            continue
        for entry in mark.entries:
            if entry.category == category:
                told = addressed if category == "audience" and _is_addressed(frame, mark) else found
                told.setdefault(entry.code, span_of(mark.start, mark.end))
    return found or addressed


def _says_whose_parents(frame: Frame, mark: Mark) -> bool:
    """ "Для родителей первоклассников": whose parents they are, and not for whom it was."""
    before = frame.mark_at[mark.first - 1]
    if before is None or not frame.words.gap(mark.first).isspace() or "g" not in mark.meaning.cases("audience", "ru"):
        return False
    return any(entry.code == PARENTS for entry in before.entries if entry.category == "audience")


def _is_addressed(frame: Frame, mark: Mark) -> bool:
    """ "Коллеги, завтра семинар", "Уважаемые родители, …": who is told of it."""
    if frame.text[mark.end : mark.end + 1] not in (",", "!"):
        return False
    first = mark.first - (mark.first > 0 and is_adjective(frame.words.words[mark.first - 1]))
    before = frame.text[max(0, frame.words.starts[first] - 2) : frame.words.starts[first]].rstrip(" ")
    return not before or before[-1] in "\n.!?:"


def _is_the_staff(frame: Frame, mark: Mark) -> bool:
    """ "С сотрудниками проведена беседа": of nobody else's; not "с сотрудниками полиции"."""
    words, behind = frame.words, mark.last + 1
    if words.words[mark.last] not in STAFF or words.words[mark.first] not in WITH or behind >= len(words):
        return False
    at = frame.mark_at[behind]
    own = "g" in at.meaning.cases_in(WHOSE) if at is not None else is_adjective(words.words[behind])
    return not own or not words.gap(behind).isspace()


def is_met(frame: Frame, mark: Mark) -> bool:
    """Whether "с" stands before it, or before the guest it is joined to: "с врачами, юристами и психологами"."""
    index = mark.first - 1
    while index >= 0 and _goes_before(frame.words.words[index]) and frame.words.gap(index + 1).isspace():
        index -= 1
    if index < 0 or frame.words.words[index] in WITH:
        return index >= 0
    if frame.words.words[index] in AND:
        index -= 1
    elif "," not in frame.words.gap(index + 1):
        return False
    before = frame.mark_at[index]
    return before is not None and "partner" in before.categories and is_met(frame, before)


def _goes_before(word: str) -> bool:
    """ "с местными юристами", "с представителями комитета"."""
    return is_adjective(word) or word in SPOKESMEN


def _is_spoken_of(frame: Frame, mark: Mark) -> bool:
    """ "Насилие в отношении женщин и детей", "ко Дню учителя", "Год детей": about them, and not for them."""
    index = mark.first - 1
    while index >= 0 and is_adjective(frame.words.words[index]) and frame.words.gap(index + 1).isspace():
        index -= 1
    if index < 0 or not (gap := frame.words.gap(index + 1)).strip(",").isspace():
        return False
    word = frame.words.words[index]
    if word in AMONG and index > 0 and frame.words.words[index - 1].startswith(EVILS):
        return True  # "профилактика насилия среди несовершеннолетних"
    if word in ABOUT or word in DAYS or (word in YEARS and frame.words.is_capital(index)):
        return "," not in gap and bool(mark.meaning.cases("audience", "ru") & {"g", "i"})
    joined = word in AND or "," in gap
    before = frame.mark_at[index - (word in AND)] if joined and index else None
    return before is not None and "audience" in before.categories and _is_spoken_of(frame, before)


def coded(category: str, marks: Iterable[Mark]) -> Coded:
    found: Coded = {}
    for mark in marks:
        for entry in mark.entries:
            if entry.category == category and entry.language == "kk":
                found.setdefault(entry.code, span_of(mark.start, mark.end))
    return found

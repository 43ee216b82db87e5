"""A cell that says of those who came how many of them were what: "58 (из них 41 женщ.)", "30 ж., 15 м."."""

import re

from svod.extraction.fields.people import People
from svod.extraction.lexicon.categories import PEOPLE
from svod.extraction.lexicon.grammar import IN_ALL
from svod.extraction.tables.columns import PARTED, SUBSET
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark
from svod.language.fold import fold
from svod.records import Bounds, Span

ALL_AND_SOME = re.compile(
    r"[^\d(/+]*(?:\d+\s?[-–]\s?)?(?P<all>\d+(?:\s\d{3})*)[^\d(,;/+]*(?P<sign>[(,;/]?)[^\d+)]*(?P<some>\d+)"
)
TOKEN = re.compile(r"\d+|[^\W\d]+")
LONG = 300  # signs of a cell that tells more than how many came
DIGITS = 7  # so many come to nothing that a union holds
NO_MARKS: tuple[Mark, ...] = ()


def all_of_them(frame: Frame, cell: Span) -> tuple[Span, tuple[Mark, ...]]:
    """As far as the cell counts all: "58 (из них 41 женщ.)", "58, в том числе 41 женщина", "всего 58, женщин 41"; and
    the words of those whom it takes them apart into, "45 (30 женщин, 15 мужчин)", where that is all of them."""
    told = ALL_AND_SOME.match(frame.text, cell.start, cell.end) if cell.end - cell.start < LONG else None
    if told is None or int(told["some"]) > int("".join(told["all"].split())):
        return cell, NO_MARKS
    behind = frame.marks_in(told.end("all"), told.start("some"))
    subset = next((mark for mark in behind if SUBSET in mark.categories), None)
    end = told.start("sign") if told["sign"] else cell.end
    if subset is not None or not IN_ALL.isdisjoint(frame.words_in(cell.start, told.start("all"))):
        return Span(cell.start, end if subset is None else min(end, subset.start)), NO_MARKS
    if told["sign"] != "(":
        return cell, NO_MARKS
    people = tuple(mark for mark in frame.marks_in(end, cell.end) if not mark.categories.isdisjoint(PEOPLE))
    return Span(cell.start, end), people


def parts_of_them(frame: Frame, cell: Span) -> People | None:
    """ "30 ж., 15 м.", "жен. – 30, муж. – 15": each number beside a part of them; they are added up. "58/41 жен.": of
    58."""
    said = TOKEN.findall(fold(frame.text[cell.start : cell.end]))
    digits = [word for word in said if word.isdecimal()]  # "²" is a digit as well, and no number
    if len(digits) < 2 or max(map(len, digits)) > DIGITS:
        return None
    numbers, parts = list(map(int, digits)), [word for word in said if not word.isdecimal()]
    if not PARTED.issuperset(parts):
        return None
    if len(numbers) == len(parts):
        return People(cell.start, cell.end, Bounds.exactly(sum(numbers)), ())
    is_of_them = "/" in frame.text[cell.start : cell.end] and len(numbers) == 2 and len(parts) == 1
    return People(cell.start, cell.end, Bounds.exactly(numbers[0]), ()) if is_of_them else None

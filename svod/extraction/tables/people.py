"""How many people the cells of a row count, and who they are."""

from collections.abc import Sequence
from itertools import pairwise

from svod.extraction.fields.people import People, people_in
from svod.extraction.fields.people_told_so import are_things
from svod.extraction.fields.people_unnamed import A_FEW
from svod.extraction.lexicon.categories import PEOPLE as OF_PEOPLE
from svod.extraction.lexicon.grammar import GROUPS
from svod.extraction.mentions.found import Found
from svod.extraction.tables.columns import DONE, PEOPLE
from svod.extraction.tables.rows import Row
from svod.extraction.tables.taken_apart import all_of_them, parts_of_them
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark
from svod.language.numbers import NumberMention
from svod.records import Bounds, Span

ALL = "measure.participants"  # "120 человек, из них 40 родителей": they are counted already


def people_told(frame: Frame, row: Row, quantity: Span | None, item: Found) -> People | None:
    """Who came to the row's activity, by the columns of people, else by the one that says what was done.

    `quantity`: the cell of a column that counts nobody knows what.
    """
    found = came(frame, row, quantity) or people_of(frame, row.cells.get(DONE), lone=False)
    return found or _told_last(frame, row, item)


def came(frame: Frame, row: Row, quantity: Span | None) -> People | None:
    """How many the row's columns count: of all its groups together, where each has a column."""
    told = people_of(frame, row.cells.get(PEOPLE))
    if told is None and row.groups:
        groups = list(filter(None, (people_of(frame, cell) for cell in row.groups)))
        told = _together(groups) if groups else None
    return told if told is not None or PEOPLE in row.cells else people_of(frame, quantity)


def _told_last(frame: Frame, row: Row, item: Found) -> People | None:
    """ "Семинар | Исполнено, 54": so many came; of several it is how many were held."""
    cell = row.cells.get(DONE)
    numbers = frame.numbers_in(cell.start, cell.end) if cell and not item.mention.is_plural else ()
    if len(numbers) != 1 or numbers[0].bounds.least < A_FEW or numbers[0].role not in ("quantity", "label"):
        return None
    rest = frame.text[numbers[0].end : cell.end] if cell else ""
    return People(numbers[0].start, numbers[0].end, numbers[0].bounds, ()) if not rest.strip(" .") else None


def people_of(frame: Frame, cell: Span | None, *, lone: bool = True) -> People | None:
    """The people of a cell: "42", "более 50", "60 студентов, 12 преподавателей"; not "6 команд", "300 шт".

    `lone`: whether a number alone is one of people.
    """
    if cell is None:
        return None
    parted, (cell, parts) = parts_of_them(frame, cell), all_of_them(frame, cell)
    if parted is not None:
        return parted
    told = people_in(frame, cell.start, cell.end)
    if told:
        return _together(told, parts)
    numbers = [number for number in frame.numbers_in(cell.start, cell.end) if _may_count(number)]
    if len(numbers) > 1:
        return _by_group(frame, cell, numbers)
    others = [word for word in frame.words_in(cell.start, cell.end) if word in GROUPS]
    if not lone or not numbers or others or _counts_things(frame, cell) or are_things(frame, numbers[0]):
        return None
    return People(numbers[0].start, numbers[0].end, numbers[0].bounds, parts)


def _may_count(number: NumberMention) -> bool:
    """Not "58/41", which is no number but two, "№ 58/41"."""
    return number.role == "quantity" or (number.role == "label" and number.bounds.most != 0)


def _together(told: Sequence[People], parts: tuple[Mark, ...] = ()) -> People:
    """All of them, unless the first ones are said to be all."""
    if any(ALL in mark.categories for mark in told[0].marks):
        return told[0]
    marks = (*(mark for one in told for mark in one.marks), *parts)
    return People(told[0].start, told[-1].end, Bounds.total(one.bounds for one in told), marks)


def _by_group(frame: Frame, cell: Span, numbers: Sequence[NumberMention]) -> People | None:
    """ "Учащиеся – 120, педагоги – 15": every number stands behind those it counts."""
    ends = [cell.start, *(number.end for number in numbers)]
    groups = [
        [mark for mark in frame.marks_in(start, end) if not mark.categories.isdisjoint(OF_PEOPLE)]
        for (start, _), end in zip(pairwise(ends), (number.start for number in numbers), strict=True)
    ]
    if not all(groups):
        return None
    marks = tuple(group[-1] for group in groups)
    if ALL in marks[0].categories:
        return People(marks[0].start, numbers[0].end, numbers[0].bounds, marks[:1])
    return People(marks[0].start, numbers[-1].end, Bounds.total(one.bounds for one in numbers), marks)


def _counts_things(frame: Frame, cell: Span) -> bool:
    """ "300 шт", "40 буклетов" """
    marks = frame.marks_in(cell.start, cell.end)
    return any("measure.materials" in mark.categories or "material" in mark.categories for mark in marks)


def codes_of(people: People) -> list[str]:
    return [entry.code for mark in people.marks for entry in mark.entries if entry.category == "audience"]

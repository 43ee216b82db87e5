"""What the other cells of an activity's row say of it: how many came, who held it, its name, whether it was done."""

import re
from collections.abc import Sequence
from itertools import pairwise

from svod.extraction.fields.numbers_of_kinds import A_CROWD
from svod.extraction.fields.people import PEOPLE as OF_PEOPLE, People, people_in
from svod.extraction.fields.people_told_so import are_things, of_all_groups
from svod.extraction.fields.people_unnamed import A_FEW
from svod.extraction.fields.sets import codes_in
from svod.extraction.lexicon.grammar import GROUPS, words
from svod.extraction.mentions.found import Found
from svod.extraction.tables.columns import COUNT, DATE, DONE, PEOPLE, PLACE, QUANTITY, TITLE
from svod.extraction.tables.done import is_put_off
from svod.extraction.tables.rows import Row
from svod.extraction.tables.said import Told, lone_number, text_of
from svod.extraction.tables.taken_apart import all_of_them, parts_of_them
from svod.extraction.text.frame import Frame
from svod.extraction.text.other_days import is_elsewhere
from svod.extraction.text.place import Places
from svod.extraction.text.scan import Mark
from svod.extraction.text.sentences import Sentence
from svod.language.dates import DateMention
from svod.language.numbers import NumberMention
from svod.language.titles import bare
from svod.packs.traits import traits
from svod.records import Bounds, Span

ALL = "measure.participants"  # "120 человек, из них 40 родителей": they are counted already
SHEETS = words("sheets")
BY_THE_WAY = traits("handing_out", "rest")  # of what else a row tells
INITIALS = re.compile(r"\b[А-ЯЁӘҒҚҢӨҰҮҺІA-Z]\.")


def add_cells(frame: Frame, row: Row, made: list[Found], places: Places) -> list[Span]:
    """Give the row's activities what its other columns say; returns the places of the numbers that were given."""
    given: list[Span] = []
    if len(made) == 1:
        given += _add_numbers(frame, row, made[0])
    holder, title = _holder(frame, row), _text(frame, row, "title")
    said = _day(frame, row.cells.get(DONE) or row.cells.get(DATE))
    above = _day(frame, row.above.get(DATE))
    whom = row.cells.get("audience")
    for item in made:
        if holder:
            item.say("organiser", holder[:1].upper() + holder[1:], row.cell("organiser"))
        day = said or (above if item.date is None else None)
        if day is not None:
            item.say("date", day.period, Span(day.start, day.end))
        if title and item.title is None:
            item.say("title", bare(title), row.cells["title"])
        _add_whereabouts(row, item, places)
        for guests in row.guests:
            item.add("partners", codes_in(frame, "partner", guests.start, guests.end))
        if whom is not None:
            item.add("audience", codes_in(frame, "audience", whom.start, whom.end))
    return given


def without_asides(frame: Frame, made: list[Found]) -> list[Found]:
    """ "Семинар, раздали буклеты", "көше акциясы, шар ұшыру" in one cell: what was handed out or done there."""
    if len(made) != 2 or made[0].mention.is_of(BY_THE_WAY) or not made[1].mention.is_of(BY_THE_WAY):
        return made
    between = frame.text[made[0].mention.mark.end : made[1].mention.mark.start]
    if ";" in between or "|" in between:
        return made
    made[0].materials |= made[1].materials
    return made[:1]


def _add_whereabouts(row: Row, item: Found, places: Places) -> None:
    """Where it was, as a line of its card says; a table's row was asked already, but a place of its title is none:
    "Строки Алтая | Усть-Каменогорск"."""
    cell = row.cells.get(PLACE)
    there = next(iter(places.within(cell.start, cell.end)), None) if cell is not None else None
    if there is None:
        return
    title, told = row.cells.get(TITLE), item.sources.get("place")
    is_of_title = title is not None and told is not None and title.start <= told.start < title.end
    if not is_of_title and item.mention.sentence.start <= there.start < item.mention.sentence.end:
        return
    if there.name:
        item.say("place", there.name, there.span)
    if there.region:
        item.say("region", there.region, there.span)


def _day(frame: Frame, cell: Span | None) -> DateMention | None:
    """The first day that the cell tells of, or the last to which it was put off, if its year is known and it is not
    that by which something is due."""
    days = frame.dates_in(cell.start, cell.end) if cell else ()
    if cell is None or not days:
        return None
    moved = len(days) > 1 and is_put_off(frame, cell, frame.words_in(cell.start, cell.end))
    day = days[-1 if moved else 0]
    return day if day.period is not None and not is_elsewhere(frame, day) else None


def sums_up(frame: Frame, sentence: Sentence) -> bool:
    """Whether the row begins with a word of summing up."""
    first = next(iter(frame.marks_of(sentence)), None)
    return first is not None and "total.trigger" in first.categories


def _add_numbers(frame: Frame, row: Row, item: Found) -> list[Span]:
    """How many were held, and how many people came."""
    given: list[Span] = []
    quantity, counted = row.cells.get(QUANTITY), row.cells.get(COUNT)
    if quantity and item.mention.is_plural and _are_held(lone_number(frame, quantity)):
        counted, quantity = quantity, None
    number = lone_number(frame, counted) if counted else _counted_again(frame, row, item)
    if number is not None and "count" not in item.sources:
        item.say("count", *number)
        given.append(number[1])
    people = _people(frame, row, quantity) or _told_last(frame, row, item)
    if people is not None:
        cell = row.cells.get(PEOPLE) or quantity  # "2 беседы", "по 15 чел."; "5 команд по 6 чел."
        start = cell.start if cell is not None and cell.start <= people.start < cell.end else 0
        item.say(
            "participants",
            of_all_groups(frame, people.start, people.bounds, start, item.count) or people.bounds,
            people.span,
        )
        item.add_codes("audience", _codes(people))
        given.append(people.span)
    return given


def _are_held(number: Told | None) -> bool:
    """ "Классные часы | 14": so many were held; "Классные часы | 412" are those who came."""
    return number is not None and number[0].least < A_CROWD


def _people(frame: Frame, row: Row, quantity: Span | None) -> People | None:
    """Who came, by the columns of people, else by the one that says what was done."""
    return came(frame, row, quantity) or people_of(frame, row.cells.get(DONE), lone=False)


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


def _counted_again(frame: Frame, row: Row, item: Found) -> Told | None:
    """ "Оформить стенды | Выполнено, 14 стендов": the kind, counted where it says that it was done."""
    cell = row.cells.get(DONE)
    for number in frame.numbers_in(cell.start, cell.end) if cell else ():
        mark = next(iter(frame.marks_in(number.end, number.end + 2)), None)
        kind = mark.meaning.entry("kind") if mark is not None and number.role == "quantity" else None
        if kind is not None and kind.code == item.kind and kind.phrase not in SHEETS:
            return number.bounds, Span(number.start, number.end)
    return None


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


def _codes(people: People) -> list[str]:
    return [entry.code for mark in people.marks for entry in mark.entries if entry.category == "audience"]


def _holder(frame: Frame, row: Row) -> str | None:
    """Who held it, the first of several: "психолог, медсестра"; whoever is named stays nameless: "Ким А. В."."""
    told = _text(frame, row, "organiser")
    if told is None or INITIALS.search(told):
        return None
    return told if "«" in told else told.split(", ")[0]


def _text(frame: Frame, row: Row, role: str) -> str | None:
    """What the cell says; None where the column is not there or the cell is empty or a dash."""
    cell = row.cell(role)
    text = text_of(frame, cell) if cell else ""
    return text if any(letter.isalpha() for letter in text) else None

"""What the other cells of an activity's row say of it: how many came, who held it, its name, whether it was done."""

import re

from svod.extraction.fields.numbers_of_kinds import A_CROWD
from svod.extraction.fields.people_told_so import of_all_groups
from svod.extraction.fields.sets import codes_in
from svod.extraction.lexicon.grammar import words
from svod.extraction.mentions.found import Found
from svod.extraction.tables.columns import COUNT, DATE, DONE, PEOPLE, PLACE, QUANTITY, TITLE
from svod.extraction.tables.done import is_put_off
from svod.extraction.tables.people import codes_of, people_told
from svod.extraction.tables.rows import Row
from svod.extraction.tables.said import Told, lone_number, text_of
from svod.extraction.text.frame import Frame
from svod.extraction.text.other_days import is_elsewhere
from svod.extraction.text.place import Places
from svod.extraction.text.sentences import Sentence
from svod.language.dates import DateMention
from svod.language.titles import bare
from svod.packs.traits import traits
from svod.records import Span

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
    people = people_told(frame, row, quantity, item)
    if people is not None:
        cell = row.cells.get(PEOPLE) or quantity  # "2 беседы", "по 15 чел."; "5 команд по 6 чел."
        start = cell.start if cell is not None and cell.start <= people.start < cell.end else 0
        item.say(
            "participants",
            of_all_groups(frame, people.start, people.bounds, start, item.count) or people.bounds,
            people.span,
        )
        item.add_codes("audience", codes_of(people))
        given.append(people.span)
    return given


def _are_held(number: Told | None) -> bool:
    """ "Классные часы | 14": so many were held; "Классные часы | 412" are those who came."""
    return number is not None and number[0].least < A_CROWD


def _counted_again(frame: Frame, row: Row, item: Found) -> Told | None:
    """ "Оформить стенды | Выполнено, 14 стендов": the kind, counted where it says that it was done."""
    cell = row.cells.get(DONE)
    for number in frame.numbers_in(cell.start, cell.end) if cell else ():
        mark = next(iter(frame.marks_in(number.end, number.end + 2)), None)
        kind = mark.meaning.entry("kind") if mark is not None and number.role == "quantity" else None
        if kind is not None and kind.code == item.kind and kind.phrase not in SHEETS:
            return number.bounds, Span(number.start, number.end)
    return None


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

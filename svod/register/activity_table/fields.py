"""Each field of an activity: how its cells are written and read. Nothing is guessed: what is not clear is Unclear."""

import re
from collections.abc import Sequence
from datetime import date, datetime

from svod.language.bounds_text import printed
from svod.language.dates import find_dates
from svod.records import Bounds, Period
from svod.register.activity_table.field import Field, Unclear, Values, Written
from svod.register.activity_table.names import SEPARATOR, Names
from svod.register.activity_table.words import choice_of, choices, written
from svod.register.services.numbers import understood

_QUOTED = re.compile(r"[«“„\"]([^«»“”„\"]*)[»”“\"]")
_SERIAL = range(30_000, 80_000)  # Excel's numbers of the days from 1982 to 2119
_SIGNS = re.compile(r"[<>≤≥=+~≈*/]|^\s*[-–—]|\d[.,]\d")  # the grammar reads words, and would pass over these


def _text(code: str, most: int) -> Field:
    def write(values: Values, names: Names) -> tuple[Written, ...]:
        return (values[code],)

    def read(cells: Sequence[str | None], names: Names) -> Values:
        text = cells[0] or ""
        quoted = _QUOTED.fullmatch(text)
        text = quoted[1].strip() if quoted else text
        if len(text) > most:
            raise Unclear("too_long", most=most)
        return {code: text}

    return Field(code, (code,), (code,), write, read)


def _kind() -> Field:
    def write(values: Values, names: Names) -> tuple[Written, ...]:
        return (names.term("kind", values["kind"]),)

    def read(cells: Sequence[str | None], names: Names) -> Values:
        if not cells[0]:
            raise Unclear("missing_kind")
        code = names.code("kind", cells[0])
        if code is None:
            raise Unclear("unknown_term", said=cells[0])
        return {"kind": code}

    return Field("kind", ("kind",), ("kind",), write, read, lambda names: names.listed("kind"))


def _terms(code: str) -> Field:
    def write(values: Values, names: Names) -> tuple[Written, ...]:
        return (SEPARATOR.join(names.term(code, one) for one in values[code]),)

    def read(cells: Sequence[str | None], names: Names) -> Values:
        found = names.codes(code, cells[0] or "")
        for part, known in found.items():
            if known is None:
                raise Unclear("unknown_term", said=part)
        return {code: tuple(sorted({known for known in found.values() if known}))}

    return Field(code, (code,), (code,), write, read, lambda names: names.listed(code), several=True)


def _choice(code: str, column: str, no: str, yes: str) -> Field:
    """A choice of two; an empty cell says nothing."""

    def write(values: Values, names: Names) -> tuple[Written, ...]:
        return (written(choices(code)[yes if values[column] else no], names.languages),)

    def read(cells: Sequence[str | None], names: Names) -> Values:
        if not cells[0]:
            return {}
        chosen = choice_of(code, cells[0])
        if chosen is None:
            raise Unclear("unknown_term", said=cells[0])
        return {column: chosen == yes}

    def listed(names: Names) -> list[str]:
        return [written(words, names.languages) for words in choices(code).values()]

    return Field(code, (code,), (column,), write, read, listed)


def _number(code: str, unsaid: tuple[int | None, int | None], fewest: int = 0) -> Field:
    least, most = f"{code}_least", f"{code}_most"

    def write(values: Values, names: Names) -> tuple[Written, ...]:
        if values[least] is None:
            return (None,)
        bounds = Bounds(values[least], values[most])
        return (bounds.least if bounds.is_exact else printed(bounds, names.languages[0]),)

    def read(cells: Sequence[str | None], names: Names) -> Values:
        if not cells[0]:
            return {least: unsaid[0], most: unsaid[1]}
        bounds = None if _SIGNS.search(cells[0]) else understood(cells[0])
        if bounds is None:
            raise Unclear("no_number", said=cells[0])
        if bounds.least < fewest:
            raise Unclear("too_few", said=cells[0], fewest=fewest)
        return {least: bounds.least, most: bounds.most}

    return Field(code, (code,), (least, most), write, read)


def _days() -> Field:
    def write(values: Values, names: Names) -> tuple[Written, ...]:
        first, last = values["first_day"], values["last_day"]
        return (first, last if last != first else None)

    def read(cells: Sequence[str | None], names: Names) -> Values:
        first, last = (_period(cell or "", names) for cell in cells)
        if first is None and last is not None:
            first = last
        if first is None:
            return {"first_day": None, "last_day": None}
        ends = last.last if last else first.last
        if ends < first.first:
            raise Unclear("days_out_of_order", first=f"{first.first:%d.%m.%Y}", last=f"{ends:%d.%m.%Y}")
        return {"first_day": first.first, "last_day": ends}

    return Field("days", ("first_day", "last_day"), ("first_day", "last_day"), write, read)


def _period(cell: str, names: Names) -> Period | None:
    """A day in words or digits, an interval in words, or the number by which Excel knows the day."""
    if not cell:
        return None
    if cell.isdecimal() and int(cell) in _SERIAL:
        from openpyxl.utils.datetime import from_excel

        day: datetime = from_excel(int(cell))
        return Period.day(day.date())
    found = [one for one in find_dates(cell, names.year, names.days) if one.period]
    if len(found) != 1 or found[0].period is None or _digits(cell, found[0].start, found[0].end):
        raise Unclear("no_day", said=cell)
    return found[0].period


def _digits(cell: str, start: int, end: int) -> bool:
    """Whether more numbers stand beside the day than the time of day: then it is not sure what they mean."""
    beside = re.sub(r"\b\d{1,2}[:.]\d{2}\b", "", cell[:start] + " " + cell[end:])
    return any(sign.isdigit() for sign in beside)


FIELDS = (
    _kind(),
    _text("title", 500),
    _days(),
    _text("place", 200),
    _terms("audience"),
    _number("participants", (None, None)),
    _number("count", (1, 1), fewest=1),
    _choice("format", "online", "in_person", "online"),
    _terms("partners"),
    _terms("materials"),
    _choice("planned", "planned", "held", "planned"),
)
COLUMNS = tuple(column for field in FIELDS for column in field.columns)
EMPTY: Values = {
    **dict.fromkeys(("title", "place"), ""),
    **dict.fromkeys(("audience", "partners", "materials"), ()),
    **dict.fromkeys(("first_day", "last_day", "participants_least", "participants_most")),
    "count_least": 1,
    "count_most": 1,
    "online": False,
    "planned": False,
    "kind": "",
}


def as_text(cell: Written) -> str:
    """A cell as it reads when the table comes back."""
    if isinstance(cell, date):
        return f"{cell:%d.%m.%Y}"
    return "" if cell is None else " ".join(str(cell).split())

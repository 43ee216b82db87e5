"""The rows of a table that came back, from whatever program: each cell as a text, with what is wrong with it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import IO, Any

from openpyxl.utils import get_column_letter

from svod.reading.content import repeats_when_merged
from svod.register.activity_table.words import LISTS, MARK, column_of
from svod.register.workbook import HEAD_WITHIN, BadSheet, answering, merged, opened, read_apart, said, with_formula

MOST_ROWS = 20_000
LONGEST = 1000  # letters of a cell that are kept: no field of an activity has as many
FAULTS = ("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#ERROR!", "Err:")


@dataclass(frozen=True, slots=True)
class Line:
    """A row under its number; `cells` by our names of the columns. `faults` are cells whose content cannot be known:
    merged, a formula without its result, a result that is an error."""

    number: int
    cells: Mapping[str, str]
    mark: str = ""
    faults: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Table:
    """`letters` are the columns that are read, as the program names them, with their `heads`; `unread` the headings of
    others. `campaign` is what the file itself says it was made for, "" where it does not say."""

    lines: tuple[Line, ...]
    letters: Mapping[str, str]
    heads: Mapping[str, str]
    unread: tuple[str, ...] = ()
    campaign: str = ""

    @property
    def has_marks(self) -> bool:
        return MARK in self.letters

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def of_json(cls, kept: Mapping[str, Any]) -> "Table":
        """The table that was kept, its columns in the file's order: a database may keep the keys of JSON in another."""
        letters = dict(sorted(kept["letters"].items(), key=lambda one: (len(one[1]), one[1])))
        lines = (
            Line(one["number"], _ordered(one["cells"], letters), one["mark"], _ordered(one["faults"], letters))
            for one in kept["lines"]
        )
        heads = _ordered(kept["heads"], letters)
        return cls(tuple(lines), letters, heads, tuple(kept["unread"]), kept["campaign"])


def _ordered(cells: Mapping[str, str], letters: Iterable[str]) -> dict[str, str]:
    return {code: cells[code] for code in letters if code in cells}


def read_table(stream: IO[bytes]) -> Table:
    """Read the first sheet that has a column for the kinds of activities. Raises BadSheet."""
    return read_apart(table_of, stream)


@answering
def table_of(stream: IO[bytes]) -> Table:
    with opened(stream, MOST_ROWS) as (book, package):
        campaign = _made_for(book)
        for sheet in book.worksheets:
            found = _Sheet(sheet, package).table(campaign) if sheet.sheet_state == "visible" else None
            if found is not None:
                if not found.lines:
                    raise BadSheet("sheet_empty")
                return found
    raise BadSheet("sheet_without_head")


def _made_for(book: Any) -> str:
    if LISTS not in book.sheetnames:
        return ""
    first = next(book[LISTS].iter_rows(max_row=1, max_col=1, values_only=True), ("",))
    return said(first[0]) if first else ""


class _Sheet:
    def __init__(self, sheet: Any, package: Any) -> None:
        sheet.reset_dimensions()  # the declared ones may be wrong, or a million columns wide
        self.rows: Iterable[tuple[Any, ...]] = sheet.iter_rows(values_only=True)
        self.ahead = sorted(merged(sheet, package), key=lambda one: one[1], reverse=True)
        self.open: list[_Merged] = []
        self.formulas = with_formula(sheet, package)

    def table(self, campaign: str) -> Table | None:
        numbered = enumerate(self.rows, 1)
        for _number, row in zip(range(HEAD_WITHIN), numbered, strict=False):
            cells = [said(cell) for cell in row[1]]
            head = _head(cells)
            if "kind" in head and len(set(head) - {MARK}) > 1:
                places = {place: code for code, place in head.items()}
                lines = tuple(self._lines(numbered, places))
                unread = tuple(cell for place, cell in enumerate(cells) if cell and place not in places)
                letters = {code: get_column_letter(place + 1) for code, place in head.items()}
                return Table(lines, letters, {code: cells[place] for code, place in head.items()}, unread, campaign)
        return None

    def _lines(self, numbered: Iterable[tuple[int, tuple[Any, ...]]], places: Mapping[int, str]) -> Iterator[Line]:
        for count, (number, row) in enumerate(numbered):
            if count >= MOST_ROWS:
                raise BadSheet("sheet_too_large", most=MOST_ROWS)
            self._reach(number)
            read = {
                code: self._cell(number, place, said(row[place])[:LONGEST] if place < len(row) else "")
                for place, code in places.items()
            }
            cells = {code: text for code, (text, _fault) in read.items()}
            faults = {code: fault for code, (_text, fault) in read.items() if fault}
            mark = cells.pop(MARK, "")
            if any(cells.values()) or faults:
                yield Line(number, cells, mark, faults)

    def _reach(self, number: int) -> None:
        """The merged ranges that lie over this row."""
        self.open = [one for one in self.open if one.bottom >= number]
        while self.ahead and self.ahead[-1][1] <= number:
            left, top, right, bottom = self.ahead.pop()
            self.open.append(_Merged(left - 1, top, right - 1, bottom))

    def _cell(self, number: int, place: int, text: str) -> tuple[str, str]:
        """Its text and what is wrong with it."""
        over = next((one for one in self.open if one.left <= place <= one.right), None)
        if over is not None:
            return over.share(number, text)
        if not text and f"{get_column_letter(place + 1)}{number}" in self.formulas:
            return "", "no_result"
        return text, "error_value" if text.startswith(FAULTS) else ""


@dataclass
class _Merged:
    """A merged range. Over several rows its text is told in each, unless it is a number: nobody knows whose that is;
    over several columns nobody knows which of them it answers."""

    left: int
    top: int
    right: int
    bottom: int
    text: str = ""

    def share(self, number: int, text: str) -> tuple[str, str]:
        if number == self.top:
            self.text = self.text or text
        if self.right > self.left or not repeats_when_merged(self.text):
            return "", "merged"
        return self.text, ""


def _head(cells: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        code = column_of(cell) if cell else None
        if code and code not in found:
            found[code] = place
    return found

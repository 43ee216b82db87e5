"""A table that nobody gave a head: what its columns hold is told by what stands in them."""

from collections.abc import Callable, Sequence
from itertools import zip_longest

from svod.extraction.fields.people import people_in
from svod.extraction.tables.columns import DATE, PEOPLE, Column
from svod.extraction.tables.said import NOTHING, lone_number, text_of
from svod.extraction.text.frame import Frame
from svod.records import Span

FEWEST = 2  # rows
SHORT = 12  # characters of a cell that holds a number and who are counted: "17 педагогов"


def columns_of(frame: Frame, rows: Sequence[Sequence[Span]]) -> list[Column]:
    """ "СШ № 3 | 27.11 | семинар | 17 пед." over "СШ № 4 | 28.11 | опрос | 25": days, and people. Where two columns
    hold numbers, nothing says which are of people."""
    if len(rows) < FEWEST:
        return []
    by_column = [
        [cell for cell in cells if cell and text_of(frame, cell) not in NOTHING] for cells in zip_longest(*rows)
    ]
    columns = [Column(DATE if _are(frame, cells, _is_day) else "") for cells in by_column]
    counting = [place for place, cells in enumerate(by_column) if place and _are(frame, cells, _is_number)]
    if len(counting) == 1:
        columns[counting[0]] = Column(PEOPLE)
    return columns


def _are(frame: Frame, cells: Sequence[Span], what: Callable[[Frame, Span], bool]) -> bool:
    return len(cells) >= FEWEST and all(what(frame, cell) for cell in cells)


def _is_day(frame: Frame, cell: Span) -> bool:
    return bool(frame.dates_in(cell.start, cell.end)) and len(text_of(frame, cell)) <= SHORT


def _is_number(frame: Frame, cell: Span) -> bool:
    """ "44", "17 пед.", "более 50"; no day."""
    if frame.dates_in(cell.start, cell.end) or len(text_of(frame, cell)) > SHORT:
        return False
    numbers = [one for one in frame.numbers_in(cell.start, cell.end) if one.role == "quantity"]
    return lone_number(frame, cell) is not None or len(numbers) == 1


def people_last(frame: Frame, cells: Sequence[Span]) -> Span | None:
    """ "2) Шу – семинар – 27.11 – 45 аға тәлімгер": the last cell that counts people and tells of nothing else, where
    no column counts them in all rows."""
    for cell in reversed(cells[1:]):
        if "kind" not in frame.said(cell.start, cell.end) and people_in(frame, cell.start, cell.end):
            return cell
    return None


def lone_number_last(frame: Frame, cells: Sequence[Span]) -> Span | None:
    """ "Алакуль | 28.11 | беседа с мамами | 15": who came, in a table whose rows have cells of no columns; the only
    number of its row."""
    counts = [cell for cell in cells[1:] if lone_number(frame, cell) is not None]
    return cells[-1] if counts == [cells[-1]] else None

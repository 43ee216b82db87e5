"""The tables of an export, whatever it comes in: the sheets of a workbook, a CSV, the CSVs of an archive."""

import csv
import warnings
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO, StringIO
from pathlib import PurePosixPath
from typing import Any

from svod.reading.archive import check_package, open_archive, unpack
from svod.reading.detect import detect
from svod.reading.encodings import decode
from svod.reading.errors import Damaged, UnreadableSubmission
from svod.reading.limits import Limits, Meter

MOST_ROWS = 20_000
SAMPLE = 8_192  # characters by which a CSV's separator is told
MEDIA = "media"  # the folder of an archive in which ODK Central puts what was attached


Wanted = Callable[[Sequence[str]], bool]


@dataclass(frozen=True, slots=True)
class Table:
    """Its head, and its rows as long as that."""

    name: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tables_of(data: bytes, wanted: Wanted) -> list[Table]:
    """Those with such a head: of another one no row is read. Raises svod.reading's UnreadableSubmission."""
    meter, kind = Meter(Limits()), detect(data)
    if kind == "xlsx":
        found = _sheets(data, meter, wanted)
    elif kind == "zip":
        found = _files(data, meter, wanted)
    else:
        found = iter([_csv("", decode(data), wanted)] if kind in ("csv", "txt") else [])
    return [one for one in found if one.head]


def attached(data: bytes, names: Collection[str]) -> Iterator[tuple[str, bytes]]:
    """What of these an archive brings along in its folder of media; one that is damaged is left out."""
    if not names or detect(data) != "zip":
        return
    meter = Meter(Limits())
    archive = open_archive(data, meter)
    for member in archive.infolist():
        path = PurePosixPath(member.filename)
        if path.name in names and path.parent.name == MEDIA:
            try:
                content = unpack(archive, member, meter)
            except UnreadableSubmission:
                continue
            yield path.name, content


def _sheets(data: bytes, meter: Meter, wanted: Wanted) -> Iterator[Table]:
    import openpyxl

    check_package(data, meter)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl tells of styles it drops: nobody's words
        try:
            book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True)
            for sheet in book.worksheets:
                sheet.reset_dimensions()  # the declared ones may be wrong, or a million columns wide
                rows = ([_text(cell) for cell in row] for row in sheet.iter_rows(values_only=True))
                yield _table(sheet.title, rows, wanted)
        except (KeyError, ValueError, TypeError, AttributeError, IndexError) as error:
            raise Damaged from error


def _files(data: bytes, meter: Meter, wanted: Wanted) -> Iterator[Table]:
    archive = open_archive(data, meter)
    for member in archive.infolist():
        path = PurePosixPath(member.filename)
        if path.suffix.lower() == ".csv" and path.parent.name != MEDIA:
            yield _csv(path.stem, decode(unpack(archive, member, meter)), wanted)


def _csv(name: str, text: str, wanted: Wanted) -> Table:
    """Comma or semicolon: whichever heads more columns."""
    head = text[:SAMPLE].lstrip("\ufeff").partition("\n")[0]
    separator = max(",;\t", key=head.count)
    try:
        return _table(name, csv.reader(StringIO(text.lstrip("\ufeff")), delimiter=separator), wanted)
    except csv.Error as error:
        raise Damaged from error


def _table(name: str, lines: Any, wanted: Wanted) -> Table:
    rows: list[tuple[str, ...]] = []
    head: Sequence[str] = ()
    for cells in lines:
        if not any(cells):
            continue
        if not head:
            head = [cell.strip() for cell in cells]
            if not wanted(head):
                return Table(name, (), ())
        elif len(rows) < MOST_ROWS:
            rows.append(tuple([*cells, *[""] * len(head)][: len(head)]))
        else:
            break
    return Table(name, tuple(head), tuple(rows))


def _text(cell: object) -> str:
    """Days as ODK writes them, whatever the program made of them; 45.0 is 45."""
    if cell is None:
        return ""
    if hasattr(cell, "isoformat"):
        return str(cell.isoformat())
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())

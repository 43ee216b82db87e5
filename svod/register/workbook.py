"""What all tables share that people fill in and hand in: opened safely, each cell as a person reads it, each row with
what becomes of it."""

import re
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import wraps
from io import BytesIO
from typing import IO, Any, TypeVar
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812 # its name says nothing alone

from svod.confined import Ended
from svod.language.fold import fold
from svod.register.errors import Refused
from svod.register.opening import Unopened, opener

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HEAD_WITHIN = 10  # rows in which the head may stand: a title may come first
MOST_ROWS = 50_000
MOST_BYTES = 400 * 1024 * 1024  # unpacked: more is no table of ours
BROKEN = (
    *(BadZipFile, ZlibError, KeyError, ValueError, OSError, EOFError, IndexError, TypeError),
    *(AttributeError, SyntaxError, ArithmeticError, NotImplementedError),
)

R = TypeVar("R")

_MERGED = re.compile(rb'<(?:\w+:)?mergeCell [^>]*?ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')
_FORMULA = re.compile(rb'<(?:\w+:)?c [^>]*?r="([A-Z]{1,3}\d{1,7})"[^>]*>\s*<(?:\w+:)?f[ />]')


class BadSheet(Refused):
    """The file is no table that could be read; `code` says why."""

    def __init__(self, code: str, **details: Any) -> None:
        self.code = code
        super().__init__(**details)


@dataclass
class SheetRow:
    """A row of a table and what becomes of it: `state` is new, changed, same, error …. `errors` are (code, details)."""

    number: int
    state: str = "new"
    errors: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    def fail(self, code: str, **details: Any) -> None:
        self.state = "error"
        self.errors.append((code, details))


def read_apart(work: Callable[[bytes], R | Unopened], stream: IO[bytes]) -> R:
    """What `work`, which is `answering`, reads from it, in a process of its own with limits. Raises BadSheet."""
    stream.seek(0)
    try:
        found = opener()(work, stream.read())
    except Ended as error:
        raise BadSheet("no_sheet") from error
    if isinstance(found, Unopened):
        raise BadSheet(found.code, **dict(found.details))
    return found


def answering(work: Callable[[IO[bytes]], R]) -> Callable[[bytes], R | Unopened]:
    """The work, with its refusal as an answer: between processes no exception travels."""

    @wraps(work)
    def answer(data: bytes) -> R | Unopened:
        try:
            return work(BytesIO(data))
        except BadSheet as refusal:
            return Unopened(refusal.code, tuple(refusal.details.items()))

    return answer


@contextmanager
def opened(stream: IO[bytes], most: int = MOST_ROWS) -> Iterator[tuple[Any, ZipFile]]:
    """The workbook with the results of its formulas, and its package. Raises BadSheet, also for what breaks inside."""
    from openpyxl import load_workbook

    try:
        with ZipFile(stream) as package, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl tells of styles and rules it drops: nobody's words
            if sum(part.file_size for part in package.infolist()) > MOST_BYTES:
                raise BadSheet("sheet_too_large", most=most)
            stream.seek(0)
            book = load_workbook(stream, read_only=True, data_only=True)
            try:
                yield book, package
            finally:
                book.close()
    except BadSheet:
        raise
    except BROKEN as error:
        raise BadSheet("no_sheet") from error  # what openpyxl raises for broken files is no family


def said(cell: Any) -> str:
    """A cell as a person reads it: 7.0 is "7", a day is "25.11.2025"; no line breaks, no spaces twice."""
    if cell is None:
        return ""
    if hasattr(cell, "strftime"):
        return cell.strftime("%d.%m.%Y") if hasattr(cell, "year") else cell.strftime("%H:%M")
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return " ".join(str(cell).split())


def plain(text: str) -> str:
    """A text as it is compared: folded, without signs at its ends."""
    return " ".join(fold(text).strip(" .:*").split())


def merged(sheet: Any, package: ZipFile) -> list[tuple[int, int, int, int]]:
    """The merged ranges: left, top, right, bottom. A sheet opened for reading only does not offer them."""
    from openpyxl.utils import range_boundaries

    return [range_boundaries(one.decode()) for one in _MERGED.findall(package.read(sheet._worksheet_path))]


def with_formula(sheet: Any, package: ZipFile) -> frozenset[str]:
    """The cells, as "H12", that hold a formula; their values are its results, if the program kept them."""
    return frozenset(one.decode() for one in _FORMULA.findall(package.read(sheet._worksheet_path)))

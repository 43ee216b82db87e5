"""A sheet of organisations: the template people fill in, and the lines read back from it."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import IO, Any
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook

from svod.language.fold import fold
from svod.register.errors import Refused

WORDS = Path(__file__).with_suffix(".toml")
LANGUAGES = ("ru", "kk", "en")  # of the first words of each list
MOST_ROWS = 50_000
MOST_BYTES = 400 * 1024 * 1024  # unpacked: more is no sheet of organisations
HEAD_WITHIN = 10  # rows in which the head may stand: a title may come first


class BadSheet(Refused):
    """The file is no sheet that could be read; `code` says why."""

    def __init__(self, code: str, **details: Any) -> None:
        self.code = code
        super().__init__(**details)


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the sheet under its number; `cells` by our names of the columns, each a text."""

    number: int
    cells: dict[str, str]


@cache
def known_words(what: str) -> dict[str, str]:
    """Folded word -> our name, for "columns" or "levels"."""
    told = tomllib.loads(WORDS.read_text(encoding="utf-8"))[what]
    return {_plain(word): name for name, words in told.items() for word in words} | {name: name for name in told}


def level_of(text: str) -> str | None:
    return known_words("levels").get(_plain(text))


def read_sheet(stream: IO[bytes]) -> list[Line]:
    """The lines of the first sheet. Raises BadSheet."""
    try:
        with ZipFile(stream) as packed:
            if sum(part.file_size for part in packed.infolist()) > MOST_BYTES:
                raise BadSheet("sheet_too_large", most=MOST_ROWS)
        stream.seek(0)
        book = load_workbook(stream, read_only=True, data_only=True)
        try:
            return _lines(book.worksheets[0].iter_rows(values_only=True))
        finally:
            book.close()
    except BadSheet:
        raise
    except (BadZipFile, KeyError, ValueError, OSError, EOFError, IndexError, TypeError, AttributeError) as error:
        raise BadSheet("no_sheet") from error  # what openpyxl raises for broken files is no family


def _lines(rows: Iterable[tuple[Any, ...]]) -> list[Line]:
    numbered = enumerate(rows, 1)
    head = _head(numbered)
    lines = list(_filled(numbered, head))
    if not lines:
        raise BadSheet("sheet_empty")
    return lines


def _head(numbered: Iterator[tuple[int, tuple[Any, ...]]]) -> dict[int, str]:
    """Column -> our name, of the first row that names the organisation and its level or parent."""
    words = known_words("columns")
    for number, row in numbered:
        found: dict[int, str] = {}
        for place, cell in enumerate(row):
            name = words.get(_plain(_text(cell)))
            if name and name not in found.values():
                found[place] = name
        if {"name", "level"} <= set(found.values()):
            return found
        if number >= HEAD_WITHIN:
            break
    raise BadSheet("sheet_without_head")


def _filled(numbered: Iterator[tuple[int, tuple[Any, ...]]], head: dict[int, str]) -> Iterator[Line]:
    for count, (number, row) in enumerate(numbered):
        if count >= MOST_ROWS:
            raise BadSheet("sheet_too_large", most=MOST_ROWS)
        cells = {name: _text(row[place]) for place, name in head.items() if place < len(row)}
        if any(cells.values()):
            yield Line(number, cells)


def _text(cell: Any) -> str:
    """As a person reads it: 7.0 is "7"; no line breaks, no spaces twice."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return " ".join(str(cell).split())


def _plain(text: str) -> str:
    return " ".join(fold(text).strip(" .:*").split())


def template(language: str, example: list[dict[str, str]]) -> bytes:
    """An empty sheet with its head in that language, and lines that show how it is filled."""
    import xlsxwriter

    told = tomllib.loads(WORDS.read_text(encoding="utf-8"))
    place = LANGUAGES.index(language) if language in LANGUAGES else 0
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        for column, (name, words) in enumerate(told["columns"].items()):
            sheet.write_string(0, column, words[place], bold)
            sheet.set_column(column, column, 34 if name in ("name", "name_kk", "parent") else 20)
            for row, line in enumerate(example, 1):
                text = told["levels"][line[name]][place] if name == "level" else line.get(name, "")
                sheet.write_string(row, column, text)
        sheet.freeze_panes(1, 0)
        levels = [words[place] for words in told["levels"].values()]
        column = list(told["columns"]).index("level")
        sheet.data_validation(1, column, MOST_ROWS, column, {"validate": "list", "source": levels, "show_error": False})
    return out.getvalue()

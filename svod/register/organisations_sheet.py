"""A sheet of organisations: the template people fill in, and the lines read back from it."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import IO, Any

from svod.language import LANGUAGES
from svod.register.workbook import HEAD_WITHIN, MOST_ROWS, BadSheet, answering, opened, plain, read_apart, said

__all__ = ["BadSheet", "Line", "level_of", "read_sheet", "template"]

WORDS = Path(__file__).with_suffix(".toml")


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the sheet under its number; `cells` by our names of the columns, each a text."""

    number: int
    cells: dict[str, str]


@cache
def known_words(what: str) -> dict[str, str]:
    """Folded word -> our name, for "columns" or "levels"."""
    told = tomllib.loads(WORDS.read_text(encoding="utf-8"))[what]
    return {plain(word): name for name, words in told.items() for word in words} | {name: name for name in told}


def level_of(text: str) -> str | None:
    return known_words("levels").get(plain(text))


def read_sheet(stream: IO[bytes]) -> list[Line]:
    """The lines of the first sheet. Raises BadSheet."""
    return read_apart(lines_of, stream)


@answering
def lines_of(stream: IO[bytes]) -> list[Line]:
    with opened(stream) as (book, _package):
        return _lines(book.worksheets[0].iter_rows(values_only=True))


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
            name = words.get(plain(said(cell)))
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
        cells = {name: said(row[place]) for place, name in head.items() if place < len(row)}
        if any(cells.values()):
            yield Line(number, cells)


def template(language: str, example: list[dict[str, str]]) -> bytes:
    """An empty sheet with its head in that language, and lines that show how it is filled."""
    from svod.workbooks import Book  # only when a workbook is wanted

    told = tomllib.loads(WORDS.read_text(encoding="utf-8"))
    place = LANGUAGES.index(language) if language in LANGUAGES else 0
    with Book() as book:
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
    return book.content

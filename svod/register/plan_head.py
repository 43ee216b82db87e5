"""How a table of planned activities heads its columns: known when it is read, written when a template is asked for."""

import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from svod.language import LANGUAGES
from svod.language.fold import fold

WORDS = Path(__file__).with_suffix(".toml")
LONGEST = 6  # words of a heading


@cache
def _known(part: str) -> dict[str, list[str]]:
    return tomllib.loads(WORDS.read_text(encoding="utf-8"))[part]


def _columns() -> dict[str, list[str]]:
    return _known("columns")


def head_of(row: Iterable[str]) -> dict[str, int]:
    """Our name -> column. A heading is known by all of its words, or else by those it begins with, or else by one."""
    cells = [_plain(cell) for cell in row]
    found: dict[str, int] = {}
    for test in (str.__eq__, str.startswith):
        for name, words in _columns().items():
            known = {fold(word) for word in words}
            fits = (n for n, cell in enumerate(cells) if cell and any(test(cell, word) for word in known))
            place = next((n for n in fits if n not in found.values()), None)
            if name not in found and place is not None:
                found[name] = place
    for n, cell in enumerate(cells):
        meant = _meant(cell)
        if meant and meant not in found and n not in found.values():
            found[meant] = n
    return found


def left_out(row: Sequence[str]) -> dict[int, str]:
    """Column -> its heading, of those that are none of ours."""
    ours, numbers = head_of(row).values(), {fold(word) for word in _known("passed_over")["numbers"]}
    return {n: cell for n, cell in enumerate(row) if n not in ours and cell and _plain(cell) not in numbers}


def _plain(cell: str) -> str:
    return fold(cell).strip(" .:*")


def _meant(cell: str) -> str | None:
    words = cell.split()
    if len(words) > LONGEST:
        return None
    held = (name for name, parts in _known("words").items() if any(word.startswith(tuple(parts)) for word in words))
    return next(held, None)


def template(language: str) -> bytes:
    """An empty table with its head in that language."""
    from svod.workbooks import Book  # only when a workbook is wanted

    place = LANGUAGES.index(language) if language in LANGUAGES else 0
    with Book() as book:
        sheet = book.add_worksheet()
        bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        for column, words in enumerate(_columns().values()):
            sheet.write_string(0, column, words[place], bold)
            sheet.set_column(column, column, 50 if column == 0 else 24)
        sheet.freeze_panes(1, 0)
    return book.content


def is_throughout(cell: str) -> bool:
    """Whether it says that it goes on as long as the campaign: "в течение акции", "акция бойы"."""
    return _says("throughout", cell)


def is_part_of_month(cell: str) -> bool:
    """ "вторая неделя декабря": not the whole month."""
    return _says("part_of_month", cell)


def _says(what: str, cell: str) -> bool:
    folded = fold(cell)
    return any(fold(words) in folded for words in _known("days")[what])

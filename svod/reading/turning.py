"""What goes on over the end of a page: a sentence; a table, under its head once more; a row of it."""

import re
from itertools import zip_longest

from svod.reading.lines import ends_sentence, join

_BAR = " | "
_CUT_DAY = re.compile(r"\d\.\d{1,2}\.\d{0,3}$")


def turn_page(told: list[str], page: list[str]) -> None:
    """Add the paragraphs and rows of the next page to those told before."""
    if told and page and _is_row(told[-1]) and page[0] in told and _is_row(page[0]):
        del page[0]  # the table's head
    if told and page and _goes_on(told[-1], page[0]):
        told[-1] = _together(told[-1], page.pop(0))
    told += page


def _is_row(text: str) -> bool:
    return _BAR in text


def _goes_on(above: str, below: str) -> bool:
    """Whether it stops within a sentence, and what is below begins small; of a row, its first words: "Родительское"
    stands above " | собрание"."""
    if not _is_row(above):
        return not ends_sentence(above) and below[:1].islower()
    upper, lower = _cells(above), _cells(below)
    numbered = upper[0].strip(" .").isdigit() and not lower[0]
    words = next(filter(None, lower), "")
    return numbered and words[:1].islower() and len(lower) <= len(upper)


def _together(above: str, below: str) -> str:
    if not _is_row(above):
        return join(above, below)
    cells = zip_longest(_cells(above), _cells(below), fillvalue="")
    return _BAR.join(_cell(upper, lower) for upper, lower in cells)


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.split("|")]


def _cell(above: str, below: str) -> str:
    """ "Классный" + "час"; "27.11.202" + "5" """
    if not (above and below):
        return above or below
    return above + below if _CUT_DAY.search(above) and below.isdigit() else join(above, below)

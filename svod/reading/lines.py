"""Lines that a page or a fixed width broke, put together again into the paragraphs they were."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import groupby, pairwise
from pathlib import Path

from svod.reading.content import Piece, prose, row
from svod.reading.normal import normalise

_NARROWEST, _WIDEST = 50, 100  # the widths, in characters, at which programs break lines
_STARTS_ITEM = re.compile(
    r"\s*(?:[-–—•*▪●○■\uf000-\uf0ff>]|\(?\d{1,2}[.)]|[IVX]{1,4}\.)\s|\s*\d{1,2}\.\d{1,2}\.\d{2,4}\s*(?:г\.?)?\s*[-–—:]"
)
_COMPOUND_TAIL = re.compile(r"(\w+)[-\u2010\ufffe\x02]$")
_ENDS_SENTENCE = re.compile(r"[.!?…:;][»”\")]*$")


def pieces_of_lines(text: str) -> Iterator[Piece]:
    """The paragraphs of a plain text, and the rows of tables pasted into it, whose cells tabs part."""
    for is_table, lines in groupby(text.splitlines(), lambda line: "\t" in line.rstrip()):
        cells = [line.split("\t") for line in lines]
        if is_table and len(cells) > 1:
            yield from map(row, cells)
        else:
            yield from map(prose, join_wrapped("\n".join(map("\t".join, cells))))


def join_wrapped(text: str) -> Iterator[str]:
    """The paragraphs of a plain text. Lines are joined only where the text shows that it was broken at a width."""
    lines = normalise(text).split("\n")
    width = max(map(len, lines))
    pairs = [(line, below) for line, below in pairwise(lines) if line and below and not starts_item(below)]
    full = sum(is_full(line, below, width) for line, below in pairs)
    wrapped = _NARROWEST <= width <= _WIDEST and len(pairs) > 2 and 2 * full >= len(pairs)
    if not wrapped:
        yield from filter(None, lines)
        return
    paragraph = last = ""
    for line in lines:
        if paragraph and line and not starts_item(line) and is_full(last, line, width):
            paragraph = join(paragraph, line)
        else:
            yield paragraph
            paragraph = line
        last = line
    yield paragraph


def is_full(line: str, below: str, width: int) -> bool:
    """Whether the next line's first word had no room left on this one: the break was not the author's."""
    return len(line) + 1 + len(below.split(maxsplit=1)[0]) > width


def starts_item(line: str) -> bool:
    """Whether a line opens a list item: "- тренинг", "2) тренинг", "IV. Итоги", "28.11.2025 - дебаты"."""
    return _STARTS_ITEM.match(line) is not None


def ends_sentence(line: str) -> bool:
    return _ENDS_SENTENCE.search(line.rstrip()) is not None


def join(above: str, below: str) -> str:
    """Two lines in one; a word divided at the line's end is whole again: "меро-" + "приятие", "мастер-" + "класс"."""
    tail = _COMPOUND_TAIL.search(above)
    if tail is None or not below[:1].isalnum():
        return f"{above.rstrip()} {below.lstrip()}"
    head = above[: tail.end(1)]
    divided = tail.group(1)[-1].isalpha() and below[0].islower() and not _keeps_hyphen(tail.group(1), below)
    return head + ("" if divided else "-") + below


def _keeps_hyphen(first: str, below: str) -> bool:
    """Whether the hyphen is the word's own: "онлайн-" + "встреча", "іс-" + "шара", "мастер-" + "класс"."""
    hyphens = _hyphens()
    return first.lower() in hyphens["first"] or below.lower().startswith(tuple(hyphens["second"]))


@cache
def _hyphens() -> dict[str, list[str]]:
    return tomllib.loads((Path(__file__).parent / "hyphens.toml").read_text(encoding="utf-8"))

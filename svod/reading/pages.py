"""The lines of printed pages, by where they stand: what is a paragraph, a table row, a header on every page."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from svod.reading.content import Piece, prose
from svod.reading.lines import join, starts_item

_PAGE_NUMBER = re.compile(r"\W*+(?:стр\w*\.?|page|бет)?\s*+(\d{1,4})\s*+(?:(?:из|of|/)\s*+\d{1,4}|-?бет)?\W*+", re.I)
# In heights of a line: less is unevenness or a stretched space, more is meant.
_INDENT = 0.7
_GAP_OF_COLUMNS = 1.5
_GAP_OF_PARAGRAPHS = 1.2
_TALLER = 1.35
_EVEN = 0.15
_FEWEST_GAPS = 3  # two may be as wide by chance


class Word(NamedTuple):
    """A printed word and its box, counted upwards and to the right from the page's lower left corner, in any unit."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


class Line(NamedTuple):
    """A printed line and its box, in the unit of its words; of several cells, where each begins."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    lefts: tuple[float, ...] = ()

    @property
    def height(self) -> float:
        return self.top - self.bottom


def by_height(words: list[Word]) -> list[list[Word]]:
    """The lines that the words stand in: what breaks a word in its cell may give its end as the same line's."""
    lines: list[list[Word]] = []
    for word in words:
        above = lines[-1][-1] if lines else None
        if above is None or (word.left < above.right and word.top <= (above.bottom + above.top) / 2):
            lines.append([])
        lines[-1].append(word)
    return lines


def line_of(words: list[Word]) -> Line:
    """The words of one line; where columns part them, " | " stands between."""
    bottom, top = min(word.bottom for word in words), max(word.top for word in words)
    text, lefts = words[0].text, [words[0].left]
    stretched = _is_stretched(words, top - bottom)
    for last, word in pairwise(words):
        apart = not stretched and word.left - last.right > _GAP_OF_COLUMNS * (top - bottom)
        lefts += [word.left] if apart else []
        text += (" | " if apart else " ") + word.text
    return Line(text, words[0].left, bottom, words[-1].right, top, tuple(lefts))


def _is_stretched(words: list[Word], height: float) -> bool:
    """Whether the few words of a line were set apart to fill it: every gap is as wide. Columns are not that even."""
    gaps = [word.left - last.right for last, word in pairwise(words)]
    return len(gaps) >= _FEWEST_GAPS and max(gaps) - min(gaps) < _EVEN * height


def without_repeats(pages: list[list[Line]]) -> tuple[list[str], list[list[Line]]]:
    """The lines that stand at the same place of most pages, told once, and the pages without them and their numbers.

    Two pages prove nothing: from three on, a line at the top or the bottom is taken for a page header.
    """
    seen = Counter(_key(line) for page in pages for line in _edges(page))
    repeated = {key for key, times in seen.items() if times >= 3 and times > 0.6 * len(pages)}
    headers: dict[tuple[str, int], str] = {}
    bodies = []
    for number, page in enumerate(pages, 1):
        edges = _edges(page)
        dropped = {line for line in edges if _key(line) in repeated or _numbers_page(line, page, number)}
        for line in edges:
            if _key(line) in repeated and not _PAGE_NUMBER.fullmatch(line.text):
                headers.setdefault(_key(line), line.text)
        bodies.append([line for line in page if line not in dropped])
    return list(headers.values()), bodies


def _edges(page: list[Line]) -> list[Line]:
    """The two highest and the two lowest lines of a page."""
    by_height = sorted(page, key=lambda line: -line.top)
    return by_height if len(by_height) <= 4 else by_height[:2] + by_height[-2:]


def _key(line: Line) -> tuple[str, int]:
    height = line.height or 1.0  # letters of no size, too, are somewhere
    return re.sub(r"\d+", "0", line.text), round(line.bottom / height * 2)


def _numbers_page(line: Line, page: list[Line], number: int) -> bool:
    """Whether a line is the page's own number, above or below everything else."""
    told = _PAGE_NUMBER.fullmatch(line.text)
    outermost = line.top >= max(other.top for other in page) or line.bottom <= min(other.bottom for other in page)
    return told is not None and int(told[1]) == number and outermost and len(page) > 1


def paragraphs(page: list[Line]) -> Iterator[str]:
    """The paragraphs of one page; what stands side by side is one line, "Тренинг | 25.11.2022 | 45"."""
    paragraph = ""
    for above, line, margin in _with_margins(_rows(page)):
        if above is not None and paragraph and not _breaks(above, line, margin):
            paragraph = join(paragraph, line.text)
            continue
        if paragraph:
            yield paragraph
        paragraph = line.text
    if paragraph:
        yield paragraph


def _rows(page: list[Line]) -> list[Line]:
    """The lines, with those that share their height and do not touch made one row."""
    rows: list[Line] = []
    for line in page:
        last = rows[-1] if rows else None
        if last is not None and abs(line.bottom - last.bottom) < 0.4 * line.height and line.left > last.right:
            text = f"{last.text} | {line.text}"
            lefts = (*(last.lefts or (last.left,)), *(line.lefts or (line.left,)))
            rows[-1] = Line(text, last.left, min(last.bottom, line.bottom), line.right, max(last.top, line.top), lefts)
        elif last is not None and (cell := _cell_above(last, line)) is not None:
            cells = last.text.split(" | ")
            cells[cell] = join(cells[cell], line.text)
            rows[-1] = last._replace(text=" | ".join(cells), bottom=line.bottom)
        else:
            rows.append(line)
    return rows


def _cell_above(row: Line, line: Line) -> int | None:
    """Which cell of a row goes on in the line below it: "Родительское" above "собрание"; at the page's margin only a
    small letter says that one does."""
    bars = row.text.count(" | ")
    if not bars or len(row.lefts) != bars + 1 or " | " in line.text or starts_item(line.text):
        return None
    if row.bottom - line.top > _GAP_OF_PARAGRAPHS * line.height:
        return None
    ends = (*row.lefts[1:], float("inf"))
    below = (place for place, left in enumerate(row.lefts) if abs(left - line.left) < line.height)
    return next((place for place in below if line.right < ends[place] and (place or line.text[0].islower())), None)


def _with_margins(lines: list[Line]) -> Iterator[tuple[Line | None, Line, float]]:
    """Each line with the one above it and the right margin of the column they stand in."""
    start = 0
    while start < len(lines):
        end = start + 1
        while end < len(lines) and _same_column(lines[end - 1], lines[end]):
            end += 1
        margin = max(line.right for line in lines[start:end])
        for place in range(start, end):
            yield (lines[place - 1] if place > start else None), lines[place], margin
        start = end


def _same_column(above: Line, below: Line) -> bool:
    return (
        below.top < above.top
        and above.bottom - below.top < 3 * above.height
        and below.left < above.right
        and above.left < below.right
    )


def _breaks(above: Line, below: Line, margin: float) -> bool:
    """Whether a new paragraph begins with `below`."""
    taller, lower = max(above.height, below.height), min(above.height, below.height)
    indented = below.left - above.left > _INDENT * lower and not starts_item(above.text)
    first_word = below.text.split(maxsplit=1)[0]
    letter = (below.right - below.left) / len(below.text)
    had_room = above.right + letter * (len(first_word) + 1) < margin
    return (
        " | " in above.text
        or " | " in below.text
        or starts_item(below.text)
        or above.bottom - below.top > _GAP_OF_PARAGRAPHS * lower
        or taller > _TALLER * lower
        or indented
        or had_room
    )


def printed(text: str) -> Piece:
    """The piece for a paragraph or a row of a page."""
    return Piece("row", text) if " | " in text else prose(text)

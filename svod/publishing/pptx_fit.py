"""How much text fits a box of a slide: one rule, by which sizes are chosen and by which a test measures them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from svod.publishing.quotes import printable
from svod.records import Run

LETTER = 0.58  # of the font size: the width of a letter of Arial, bold ones and wide Cyrillic ones included
BOLD_LETTER = 0.68  # the same of a word of wide bold letters, which no other word evens out
LINE = 1.2  # of the font size: the height of a line
AFTER = 0.5  # of the font size: the room below a paragraph
BULLET = 1.2  # of the font size: how far an item is set in


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph of a slide; `bullet` is the sign before it, or its number as "1."; "" for none.

    A note is set smaller than the rest.
    """

    runs: tuple[Run, ...]
    bullet: str = ""
    note: bool = False

    @property
    def text(self) -> str:
        return printable("".join(run.text for run in self.runs))

    def size(self, size: float) -> float:
        return max(10.0, round(size * 0.75)) if self.note else size


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a slide, in points."""

    left: float
    top: float
    width: float
    height: float


def lines(text: str, width: float, size: float) -> int:
    """How many lines the text takes: words are not parted, unless one is wider than a line."""
    room = max(1.0, width / (LETTER * size))
    count, used = 1, 0.0
    for word in text.split():
        length = len(word)
        if used and used + 1 + length > room:
            count, used = count + 1, 0.0
        if length > room:
            count += int(length // room)
            length = int(length % room)
        used += length + (1 if used else 0)
    return count


def height(texts: Sequence[Text], width: float, size: float) -> float:
    """How high the paragraphs stand at that size."""
    return sum(_height(one, width, one.size(size)) for one in texts)


def _height(one: Text, width: float, size: float) -> float:
    inside = width - (BULLET * size if one.bullet else 0)
    return lines(one.text, inside, size) * LINE * size + AFTER * size


def fitting(texts: Sequence[Text], box: Box, sizes: Sequence[float]) -> float | None:
    """The first of the sizes, the largest first, at which the paragraphs fit; None where none is small enough."""
    return next((size for size in sizes if height(texts, box.width, size) <= box.height), None)


def parted(texts: Sequence[Text], box: Box, size: float) -> Iterator[tuple[Text, ...]]:
    """The paragraphs in portions that each fit the box at that size; one too long for it alone stands alone."""
    portion: list[Text] = []
    for one in texts:
        if portion and height((*portion, one), box.width, size) > box.height:
            yield tuple(portion)
            portion = []
        portion.append(one)
    if portion:
        yield tuple(portion)

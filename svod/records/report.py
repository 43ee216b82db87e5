"""The consolidated report as a tree, before it becomes a file. Publishers draw it; they decide nothing."""

from dataclasses import dataclass, field
from typing import Literal

from svod.records.bounds import Bounds
from svod.records.text import Evidence


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one paragraph that share their sources. A number's run holds the number alone ("не менее 301").

    `sources` are the places the words stand on, `activities` the ids of the distinct activities behind them.
    """

    text: str
    sources: tuple[Evidence, ...] = ()
    activities: tuple[str, ...] = ()
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    level: int = 1
    anchor: str = ""  # unique in the report, as "region-KZ-39"


@dataclass(frozen=True, slots=True)
class Paragraph:
    runs: tuple[Run, ...]
    note: bool = False  # set apart: a caveat about coverage, drafts, a contradiction

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Listing:
    items: tuple[Paragraph, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """`value` is the number that the runs print, where they print one."""

    runs: tuple[Run, ...]
    numeric: bool = False
    strong: bool = False
    value: Bounds | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """`rows` have as many cells as `header`; the last row may be a sum (strong cells)."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class BarChart:
    """`bars` are (label, least, most or None, printed value), drawn in that order.

    Where `series` names several, as "2025" and "2024", each label has a bar of each, one after the other.
    """

    caption: str
    bars: tuple[tuple[str, int, int | None, str], ...]
    series: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TileMap:
    """`tiles` are (region code, short label, value or None where nothing came, printed value).

    `positions` are (region code, column, row) from 0 at the upper left, as the pack's geography lays them out;
    tiles without a position follow in rows below.
    """

    caption: str
    tiles: tuple[tuple[str, str, int | None, str], ...]
    legend: tuple[str, ...] = ()  # words for: no report, few, many
    positions: tuple[tuple[str, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that is not drawn from numbers: a photo, a QR code. `data` is a JPEG or a PNG of `pixels`.

    `described` stands for it where it is not seen; `share` is how much of the line it takes, in hundredths.
    """

    caption: str
    described: str
    data: bytes
    pixels: tuple[int, int]
    share: int = 100

    @property
    def media(self) -> str:
        return "image/png" if self.data.startswith(b"\x89PNG") else "image/jpeg"


Block = Heading | Paragraph | Listing | Table | BarChart | TileMap | Picture


@dataclass(frozen=True, slots=True)
class Report:
    """`words` hold what a publisher must print itself in the report's language: "sources", "table", "figure",
    "page", "open_source", "draft".

    `sources` is where the places are shown that its numbers rest on: "listed" after the text; "linked" only where a
    number can be opened, in HTML, because paper is short of room; "hidden" in no file, because the text is for the
    public and the submissions are not. `closing` stands after all of that, on a page of its own.
    """

    title: str
    subtitle: str
    language: str
    blocks: tuple[Block, ...]
    words: tuple[tuple[str, str], ...] = field(default=())
    sources: Literal["listed", "linked", "hidden"] = "listed"
    closing: tuple[Block, ...] = ()

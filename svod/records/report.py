"""The consolidated report as a tree, before it becomes a file. Publishers draw it; they decide nothing."""

from dataclasses import dataclass, field

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
    runs: tuple[Run, ...]
    numeric: bool = False
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """`rows` have as many cells as `header`; the last row may be a sum (strong cells)."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class BarChart:
    """`bars` are (label, least, most or None, printed value), drawn in that order."""

    caption: str
    bars: tuple[tuple[str, int, int | None, str], ...]


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


Block = Heading | Paragraph | Listing | Table | BarChart | TileMap


@dataclass(frozen=True, slots=True)
class Report:
    """`words` hold what a publisher must print itself in the report's language: "sources", "table", "figure",
    "page", "open_source", "draft"."""

    title: str
    subtitle: str
    language: str
    blocks: tuple[Block, ...]
    words: tuple[tuple[str, str], ...] = field(default=())

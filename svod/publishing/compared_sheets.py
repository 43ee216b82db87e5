"""Plan against fact and year against year as sheets: the numbers of the report's tables, with a chart beside them."""

from collections.abc import Iterator, Mapping

from svod.publishing.beside import table as data
from svod.publishing.quotes import shortened
from svod.publishing.sheets import Column, Row, Sheet, SheetChart
from svod.records import Cell, Heading, Report, ReportBlock, Table

_NAME_LIMIT = 31  # Excel's
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


def compared_sheets(report: Report) -> Iterator[Sheet]:
    """A sheet for each heading of the report, its tables one below the other, the first one drawn."""
    words: Mapping[str, str] = data("register_words.toml")[report.language]["columns"]
    for heading, blocks in _parts(report):
        tables = [block for block in blocks if isinstance(block, Table)]
        if tables:
            yield _sheet(heading, tables, words)


def _parts(report: Report) -> Iterator[tuple[Heading, list[ReportBlock]]]:
    """The report's blocks below each of its headings."""
    headings = [place for place, block in enumerate(report.blocks) if isinstance(block, Heading)]
    for start, end in zip(headings, [*headings, len(report.blocks)][1:], strict=True):
        heading = report.blocks[start]
        if isinstance(heading, Heading):
            yield heading, list(report.blocks[start + 1 : end])


def _sheet(heading: Heading, tables: list[Table], words: Mapping[str, str]) -> Sheet:
    first = tables[0]
    numbers = [
        Column(f"{name}: {words[end].lower()}", "number", 16) for name in first.header[1:] for end in ("least", "most")
    ]
    columns = (Column(words["compared"], "text", 16), Column(words["title"], "text", 34), *numbers)
    rows = [_row(table.header[0], row) for table in tables for row in table.rows]
    drawn = sum(not row[0].strong for row in first.rows)
    chart = SheetChart(
        first.caption, rows=drawn, names=1, values=tuple(range(2, len(columns), 2)), titles=first.header[1:]
    )
    return Sheet(_named(heading.text), columns, rows, frozen=2, chart=chart)


def _row(kind: str, cells: tuple[Cell, ...]) -> Row:
    name, *numbers = cells
    ends = [end for cell in numbers for end in (cell.value.as_list() if cell.value else (None, None))]
    return (kind, "".join(run.text for run in name.runs), *ends)


def _named(text: str) -> str:
    """A name that a sheet may have."""
    return shortened(text.translate(_FORBIDDEN), _NAME_LIMIT)

"""Each block of the report as HTML."""

from base64 import b64encode
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from svod.publishing.held_together import held_together
from svod.publishing.markup import drawn, html, identifier
from svod.publishing.numbering import levels, numbers
from svod.publishing.pictures import picture
from svod.publishing.references import Reference, References, grouped, is_number
from svod.publishing.svg import Element
from svod.records import (
    BarChart,
    Cell,
    Heading,
    Listing,
    Paragraph,
    Picture,
    Report,
    ReportBlock,
    Run,
    Table,
    TileMap,
)


class Drawing:
    """Draws blocks; knows which number each picture, table and heading has, and which places lead to a reference."""

    def __init__(
        self,
        report: Report,
        references: References,
        words: Mapping[str, str],
        shown_at: Callable[[int], str] = "#s{}".format,
    ) -> None:
        """`shown_at` is the address at which a reference of that number is shown."""
        self.headings = _headings(report)
        self.places: Counter[int] = Counter()  # by reference's number: how many places were drawn
        self._references = references
        self._words = words
        self._shown_at = shown_at
        self._language = report.language
        self._numbers = numbers(report)
        self._tile_links = {
            heading.anchor.removeprefix("region-"): f"#{anchor}"
            for anchor, _, heading in self.headings.values()
            if heading.anchor.startswith("region-")
        }

    def block(self, block: ReportBlock) -> Element:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return html.p(*self._runs(block.runs), {"class": "note"} if block.note else {})
            case Listing():
                items = [html.li(*self._runs(item.runs)) for item in block.items]
                return html.ol(*items) if block.numbered else html.ul(*items)
            case Table():
                return self._table(block)
            case BarChart() | TileMap():
                return self._figure(block)
            case Picture():
                return _image(block)

    def linked(self, run: Run, shown: Sequence[Element | str]) -> Element:
        """What is shown, as a link to the run's sources where it has any."""
        reference = self._references.of(run)
        if reference is None:
            return html.span(*shown)
        # data-n is what a print shows in brackets
        look = {"class": "num", "title": self._words["open_source"], "data-n": str(reference.number)}
        return html.a(*shown, {**look, **self._address(reference)})

    def _address(self, reference: Reference) -> dict[str, str]:
        """Where the link leads, and the id by which one comes back to it."""
        self.places[reference.number] += 1
        return {
            "href": self._shown_at(reference.number),
            "id": place_id(reference.number, self.places[reference.number]),
        }

    def _runs(self, runs: tuple[Run, ...]) -> list[Element | str]:
        """Numbers are links themselves; words that rest on something get a mark behind them."""
        found: list[Element | str] = []
        for group, reference in grouped(tuple(held_together(runs)), self._references):
            for run in group:
                shown = html.strong(run.text) if run.strong else run.text
                found.append(self.linked(run, [shown]) if reference and is_number(run) else shown)
            if reference and not any(is_number(run) for run in group):
                found.append(self._mark(reference))
        return found

    def _mark(self, reference: Reference) -> Element:
        label = self._words["source_of"].format(n=reference.number)
        link = html.a(str(reference.number), {"aria-label": label, **self._address(reference)})
        return html.sup(link, {"class": "mark"})

    def _heading(self, block: Heading) -> Element:
        anchor, level, _ = self.headings[id(block)]
        return html(f"h{level}", block.text, id=anchor)

    def _table(self, block: Table) -> Element:
        number = self._numbers[id(block)]
        numeric = _numeric_columns(block)
        caption = self._words["table_caption"].format(n=number, caption=block.caption)
        head = [
            html.th(words, {"scope": "col", **({"class": "n"} if is_numeric else {})})
            for words, is_numeric in zip(block.header, numeric, strict=True)
        ]
        body = html.tbody(*(self._row(row) for row in block.rows))
        name = f"table-{number}"
        table = html.table(html.thead(html.tr(*head)), body, {"aria-labelledby": name})
        return html.figure(html.figcaption(caption, id=name), _frame(table, name), {"class": "table"})

    def _row(self, row: tuple[Cell, ...]) -> Element:
        cells = [self._cell(cell, is_first=place == 0) for place, cell in enumerate(row)]
        return html.tr(*cells, {"class": "sum"} if row and all(cell.strong for cell in row) else {})

    def _cell(self, cell: Cell, is_first: bool) -> Element:
        look = {"class": "n"} if cell.numeric else {}
        if is_first and not cell.numeric:
            return html.th(*self._runs(cell.runs), {"scope": "row", **look})
        return html.td(*self._runs(cell.runs), look)

    def _figure(self, block: BarChart | TileMap) -> Element:
        number = self._numbers[id(block)]
        caption = self._words["figure_caption"].format(n=number, caption=block.caption)
        drawing = drawn(picture(block, self._language, number, self._tile_links))
        name = f"figure-{number}"
        kind = "map" if isinstance(block, TileMap) else "chart"
        return html.figure(html.figcaption(caption, id=name), _frame(drawing, name), {"class": kind})


def _image(block: Picture) -> Element:
    data = b64encode(block.data).decode("ascii")
    wide, high = (str(side) for side in block.pixels)
    shown = html.img(src=f"data:{block.media};base64,{data}", alt=block.described, width=wide, height=high)
    caption = [html.figcaption(block.caption)] if block.caption else []
    return html.figure(*caption, shown, {"class": "photo"})


def _frame(wide: Element, name: str) -> Element:
    """What is wider than the screen scrolls in its own frame, by keyboard too; the page itself never does."""
    return html.div(wide, {"class": "frame", "role": "region", "aria-labelledby": name, "tabindex": "0"})


def place_id(number: int, place: int) -> str:
    """The id of the first, second, … place in the text that leads to the reference."""
    return f"n{number}" if place == 1 else f"n{number}-{place}"


def _numeric_columns(block: Table) -> list[bool]:
    return [all(row[place].numeric for row in block.rows) and bool(block.rows) for place in range(len(block.header))]


def _headings(report: Report) -> dict[int, tuple[str, int, Heading]]:
    """By the block's `id()`: its id on the page, its level below the title's h1, itself."""
    found: dict[int, tuple[str, int, Heading]] = {}
    taken: set[str] = set()
    level_of = levels(report)
    for block in (*report.blocks, *report.closing):
        if isinstance(block, Heading):
            anchor = identifier(block.anchor) or f"part-{len(found) + 1}"
            while anchor in taken:
                anchor += "-1"
            taken.add(anchor)
            found[id(block)] = (anchor, min(level_of[id(block)] + 1, 6), block)
    return found

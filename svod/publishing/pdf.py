"""The report as a tagged PDF (PDF/UA-1), set by typst. The text goes to the template as data, never as markup."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from svod.publishing.annex import entries
from svod.publishing.beside import text, words_for
from svod.publishing.held_together import held_together
from svod.publishing.layout import fit
from svod.publishing.numbering import levels, numbers
from svod.publishing.pictures import described, framed, picture
from svod.publishing.quotes import Guard, as_is, printable
from svod.publishing.references import References, grouped
from svod.records import (
    BarChart,
    Heading,
    Listing,
    Paragraph,
    Picture,
    Register,
    Report,
    ReportBlock,
    Run,
    Table,
    TileMap,
)

Data = dict[str, Any]  # what JSON holds


def write_pdf(report: Report, register: Register, path: Path, *, guard: Guard = as_is) -> None:
    """Write the report to `path`; the same report gives the same bytes. `guard` is applied to every quote."""
    data = json.dumps(typst_data(report, register, guard), ensure_ascii=False)
    path.write_bytes(_set(_NO_GLYPH.sub("□", data)))


# Pictographs of chats, and what only changes their look: the bundled fonts have no drawing for them.
_NO_GLYPH = re.compile("[\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\U00010000-\U0010ffff][\ufe00-\ufe0f\u200d\u20e3]*")


def _set(data: str) -> bytes:
    """Set as PDF/UA-1; where a script without a bundled font forbids that, as a plain tagged PDF."""
    import typst  # 60 MB of library: only when a PDF is wanted

    template, given = text("report.typ").encode(), {"data": data}
    try:
        return typst.compile(template, format="pdf", ignore_system_fonts=True, sys_inputs=given, pdf_standards=["ua-1"])
    except typst.TypstError:
        return typst.compile(template, format="pdf", ignore_system_fonts=True, sys_inputs=given)


def typst_data(report: Report, register: Register, guard: Guard = as_is) -> Data:
    """All that the template draws: blocks in order, then the annex of sources."""
    references = References(report, register, guard=guard)
    words = words_for(report)
    drawing = _Drawing(report, references, words)
    return {
        "language": report.language,
        "title": printable(report.title) or "–",
        "subtitle": printable(report.subtitle),
        "blocks": [drawing.block(block) for block in report.blocks],
        "closing": [drawing.block(block) for block in report.closing],
        "sources": [asdict(entry) for entry in entries(references, words)],
        "words": {name: words[name] for name in ("sources", "sources_lead", "page_of")},
    }


class _Drawing:
    """Turns blocks into data; knows which reference was already marked, because there the way back leads."""

    def __init__(self, report: Report, references: References, words: Mapping[str, str]) -> None:
        self._language = report.language
        self._references = references
        self._words = words
        self._numbers = numbers(report)
        self._levels = levels(report)
        self._places: Counter[int] = Counter()

    def block(self, block: ReportBlock) -> Data:
        match block:
            case Heading():
                return {"type": "heading", "level": self._levels[id(block)], "text": printable(block.text)}
            case Paragraph():
                return {"type": "paragraph", "note": block.note, "runs": list(self._runs(block.runs))}
            case Listing():
                items = [list(self._runs(item.runs)) for item in block.items]
                return {"type": "listing", "numbered": block.numbered, "items": items}
            case Table():
                return self._table(block)
            case BarChart() | TileMap():
                return self._picture(block)
            case Picture():
                return self._image(block)

    def _runs(self, runs: tuple[Run, ...], strong: bool = False) -> Iterator[Data]:
        """`mark` is the number printed behind the words, `first` where the annex leads back to."""
        for group, reference in grouped(tuple(held_together(runs)), self._references):
            for run in group:
                yield {"text": printable(run.text), "strong": run.strong or strong}
            if reference:
                yield {"mark": reference.number, "first": not self._places[reference.number]}
                self._places[reference.number] += 1

    def _table(self, block: Table) -> Data:
        return {
            "type": "table",
            "caption": self._caption("table_caption", block),
            "header": [printable(header) for header in block.header],
            "layout": asdict(fit(block)),
            "rows": [
                [{"numeric": cell.numeric, "runs": list(self._runs(cell.runs, cell.strong))} for cell in row]
                for row in block.rows
            ],
        }

    def _picture(self, block: BarChart | TileMap) -> Data:
        drawing = picture(block, self._language, self._numbers[id(block)])
        return {
            "type": "picture",
            "caption": self._caption("figure_caption", block),
            "svg": drawing,
            "alt": described(drawing),
            "width": 80 if isinstance(block, BarChart) else 100,  # hundredths of the line
        }

    def _image(self, block: Picture) -> Data:
        words = {"caption": printable(block.caption), "alt": printable(block.described)}
        return {"type": "picture", "svg": framed(block), "width": block.share, **words}

    def _caption(self, kind: str, block: Table | BarChart | TileMap) -> str:
        return self._words[kind].format(n=self._numbers[id(block)], caption=printable(block.caption))

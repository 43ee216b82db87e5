"""The report as a Word document in the official style."""

import io
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import docx
from docx.oxml.ns import qn

from svod.publishing.annex import Entry, entries
from svod.publishing.archive import with_fixed_times
from svod.publishing.beside import words_for
from svod.publishing.docx_parts import bookmark, field, link, words
from svod.publishing.docx_style import TEXT_WIDTH, dress
from svod.publishing.docx_table import draw_table
from svod.publishing.numbering import levels
from svod.publishing.pictures import as_png, described, picture
from svod.publishing.quotes import Guard, as_is, printable
from svod.publishing.references import Reference, References, marked
from svod.records import BarChart, Heading, Listing, Paragraph, Register, Report, ReportBlock, Run, Table, TileMap

Word = Any  # python-docx carries no types


def write_docx(report: Report, register: Register, path: Path, *, guard: Guard = as_is) -> None:
    """Write the report to `path`; the same report gives the same bytes. `guard` is applied to every quote."""
    writer = _Writer(report, References(report, register, guard=guard))
    path.write_bytes(with_fixed_times(writer.document()))


class _Writer:
    """Writes one report; counts its tables, pictures, bookmarks and the marks it has printed."""

    def __init__(self, report: Report, references: References) -> None:
        self._report = report
        self._references = references
        self._words: Mapping[str, str] = words_for(report)
        self._levels = levels(report)
        self._counts: Counter[str] = Counter()
        self._document: Word = docx.Document()

    def document(self) -> bytes:
        """The whole document, before its times are fixed."""
        dress(self._document, self._words["tag"])
        self._say_what_it_is()
        self._document.add_paragraph(printable(self._report.title), style="Title")
        if self._report.subtitle:
            self._document.add_paragraph(printable(self._report.subtitle), style="Svod Subtitle")
        for block in self._report.blocks:
            self._block(block)
        self._sources()
        packed = io.BytesIO()
        self._document.save(packed)
        return packed.getvalue()

    def _say_what_it_is(self) -> None:
        """Title and language, no clock: the times of the template go, none come."""
        properties = self._document.core_properties
        properties.title, properties.language = printable(self._report.title), self._words["tag"]
        properties.author, properties.comments, properties.keywords = "Svod", "", ""
        properties.last_modified_by = "Svod"
        for time in ("dcterms:created", "dcterms:modified"):
            for found in properties._element.findall(qn(time)):
                properties._element.remove(found)

    def _block(self, block: ReportBlock) -> None:
        match block:
            case Heading():
                self._document.add_paragraph(printable(block.text), style=f"Heading {min(self._levels[id(block)], 3)}")
            case Paragraph():
                self._paragraph(block.runs, "Svod Note" if block.note else "Normal")
            case Listing():
                self._listing(block)
            case Table():
                self._caption("table", block.caption)
                draw_table(self._document, block, self._runs)
            case BarChart() | TileMap():
                self._picture(block)

    def _paragraph(self, runs: tuple[Run, ...], style: str) -> Word:
        paragraph = self._document.add_paragraph(style=style)
        paragraph._p.extend(self._runs(runs))
        return paragraph

    def _listing(self, block: Listing) -> None:
        """Numbered by hand, so that every list begins at 1 in every program that opens it."""
        for number, item in enumerate(block.items, 1):
            lead = f"{number}) " if block.numbered else "– "
            self._paragraph((Run(lead), *item.runs), "Normal")

    def _runs(self, runs: tuple[Run, ...]) -> list[Word]:
        """The words, and behind those with a source its number as a link."""
        found = []
        for run, reference, is_last in marked(runs, self._references):
            found.append(words(printable(run.text), bold=run.strong))
            if reference and is_last:
                found += self._mark(reference)
        return found

    def _mark(self, reference: Reference) -> list[Word]:
        self._counts[f"place {reference.number}"] += 1
        shown = link(f"s{reference.number}", words(f"[{reference.number}]", style="SvodMark"))
        if self._counts[f"place {reference.number}"] > 1:
            return [shown]
        return self._bookmark(f"n{reference.number}", shown)  # where the way back leads

    def _bookmark(self, name: str, *inside: Word) -> list[Word]:
        self._counts["bookmark"] += 1
        return bookmark(name, self._counts["bookmark"], *inside)

    def _caption(self, kind: str, caption: str) -> None:
        """ "Таблица 1 – …", its number a field, so that Word counts on when a table is added by hand."""
        self._counts[kind] += 1
        number = str(self._counts[kind])
        style = "Svod Table Caption" if kind == "table" else "Svod Figure Caption"
        paragraph = self._document.add_paragraph(style=style)
        before, _, after = self._words[f"{kind}_caption"].partition("{n}")
        if before:
            paragraph._p.append(words(before))
        paragraph._p.append(field(f"SEQ {kind} \\* ARABIC", number))
        paragraph._p.append(words(after.format(caption=printable(caption))))

    def _picture(self, block: BarChart | TileMap) -> None:
        drawing = picture(block, self._report.language, self._counts["figure"] + 1)
        paragraph = self._document.add_paragraph(style="Svod Picture")
        shape = paragraph.add_run().add_picture(io.BytesIO(as_png(drawing)), width=TEXT_WIDTH)
        properties = shape._inline.docPr
        properties.set("descr", described(drawing))
        properties.set("title", printable(block.caption))
        self._caption("figure", block.caption)

    def _sources(self) -> None:
        listed = list(entries(self._references, self._words))
        if not listed:
            return
        heading = self._document.add_paragraph(self._words["sources"], style="Heading 1")
        heading.paragraph_format.page_break_before = True
        self._document.add_paragraph(self._words["sources_lead"], style="Svod Note")
        for entry in listed:
            self._entry(entry)

    def _entry(self, entry: Entry) -> None:
        paragraph = self._document.add_paragraph(style="Svod Source")
        number = link(f"n{entry.number}", words(f"[{entry.number}]", bold=True))
        paragraph._p.extend([*self._bookmark(f"s{entry.number}", number), words(f" {entry.label}")])
        for file, quoted in entry.quotes:
            line = self._document.add_paragraph(style="Svod Quote")
            line._p.append(words(f"{file}: {quoted}"))
        if entry.more:
            self._document.add_paragraph(entry.more, style="Svod Quote")

"""The report as a Word document in the official style."""

import io
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.shared import Cm

from svod.publishing.annex import Entry, entries
from svod.publishing.archive import with_fixed_times
from svod.publishing.beside import words_for
from svod.publishing.docx_parts import bookmark, element, field, link, paragraph, section_break, set_columns, words
from svod.publishing.docx_style import TEXT_WIDTH, dress
from svod.publishing.docx_table import draw_table
from svod.publishing.held_together import held_together
from svod.publishing.numbering import levels
from svod.publishing.pictures import as_png, described, picture
from svod.publishing.quotes import Guard, as_is, printable
from svod.publishing.references import Reference, References, grouped
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

Word = Any  # python-docx carries no types

_WIDTHS = {BarChart: Cm(13.5), TileMap: TEXT_WIDTH}


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
        self._end = self._document.element.body.sectPr  # the page's own properties close the body

    def document(self) -> bytes:
        """The whole document, before its times are fixed."""
        dress(self._document, self._words["tag"])
        self._say_what_it_is()
        self._add("Title", words(printable(self._report.title)))
        if self._report.subtitle:
            self._add("SvodSubtitle", words(printable(self._report.subtitle)))
        for block in self._report.blocks:
            self._block(block)
        self._sources()
        self._closing()
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
                self._add(f"Heading{min(self._levels[id(block)], 3)}", words(printable(block.text)))
            case Paragraph():
                self._add("SvodNote" if block.note else "Normal", *self._runs(block.runs))
            case Listing():
                self._listing(block)
            case Table():
                self._caption("table", block.caption)
                draw_table(self._document, block, self._runs)
            case BarChart() | TileMap():
                self._picture(block)
            case Picture():
                self._image(block)

    def _add(self, style: str, *inside: Word) -> Word:
        """A paragraph at the end. python-docx's own call looks through all styles and all paragraphs each time."""
        made = paragraph(style, *inside)
        self._end.addprevious(made)
        return made

    def _listing(self, block: Listing) -> None:
        """Numbered by hand, so that every list begins at 1 in every program that opens it."""
        for number, item in enumerate(block.items, 1):
            lead = f"{number}) " if block.numbered else "– "
            self._add("Normal", *self._runs((Run(lead), *item.runs)))

    def _runs(self, runs: tuple[Run, ...]) -> list[Word]:
        """The words, and behind those with a source its number as a link."""
        found = []
        for group, reference in grouped(tuple(held_together(runs)), self._references):
            found += [words(printable(run.text), bold=run.strong) for run in group]
            found += self._mark(reference) if reference else []
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
        """Such as "Таблица 1 – …", its number a field: Word counts on when a table is added by hand."""
        self._counts[kind] += 1
        style = "SvodTableCaption" if kind == "table" else "SvodFigureCaption"
        before, _, after = self._words[f"{kind}_caption"].partition("{n}")
        number = field(f"SEQ {kind} \\* ARABIC", str(self._counts[kind]))
        behind = words(after.format(caption=printable(caption)))
        self._add(style, *([words(before)] if before else []), number, behind)

    def _picture(self, block: BarChart | TileMap) -> None:
        drawing = picture(block, self._report.language, self._counts["figure"] + 1)
        self._place(as_png(drawing), _WIDTHS[type(block)], described(drawing), block.caption)
        self._caption("figure", block.caption)

    def _image(self, block: Picture) -> None:
        self._place(block.data, int(TEXT_WIDTH * block.share / 100), block.described, block.caption)
        if block.caption:
            self._add("SvodFigureCaption", words(printable(block.caption)))

    def _place(self, data: bytes, width: int, described_as: str, title: str) -> None:
        place = self._document.add_paragraph(style="Svod Picture")
        shape = place.add_run().add_picture(io.BytesIO(data), width=width)
        for side in ("distT", "distB", "distL", "distR"):  # unless said, LibreOffice leaves a margin and cuts the map
            shape._inline.set(side, "0")
        properties = shape._inline.docPr
        properties.set("descr", printable(described_as))
        properties.set("title", printable(title))

    def _closing(self) -> None:
        """On a page of its own, after the annex."""
        if not self._report.closing:
            return
        self._end.addprevious(section_break(self._end))
        set_columns(self._end, 1)
        begun = len(self._document.element.body)
        for block in self._report.closing:
            self._block(block)
        first = self._document.element.body[begun - 1]
        first.get_or_add_pPr().append(element("w:pageBreakBefore"))

    def _sources(self) -> None:
        listed = list(entries(self._references, self._words))
        if not listed:
            return
        heading = self._add("Heading1", words(self._words["sources"]))
        heading.pPr.append(element("w:pageBreakBefore"))
        self._add("SvodNote", words(self._words["sources_lead"]))
        self._end.addprevious(section_break(self._end))
        for entry in listed:
            self._entry(entry)
        set_columns(self._end, 2)

    def _entry(self, entry: Entry) -> None:
        """One paragraph: its number, what rests on it, and the quotes one after the other."""
        number = link(f"n{entry.number}", words(f"[{entry.number}]", bold=True))
        inside = [*self._bookmark(f"s{entry.number}", number), words(f" {entry.label}", bold=True)]
        for file, quoted in entry.quotes:
            inside += [words(f" {file}:", style="SvodFile")] if file else [words(";")]
            inside.append(words(f" {quoted}"))
        self._add("SvodSource", *inside, words(f"; {entry.more}" if entry.more else ""))

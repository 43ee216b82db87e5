"""The report as slides: the title, then one for each heading, its sources in the notes."""

import io
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pptx
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml.ns import qn
from pptx.util import Pt

from svod.publishing.annex import entries
from svod.publishing.archive import with_fixed_times
from svod.publishing.beside import words_for
from svod.publishing.pptx_fit import Box, Text, fitting
from svod.publishing.pptx_pages import BODY, EDGE, FOOTER, HEIGHT, TITLE, WIDTH, Page, Visual, pages
from svod.publishing.pptx_parts import Look, add_text, colour, fill, place
from svod.publishing.pptx_table import draw_table
from svod.publishing.pptx_visuals import draw_chart, draw_map
from svod.publishing.quotes import Guard, as_is, printable, shortened
from svod.publishing.references import References
from svod.records import BarChart, Register, Report, Run, Table

Slide = Any  # python-pptx carries no types

_TITLE_SLIDE, _HEADED_SLIDE = 0, 5  # of the library's own template
_TITLE_SIZES = (30.0, 28.0, 26.0, 24.0, 22.0, 20.0, 18.0, 16.0, 14.0)
_COVER, _COVER_SIZES = Box(EDGE, 150, WIDTH - 2 * EDGE, 170), (40.0, 36.0, 32.0, 28.0, 24.0, 20.0)
_BELOW = Box(EDGE, 340, WIDTH - 2 * EDGE, 60)
_FOOTER_LIMIT = 110


def write_pptx(report: Report, register: Register, path: Path, *, guard: Guard = as_is) -> None:
    """Write the slides to `path`; the same report gives the same bytes. `guard` is applied to every quote."""
    path.write_bytes(with_fixed_times(_Writer(report, register, guard).presentation()))


class _Writer:
    """Draws one report's slides."""

    def __init__(self, report: Report, register: Register, guard: Guard) -> None:
        self._report, self._register, self._guard = report, register, guard
        self._words: Mapping[str, str] = words_for(report)
        self._tag = self._words["tag"]
        self._made: Any = pptx.Presentation()
        self._made.slide_width, self._made.slide_height = Pt(WIDTH), Pt(HEIGHT)

    def presentation(self) -> bytes:
        """The whole file, before its times are fixed."""
        self._say_what_it_is()
        self._cover()
        for number, page in enumerate(pages(self._report), 2):
            self._page(page, number)
        packed = io.BytesIO()
        self._made.save(packed)
        return packed.getvalue()

    def _say_what_it_is(self) -> None:
        """Title and language, no clock: the times of the template go, none come."""
        properties = self._made.core_properties
        properties.title, properties.language = printable(self._report.title), self._tag
        properties.author, properties.last_modified_by, properties.comments = "Svod", "Svod", ""
        for time in ("dcterms:created", "dcterms:modified"):
            for found in properties._element.findall(qn(time)):
                properties._element.remove(found)

    def _cover(self) -> None:
        slide = self._made.slides.add_slide(self._made.slide_layouts[_TITLE_SLIDE])
        _stripe(slide, Box(0, 0, 18, HEIGHT))
        title, subtitle = slide.shapes.title, slide.placeholders[1]
        _write(title, self._report.title, _COVER, _COVER_SIZES, Look(0, self._tag, bold=True))
        _write(subtitle, self._report.subtitle, _BELOW, (22.0, 18.0, 14.0), Look(0, self._tag, "quiet"))

    def _page(self, page: Page, number: int) -> None:
        slide = self._made.slides.add_slide(self._made.slide_layouts[_HEADED_SLIDE])
        _stripe(slide, Box(EDGE, TITLE.top + TITLE.height + 4, BODY.width, 2))
        _write(slide.shapes.title, page.heading, TITLE, _TITLE_SIZES, Look(0, self._tag, "accent", bold=True))
        for visual, box in page.visuals:
            self._visual(slide, visual, box)
        if page.texts:
            add_text(slide, page.box, page.texts, Look(page.size, self._tag))
        footer = f"{number}   {shortened(printable(self._report.title), _FOOTER_LIMIT)}"
        add_text(slide, FOOTER, (Text((Run(footer),)),), Look(10, self._tag, "quiet"))
        self._notes(slide, page)

    def _visual(self, slide: Slide, visual: Visual, box: Box) -> None:
        if isinstance(visual, Table):
            draw_table(slide, visual, box, self._tag)
        elif isinstance(visual, BarChart):
            draw_chart(slide, visual, box, self._report.language)
        else:
            draw_map(slide, visual, box, self._report.language, self._tag)

    def _notes(self, slide: Slide, page: Page) -> None:
        """What the slide's numbers rest on: a few quotes of each, as the annex of the paper has them."""
        part = replace(self._report, blocks=page.blocks)
        listed = list(entries(References(part, self._register, guard=self._guard), self._words))
        if not listed:
            return
        lines = [self._words["sources"]]
        for entry in listed:
            quotes = "; ".join(f"{file}: {words}" if file else words for file, words in entry.quotes)
            lines.append(" ".join(filter(None, (f"[{entry.number}] {entry.label}".strip(), quotes, entry.more))))
        slide.notes_slide.notes_text_frame.text = "\n".join(map(printable, lines))


def _stripe(slide: Slide, box: Box) -> None:
    """A stripe of the report's colour, which says nothing to those who do not see it."""
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *place(box))
    shape.shadow.inherit = False
    shape.fill.solid()
    shape.fill.fore_color.rgb = colour("accent")
    shape.line.fill.background()


def _write(shape: Any, text: str, box: Box, sizes: tuple[float, ...], look: Look) -> None:
    """The text in a placeholder of the layout, moved to its box."""
    shape.left, shape.top, shape.width, shape.height = place(box)
    shape.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM if box is not _BELOW else MSO_ANCHOR.TOP
    texts = (Text((Run(text),)),)
    fill(shape.text_frame, texts, replace(look, size=fitting(texts, box, sizes) or sizes[-1]))

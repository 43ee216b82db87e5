"""What every slide is made of: text in a box, the alternative text of a shape, the colours."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from svod.publishing.beside import table
from svod.publishing.pptx_fit import AFTER, BULLET, LINE, Box, Text
from svod.publishing.quotes import printable

Shape = Any  # python-pptx carries no types

FONT = "Arial"  # every office program has it, or a face of the same widths


@dataclass(frozen=True, slots=True)
class Look:
    """How letters look; `colour` is a name of the palette, `tag` their language."""

    size: float
    tag: str
    colour: str = "ink"
    bold: bool = False


def colour(name: str) -> RGBColor:
    """A colour of the light page, or of its pictures; or the one whose code is given."""
    palette = table("palette.toml")
    code = str(palette["light"].get(name) or palette["picture"].get(name) or name)
    return RGBColor.from_string(code.removeprefix("#").upper())


def add_text(slide: Shape, box: Box, texts: Sequence[Text], look: Look) -> None:
    """A box of paragraphs."""
    fill(slide.shapes.add_textbox(*place(box)).text_frame, texts, look)


def place(box: Box) -> tuple[Pt, Pt, Pt, Pt]:
    """The box as python-pptx takes it: left, top, width, height."""
    return Pt(box.left), Pt(box.top), Pt(box.width), Pt(box.height)


def fill(frame: Shape, texts: Sequence[Text], look: Look) -> None:
    """Write the paragraphs into an empty frame, which neither grows nor shrinks by itself."""
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for number, one in enumerate(texts):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.LEFT
        own = replace(look, size=one.size(look.size), colour="quiet" if one.note else look.colour)
        paragraph.line_spacing, paragraph.space_after = Pt(LINE * own.size), Pt(AFTER * look.size)
        if one.bullet:
            _hang(paragraph, one.bullet, BULLET * look.size)
        for run in one.runs:
            add_run(paragraph, run.text, replace(own, bold=look.bold or run.strong))


def _hang(paragraph: Shape, bullet: str, indent: float) -> None:
    """The sign or the number before the paragraph, its lines set in."""
    properties = paragraph._p.get_or_add_pPr()
    properties.set("marL", str(int(Pt(indent))))
    properties.set("indent", str(-int(Pt(indent))))
    if bullet[:-1].isdigit():
        numbered = {"type": "arabicPeriod", "startAt": bullet[:-1]}
        properties.append(properties.makeelement(qn("a:buAutoNum"), numbered))
    else:
        properties.append(properties.makeelement(qn("a:buChar"), {"char": bullet}))


def add_run(paragraph: Shape, text: str, look: Look) -> None:
    """Words at the end of the paragraph."""
    run = paragraph.add_run()
    run.text = printable(text)
    run.font.size, run.font.name, run.font.bold = Pt(look.size), FONT, look.bold
    run.font.color.rgb = colour(look.colour)
    run._r.get_or_add_rPr().set("lang", look.tag)


def add_line(paragraph: Shape, text: str, look: Look, *, centred: bool = False) -> None:
    """A paragraph of one piece."""
    paragraph.alignment = PP_ALIGN.CENTER if centred else PP_ALIGN.LEFT
    paragraph.line_spacing = Pt(LINE * look.size)
    add_run(paragraph, text, look)


def describe(shape: Shape, title: str, description: str) -> None:
    """The words for those who do not see the shape."""
    properties = shape._element.xpath(".//p:cNvPr")[0]
    properties.set("title", printable(title))
    properties.set("descr", printable(description))

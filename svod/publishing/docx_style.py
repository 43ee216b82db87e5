"""The look of an official Russian document: A4, Times New Roman 14, one and a half lines, wide left margin."""

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from svod.publishing.docx_parts import element, field

Word = Any  # python-docx carries no types

FONT = "Times New Roman"
TEXT_WIDTH = Cm(21.0 - 3.0 - 1.5)
_BLACK = RGBColor(0, 0, 0)
_HEADINGS = ((1, 14, WD_ALIGN_PARAGRAPH.CENTER), (2, 14, WD_ALIGN_PARAGRAPH.LEFT), (3, 14, WD_ALIGN_PARAGRAPH.LEFT))

# Paragraph styles made for the report: id, size, alignment, first line's indent (cm), space before and after (pt)
_OWN = (
    ("Svod Subtitle", 14, WD_ALIGN_PARAGRAPH.CENTER, 0.0, 0, 12),
    ("Svod Note", 12, WD_ALIGN_PARAGRAPH.JUSTIFY, 0.0, 6, 6),
    ("Svod Cell", 12, WD_ALIGN_PARAGRAPH.LEFT, 0.0, 2, 2),
    ("Svod Picture", 12, WD_ALIGN_PARAGRAPH.CENTER, 0.0, 6, 0),
    ("Svod Table Caption", 12, WD_ALIGN_PARAGRAPH.LEFT, 0.0, 12, 4),
    ("Svod Figure Caption", 12, WD_ALIGN_PARAGRAPH.CENTER, 0.0, 4, 12),
    ("Svod Source", 8, WD_ALIGN_PARAGRAPH.LEFT, 0.0, 0, 3),
)


def dress(document: Word, language: str) -> None:
    """Give the document its page, its styles, its language and its footer."""
    _lay_out_page(document.sections[0])
    _language(document, language)
    _body(document.styles["Normal"])
    _title(document.styles["Title"])
    for level, size, alignment in _HEADINGS:
        _heading(document.styles[f"Heading {level}"], size, alignment)
    for style in ("List Bullet", "List Number"):
        document.styles[style].paragraph_format.first_line_indent = Cm(-0.63)
        document.styles[style].paragraph_format.left_indent = Cm(1.88)
    for name, size, alignment, indent, before, after in _OWN:
        _own(document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH), size, alignment, indent, before, after)
    document.styles["Svod Table Caption"].paragraph_format.keep_with_next = True
    document.styles["Svod Picture"].paragraph_format.keep_with_next = True
    _note_rule(document.styles["Svod Note"])
    _mark(document.styles.add_style("Svod Mark", WD_STYLE_TYPE.CHARACTER))
    document.styles.add_style("Svod File", WD_STYLE_TYPE.CHARACTER).font.italic = True
    _footer(document.sections[0])


def _lay_out_page(section: Word) -> None:
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3.0), Cm(1.5)
    section.top_margin, section.bottom_margin = Cm(2.0), Cm(2.0)
    section.footer_distance = Cm(1.0)


def _language(document: Word, language: str) -> None:
    """Said in the defaults, so spelling and reading aloud follow it."""
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    defaults.append(element("w:lang", {"w:val": language, "w:eastAsia": language, "w:bidi": "ar-SA"}))


def _font(style: Word, size: int, *, bold: bool = False) -> None:
    """The one font, for every script; the template's theme fonts and colours give way."""
    style.font.name, style.font.size, style.font.bold = FONT, Pt(size), bold
    style.font.italic, style.font.color.rgb = False, _BLACK
    fonts = style.element.rPr.rFonts
    for name in [name for name in fonts.attrib if "theme" in name.lower()]:
        del fonts.attrib[name]
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), FONT)


def _body(style: Word) -> None:
    _font(style, 14)
    layout = style.paragraph_format
    layout.line_spacing_rule = WD_LINE_SPACING.ONE_POINT_FIVE
    layout.alignment, layout.first_line_indent = WD_ALIGN_PARAGRAPH.JUSTIFY, Cm(1.25)
    layout.space_before, layout.space_after, layout.widow_control = Pt(0), Pt(0), True


def _title(style: Word) -> None:
    _font(style, 14, bold=True)
    rule = style.element.pPr.find(qn("w:pBdr"))  # the template draws a blue line below
    if rule is not None:
        style.element.pPr.remove(rule)
    for oddity in ("w:spacing", "w:kern"):  # and stretches the letters
        for found in style.element.rPr.findall(qn(oddity)):
            style.element.rPr.remove(found)
    layout = style.paragraph_format
    layout.alignment, layout.first_line_indent = WD_ALIGN_PARAGRAPH.CENTER, Cm(0)
    layout.space_before, layout.space_after, layout.line_spacing = Pt(0), Pt(6), 1.15


def _heading(style: Word, size: int, alignment: WD_ALIGN_PARAGRAPH) -> None:
    _font(style, size, bold=True)
    layout = style.paragraph_format
    layout.alignment, layout.line_spacing = alignment, 1.15
    layout.first_line_indent = Cm(0) if alignment == WD_ALIGN_PARAGRAPH.CENTER else Cm(1.25)
    layout.space_before, layout.space_after, layout.keep_with_next = Pt(14), Pt(8), True


def _own(style: Word, size: int, alignment: WD_ALIGN_PARAGRAPH, indent: float, before: int, after: int) -> None:
    _font(style, size)
    layout = style.paragraph_format
    layout.alignment, layout.first_line_indent, layout.line_spacing = alignment, Cm(indent), 1.0
    layout.space_before, layout.space_after = Pt(before), Pt(after)


def _note_rule(style: Word) -> None:
    """A line at the left sets a caveat apart."""
    style.paragraph_format.left_indent = Cm(0.5)
    side = {"w:val": "single", "w:sz": "12", "w:space": "8", "w:color": "000000"}
    style.element.get_or_add_pPr().insert_element_before(
        element("w:pBdr", None, element("w:left", side)), "w:shd", "w:spacing", "w:ind", "w:jc"
    )


def _mark(style: Word) -> None:
    """[12] behind a number, small and raised."""
    style.font.superscript, style.font.bold = True, False
    style.font.color.rgb = RGBColor(0x40, 0x40, 0x40)


def _footer(section: Word) -> None:
    paragraph = section.footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.first_line_indent = Cm(0)
    paragraph._p.append(field("PAGE", "1"))

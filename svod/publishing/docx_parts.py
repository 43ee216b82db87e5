"""Pieces of a Word document that python-docx has no call for: links, bookmarks, fields, table flags."""

from collections.abc import Mapping
from copy import deepcopy
from functools import cache
from typing import Any

from docx.oxml.ns import NamespacePrefixedTag, qn
from docx.oxml.parser import oxml_parser

Element = Any  # an lxml element of python-docx, which carries no types


def element(tag: str, attributes: Mapping[str, str] | None = None, *children: Element) -> Element:
    """The element `tag` ("w:jc") with attributes ({"w:val": "center"}) and children."""
    made = oxml_parser.makeelement(*_named(tag))
    for name, value in (attributes or {}).items():
        made.set(_named(name)[0], value)
    made.extend(children)
    return made


@cache
def _named(tag: str) -> tuple[str, None, Mapping[str, str]]:
    """As lxml makes an element of it: a report has tens of thousands, of a few names."""
    name = NamespacePrefixedTag(tag)
    return name.clark_name, None, name.nsmap


def words(text: str, *, style: str | None = None, bold: bool = False) -> Element:
    """A run of text; `style` is a character style's id."""
    properties = element("w:rPr")
    if style:
        properties.append(element("w:rStyle", {"w:val": style}))
    if bold:
        properties.append(element("w:b"))
    content = element("w:t", {"xml:space": "preserve"})
    content.text = text
    return element("w:r", None, *([properties] if len(properties) else []), content)


def paragraph(style: str, *inside: Element) -> Element:
    """A paragraph; `style` is a paragraph style's id ("SvodNote")."""
    return element("w:p", None, element("w:pPr", None, element("w:pStyle", {"w:val": style})), *inside)


def link(anchor: str, *runs: Element) -> Element:
    """A link to a bookmark of the same document."""
    return element("w:hyperlink", {"w:anchor": anchor, "w:history": "1"}, *runs)


def bookmark(name: str, number: int, *inside: Element) -> list[Element]:
    """The elements between the bookmark's two ends; `number` is unique in the document."""
    ends = {"w:id": str(number)}
    return [element("w:bookmarkStart", {**ends, "w:name": name}), *inside, element("w:bookmarkEnd", ends)]


def field(instruction: str, shown: str) -> Element:
    """A field that Word keeps up to date, with what it shows until then."""
    return element("w:fldSimple", {"w:instr": f" {instruction} "}, words(shown))


def section_break(properties: Element) -> Element:
    """Ends a section that has these properties; what follows goes on on the same page."""
    ended = deepcopy(properties)
    return element("w:p", None, element("w:pPr", None, ended))


def set_columns(properties: Element, count: int) -> None:
    """Let the section with these properties run in columns, from where it begins."""
    for name in ("w:type", "w:cols"):
        for old in properties.findall(qn(name)):
            properties.remove(old)
    references = [one for one in properties if one.tag in (qn("w:headerReference"), qn("w:footerReference"))]
    properties.insert(len(references), element("w:type", {"w:val": "continuous"}))
    margins = properties.find(qn("w:pgMar"))
    margins.addnext(element("w:cols", {"w:num": str(count), "w:space": "400"}))


def repeat_as_header(row: Element) -> None:
    """Mark a table's row as its header: repeated on every page, and read out as header."""
    row.get_or_add_trPr().append(element("w:tblHeader"))


def keep_row_whole(row: Element) -> None:
    row.get_or_add_trPr().append(element("w:cantSplit"))

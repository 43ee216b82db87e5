"""HTML, as saved pages and as letters: what a browser would show, block by block. Scripts and styles never run."""

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from svod.reading.content import Content, Piece, one_line, prose, row
from svod.reading.encodings import decode
from svod.reading.errors import Damaged
from svod.reading.limits import Meter

_UNSHOWN = re.compile("script|style|head|title|template|noscript|iframe|object|svg|math|select")
_HEADING = re.compile("h[1-6]|caption|legend|dt")
_BLOCK = re.compile(
    "address|article|aside|blockquote|body|center|d[dl]|details|div|fieldset|fig(?:caption|ure)|footer|form|header|hr|html|"
    "li|main|nav|[ou]l|p|pre|section|summary|table|t(?:body|d|foot|h|head|r)"
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?([\w-]+)|<\?xml[^>]+encoding=["']([\w-]+)""", re.I)


def read(data: bytes, meter: Meter) -> Content:
    """The shown text of an HTML file. A declared charset is believed where the bytes keep to it."""
    return Content(tuple(pieces_of(_decode(data))))


def _decode(data: bytes) -> str:
    declared = _CHARSET.search(data[:4096])
    if declared is not None:
        charset = (declared[1] or declared[2]).decode("ascii").lower()
        try:
            return data.decode("cp1251" if charset == "win-1251" else charset)
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data)


def pieces_of(text: str) -> Iterator[Piece]:
    """The pieces of an HTML text, in its own order. Raises Damaged where there is no element in it."""
    # Given as bytes, so that a wrong declaration in the text cannot change its letters; entities are never loaded.
    parser = HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError) as error:
        raise Damaged from error
    page = _Page()
    page.show(root)
    page.end_block()
    yield from page.pieces


class _Page:
    """The walk through the elements: words gather until a block ends, then they become a piece."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._words: list[str] = []
        self._label = ""

    def show(self, element: HtmlElement) -> None:
        """The element and all in it; what follows it is its parent's to show."""
        name = element.tag if isinstance(element.tag, str) else "script"  # an instruction to programs, not an element
        if _UNSHOWN.fullmatch(name) or "hidden" in element.attrib or _HIDDEN.search(element.get("style", "")):
            return
        if name == "br":
            self.end_block()
        elif name == "tr" and not any(True for _ in element.iterdescendants("table")):
            self.end_block()
            self.pieces.append(row(_cell(cell) for cell in element.iterchildren("td", "th")))
        elif _BLOCK.fullmatch(name) or _HEADING.fullmatch(name):
            self.end_block()
            self._label = _label(element) if name == "li" else self._label
            self._inside(element)
            self.end_block(heading=_HEADING.fullmatch(name) is not None)
        else:
            self._inside(element)

    def _inside(self, element: HtmlElement) -> None:
        self._words.append(element.text or "")
        for child in element:
            self.show(child)
            self._words.append(child.tail or "")

    def end_block(self, heading: bool = False) -> None:
        """Make a piece of the words gathered so far, if there are any."""
        text = " ".join("".join(self._words).split())
        self._words.clear()
        if not text:
            return
        if self._label:
            self.pieces.append(Piece("item", f"{self._label} {text}"))
        else:
            self.pieces.append(Piece("heading", text) if heading else prose(text))
        self._label = ""


def _cell(cell: HtmlElement) -> str:
    page = _Page()
    page.show(cell)
    page.end_block()
    return one_line(piece.text for piece in page.pieces)


def _label(item: HtmlElement) -> str:
    """The mark a browser would draw: "2." in a numbered list, a bullet in another."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "•"
    first = parent.get("start", "1")
    return f"{(int(first) if first.isdecimal() else 1) + sum(1 for _ in item.itersiblings('li', preceding=True))}."

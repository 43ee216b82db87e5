"""The walk through a document's body, in the order in which it is read."""

from collections.abc import Iterator, Mapping
from typing import Any

from svod.reading.content import Piece, one_line, prose, repeats_when_merged, row
from svod.reading.docx.numbering import Numbering
from svod.reading.docx.styles import Styles
from svod.reading.docx.xml import attribute, child, local, value

_DROPPED = frozenset({"del", "moveFrom", "delText", "instrText", "Fallback", "pPr", "rPr"})
_AROUND_BLOCKS = frozenset({"body", "hdr", "ftr", "sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"})
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_NOTES = frozenset({"footnoteReference", "endnoteReference"})
_LONGEST_HEADING = 120
_MOST_COLUMNS = 64  # of a cell merged over several; Word has 63


class Body:
    """Reads blocks one after another; list numbers go on from one call to the next."""

    def __init__(self, styles: Styles, numbering: Numbering, notes: Mapping[tuple[str, str], Any]) -> None:
        self._styles = styles
        self._numbering = numbering
        self._notes = notes
        self._joined = ""  # words of a paragraph whose end was deleted: they open the next one

    def pieces(self, element: Any) -> Iterator[Piece]:
        """The pieces of a block, or of all blocks that something holds."""
        match local(element):
            case "p":
                yield from self._paragraph(element)
            case "tbl":
                yield from self._table(element)
            case name if name in _AROUND_BLOCKS:
                for inner in element:
                    yield from self.pieces(inner)

    def _inside(self, element: Any) -> Iterator[Piece]:
        for inner in element:
            yield from self.pieces(inner)

    def _paragraph(self, element: Any) -> Iterator[Piece]:
        properties = child(element, "pPr")
        aside: list[Any] = []
        text = self._joined + "".join(self._words(element, aside))
        self._joined = ""
        if child(properties, "rPr", "del") is not None:
            self._joined = text
        elif text.strip():
            yield self._piece(element, properties, text)
        for box_or_note in aside:
            yield from self._inside(box_or_note)

    def _words(self, element: Any, aside: list[Any]) -> Iterator[str]:
        """The words of a run, a link, an accepted insertion…; text boxes and notes are put `aside`."""
        for inner in element:
            name = local(inner)
            if name == "t":
                yield inner.text or ""
            elif name in _SIGNS:
                yield _SIGNS[name]
            elif name == "txbxContent":
                aside.append(inner)
            elif name in _NOTES:
                note = self._notes.get((name, attribute(inner, "id")))
                aside += [note] if note is not None else []
            elif name not in _DROPPED and not (name == "r" and _is_on(child(inner, "rPr"), "vanish")):
                yield from self._words(inner, aside)

    def _piece(self, element: Any, properties: Any | None, text: str) -> Piece:
        listed = self._styles.listed(properties)
        label = self._numbering.label(listed.number, listed.depth) if listed is not None else ""
        words = f"{label} {text.lstrip()}" if label else text
        if self._styles.heading(properties) or (not label and _stands_out(element, text.strip())):
            return Piece("heading", words)
        return Piece("item", words) if label else prose(words)

    def _table(self, element: Any) -> Iterator[Piece]:
        """A piece for each row; a row of one cell is a frame, its paragraphs stay apart."""
        merged: dict[int, str] = {}
        for line in _through(element, "tr"):
            if child(line, "trPr", "del") is not None:
                continue
            cells = [cell for cell in _through(line, "tc") if child(cell, "tcPr", "cellDel") is None]
            if len(cells) == 1:
                yield from self._inside(cells[0])
            else:
                yield from self._row(cells, merged)

    def _row(self, cells: list[Any], merged: dict[int, str]) -> Iterator[Piece]:
        """The row in one line, then the tables that its cells hold.

        `merged` has the text of each column that is merged downwards; it is told in each row, unless it is a number.
        """
        texts: list[str] = []
        nested: list[Piece] = []
        column = 0
        for cell in cells:
            pieces = list(self._inside(cell))
            nested += [piece for piece in pieces if piece.role == "row"]
            text = one_line(piece.text for piece in pieces if piece.role != "row")
            merge = child(cell, "tcPr", "vMerge")
            if merge is None or attribute(merge, "val") == "restart":
                merged[column] = text if merge is not None and repeats_when_merged(text) else ""
            else:
                text = merged.get(column, "")
            spanned = min(int(value(cell, "tcPr", "gridSpan") or 1), _MOST_COLUMNS)
            texts += [text, *[""] * (spanned - 1)]  # so that what is below it stays below it
            column += spanned
        if any(texts):
            yield row(texts)
        yield from nested


def _through(element: Any, name: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, also those in content controls."""
    for inner in element:
        if local(inner) == name:
            yield inner
        elif local(inner) in _AROUND_BLOCKS:
            yield from _through(inner, name)


def _is_on(properties: Any | None, name: str) -> bool:
    """Whether a switch such as bold is set: it is where the element stands, unless its value says no."""
    switch = child(properties, name)
    return switch is not None and attribute(switch, "val") not in ("0", "false", "off")


def _stands_out(element: Any, text: str) -> bool:
    """Whether a paragraph without a style is a heading all the same: short, wholly bold, not closed like a sentence."""
    if len(text) > _LONGEST_HEADING or text.endswith((".", ";", ",")):
        return False
    runs = [run for run in element.iter() if local(run) == "r" and any(local(part) == "t" for part in run)]
    return bool(runs) and all(_is_on(child(run, "rPr"), "b") for run in runs)

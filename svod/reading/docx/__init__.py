"""DOCX, as Word shows it with all changes accepted: body, tables, lists, text boxes, notes, headers and footers."""

from collections.abc import Iterator
from typing import Any

from svod.reading.archive import check_package
from svod.reading.content import Content, Note, Piece
from svod.reading.docx.body import Body
from svod.reading.docx.numbering import Numbering
from svod.reading.docx.package import Package
from svod.reading.docx.styles import Styles
from svod.reading.docx.xml import attribute, local
from svod.reading.limits import Meter

_CHANGES = frozenset({"ins", "del", "moveFrom", "moveTo"})


def read(data: bytes, meter: Meter) -> Content:
    """The text of a DOCX file; a DOCM's macros are left alone. Raises Damaged, TooLarge, Unsafe."""
    check_package(data, meter)
    package = Package(data)
    names = [(element, local(element)) for element in package.document.iter()]
    headers = [element for element, name in names if name == "headerReference"]
    footers = [element for element, name in names if name == "footerReference"]
    body = Body(Styles(package.part("styles")), Numbering(package.part("numbering")), _notes(package))
    pieces = (
        *_margins(package, headers, body),
        *(piece for part in package.document for piece in body.pieces(part)),
        *_margins(package, footers, body),
    )
    warnings = []
    if package.has_macros:
        warnings.append(Note("macros"))
    if any(name in _CHANGES for _, name in names):
        warnings.append(Note("tracked_changes"))
    return Content(pieces, tuple(warnings))


def _notes(package: Package) -> dict[tuple[str, str], Any]:
    """Footnotes and endnotes by the kind of their reference and its number; Word's own separators left out."""
    notes = {}
    for kind in ("footnote", "endnote"):
        root = package.part(f"{kind}s")
        for note in root if root is not None else ():
            if not attribute(note, "type"):
                notes[f"{kind}Reference", attribute(note, "id")] = note
    return notes


def _margins(package: Package, references: list[Any], body: Body) -> Iterator[Piece]:
    """Page headers or footers, each text once, page numbers left out."""
    told = set()
    for reference in references:
        root = package.by_id(attribute(reference, "id"))
        for piece in body.pieces(root) if root is not None else ():
            if piece.text not in told and any(letter.isalpha() for letter in piece.text):
                told.add(piece.text)
                yield Piece("header", piece.text)

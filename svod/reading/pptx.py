"""PPTX: every slide that shows, its title first, its boxes as they stand below one another. Notes are left out: they
are what somebody meant to say aloud."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

from svod.reading.archive import check_package
from svod.reading.content import Content, Note, Piece, one_line, prose, repeats_when_merged, row
from svod.reading.errors import Damaged
from svod.reading.limits import Meter

_DIAGRAM = "/diagramData"  # how the relation ends of the text in a SmartArt drawing
_NO_TEXT = frozenset({"dt", "ftr", "sldNum"})  # placeholders that say the same on each slide


def read(data: bytes, meter: Meter) -> Content:
    """The text, tables and drawings of a presentation; macros are left alone. Raises Damaged, TooLarge, Unsafe."""
    import pptx
    from pptx.exc import PythonPptxError

    check_package(data, meter)
    try:
        slides = list(pptx.Presentation(BytesIO(data)).slides)
    except (PythonPptxError, KeyError, ValueError, TypeError, AttributeError) as error:
        raise Damaged from error
    shown = [slide for slide in slides if slide._element.get("show") not in ("0", "false")]
    hidden = str(len(slides) - len(shown))
    notes = (Note("hidden_slides", (("count", hidden),)),) if len(shown) < len(slides) else ()
    return Content(tuple(piece for slide in shown for piece in _slide(slide)), notes)


def _slide(slide: Any) -> Iterator[Piece]:  # python-pptx carries no types
    title = slide.shapes.title
    if title is not None and title.has_text_frame:
        yield Piece("heading", one_line(title.text_frame.text.splitlines()))
    for shape in _in_order(slide.shapes):
        if shape.shape_id != getattr(title, "shape_id", None):
            yield from _shape(shape)
    for relation in slide.part.rels.values():
        if relation.reltype.endswith(_DIAGRAM) and not relation.is_external:
            yield from _diagram(relation.target_part.blob)


def _in_order(shapes: Iterable[Any]) -> list[Any]:
    """From above to below, beside one another from the left; what has no place of its own stays where it is."""
    return sorted(shapes, key=lambda shape: (shape.top or 0, shape.left or 0))


def _shape(shape: Any) -> Iterator[Piece]:
    if hasattr(shape, "shapes"):  # a group
        for inner in _in_order(shape.shapes):
            yield from _shape(inner)
    elif getattr(shape, "has_table", False):
        yield from _rows(shape.table)
    elif shape.has_text_frame and not (shape.is_placeholder and _kind(shape) in _NO_TEXT):
        for paragraph in shape.text_frame.paragraphs:
            yield prose(paragraph.text.replace("\v", "\n"))


def _kind(shape: Any) -> str:
    kind: str = shape.element.ph.get("type", "")
    return kind


def _rows(table: Any) -> Iterator[Piece]:
    """What is merged over several rows is told in each, unless it is a number."""
    above: dict[int, str] = {}
    for line in table.rows:
        cells = []
        for column, cell in enumerate(line.cells):
            text = one_line(cell.text_frame.text.splitlines())
            if cell.is_spanned and not text:
                text = above.get(column, "")
            above[column] = text if repeats_when_merged(text) else ""
            cells.append(text)
        yield row(cells)


def _diagram(data: bytes) -> Iterator[Piece]:
    from defusedxml.ElementTree import fromstring
    from pptx.oxml.ns import qn

    for paragraph in fromstring(data).iter(qn("a:p")):
        text = "".join(piece.text or "" for piece in paragraph.iter(qn("a:t")))
        if text.strip():
            yield prose(text)

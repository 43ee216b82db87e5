"""RTF, as Word and WordPad write it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from svod.reading.content import Content, Piece
from svod.reading.limits import Meter
from svod.reading.office import extract, pieces_of


def read(data: bytes, meter: Meter) -> Content:
    """The text of an RTF file. Raises Damaged."""
    return Content(tuple(_pieces(extract(data, "application/rtf").document["nodes"])))


def _pieces(nodes: Sequence[Mapping[str, Any]]) -> Iterator[Piece]:
    """The body's pieces. The reader gives page headers twice: among the paragraphs, and apart without their spaces."""
    apart = {_squeezed(node["content"].get("text") or "") for node in nodes if "content_layer" in node}
    body = [node for node in nodes if "content_layer" not in node]
    for piece in pieces_of(body):
        yield Piece("header", piece.text) if _squeezed(piece.text) in apart else piece


def _squeezed(text: str) -> str:
    return "".join(text.split())

"""Office files through kreuzberg: one way to call it, and its nodes as pieces.

Used for DOC, ODS, ODT, PPT, RTF and XLS.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from svod.reading.content import Piece, one_line, prose, repeats_when_merged, row
from svod.reading.errors import Damaged, Encrypted


def extract(data: bytes, mime: str) -> Any:
    """What kreuzberg makes of the file, with the tree of its nodes. Raises Damaged, Encrypted."""
    import kreuzberg

    try:
        return kreuzberg.extract_bytes_sync(data, mime, _config())
    except kreuzberg.KreuzbergError as error:
        if "encrypt" in str(error).lower() or "password" in str(error).lower():
            raise Encrypted from error
        raise Damaged from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # a fault in its Rust code is no Exception of Python's
            raise Damaged from error
        raise


@cache
def _config() -> Any:
    import kreuzberg

    # Its cache would leave the words of reports, personal data among them, in the home folder.
    return kreuzberg.ExtractionConfig(use_cache=False, include_document_structure=True, output_format="plain")


def pieces_of(nodes: Sequence[Mapping[str, Any]]) -> Iterator[Piece]:
    """The nodes in reading order, page headers first and footers last."""
    layers = {"header": 0, "footer": 2}
    ordered = sorted(range(len(nodes)), key=lambda index: layers.get(nodes[index].get("content_layer", ""), 1))
    for index in ordered:
        yield from _pieces(nodes, index)


def _pieces(nodes: Sequence[Mapping[str, Any]], index: int) -> Iterator[Piece]:
    node = nodes[index]
    content = node["content"]
    text = content.get("text") or ""
    match content["node_type"]:
        case "table":
            yield from _rows(content["grid"])
        case "heading" | "title":
            yield Piece("heading", text)
        case "list_item":
            yield Piece("item", f"{_label(nodes, index)} {text}")
        case _ if text:
            yield Piece("header", text) if node.get("content_layer") in ("header", "footer") else prose(text)


def _label(nodes: Sequence[Mapping[str, Any]], index: int) -> str:
    parent = nodes[index].get("parent")
    if parent is None or not nodes[parent]["content"].get("ordered"):
        return "•"
    siblings: list[int] = nodes[parent].get("children", [])
    return f"{siblings.index(index) + 1}."


def _rows(grid: Mapping[str, Any]) -> Iterator[Piece]:
    """A row for each line of the grid; what is merged over several rows is told in each, unless it is a number."""
    table = [[""] * grid["cols"] for _ in range(grid["rows"])]
    for cell in grid["cells"]:
        text = one_line(cell["content"].splitlines())
        spanned = cell["row_span"] if repeats_when_merged(text) else 1
        for line in table[cell["row"] : cell["row"] + spanned]:
            line[cell["col"]] = text
    return map(row, table)

"""A report's tree as it is kept: JSON of its blocks, bytes by their hash; and what it says, passage by passage."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from svod.records import BarChart, Heading, Listing, Paragraph, Picture, Report, ReportBlock, Table, TileMap

Plain = Any  # what JSON holds


def as_plain(value: object) -> Plain:
    """Records by the names of their fields and their own name as "type"; nothing that is empty."""
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    if is_dataclass(value):
        told = {field.name: as_plain(getattr(value, field.name)) for field in fields(value)}
        return {"type": type(value).__name__, **{name: one for name, one in told.items() if one not in ([], "", None)}}
    if isinstance(value, list | tuple):
        return [as_plain(one) for one in value]
    return value


def hash_of(tree: Plain) -> str:
    """The same for the same tree, however its JSON was kept."""
    text = json.dumps(tree, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def texts_of(report: Report) -> dict[str, list[str]]:
    """Each passage by its heading's anchor, "" for the opening: the heading and what is said below it, tables too."""
    found: dict[str, tuple[str, list[str]]] = {"": ("", [])}
    key = ""
    for block in report.blocks:
        if isinstance(block, Heading):
            key = block.anchor or block.text
            found.setdefault(key, (block.text, []))
        else:
            found[key][1].extend(_lines(block))
    return {key: [heading, "\n\n".join(lines)] for key, (heading, lines) in found.items() if heading or lines}


def _lines(block: ReportBlock) -> Iterator[str]:
    match block:
        case Paragraph():
            yield block.text
        case Listing(items=items):
            yield from (item.text for item in items)
        case Table(caption=caption, rows=rows):
            yield caption
            yield from (" | ".join("".join(run.text for run in cell.runs) for cell in row) for row in rows)
        case BarChart() | TileMap() | Picture():
            yield block.caption
        case _:
            return

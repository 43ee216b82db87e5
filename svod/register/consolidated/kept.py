"""A report's tree as it is kept: JSON of its blocks, bytes by their hash; and what it says, passage by passage."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from svod.records import Report

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


def texts_of(report: Report) -> dict[str, tuple[str, str]]:
    """By the anchor of its heading, "" for the opening: the heading and the text below it, notes and tables too."""
    return texts_kept(as_plain(report))


def texts_kept(tree: Mapping[str, Plain]) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, list[str]]] = {"": ("", [])}
    key = ""
    for block in tree.get("blocks", []):
        if block["type"] == "Heading":
            key = block.get("anchor") or block["text"]
            found.setdefault(key, (block["text"], []))
        else:
            found[key][1].extend(_lines(block))
    return {key: (heading, "\n\n".join(lines)) for key, (heading, lines) in found.items() if heading or lines}


def _lines(block: Mapping[str, Plain]) -> Iterable[str]:
    match block["type"]:
        case "Paragraph":
            yield _said(block)
        case "Listing":
            yield from map(_said, block.get("items", []))
        case "Table":
            yield block.get("caption", "")
            for row in block.get("rows", []):
                yield " | ".join(map(_said, row))
        case _:
            yield block.get("caption", "")


def _said(holder: Mapping[str, Plain]) -> str:
    return "".join(run.get("text", "") for run in holder.get("runs", []))

"""What a request may look like: made of the description's own examples, and of what a field says it takes."""

from collections.abc import Mapping
from typing import Any

Shape = Mapping[str, Any]
DEEPEST = 6  # a shape may hold its like
WORDS = {"date": "2025-11-25", "date-time": "2025-11-25T10:00:00+05:00", "binary": "…", "uri": "https://example.org/"}
PLAIN: Mapping[str, Any] = {"integer": 1, "number": 1.5, "boolean": True, "null": None}


def example(shape: Shape, shapes: Mapping[str, Shape], depth: int = 0) -> Any:
    """A value of that shape; `shapes` are those that others are made of, by their names."""
    if "$ref" in shape:
        shape = shapes[shape["$ref"].rpartition("/")[2]]
    if shape.get("examples"):
        return shape["examples"][0]
    if shape.get("default") not in (None, "", [], {}):
        return shape["default"]
    choices = shape.get("anyOf") or shape.get("oneOf") or shape.get("allOf")
    if choices:
        return example(choices[0], shapes, depth)
    return _of_type(shape, shapes, depth)


def _of_type(shape: Shape, shapes: Mapping[str, Shape], depth: int) -> Any:
    if "enum" in shape or "const" in shape:
        return shape.get("const", shape.get("enum", [None])[0])
    kind = shape.get("type", "object")
    if depth == DEEPEST:
        return None
    if kind == "object":
        return {name: example(one, shapes, depth + 1) for name, one in shape.get("properties", {}).items()}
    if kind == "array":
        return [example(shape.get("items", {}), shapes, depth + 1)]
    return PLAIN[kind] if kind in PLAIN else WORDS.get(shape.get("format", ""), "…")


def type_of(shape: Shape) -> str:
    """What a parameter takes, in a word or two: "integer", "draft, confirmed or rejected"."""
    kinds = [one for one in shape.get("anyOf", [shape]) if one.get("type") != "null"]
    told = [type_of(one["items"]) + " …" if one.get("type") == "array" else _word(one) for one in kinds]
    return ", ".join(told)


def _word(shape: Shape) -> str:
    if "enum" in shape:
        return " | ".join(str(one) for one in shape["enum"])
    return str(shape.get("format") or shape.get("type", "string"))

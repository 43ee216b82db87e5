"""Looking around in the XML of an office file by local names: its strict form has other namespaces, the same names."""

from typing import Any


def local(element: Any) -> str:
    """The element's name without its namespace: the strict and the usual form of the format differ only there."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: Any | None, *names: str) -> Any | None:
    """The first element down that path of names, or None."""
    for name in names:
        if element is None:
            return None
        element = next((inner for inner in element if local(inner) == name), None)
    return element


def attribute(element: Any, name: str) -> str:
    """The attribute of that local name, or ""."""
    for key, text in element.items():
        if key.rpartition("}")[2] == name:
            return str(text)
    return ""


def value(element: Any | None, *names: str) -> str | None:
    """The `val` of the element down that path of names, or None."""
    found = child(element, *names)
    return None if found is None else attribute(found, "val")

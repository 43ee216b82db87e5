"""What a paragraph's style says about it in Word: whether it is a heading, and of which list."""

from functools import cached_property
from typing import Any, NamedTuple

from svod.reading.docx.xml import attribute, child, local, value


class Listed(NamedTuple):
    """The list a paragraph belongs to, by number ("0" is none), and how deep in it."""

    number: str
    depth: int


class Styles:
    """The styles of one document."""

    def __init__(self, root: Any | None) -> None:
        self._root = root
        self._known: dict[str, tuple[bool, Listed | None]] = {}

    def heading(self, properties: Any | None) -> bool:
        """Whether a paragraph with these properties (w:pPr, or None) is a heading."""
        level = value(properties, "outlineLvl")
        return level not in (None, "9") or self._of(properties)[0]

    def listed(self, properties: Any | None) -> Listed | None:
        """The list of a paragraph with these properties: its own, or else its style's; None for no list."""
        own = _listed(properties)
        listed = own if own is not None else self._of(properties)[1]
        return None if listed is None or listed.number == "0" else listed

    def _of(self, properties: Any | None) -> tuple[bool, Listed | None]:
        name = value(properties, "pStyle")
        if name is None:
            return False, None
        if name not in self._known:
            self._known[name] = self._look_up(name)
        return self._known[name]

    def _look_up(self, name: str) -> tuple[bool, Listed | None]:
        """Up the styles that it is based on, until both are known; no style is asked twice."""
        heading, listed, asked = False, None, set[str]()
        style = self._by_name.get(name)
        while style is not None and name not in asked:
            asked.add(name)
            title = (value(style, "name") or "").lower()
            level = value(style, "pPr", "outlineLvl")
            heading = heading or title.startswith(("heading", "title")) or level not in (None, "9")
            listed = listed or _listed(child(style, "pPr"))
            name = value(style, "basedOn") or ""
            style = self._by_name.get(name)
        return heading, listed

    @cached_property
    def _by_name(self) -> dict[str, Any]:
        styles = () if self._root is None else self._root
        return {attribute(style, "styleId"): style for style in styles if local(style) == "style"}


def _listed(properties: Any | None) -> Listed | None:
    numbering = child(properties, "numPr")
    if numbering is None:
        return None
    number, depth = value(numbering, "numId"), value(numbering, "ilvl")
    return None if number is None else Listed(number, int(depth or 0))

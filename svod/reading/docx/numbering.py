"""The marks that Word draws before list items: it keeps rules and counts, not the numbers themselves."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from svod.reading.docx.xml import attribute, local, value

_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


class Level(NamedTuple):
    """How one level of a list counts: `shape` is "%1.%2)"."""

    kind: str
    shape: str
    start: int


class Numbering:
    """The lists of one document while it is read from top to bottom."""

    def __init__(self, root: Any | None) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        self._list_of: dict[str, str] = {}
        self._restarts: dict[tuple[str, int], int] = {}
        self._counts: dict[str, dict[int, int]] = {}
        for element in () if root is None else root:
            if local(element) == "abstractNum":
                self._levels[attribute(element, "abstractNumId")] = dict(_levels(element))
            elif local(element) == "num":
                self._add(element)

    def _add(self, element: Any) -> None:
        number = attribute(element, "numId")
        self._list_of[number] = value(element, "abstractNumId") or ""
        for override in element:
            start = value(override, "startOverride")
            if local(override) == "lvlOverride" and start is not None:
                self._restarts[number, int(attribute(override, "ilvl"))] = int(start)

    def label(self, number: str, depth: int) -> str:
        """The mark of the next item of list `number` at that depth: "2.", "а)", "•", or "" where none is drawn."""
        name = self._list_of.get(number, "")
        levels = self._levels.get(name, {})
        level = levels.get(depth)
        if level is None or level.kind == "none":
            return ""
        if level.kind == "bullet":
            return "•" if level.shape.strip() else ""
        counts = self._counts.setdefault(name, {})
        restart = self._restarts.pop((number, depth), None)
        counts[depth] = restart if restart is not None else counts.get(depth, level.start - 1) + 1
        for deeper in [deeper for deeper in counts if deeper > depth]:
            del counts[deeper]
        label = level.shape
        for upper in range(depth + 1):
            shown = levels.get(upper, level)
            label = label.replace(f"%{upper + 1}", _written(counts.get(upper, shown.start), shown.kind))
        return label.strip()


def _levels(element: Any) -> Iterator[tuple[int, Level]]:
    for level in element:
        if local(level) == "lvl":
            kind, shape, start = (value(level, name) for name in ("numFmt", "lvlText", "start"))
            yield int(attribute(level, "ilvl")), Level(kind or "decimal", shape or "", int(start or 1))


def _written(number: int, kind: str) -> str:
    match kind:
        case "lowerLetter" | "upperLetter":
            text = _letter(number, _LATIN)
        case "russianLower" | "russianUpper":
            text = _letter(number, _RUSSIAN)
        case "lowerRoman" | "upperRoman":
            text = _roman(number)
        case "decimalZero":
            text = f"{number:02}"
        case _:
            text = str(number)
    return text.upper() if kind.startswith("upper") or kind == "russianUpper" else text


def _letter(number: int, letters: str) -> str:
    """а, б, … я, аа, бб, …"""
    times, place = divmod(max(number, 1) - 1, len(letters))
    return letters[place] * (times + 1)


def _roman(number: int) -> str:
    text = ""
    for size, sign in _ROMAN:
        times, number = divmod(number, size)
        text += sign * times
    return text

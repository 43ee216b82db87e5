"""Small pieces of SVG that the chart and the map are drawn with."""

from collections.abc import Mapping
from typing import Any

from lxml import etree
from lxml.builder import ElementMaker  # type: ignore[import-not-found]  # lxml-stubs leaves it out

from svod.publishing.beside import table

Element = Any  # an lxml element; its builder carries no types

_NAMESPACE = "http://www.w3.org/2000/svg"
_LETTER = 0.64  # a wide face's average Cyrillic letter, of the font size: what fits it, fits all
FONTS = "Libertinus Serif, Georgia, 'Noto Serif', 'Times New Roman', serif"

svg = ElementMaker(namespace=_NAMESPACE, nsmap={None: _NAMESPACE})


def colours() -> Mapping[str, Any]:
    """The colours of pictures: they hold on paper, on a light and on a dark page."""
    found: Mapping[str, Any] = table("palette.toml")["picture"]
    return found


def drawing(width: float, height: float, name: str, title: str, description: str, parts: list[Element]) -> str:
    """A whole picture that says what it shows; `name` keeps its ids apart from another picture's on the same page."""
    root = svg.svg(
        svg.title(title, id=f"{name}-title"),
        svg.desc(description, id=f"{name}-desc"),
        svg.defs(hatch(f"{name}-hatch", colours()["bar"])),
        *parts,
        {"aria-labelledby": f"{name}-title {name}-desc", "font-family": FONTS},
        viewBox=f"0 0 {width:g} {height:g}",
        width=f"{width:g}",
        height=f"{height:g}",
        role="group" if any(part.tag == f"{{{_NAMESPACE}}}a" for part in parts) else "img",  # links are no picture
    )
    return etree.tostring(root, encoding="unicode")


def read_description(drawing: str) -> str:
    """What the drawing says it shows."""
    return etree.fromstring(drawing).findtext(f"{{{_NAMESPACE}}}desc") or ""


def hatch(name: str, colour: str) -> Element:
    """Diagonal lines: what may be, beside what is certain, on a black-and-white print too."""
    stripe = svg.rect(width="2.2", height="7", fill=colour)
    return svg.pattern(
        stripe, id=name, width="7", height="7", patternUnits="userSpaceOnUse", patternTransform="rotate(45)"
    )


def box(x: float, y: float, width: float, height: float, **look: str) -> Element:
    return svg.rect(x=f"{x:g}", y=f"{y:g}", width=f"{width:g}", height=f"{height:g}", **_attributes(look))


def words(text: str, x: float, y: float, size: float, **look: str) -> Element:
    return svg.text(text, {"font-size": f"{size:g}", "x": f"{x:g}", "y": f"{y:g}", **_attributes(look)})


def stroke(points: str, **look: str) -> Element:
    return svg.path(d=points, **_attributes({"fill": "none", **look}))


def text_width(text: str, size: float) -> float:
    """About how wide the text is, in the units of `size`."""
    return len(text) * size * _LETTER


def fitting(text: str, width: float, size: float) -> float:
    """The largest font size up to `size` with which the text is no wider than `width`."""
    return min(size, width / max(1.0, len(text) * _LETTER))


def wrapped(text: str, width: float, size: float, lines: int = 2) -> list[str]:
    """The text in at most `lines` lines, broken between words where a line would be wider than `width`."""
    found: list[str] = []
    for word in text.split():
        if found and (text_width(f"{found[-1]} {word}", size) <= width or len(found) == lines):
            found[-1] += f" {word}"
        else:
            found.append(word)
    return found


def _attributes(look: Mapping[str, str]) -> dict[str, str]:
    """Python's names as SVG's: stroke_width is stroke-width, class_ is class."""
    return {name.rstrip("_").replace("_", "-"): value for name, value in look.items()}

"""The bar chart: what is certain is solid, what the text leaves open is hatched."""

from svod.publishing.beside import words as printed_words
from svod.publishing.quotes import printable, shortened
from svod.publishing.svg import Element, box, colours, drawing, stroke, text_width, words, wrapped
from svod.records import BarChart

WIDTH = 560.0
_LABELS = 180.0  # room for the labels, at the left
_VALUES = 84.0  # room for the printed values, at the right
_ROW = 34.0
_BAR = 18.0
_TOP = 6.0
_LEGEND = 34.0
_OPEN_END = 26.0  # how far a bar without a known most goes on
_SIZE = 15.0
_LABEL_LIMIT = 44

_Bar = tuple[str, int, int | None, str]


def bar_chart(chart: BarChart, language: str, name: str = "chart") -> str:
    """The chart as SVG. `name` makes its ids unique on a page."""
    texts = printed_words(language)
    rows = [part for place, bar in enumerate(chart.bars) for part in _row(bar, place, _scale(chart), name)]
    height = _TOP + _ROW * len(chart.bars)
    open_bounds = [bar for bar in chart.bars if bar[2] is None or bar[2] > bar[1]]
    if open_bounds:
        rows += _legend(height, name, texts["chart_least"], texts["chart_most"])
        height += _LEGEND
    caption = printable(chart.caption)
    described = "; ".join(f"{printable(label)}: {printable(value)}" for label, _, _, value in chart.bars)
    description = texts["chart_description"].format(caption=caption) + " " + described
    return drawing(WIDTH, height, name, caption, description, rows)


def _scale(chart: BarChart) -> float:
    """Units of the drawing for one of what is counted."""
    longest = max((bar[1] if bar[2] is None else bar[2] for bar in chart.bars), default=0)
    return (WIDTH - _LABELS - _VALUES - _OPEN_END) / max(1, longest)


def _row(bar: _Bar, place: int, scale: float, name: str) -> list[Element]:
    label, least, most, value = bar
    top = _TOP + place * _ROW
    middle = top + _ROW / 2
    solid = least * scale
    end = _LABELS + solid
    parts = _label(shortened(printable(label), _LABEL_LIMIT), middle)
    parts.append(_axis(top))
    if most is None:
        parts.append(_open_end(end, middle - _BAR / 2, name))
        end += _OPEN_END
    elif most > least:
        parts.append(_possible(end, middle - _BAR / 2, (most - least) * scale, name))
        end += (most - least) * scale
    parts.append(box(_LABELS, middle - _BAR / 2, solid, _BAR, fill=colours()["bar"], class_="svg-bar"))
    parts.append(_words(printable(value), end + 8, middle + _SIZE * 0.35, font_weight="bold"))
    return parts


def _label(text: str, middle: float) -> list[Element]:
    lines = wrapped(text, _LABELS - 12, _SIZE)
    size = _SIZE if len(lines) == 1 else 13.0
    first = middle + size * 0.35 - (len(lines) - 1) * size * 0.55
    return [
        words(
            line,
            _LABELS - 10,
            first + number * size * 1.1,
            min(size, size * (_LABELS - 12) / max(1.0, text_width(line, size))),
            text_anchor="end",
            fill=colours()["ink"],
            class_="svg-ink",
        )
        for number, line in enumerate(lines)
    ]


def _axis(top: float) -> Element:
    return stroke(f"M{_LABELS:g} {top:g}v{_ROW:g}", stroke=colours()["line"], stroke_width="1")


def _possible(x: float, top: float, width: float, name: str) -> Element:
    return box(
        x, top, width, _BAR, fill=f"url(#{name}-hatch)", stroke=colours()["bar"], stroke_width="1", class_="svg-open"
    )


def _open_end(x: float, top: float, name: str) -> Element:
    """Hatched and pointed, without an end: the text says "and more"."""
    tip = _OPEN_END - 10
    outline = f"M{x:g} {top:g}h{tip:g}l10 {_BAR / 2:g}l-10 {_BAR / 2:g}h-{tip:g}"
    return stroke(outline, fill=f"url(#{name}-hatch)", stroke=colours()["bar"], stroke_width="1")


def _legend(top: float, name: str, least: str, most: str) -> list[Element]:
    middle = top + _LEGEND / 2 + 4
    second = _LABELS + 24 + text_width(least, 13) + 24
    return [
        box(_LABELS, middle - 7, 18, 12, fill=colours()["bar"]),
        _words(least, _LABELS + 24, middle + 4, 13),
        box(second, middle - 7, 18, 12, fill=f"url(#{name}-hatch)", stroke=colours()["bar"], stroke_width="1"),
        _words(most, second + 24, middle + 4, 13),
    ]


def _words(text: str, x: float, y: float, size: float = _SIZE, **look: str) -> Element:
    return words(text, x, y, size, fill=colours()["ink"], class_="svg-ink", **look)

"""The bar chart: what is certain is solid, what the text leaves open is hatched; of two series the second is paler."""

from dataclasses import dataclass

from svod.publishing.beside import words as printed_words
from svod.publishing.quotes import printable, shortened
from svod.publishing.svg import Element, box, colours, drawing, hatch, stroke, svg, text_width, words, wrapped
from svod.records import BarChart

WIDTH = 560.0
_LABELS = 180.0  # room for the labels, at the left
_VALUES = 84.0  # room for the printed values, at the right
_ROW = 34.0
_BAR = 18.0
_PAIRED_ROW, _PAIRED_BAR, _BETWEEN = 19.0, 15.0, 9.0  # of a chart with several series
_TOP = 6.0
_LEGEND = 34.0
_OPEN_END = 26.0  # how far a bar without a known most goes on
_SIZE = 15.0
_LABEL_LIMIT = 44

_Bar = tuple[str, int, int | None, str]


@dataclass(frozen=True, slots=True)
class _Scale:
    """How a chart is drawn: `unit` is the width of one of what is counted, `series` how many bars a label has."""

    name: str
    unit: float
    series: int

    @property
    def row(self) -> float:
        return _ROW if self.series == 1 else _PAIRED_ROW

    @property
    def bar(self) -> float:
        return _BAR if self.series == 1 else _PAIRED_BAR

    def top(self, place: int) -> float:
        """Where the row of that bar begins."""
        between = 0.0 if self.series == 1 else _BETWEEN
        return _TOP + place * self.row + (place // self.series) * between

    def fill(self, place: int) -> str:
        return str(colours()["second" if place % self.series else "bar"])

    def hatch(self, place: int) -> str:
        return f"url(#{self.name}-{'second' if place % self.series else 'hatch'})"


def bar_chart(chart: BarChart, language: str, name: str = "chart") -> str:
    """The chart as SVG. `name` makes its ids unique on a page."""
    texts = printed_words(language)
    scale = _scale(chart, name)
    rows = [part for place, bar in enumerate(chart.bars) for part in _row(bar, place, scale)]
    height = scale.top(len(chart.bars))
    if scale.series > 1:
        rows = [svg.defs(hatch(f"{name}-second", scale.fill(1))), *rows, *_legend_of_series(chart.series, height)]
        height += _LEGEND
    if any(bar[2] is None or bar[2] > bar[1] for bar in chart.bars):
        rows += _legend(height, name, texts["chart_least"], texts["chart_most"])
        height += _LEGEND
    caption = printable(chart.caption)
    described = "; ".join(_described(bar, place, chart) for place, bar in enumerate(chart.bars))
    description = texts["chart_description"].format(caption=caption) + " " + described
    return drawing(WIDTH, height, name, caption, description, rows)


def _described(bar: _Bar, place: int, chart: BarChart) -> str:
    series = f" ({printable(chart.series[place % len(chart.series)])})" if chart.series else ""
    return f"{printable(bar[0])}{series}: {printable(bar[3])}"


def _scale(chart: BarChart, name: str) -> _Scale:
    longest = max((bar[1] if bar[2] is None else bar[2] for bar in chart.bars), default=0)
    return _Scale(name, (WIDTH - _LABELS - _VALUES - _OPEN_END) / max(1, longest), max(1, len(chart.series)))


def _row(bar: _Bar, place: int, scale: _Scale) -> list[Element]:
    label, least, most, value = bar
    top = scale.top(place)
    middle = top + scale.row / 2
    solid = least * scale.unit
    end = _LABELS + solid
    parts: list[Element] = []
    if place % scale.series == 0:
        parts += _label(shortened(printable(label), _LABEL_LIMIT), top + scale.row * scale.series / 2)
    parts.append(_axis(top, scale.row))
    if most is None:
        parts.append(_open_end(end, middle, scale, place))
        end += _OPEN_END
    elif most > least:
        parts.append(_possible(end, middle, (most - least) * scale.unit, scale, place))
        end += (most - least) * scale.unit
    parts.append(box(_LABELS, middle - scale.bar / 2, solid, scale.bar, fill=scale.fill(place), class_="svg-bar"))
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


def _axis(top: float, height: float) -> Element:
    return stroke(f"M{_LABELS:g} {top:g}v{height:g}", stroke=colours()["line"], stroke_width="1")


def _possible(x: float, middle: float, width: float, scale: _Scale, place: int) -> Element:
    look = {"fill": scale.hatch(place), "stroke": scale.fill(place), "stroke_width": "1", "class_": "svg-open"}
    return box(x, middle - scale.bar / 2, width, scale.bar, **look)


def _open_end(x: float, middle: float, scale: _Scale, place: int) -> Element:
    """Hatched and pointed, without an end: the text says "and more"."""
    tip, half = _OPEN_END - 10, scale.bar / 2
    outline = f"M{x:g} {middle - half:g}h{tip:g}l10 {half:g}l-10 {half:g}h-{tip:g}"
    return stroke(outline, fill=scale.hatch(place), stroke=scale.fill(place), stroke_width="1")


def _legend_of_series(series: tuple[str, ...], top: float) -> list[Element]:
    """A box of each colour and what it is."""
    parts: list[Element] = []
    x, middle = _LABELS, top + _LEGEND / 2 + 4
    for place, name in enumerate(map(printable, series)):
        parts.append(box(x, middle - 7, 18, 12, fill=colours()["second" if place else "bar"]))
        parts.append(_words(name, x + 24, middle + 4, 13))
        x += 24 + text_width(name, 13) + 24
    return parts


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

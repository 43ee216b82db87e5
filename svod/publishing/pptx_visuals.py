"""The charts and the map of a slide, each as the program's own: they can be edited, copied and read aloud."""

from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Pt

from svod.publishing.beside import words
from svod.publishing.pptx_fit import Box
from svod.publishing.pptx_parts import FONT, Look, add_line, colour, describe, place
from svod.publishing.quotes import printable, shortened
from svod.publishing.svg import colours
from svod.publishing.tilemap import described, places_of, step_of, steps_of
from svod.records import BarChart, TileMap

Slide = Any  # python-pptx carries no types

_LABEL_LIMIT = 48
_GAP = 4.0  # points between tiles
_LETTER = 0.6  # of the font size, in a tile


def draw_chart(slide: Slide, chart: BarChart, box: Box, language: str) -> None:
    """Bars as long as what is certain; the words at their ends say the bounds."""
    series = chart.series or (words(language)["chart_least"],)
    each = len(series)
    data = CategoryChartData()
    data.categories = [shortened(printable(label), _LABEL_LIMIT) for label, *_ in chart.bars[::each]]
    for number, name in enumerate(series):
        data.add_series(printable(name), [least for _, least, _, _ in chart.bars[number::each]])
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *place(box), data)
    told = "; ".join(
        f"{label} ({series[number % each]}): {value}" if chart.series else f"{label}: {value}"
        for number, (label, _, _, value) in enumerate(chart.bars)
    )
    describe(frame, chart.caption, f"{chart.caption}. {told}")
    _dress(frame.chart, len(chart.bars), with_legend=each > 1)
    for number, plotted in enumerate(frame.chart.plots[0].series):
        plotted.format.fill.solid()
        plotted.format.fill.fore_color.rgb = colour("second" if number else "bar")
        for point, (_, _, _, value) in enumerate(chart.bars[number::each]):
            label = plotted.points[point].data_label
            label.text_frame.text, label.position = printable(value), XL_LABEL_POSITION.OUTSIDE_END


def _dress(drawn: Any, bars: int, *, with_legend: bool) -> None:
    """The first bar above, no axis of values, letters as large as so many bars allow."""
    drawn.font.size, drawn.font.name = Pt(14 if bars <= 14 else 11 if bars <= 20 else 9), FONT
    drawn.font.color.rgb = colour("ink")
    drawn.has_title, drawn.has_legend = False, with_legend
    if with_legend:
        drawn.legend.position, drawn.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    drawn.plots[0].gap_width, drawn.plots[0].overlap = max(45, 240 - 30 * bars), 0  # few bars are no blocks
    names, values = drawn.category_axis, drawn.value_axis
    names.reverse_order, names.major_tick_mark = True, XL_TICK_MARK.NONE
    names.format.line.color.rgb = colour("line")
    values.has_major_gridlines, values.minimum_scale = False, 0
    values.major_tick_mark, values.tick_label_position = XL_TICK_MARK.NONE, XL_TICK_LABEL_POSITION.NONE
    values.format.line.fill.background()


def draw_map(slide: Slide, tiles: TileMap, box: Box, language: str, tag: str) -> None:
    """A tile for each region: its name and its number; a dash where nothing came."""
    places, steps = places_of(tiles), steps_of(tiles)
    columns, rows = (max((place[axis] for place in places.values()), default=0) + 1 for axis in (0, 1))
    width = box.width / columns
    height = min(box.height / rows, width * 0.85)
    group = slide.shapes.add_group_shape()
    for code, label, value, shown in tiles.tiles:
        column, row = places[code]
        tile = Box(box.left + column * width, box.top + row * height, width - _GAP, height - _GAP)
        _tile(group, tile, (label, value, shown), steps, tag)
    describe(group, tiles.caption, described(tiles, language))


def _tile(group: Any, box: Box, told: tuple[str, int | None, str], steps: list[int], tag: str) -> None:
    label, value, shown = told
    step = step_of(value, steps) if value else 0
    shape = group.shapes.add_shape(MSO_SHAPE.RECTANGLE, *place(box))
    shape.shadow.inherit = False
    shape.fill.solid()
    shape.fill.fore_color.rgb = colour(colours()["steps"][step] if value else colours()["empty"])
    shape.line.color.rgb, shape.line.width = colour("line"), Pt(0.75)
    ink = colours()["step_ink"][step] if value else "ink"
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Pt(2)
    for number, (text, size) in enumerate(((printable(label), 12.0), (printable(shown), 16.0))):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        longest = max(map(len, text.split()), default=1)
        fitted = min(size, (box.width - 4) / (longest * _LETTER))
        add_line(paragraph, text, Look(fitted, tag, ink, bold=bool(number)), centred=True)

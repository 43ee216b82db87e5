"""The report's pictures: one drawing, as SVG for the page and the PDF, as PNG for Word."""

from base64 import b64encode
from collections.abc import Mapping

from lxml import etree

from svod.publishing.charts import bar_chart
from svod.publishing.svg import read_description, svg
from svod.publishing.tilemap import tile_map
from svod.records import BarChart, Picture, TileMap

# The only markup typst sees here; the drawing itself comes in as data.
_PAGE = b"""#set page(width: auto, height: auto, margin: 0pt, fill: white)
#image(bytes(sys.inputs.svg), format: "svg")"""
_DOTS_PER_INCH = 200.0


def picture(block: BarChart | TileMap, language: str, number: int, links: Mapping[str, str] | None = None) -> str:
    """The block drawn as SVG; `number` keeps its ids apart from those of the report's other pictures."""
    if isinstance(block, BarChart):
        return bar_chart(block, language, f"figure{number}")
    return tile_map(block, language, f"figure{number}", links)


def framed(block: Picture) -> str:
    """A picture of pixels as SVG, for those who only take such."""
    wide, high = block.pixels
    data = b64encode(block.data).decode("ascii")
    image = svg.image(href=f"data:{block.media};base64,{data}", width=str(wide), height=str(high))
    return etree.tostring(svg.svg(image, viewBox=f"0 0 {wide} {high}"), encoding="unicode")


def described(drawing: str) -> str:
    """The words that stand for the picture where it is not seen."""
    return read_description(drawing)


def as_png(drawing: str) -> bytes:
    """The SVG as PNG on white, with the fonts that travel with typst: the same bytes on every machine."""
    import typst  # 60 MB of library: only when a picture is wanted

    return bytes(
        typst.compile(_PAGE, format="png", ppi=_DOTS_PER_INCH, ignore_system_fonts=True, sys_inputs={"svg": drawing})
    )

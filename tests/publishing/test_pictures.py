"""The chart and the map: what they say, how they scale, that nothing breaks out of them."""

import pytest
from lxml import etree

from svod.publishing.charts import WIDTH, bar_chart
from svod.publishing.pictures import as_png, described, picture
from svod.publishing.svg import colours, text_width
from svod.publishing.tilemap import tile_map
from svod.records import BarChart, TileMap
from tests.publishing.campaign import HOSTILE, KAZAKH

SVG = {"s": "http://www.w3.org/2000/svg"}


def parsed(drawing: str) -> etree._Element:
    return etree.fromstring(drawing)


def bars(*rows: tuple[str, int, int | None, str]) -> list[float]:
    """The widths of the solid bars."""
    root = parsed(bar_chart(BarChart("Виды", rows), "ru"))
    return [float(bar.get("width", "")) for bar in root.iterfind(".//s:rect[@class='svg-bar']", SVG)]


def test_the_solid_part_is_the_least_in_proportion() -> None:
    one, two, none = bars(("а", 10, 10, "10"), ("б", 20, 40, "20–40"), ("в", 0, 0, "0"))
    assert two == pytest.approx(2 * one, rel=0.01)
    assert none == 0


def test_what_may_be_is_hatched_up_to_the_most() -> None:
    root = parsed(bar_chart(BarChart("Виды", (("а", 10, 30, "10–30"),)), "ru", "x"))
    (hatched,) = root.iterfind(".//s:rect[@class='svg-open']", SVG)
    (solid,) = root.iterfind(".//s:rect[@class='svg-bar']", SVG)
    assert hatched.get("fill") == "url(#x-hatch)"
    assert float(hatched.get("width", "")) == pytest.approx(2 * float(solid.get("width", "")), rel=0.01)


def test_a_bar_without_a_known_most_is_open_and_longer_than_its_least() -> None:
    drawing = bar_chart(BarChart("Виды", (("а", 10, None, "≥ 10"),)), "ru", "x")
    assert any("url(#x-hatch)" in path.get("fill", "") for path in parsed(drawing).iterfind(".//s:path", SVG))


def test_long_words_of_the_maps_legend_stay_within_it() -> None:
    words = ("нет подтверждённых сведений", "меньше", "больше")
    root = parsed(tile_map(TileMap("Регионы", (("KZ-39", "Костанай", 3, "3"),), legend=words), "ru"))
    last = root.findall("s:text", SVG)[-1]
    assert last.text == "больше"
    ends = float(last.get("x", "")) + text_width("больше", float(last.get("font-size", "")))
    assert ends <= float(root.get("width", ""))


def test_the_legend_of_the_hatch_stands_only_where_something_is_hatched() -> None:
    assert "возможно" not in "".join(
        parsed(bar_chart(BarChart("Виды", (("а", 10, 10, "10"),)), "ru")).itertext("{*}text")
    )


def test_nothing_leaves_the_picture() -> None:
    long = "Заседание комиссии по делам женщин и семейно-демографической политике при акимате области"
    chart = BarChart("Виды", ((long, 1_000_000, None, "не менее 1 000 000"), ("Қысқа", 1, 5, "1–5")))
    for box in parsed(bar_chart(chart, "ru")).iterfind(".//s:rect", SVG):
        assert float(box.get("x", "0")) + float(box.get("width", "0")) <= WIDTH


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_a_picture_says_what_it_shows(language: str) -> None:
    words = described(bar_chart(BarChart("Виды", (("Флешмоб", 1, 3, "1–3"),)), language))
    assert "Флешмоб: 1–3" in words
    words = described(tile_map(TileMap("Регионы", (("KZ-39", "Қостанай", None, ""),)), language))
    assert "Қостанай: " in words
    assert words.split("Қостанай: ")[1]


TILES = tuple((f"KZ-{number}", f"Ө{number}", number * 10, str(number * 10)) for number in range(12))


def test_tiles_stand_where_they_are_told_and_the_others_below() -> None:
    tiles = TileMap("Карта", TILES[:3], positions=(("KZ-0", 2, 0), ("KZ-1", 0, 1)))
    labels = {text.text: text for text in parsed(tile_map(tiles, "ru")).iterfind(".//s:g/s:text", SVG)}
    x, y = ({name: float(label.get(axis, "")) for name, label in labels.items()} for axis in "xy")
    assert x["Ө0"] > x["Ө1"] == x["Ө2"]
    assert y["Ө0"] < y["Ө1"] < y["Ө2"]


def test_no_two_tiles_share_a_place() -> None:
    tiles = TileMap("Карта", TILES, positions=(("KZ-3", 0, 0), ("KZ-4", 1, 0)))
    frames = [group.find("s:rect", SVG) for group in parsed(tile_map(tiles, "ru")).iterfind("s:g", SVG)]
    places = {(frame.get("x"), frame.get("y")) for frame in frames if frame is not None}
    assert len(places) == len(TILES)


def test_more_is_never_lighter() -> None:
    from svod.publishing.svg import colours

    groups = parsed(tile_map(TileMap("Карта", TILES), "ru")).iterfind("s:g", SVG)
    fills = [frame.get("fill") for group in groups if (frame := group.find("s:rect", SVG)) is not None]
    steps = [*colours()["steps"]]
    order = [steps.index(fill) for fill in fills if fill in steps]
    assert order == sorted(order)
    assert order[-1] == len(steps) - 1


def test_nothing_came_is_not_the_same_as_nothing_held() -> None:
    drawing = tile_map(TileMap("Карта", (("a", "А", None, ""), ("b", "Б", 0, "0"))), "ru")
    none, zero = parsed(drawing).iterfind("s:g", SVG)
    assert none.find("s:rect[@stroke-dasharray]", SVG) is not None
    assert zero.find("s:rect[@stroke-dasharray]", SVG) is None
    assert [text.text for text in zero.iterfind("s:text", SVG)] == ["Б", "0"]


def test_a_tile_leads_to_its_section() -> None:
    drawing = tile_map(TileMap("Карта", TILES[:1]), "ru", links={"KZ-0": "#region-KZ-0"})
    assert [link.get("href") for link in parsed(drawing).iterfind("s:a", SVG)] == ["#region-KZ-0"]


@pytest.mark.parametrize(
    "block",
    [
        BarChart(HOSTILE, ((HOSTILE, 1, None, HOSTILE), (KAZAKH, 2, 2, "2"))),
        TileMap(HOSTILE, (("KZ-39", HOSTILE, 3, HOSTILE), ("KZ-10", KAZAKH, None, ""))),
        BarChart("", ()),
        TileMap("", ()),
    ],
)
def test_a_picture_becomes_png_whatever_its_words_are(block: BarChart | TileMap) -> None:
    drawing = picture(block, "kk", 1)
    assert not parsed(drawing).findall(".//{*}script")
    png = as_png(drawing)
    assert png.startswith(b"\x89PNG")
    assert png == as_png(drawing)


def test_a_chart_of_two_series_names_each_bar_and_shows_both_colours() -> None:
    bars = (("Абай", 5, 5, "5"), ("Абай", 3, None, "≥ 3"), ("Шымкент", 1, 1, "1"), ("Шымкент", 2, 2, "2"))
    drawing = bar_chart(BarChart("Два года", bars, ("2025", "2024")), "ru")
    assert drawing.count(">Абай<") == 1, "the label stands once"
    assert "Абай (2025): 5; Абай (2024): ≥ 3" in described(drawing)
    assert drawing.count(colours()["second"]) == 5, "two bars, the hatch, the open end's outline, the legend"

"""The tile map: a tile for each region, so that a small one is seen as well as a large one."""

from collections.abc import Mapping

from svod.publishing.beside import words as printed_words
from svod.publishing.quotes import printable
from svod.publishing.svg import Element, box, colours, drawing, fitting, stroke, svg, text_width, words, wrapped
from svod.records import TileMap

_TILE = 104.0
_HEIGHT = 84.0
_GAP = 6.0
LEGEND = 48.0
_COLUMNS = 7  # of the tiles whose position nobody gave
_LABEL = 16.0
_VALUE = 24.0
_BOLD = 1.25  # how much wider than an upright one a bold letter is; digits have room

_Tile = tuple[str, str, int | None, str]


def tile_map(tiles: TileMap, language: str, name: str = "map", links: Mapping[str, str] | None = None) -> str:
    """The map as SVG. `links` gives an address by region code for tiles that lead to their section."""
    places = places_of(tiles)
    steps = steps_of(tiles)
    parts: list[Element] = []
    for tile in tiles.tiles:
        column, row = places[tile[0]]
        drawn = _tile(tile, column * (_TILE + _GAP), row * (_HEIGHT + _GAP), steps)
        address = (links or {}).get(tile[0])
        parts.append(svg.a(*drawn, href=address) if address else svg.g(*drawn))
    columns = max((column for column, _ in places.values()), default=0) + 1
    rows = max((row for _, row in places.values()), default=0) + 1
    height = rows * (_HEIGHT + _GAP)
    width = max(columns * (_TILE + _GAP) - _GAP, 420.0)
    parts += legend(tiles, language, height, width)
    return drawing(width, height + LEGEND, name, printable(tiles.caption), described(tiles, language), parts)


def described(tiles: TileMap, language: str) -> str:
    """All of it in words, for those who do not see it."""
    texts = printed_words(language)
    none = _legend_words(tiles, language)[0]
    said = "; ".join(
        f"{printable(label)}: {none if value is None else printable(shown)}" for _, label, value, shown in tiles.tiles
    )
    return texts["map_description"].format(caption=printable(tiles.caption)) + " " + said


def places_of(tiles: TileMap) -> dict[str, tuple[int, int]]:
    """Column and row by region; tiles without a position follow below the others."""
    places = {code: (column, row) for code, column, row in tiles.positions}
    below = max((row for _, row in places.values()), default=-1) + 1
    homeless = [code for code, *_ in tiles.tiles if code not in places]
    shown = {code for code, *_ in tiles.tiles}
    added = {code: (place % _COLUMNS, below + place // _COLUMNS) for place, code in enumerate(homeless)}
    return {code: place for code, place in (places | added).items() if code in shown}


def steps_of(tiles: TileMap) -> list[int]:
    """The least value of each step of colour: as many regions in one step as in another."""
    values = sorted({value for _, _, value, _ in tiles.tiles if value})
    count = len(colours()["steps"])
    if len(values) <= count:
        return values
    return [values[place * len(values) // count] for place in range(count)]


def step_of(value: int, steps: list[int]) -> int:
    """Which colour a value has."""
    return max((place for place, least in enumerate(steps) if value >= least), default=0)


def _tile(tile: _Tile, x: float, y: float, steps: list[int]) -> list[Element]:
    """The tile's frame and words. The classes let a dark page give an empty tile its own ground."""
    _, label, value, shown = tile
    label, shown = printable(label), printable(shown)
    if value is None:
        frame = box(x + 1, y + 1, _TILE - 2, _HEIGHT - 2, fill=colours()["empty"], stroke=colours()["line"], **DASHED)
        return [frame, *_label(label, x, y, fill=colours()["quiet"], class_="svg-quiet"), _dash(x, y)]
    step = step_of(value, steps)
    fill = colours()["steps"][step] if value else colours()["empty"]
    ink = {"fill": colours()["step_ink"][step], **({} if value else {"class_": "svg-ink"})}
    ground = {} if value else {"class_": "svg-empty"}
    frame = box(x + 0.5, y + 0.5, _TILE - 1, _HEIGHT - 1, fill=fill, stroke=colours()["line"], rx="4", **ground)
    size = fitting(shown, (_TILE - 16) / (_BOLD if shown.isalpha() else 1), _VALUE)
    return [frame, *_label(label, x, y, **ink), words(shown, x + 10, y + _HEIGHT - 14, size, font_weight="bold", **ink)]


DASHED = {"stroke_width": "1.5", "stroke_dasharray": "5 4", "rx": "4", "class_": "svg-empty"}


def _label(text: str, x: float, y: float, **look: str) -> list[Element]:
    lines = wrapped(text, _TILE - 16, _LABEL - 1)
    return [
        words(line, x + 10, y + 22 + place * 16, fitting(line, _TILE - 16, _LABEL), **look)
        for place, line in enumerate(lines)
    ]


def _dash(x: float, y: float) -> Element:
    """In the place of the number: nothing came, which is not the same as nothing held."""
    return stroke(
        f"M{x + 10:g} {y + _HEIGHT - 22:g}h14", stroke=colours()["quiet"], stroke_width="2", class_="svg-dash"
    )


def _legend_words(tiles: TileMap, language: str) -> tuple[str, str, str]:
    texts = printed_words(language)
    given = (*tiles.legend[:3], "", "", "")
    return (given[0] or texts["map_none"], given[1] or texts["map_few"], given[2] or texts["map_many"])


def legend(tiles: TileMap, language: str, top: float, width: float) -> list[Element]:
    """An empty tile and its words, then the steps from few to many; smaller letters where the words are long."""
    none, few, many = (printable(word) for word in _legend_words(tiles, language))
    y, steps = top + 12, colours()["steps"]
    room = width - 26 * len(steps) - sum((34, 26, 10, 10))  # what stands before, between and beside the words
    size = fitting(none + few + many, room, 15)
    parts = [
        box(1, y, 26, 18, fill=colours()["empty"], stroke=colours()["line"], **DASHED),
        _legend_text(none, 34, y, size),
    ]
    x = 34 + text_width(none, size) + 26
    parts.append(_legend_text(few, x, y, size))
    x += text_width(few, size) + 10
    for colour in steps:
        parts.append(box(x, y, 26, 18, fill=colour, stroke=colours()["line"], stroke_width="0.5"))
        x += 26
    return [*parts, _legend_text(many, x + 10, y, size)]


def _legend_text(text: str, x: float, y: float, size: float) -> Element:
    return words(text, x, y + 14, size, fill=colours()["ink"], class_="svg-ink")

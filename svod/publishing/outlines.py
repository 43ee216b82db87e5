"""The map of regions by outlines that an operator supplies: GeoJSON whose features carry ISO 3166-2 codes."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians, sin, sqrt
from pathlib import Path

from svod.publishing.quotes import printable
from svod.publishing.svg import Element, colours, drawing, fitting, stroke, svg, words
from svod.publishing.tilemap import LEGEND, described, legend, step_of, steps_of
from svod.records import TileMap

WIDTH = 764.0  # as wide as the tile map
_LABEL = 13.0
_CODES = ("iso_3166_2", "ISO3166-2", "iso3166-2", "ISO_3166_2", "iso", "code", "id")  # a feature's own words for it

Ring = tuple[tuple[float, float], ...]
Outlines = Mapping[str, tuple[Ring, ...]]  # by region code, in degrees: longitude, latitude


class OutlinesError(Exception):
    """The file is no GeoJSON with polygons and codes; the message says what is wrong."""


@lru_cache(maxsize=4)
def read_outlines(path: Path) -> Outlines:
    """The rings of each region. Raises OutlinesError."""
    try:
        features = json.loads(path.read_text(encoding="utf-8"))["features"]
        found = {code: tuple(_rings(one["geometry"])) for one in features if (code := _code(one))}
    except (OSError, ValueError, KeyError, TypeError, IndexError) as error:
        raise OutlinesError(f"{path}: expected a GeoJSON FeatureCollection of polygons: {error!r}") from error
    if not any(found.values()):
        raise OutlinesError(f"{path}: no feature has a code such as KZ-39 in one of {', '.join(_CODES)}")
    return found


def outline_map(
    tiles: TileMap, outlines: Outlines, language: str, name: str = "map", links: Mapping[str, str] | None = None
) -> str:
    """As `tile_map`, but each region in its own shape. A region without an outline is not drawn: the table has it."""
    frame = _Frame.around(ring for code, *_ in tiles.tiles for ring in outlines.get(code, ()))
    steps, shapes, labels = steps_of(tiles), [], []
    for code, label, value, shown in tiles.tiles:
        rings = [frame.placed(ring) for ring in outlines.get(code, ())]
        if rings:
            shape = _shape(rings, value, steps)
            address = (links or {}).get(code)
            name_of = svg.title(f"{printable(label)}: {printable(shown)}")  # what a link without letters is called
            shapes.append(svg.a(name_of, shape, href=address) if address else shape)
            labels += _label(rings, printable(label), printable(shown), value, steps)
    parts = [*shapes, *labels, *legend(tiles, language, frame.height, WIDTH)]
    described_by = described(tiles, language)
    return drawing(WIDTH, frame.height + LEGEND, name, printable(tiles.caption), described_by, parts)


def _code(feature: Mapping[str, object]) -> str:
    properties = feature.get("properties")
    given = properties if isinstance(properties, dict) else {}
    return str(next((given[name] for name in _CODES if given.get(name)), feature.get("id") or ""))


def _rings(geometry: Mapping[str, object]) -> Iterator[Ring]:
    shape: object = geometry["coordinates"]
    polygons = {"Polygon": [shape], "MultiPolygon": shape}.get(str(geometry["type"]), [])
    for polygon in polygons:  # type: ignore[attr-defined]
        for ring in polygon:
            yield tuple((float(point[0]), float(point[1])) for point in ring)


@dataclass(frozen=True, slots=True)
class _Frame:
    """Albers' equal-area conic, standing on the middle of what is drawn: no region looks larger than it is."""

    middle: float
    cone: float
    constant: float
    left: float
    top: float
    scale: float
    height: float

    @classmethod
    def around(cls, rings: Iterable[Ring]) -> "_Frame":
        points = [point for ring in rings for point in ring] or [(0.0, 0.0), (1.0, 1.0)]
        longitudes, latitudes = zip(*points, strict=True)
        south, north = min(latitudes), max(latitudes)
        low, high = (radians(south + (north - south) * part) for part in (1 / 6, 5 / 6))
        cone = (sin(low) + sin(high)) / 2 or 1e-6
        bare = cls((min(longitudes) + max(longitudes)) / 2, cone, cos(low) ** 2 + 2 * cone * sin(low), 0, 0, 1, 0)
        across, down = zip(*(bare._flat(*point) for point in points), strict=True)
        scale = WIDTH / ((max(across) - min(across)) or 1)
        height = (max(down) - min(down)) * scale
        return cls(bare.middle, bare.cone, bare.constant, min(across), min(down), scale, height)

    def _flat(self, longitude: float, latitude: float) -> tuple[float, float]:
        distance = sqrt(max(0.0, self.constant - 2 * self.cone * sin(radians(latitude)))) / self.cone
        angle = self.cone * radians(longitude - self.middle)
        return distance * sin(angle), distance * cos(angle)  # down is south

    def placed(self, ring: Ring) -> Ring:
        """In units of the drawing, points closer than a tenth of one left out."""
        flat = (self._flat(*point) for point in ring)
        placed = ((round((x - self.left) * self.scale, 1), round((y - self.top) * self.scale, 1)) for x, y in flat)
        return tuple(dict.fromkeys(placed))


def _shape(rings: Iterable[Ring], value: int | None, steps: list[int]) -> Element:
    path = "".join("M" + "L".join(f"{x:g} {y:g}" for x, y in ring) + "Z" for ring in rings if len(ring) > 2)
    look = {"stroke": colours()["line"], "fill_rule": "evenodd"}
    if not value:
        dashes = {"stroke_dasharray": "5 4"} if value is None else {}
        return stroke(path, **{**look, "fill": colours()["empty"], "class_": "svg-empty", **dashes})
    return stroke(path, **{**look, "fill": colours()["steps"][step_of(value, steps)]})


def _label(rings: list[Ring], label: str, shown: str, value: int | None, steps: list[int]) -> list[Element]:
    """The region's name and number in the middle of its largest ring."""
    largest = max(rings, key=_area)
    across, down = zip(*largest, strict=True)
    width, x, y = max(across) - min(across), sum(across) / len(across), sum(down) / len(down)
    ink = colours()["step_ink"][step_of(value, steps) if value else 0]
    look = {"fill": ink, "text_anchor": "middle", **({} if value else {"class_": "svg-ink"})}
    lines = [label, *([] if value is None else [shown])]
    return [
        words(line, x, y + place * _LABEL, fitting(line, max(width * 0.8, 24), _LABEL), **look)
        for place, line in enumerate(lines)
    ]


def _area(ring: Ring) -> float:
    return abs(sum(x * b - a * y for (x, y), (a, b) in zip(ring, ring[1:] + ring[:1], strict=True))) / 2

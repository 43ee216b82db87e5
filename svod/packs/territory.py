"""Reads a country's units: the top-level ones in full, districts, towns and villages one line each."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from svod.packs.pack import Geography, Names, Unit
from svod.packs.tables import Files, PackError, Table

COUNTRIES = Path(__file__).parent / "geography"

REGIONS = "regions.toml"
IN_PACK = "geography/"  # where a pack keeps a country of its own
# File -> kind of unit.
SMALLER = {"districts.toml": "district", "towns.toml": "town", "villages.toml": "village"}
GEOGRAPHY = (REGIONS, *SMALLER, "points.toml", "institutions.toml")
# The words of a district's name that say its kind, and lead over to a name in its honour.
KIND_WORDS = {"ru": ("район", "имени"), "kk": ("ауданы", "аудан", "атындағы"), "en": ("District",)}


def geography_files(country: str, pack: Files) -> Files | None:
    """The files of a country: the pack's own, or those that come with the program; None where there are neither."""
    own = {path.removeprefix(IN_PACK): data for path, data in pack.content.items() if path.startswith(IN_PACK)}
    if REGIONS in own:
        return Files.of(country, own, pack.languages)
    folder = COUNTRIES / country
    return Files.below(folder) if (folder / REGIONS).is_file() else None


def countries() -> tuple[str, ...]:
    """Those that come with the program."""
    return tuple(sorted(path.parent.name for path in COUNTRIES.glob(f"*/{REGIONS}")))


@lru_cache(maxsize=4)
def read_geography(files: Files) -> Geography:
    """The country's units, top-level ones first. Raises PackError."""
    regions = tuple(_regions(files.table(REGIONS)))
    known = {unit.code for unit in regions}
    smaller = [unit for path, kind in SMALLER.items() for unit in _smaller(files.table(path), kind, known)]
    units = _placed((*regions, *_each_code_once(smaller)), files.table("points.toml"))
    return Geography(files.name, units, dict(_institutions(files, known)))


def _placed(units: tuple[Unit, ...], table: Table) -> tuple[Unit, ...]:
    """The units with the places that lines of the form  "KZ-39/rudny" = [52.97, 63.12]  give them."""
    known = {unit.code for unit in units}
    if unknown := next((code for code in table.content if code not in known), None):
        raise table.error(unknown, "expected the code of a unit")
    points = {code: _point(table, code) for code in table.content}
    return tuple(replace(unit, point=points.get(unit.code)) for unit in units)


def _point(table: Table, code: str) -> tuple[float, float]:
    match table.content[code]:
        case [float(north), float(east)] if abs(north) <= 90 and abs(east) <= 180:
            return north, east
        case value:
            raise table.error(code, f"expected [north, east] in degrees, found {value!r}")


def _regions(table: Table) -> Iterator[Unit]:
    taken: dict[tuple[int, int], str] = {}
    for code, row in table.tables():
        row.only("kind", "names", "short", "other", "tile")
        kind = row.text("kind")
        if kind not in ("region", "city"):
            raise row.error("kind", f"expected region or city, found {kind!r}")
        tile = _tile(row)
        if tile in taken:
            raise row.error("tile", f"expected a free place, found that of {taken[tile]}")
        taken[tile] = code
        yield Unit(code, kind, row.names("names"), row.names("short"), code, row.texts("other"), tile)


def _tile(row: Table) -> tuple[int, int]:
    match row.content.get("tile"):
        case [int(column), int(line)] if column >= 0 and line >= 0:
            return column, line
        case value:
            raise row.error("tile", f"expected [column, row], found {value!r}")


def _smaller(table: Table, kind: str, regions: set[str]) -> Iterator[Unit]:
    """Lines of the form  slug = ["Russian name", "Kazakh name", "other name", …]  below their region's code; a unit of
    a pack that knows no Kazakh may have one name alone."""
    for region, rows in table.tables():
        if region not in regions:
            raise table.error(region, "expected the code of a top-level unit of regions.toml")
        for slug in rows.content:
            match rows.texts(slug, repeats=True):  # Russian and Kazakh names are often the same
                case (russian,) if "kk" not in table.languages:
                    kazakh, other = russian, []
                case (russian, kazakh, *others):
                    other = others
                case _:
                    raise rows.error(slug, 'expected ["Russian name", "Kazakh name", other names …]')
            names = {"ru": russian, "kk": kazakh, "en": slug.replace("-", " ").title()}
            yield Unit(f"{region}/{slug}", kind, names, _short(names, kind), region, tuple(other))


def _short(names: Names, kind: str) -> Names:
    """The names without the kind of unit: "Костанайский район" is "Костанайский"; a town's name says none."""
    if kind != "district":
        return names
    return {language: " ".join(_without(KIND_WORDS[language], name.split())) for language, name in names.items()}


def _without(kind_words: tuple[str, ...], words: list[str]) -> Iterator[str]:
    return (word for word in words if word not in kind_words)


def _institutions(files: Files, regions: set[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    table = files.table("institutions.toml").only(*sorted(regions))
    return ((region, table.texts(region)) for region in table.content)


def _each_code_once(units: list[Unit]) -> list[Unit]:
    seen: set[str] = set()
    for unit in units:
        if unit.code in seen:
            raise PackError("districts.toml, towns.toml, villages.toml", unit.code, "expected each code once")
        seen.add(unit.code)
    return units

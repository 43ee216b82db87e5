"""Kazakhstan's units as they stand since 2022."""

import re
from collections import Counter
from pathlib import Path

import pytest

from svod.packs import PackError, Unit, load
from svod.packs.tables import Files
from svod.packs.territory import read_geography

KAZAKHSTAN = load("sixteen_days").geography
UNITS = {unit.code: unit for unit in KAZAKHSTAN.units}

# fmt: off
REGIONS = [
    "10", "11", "15", "19", "23", "27", "31", "33", "35", "39", "43", "47", "55", "59", "61", "62", "63",
    "71", "75", "79",
]

# How many districts each region has; those of the city of Karaganda and the city of Aktobe are counted in.
DISTRICTS = {
    "10": 10, "11": 17, "15": 14, "19": 9, "23": 7, "27": 12, "31": 10, "33": 8, "35": 9, "39": 16,
    "43": 7, "47": 5, "55": 10, "59": 13, "61": 14, "62": 2, "63": 11, "71": 6, "75": 8, "79": 5,
}
TOWNS = {
    "10": 4, "11": 11, "15": 8, "19": 5, "23": 2, "27": 2, "31": 4, "33": 6, "35": 8, "39": 6,
    "43": 4, "47": 3, "55": 3, "59": 5, "61": 7, "62": 3, "63": 6,
}
# fmt: on

# A name as it is met -> the code of a unit that bears it.
NAMES = {
    "ВКО": "KZ-63",
    "ШҚО": "KZ-63",
    "ЗКО": "KZ-27",
    "БҚО": "KZ-27",
    "СКО": "KZ-59",
    "СҚО": "KZ-59",
    "ЮКО": "KZ-61",
    "Нур-Султан": "KZ-71",
    "Алма-Ата": "KZ-75",
    "Чимкент": "KZ-79",
    "костанайский": "KZ-39",
    "карагандинский": "KZ-35",
    "восточно-казахстанский": "KZ-63",
    "область Жетысу": "KZ-33",
    "Қостанай облысы": "KZ-39",
    "Семипалатинск": "KZ-10/semey",
    "Капшагай": "KZ-19/konaev",
    "Зыряновск": "KZ-63/altay",
    "Джезказган": "KZ-62/zhezkazgan",
    "Өскемен": "KZ-63/oskemen",
    "Сарқан": "KZ-33/sarkan",
    "Текелі": "KZ-33/tekeli",
    "Сарыағаш": "KZ-61/saryagash",
    "Затобольск": "KZ-39/tobyl",
    "Тарановский район": "KZ-39/beimbet-mailin-district",
    "Глубоковский район": "KZ-63/glubokoe-district",
    "Качирский район": "KZ-55/terenkol-district",
    "Зеленовский район": "KZ-27/bayterek-district",
    "Енбекшильдерский район": "KZ-11/birzhan-sal-district",
    "Самар ауданы": "KZ-63/samar-district",
    "Тарановское": "KZ-39/ayet",
}


def test_twenty_regions_exactly() -> None:
    assert [unit.code for unit in KAZAKHSTAN.regions] == [f"KZ-{number}" for number in REGIONS]
    assert [unit.code for unit in KAZAKHSTAN.regions if unit.kind == "city"] == ["KZ-71", "KZ-75", "KZ-79"]


def test_regions_come_first() -> None:
    assert KAZAKHSTAN.units[:20] == KAZAKHSTAN.regions


@pytest.mark.parametrize(("kind", "expected"), [("district", DISTRICTS), ("town", TOWNS)])
def test_every_district_and_town_is_there(kind: str, expected: dict[str, int]) -> None:
    found = Counter(unit.region.removeprefix("KZ-") for unit in KAZAKHSTAN.units if unit.kind == kind)
    assert found == expected


def test_codes_are_unique_and_lie_in_their_region() -> None:
    assert len(UNITS) == len(KAZAKHSTAN.units)
    for unit in KAZAKHSTAN.units:
        assert UNITS[unit.region].kind in ("region", "city")
        assert unit.code.partition("/")[0] == unit.region


def test_names_are_there_in_three_languages() -> None:
    for unit in KAZAKHSTAN.units:
        assert set(unit.names) == set(unit.short) == {"ru", "kk", "en"}
        assert all(unit.names.values())
        assert all(unit.short.values())


def test_names_hold_no_letter_of_the_other_alphabet() -> None:
    """A Latin "a" in a Cyrillic name looks the same and is never found."""
    for unit in KAZAKHSTAN.units:
        cyrillic = (unit.names["ru"], unit.names["kk"], unit.short["ru"], unit.short["kk"], *unit.other)
        assert not [name for name in cyrillic if re.search("[a-z]", name, re.I) and re.search("[а-яё]", name, re.I)]
        assert re.fullmatch("[A-Za-z -]+", unit.names["en"]), unit


def test_a_russian_name_with_kazakh_letters_is_also_known_without() -> None:
    """The state writes "область Ұлытау" in Russian, people write "область Улытау"."""
    kazakh = re.compile("[әғқңөұүһі]", re.I)
    for unit in KAZAKHSTAN.units:
        if kazakh.search(unit.names["ru"]):
            assert any(not kazakh.search(name) for name in unit.other), unit


def test_a_unit_has_each_name_once() -> None:
    for unit in KAZAKHSTAN.units:
        assert len(set(unit.other)) == len(unit.other)
        assert not {unit.names["ru"], unit.names["kk"]} & set(unit.other), unit


def test_one_kind_of_unit_has_a_name_once_in_a_region() -> None:
    """Otherwise nothing could tell two districts apart."""
    names = Counter((unit.region, unit.kind, name) for unit in KAZAKHSTAN.units for name in all_names(unit))
    assert [key for key, count in names.items() if count > 1] == []


def test_each_region_has_its_own_tile() -> None:
    tiles = [unit.tile for unit in KAZAKHSTAN.regions]
    assert None not in tiles
    assert len(set(tiles)) == 20
    assert all(unit.tile is None for unit in KAZAKHSTAN.units[20:])


@pytest.mark.parametrize(
    ("one", "other"),
    [("KZ-27", "KZ-63"), ("KZ-23", "KZ-43"), ("KZ-15", "KZ-39"), ("KZ-39", "KZ-55"), ("KZ-61", "KZ-33")],
)
def test_the_tile_map_runs_from_west_to_east(one: str, other: str) -> None:
    assert tile(one)[0] < tile(other)[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [("KZ-59", "KZ-71"), ("KZ-39", "KZ-43"), ("KZ-35", "KZ-61"), ("KZ-61", "KZ-79"), ("KZ-27", "KZ-47")],
)
def test_the_tile_map_runs_from_north_to_south(one: str, other: str) -> None:
    assert tile(one)[1] < tile(other)[1]


@pytest.mark.parametrize(("name", "code"), NAMES.items())
def test_old_names_abbreviations_and_adjectives(name: str, code: str) -> None:
    assert name in all_names(UNITS[code])


def test_short_names_leave_out_the_kind_of_unit() -> None:
    assert dict(UNITS["KZ-39/kostanay-district"].short) == {"ru": "Костанайский", "kk": "Қостанай", "en": "Kostanay"}
    assert UNITS["KZ-39/beimbet-mailin-district"].short["ru"] == "Беимбета Майлина"
    assert UNITS["KZ-59/gabit-musirepov-district"].short["kk"] == "Ғабит Мүсірепов"
    assert UNITS["KZ-39/rudny"].short["ru"] == "Рудный"
    assert UNITS["KZ-39/beimbet-mailin-district"].names["en"] == "Beimbet Mailin District"


def test_a_name_of_several_regions_stands_in_each() -> None:
    zhambyl = {unit.region for unit in KAZAKHSTAN.units if unit.names["kk"] == "Жамбыл ауданы"}
    assert zhambyl == {"KZ-19", "KZ-31", "KZ-59"}


def tile(code: str) -> tuple[int, int]:
    place = UNITS[code].tile
    assert place is not None
    return place


def all_names(unit: Unit) -> set[str]:
    return {unit.names["ru"], unit.names["kk"], *unit.other}


REGION = """
[KZ-39]
kind = "region"
names = { ru = "Костанайская область", kk = "Қостанай облысы", en = "Kostanay Region" }
short = { ru = "Костанай", kk = "Қостанай", en = "Kostanay" }
tile = [2, 0]
"""
TOWN = '[KZ-39]\nrudny = ["Рудный", "Рудный"]\n'

BROKEN = [
    ("regions.toml", REGION.replace('"region"', '"oblast"'), "kz/regions.toml: KZ-39.kind: expected region or city"),
    ("regions.toml", REGION.replace("[2, 0]", "[2]"), "KZ-39.tile: expected [column, row], found [2]"),
    ("regions.toml", REGION.replace("[2, 0]", "[-1, 0]"), "KZ-39.tile: expected [column, row]"),
    ("regions.toml", REGION.replace("tile", "place"), "KZ-39.place: expected one of kind, names, short"),
    ("regions.toml", REGION + REGION.replace("KZ-39", "KZ-10"), "KZ-10.tile: expected a free place, found that of"),
    ("towns.toml", TOWN.replace("KZ-39", "KZ-10"), "kz/towns.toml: KZ-10: expected the code of a top-level unit"),
    ("towns.toml", TOWN.replace(', "Рудный"', ""), "KZ-39.rudny: expected [\"Russian name\", \"Kazakh name\""),
    ("towns.toml", TOWN.replace('["Рудный", "Рудный"]', "1"), "KZ-39.rudny: expected a list of texts, found 1"),
    ("points.toml", '"KZ-39/rudny" = [95.0, 63.1]', "points.toml: KZ-39/rudny: expected [north, east] in degrees"),
    ("points.toml", '"KZ-39/nowhere" = [52.9, 63.1]', "points.toml: KZ-39/nowhere: expected the code of a unit"),
    ("villages.toml", TOWN, "KZ-39/rudny: expected each code once"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "text", "message"), BROKEN)
def test_a_broken_geography_names_the_place(tmp_path: Path, path: str, text: str, message: str) -> None:
    folder = tmp_path / "kz"
    folder.mkdir()
    for name, right in (("regions.toml", REGION), ("towns.toml", TOWN), (path, text)):
        (folder / name).write_text(right, encoding="utf-8")
    with pytest.raises(PackError) as raised:
        read_geography(Files.below(folder))
    assert message in str(raised.value)


def test_a_phone_anywhere_finds_a_town_of_each_region() -> None:
    """Within the country; nothing smaller than a town has a point, so none can be a shelter's."""
    units = load("sixteen_days").geography.units
    placed = [unit for unit in units if unit.point]
    assert {unit.region for unit in placed} == {unit.code for unit in units if unit.kind in ("region", "city")}
    assert {unit.kind for unit in placed} == {"city", "town"}
    assert all(40.5 < unit.point[0] < 55.5 and 46.4 < unit.point[1] < 87.4 for unit in placed if unit.point)

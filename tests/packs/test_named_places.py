"""A place by its name in any of its languages."""

import pytest

from svod.packs import load
from svod.packs.named_places import code_of_place
from svod.publishing.names import PackNames

PACK = load("sixteen_days")


@pytest.mark.parametrize(
    ("region", "told", "ru", "kk"),
    [
        ("KZ-61", "Сайрам ауданы", "Сайрамский район", "Сайрам ауданы"),
        ("KZ-47", "Жанаозен", "Жанаозен", "Жаңаөзен"),
        (None, "Қызылорда", "Кызылорда", "Қызылорда"),
        ("KZ-39", "у фонтана", "у фонтана", "у фонтана"),
        ("KZ-39", None, "", ""),
    ],
)
def test_it_works(region: str | None, told: str | None, ru: str, kk: str) -> None:
    assert [PackNames(PACK, language).place(region, told) for language in ("ru", "kk")] == [ru, kk]


def test_a_village_is_one_of_its_region_only() -> None:
    villages = [unit for unit in PACK.geography.units if unit.kind == "village"]
    name = villages[0].names["ru"]
    assert code_of_place(PACK.geography, villages[0].region, name)
    assert code_of_place(PACK.geography, None, name) is None


def test_without_a_pack_it_stands_for_itself() -> None:
    assert PackNames(None, "kk").place("KZ-39", "Рудный") == "Рудный"

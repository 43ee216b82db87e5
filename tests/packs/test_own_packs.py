"""Packs of one's own: a folder that SVOD_PACKS names, a country that the pack brings along, no Kazakh."""

from pathlib import Path

import pytest

from svod.packs import PackError, available, load, own
from tests.packs.abroad import write_abroad


def test_it_works(abroad: Path) -> None:
    assert own() == ("water_week",)
    assert available() == ("water_week", "safety_day", "sixteen_days")
    pack = load("water_week")
    assert pack is load(abroad)
    assert pack.geography.country == "kg"
    assert pack.expected == ("KG-N", "KG-GB")


def test_none_takes_the_name_of_a_bundled_one(abroad: Path) -> None:
    abroad.rename(abroad.with_name("sixteen_days"))
    assert own() == ()
    assert load("sixteen_days").names["en"].startswith("16 Days")


def test_a_language_that_it_leaves_out_has_the_first_ones_names(abroad: Path) -> None:
    pack = load(abroad)
    assert pack.names == {"ru": "Неделя воды", "kk": "Неделя воды", "en": "Water Week"}
    assert pack.kinds[0].names["kk"] == "урок воды"
    names = {unit.code: unit.names for unit in pack.geography.units}
    assert names["KG-N/at-bashy-district"] == {
        "ru": "Ат-Башинский район",
        "kk": "Ат-Башинский район",
        "en": "At Bashy District",
    }


WRONG = [
    (
        'languages = ["ru", "en"]',
        'languages = ["de"]',
        "pack.toml: languages: expected some of ru, kk, en, found ['de']",
    ),
    ('languages = ["ru", "en"]', 'languages = ["ru", "kk"]', "KG-N.names.kk: expected a text, found nothing"),
    ('geography = "kg"', 'geography = "kyrgyzstan"', "pack.toml: geography: expected a country's two letters"),
]


@pytest.mark.parametrize(("right", "wrong", "message"), WRONG)
def test_what_is_wrong_is_said(abroad: Path, right: str, wrong: str, message: str) -> None:
    head = abroad / "pack.toml"
    head.write_text(head.read_text(encoding="utf-8").replace(right, wrong), encoding="utf-8")
    with pytest.raises(PackError) as raised:
        load(abroad)
    assert message in str(raised.value)


def test_a_country_that_nobody_brings(abroad: Path) -> None:
    (abroad / "geography" / "regions.toml").unlink()
    (abroad / "geography" / "districts.toml").unlink()
    with pytest.raises(
        PackError, match=r"geography: expected a country's two letters: one of kz, or that of geography/"
    ):
        load(abroad)


def test_two_folders_give_the_same_country(abroad: Path, tmp_path: Path) -> None:
    assert load(write_abroad(tmp_path / "elsewhere")).geography is load(abroad).geography

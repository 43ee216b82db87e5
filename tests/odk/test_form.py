"""The form: pyxform takes it without a warning, ODK's own validator finds it valid."""

import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
import pyxform
from pyxform.xls2xform import convert

from svod.odk.questions import ACTIVITY, SEVERAL
from svod.odk.words import LANGUAGES, said
from svod.odk.xform import xform
from svod.odk.xlsform import sheets, xlsform
from svod.packs import load

PACKS = ("sixteen_days", "safety_day")
VALIDATOR = Path(pyxform.__file__).parent / "validators" / "odk_validate" / "bin" / "ODK_Validate.jar"


@pytest.mark.parametrize("whose", [True, False], ids=["several", "one"])
@pytest.mark.parametrize("code", PACKS)
def test_pyxform_takes_it_without_a_warning(code: str, whose: bool) -> None:
    warnings: list[str] = []
    convert(xlsform=xlsform(load(code), 2025, whose=whose), file_type=".xlsx", warnings=warnings, validate=False)
    assert warnings == []


@pytest.mark.skipif(shutil.which("java") is None, reason="ODK Validate needs Java, which is not installed here")
def test_odk_validate_finds_it_valid(tmp_path: Path) -> None:
    form = tmp_path / "form.xml"
    form.write_bytes(xform(load("sixteen_days"), 2025, whose=True).xml)  # with all questions that there are
    done = subprocess.run(["java", "-jar", VALIDATOR, form], capture_output=True, text=True, check=False)
    assert "Xform is valid!" in done.stdout + done.stderr, done.stderr
    assert done.returncode == 0


@pytest.mark.skipif(shutil.which("java") is None, reason="ODK Validate needs Java, which is not installed here")
def test_odk_validate_refuses_a_broken_one(tmp_path: Path) -> None:
    """What proves that its "valid" means something."""
    form = tmp_path / "form.xml"
    whole = xform(load("sixteen_days"), 2025, whose=False).xml
    form.write_bytes(whole.replace(b"/held  = 'no'", b"/missing_function(").replace(b"today()", b"yesterday_or_so("))
    done = subprocess.run(["java", "-jar", VALIDATOR, form], capture_output=True, text=True, check=False)
    assert done.returncode != 0


def test_it_speaks_three_languages_throughout() -> None:
    told = sheets(load("sixteen_days"), 2025, whose=True)
    for row in [*told["survey"], *told["choices"]]:
        if row.get("type") != "end_repeat":
            assert all(row[f"label::{name}"] for name in LANGUAGES.values()), row


def test_it_asks_for_no_names_and_says_where_help_is() -> None:
    start, contacts = sheets(load("sixteen_days"), 2025, whose=False)["survey"][:2]
    assert "No names of survivors, children or participants" in start["hint::English (en)"]
    assert "111" in contacts["hint::Русский (ru)"]
    assert "позвоните" not in contacts["hint::Русский (ru)"]  # a warning to the campaign's own people


def test_it_offers_what_the_pack_has() -> None:
    pack = load("sixteen_days")
    choices = sheets(pack, 2025, whose=True)["choices"]
    for name, terms in (("kind", pack.kinds), ("audience", pack.audiences), ("themes", pack.themes)):
        assert [row["name"] for row in choices if row["list_name"] == name] == [one.code for one in terms]
    rudny = next(row for row in choices if row["name"] == "KZ-39/rudny")
    assert (rudny["list_name"], rudny["region"]) == ("district", "KZ-39")


def test_it_offers_the_region_that_it_is_for_alone() -> None:
    choices = sheets(load("sixteen_days"), 2025, whose=True, region="KZ-39")["choices"]
    places = [row for row in choices if row["list_name"] in ("region", "district")]
    assert {row["region"] or row["name"] for row in places} == {"KZ-39"}
    assert len(places) > 5


def test_it_names_the_help_contacts_that_work() -> None:
    pack = load("sixteen_days")
    assert b"150 " in xform(pack, 2025, whose=False).xml
    works = replace(pack, contacts=tuple(one for one in pack.contacts if one.number != "150"))
    assert b"150 " not in xform(works, 2025, whose=False).xml


def test_codes_hold_no_space_which_would_part_them() -> None:
    choices = sheets(load("sixteen_days"), 2025, whose=True)["choices"]
    assert [row["name"] for row in choices if " " in row["name"]] == []
    assert set(SEVERAL) <= {row["list_name"] for row in choices}


def test_the_same_form_is_the_same_bytes_and_another_one_has_another_version() -> None:
    pack = load("sixteen_days")
    assert xlsform(pack, 2025, whose=True) == xlsform(pack, 2025, whose=True)
    assert xform(pack, 2025, whose=True).version != xform(pack, 2025, whose=False).version


def test_all_words_of_the_questions_are_asked() -> None:
    asked = {row["name"] for row in sheets(load("sixteen_days"), 2025, whose=True)["survey"]}
    assert set(said()["questions"]) == asked
    assert {one.name for one in ACTIVITY} <= asked


def test_no_cell_is_a_formula() -> None:
    book = openpyxl.load_workbook(BytesIO(xlsform(load("sixteen_days"), 2025, whose=False)))
    assert [cell for sheet in book for row in sheet for cell in row if cell.data_type == "f"] == []

"""HXL, 3W and ActivityInfo, read back by programs of others."""

import csv
from collections.abc import Callable
from io import BytesIO, StringIO

import hxl
import openpyxl
import pytest

from svod.language import LANGUAGES
from svod.standards.activityinfo import activityinfo
from svod.standards.columns import ALL
from svod.standards.figures import Figures
from svod.standards.hxl import hxl as tagged
from svod.standards.three_w import three_w_csv, three_w_xlsx

FILES = {"hxl": tagged, "3w csv": three_w_csv, "3w xlsx": three_w_xlsx}


@pytest.mark.filterwarnings("ignore:defusedxml.cElementTree:DeprecationWarning")  # what libhxl reads XLSX with
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("made", FILES.values(), ids=FILES)
def test_libhxl_finds_no_error(figures: Figures, made: Callable[[Figures, str], bytes], language: str) -> None:
    """By HXL's own schema, with what it warns of."""
    report = hxl.validate(hxl.data(BytesIO(made(figures, language))))
    assert report["is_valid"], report["issues"]
    assert [one for one in report["issues"] if one["severity"] != "info"] == []


def test_libhxl_would_find_one() -> None:
    broken = b"Day,People\r\n#date+start,#reached+num+min\r\nsome day,many\r\n"
    assert not hxl.validate(hxl.data(BytesIO(broken)))["is_valid"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_program_finds_the_numbers_by_their_tags(figures: Figures, language: str) -> None:
    source = hxl.data(BytesIO(tagged(figures, language)))
    least = [row.get("#reached+min") for row in source]
    assert least == ["45", "0", None, "300", None]
    assert [row.get("#reached+max") for row in hxl.data(BytesIO(tagged(figures, language)))] == [
        "45",
        "15",
        None,
        None,
        None,
    ]
    assert len({one.tag for one in ALL}) == len(ALL)


def test_who_does_what_where_when_for_whom(figures: Figures) -> None:
    lines = list(csv.reader(StringIO(three_w_csv(figures, "en").decode("utf-8-sig"))))
    head, tags, *rows = lines
    told = [dict(zip(head, row, strict=True)) for row in rows]
    table = next(one for one in told if one["Code of the kind"] == "round_table")
    assert table["Who: organisation"] == "Костанайская областная организация"
    assert table["Where: region"] == "Kostanay Region"
    assert table["For whom"] == "parents; pupils"
    assert (table["Activities, at least"], table["Activities, at most"]) == ("2", "2")
    assert (table["Attendances, at least"], table["Attendances, at most"]) == ("45", "60")
    training = next(one for one in told if one["Code of the kind"] == "training")
    assert (training["Activities, at least"], training["Activities, at most"]) == ("2", "")
    assert (training["Attendances, at least"], training["Activities without a number of people"]) == ("", "1")
    assert len(tags) == len(head)


def test_the_workbook_says_the_same(figures: Figures) -> None:
    sheet = openpyxl.load_workbook(BytesIO(three_w_xlsx(figures, "ru")))["3W"]
    cells = [[str(cell) if cell is not None else "" for cell in row] for row in sheet.values]
    assert cells == list(csv.reader(StringIO(three_w_csv(figures, "ru").decode("utf-8-sig"))))


def test_no_cell_is_a_formula(figures: Figures) -> None:
    for made in (tagged, three_w_csv, activityinfo):
        for row in csv.reader(StringIO(made(figures, "ru").decode("utf-8-sig"))):
            assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_activityinfo_has_a_column_for_each_choice(figures: Figures) -> None:
    """No validator of its importer is packaged: this is what its manual asks of a file."""
    head, *rows = csv.reader(StringIO(activityinfo(figures, "en").decode("utf-8-sig")))
    assert len(set(head)) == len(head)
    told = [dict(zip(head, row, strict=True)) for row in rows]
    assert len({one["Number"] for one in told}) == len(told) == len(figures.held)
    first = told[0]
    assert (first["For whom - pupils"], first["For whom - parents"], first["For whom - staff"]) == ("yes", "yes", "no")
    assert (first["Attendances, at least"], first["When: first day"]) == ("45", "2025-11-28")


def test_activityinfo_numbers_stay(figures: Figures) -> None:
    numbers = [row[0] for row in csv.reader(StringIO(activityinfo(figures, "ru").decode("utf-8-sig")))][1:]
    again = [row[0] for row in csv.reader(StringIO(activityinfo(figures, "kk").decode("utf-8-sig")))][1:]
    assert numbers == again

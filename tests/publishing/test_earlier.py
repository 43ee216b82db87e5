"""An earlier year read back: what was written comes back, and what is not ours is refused by name."""

import json
from pathlib import Path

import pytest

from svod.publishing import UnreadableEarlier, read_earlier, write_jsonl, write_xlsx
from svod.records import Bounds, Scope
from tests.publishing.campaign import PACK, REGISTER


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_jsonl(REGISTER, tmp_path / "activities.jsonl")
    return tmp_path


def test_the_activities_come_back(folder: Path) -> None:
    earlier = read_earlier(folder / "activities.jsonl", PACK)
    for one, other in zip(earlier.activities, REGISTER.activities, strict=True):
        assert (one.id, len(one.members)) == (other.id, len(other.members))
        for field in ("kind", "title", "date", "region", "place", "organiser", "participants", "count", "online"):
            assert getattr(one.activity, field) == getattr(other.activity, field)
    assert [one.id for one in earlier.planned] == [one.id for one in REGISTER.planned]
    assert earlier.year == 2022


def test_what_is_only_listed_is_a_least(folder: Path) -> None:
    whole = read_earlier(folder / "activities.jsonl", PACK).total(Scope("activities"))
    assert whole
    assert whole.value == Bounds.at_least(sum(one.activity.count.least for one in REGISTER.activities))


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_the_totals_of_the_workbook_beside_come_back(folder: Path, language: str) -> None:
    write_xlsx(REGISTER, PACK, folder / "register.xlsx", language)
    earlier = read_earlier(folder, PACK)
    written = {total.scope: total.value for total in REGISTER.totals if not total.scope.audience}
    assert {total.scope: total.value for total in earlier.totals} == written


def test_a_line_that_is_no_activity_is_named(folder: Path) -> None:
    path = folder / "activities.jsonl"
    path.write_text(path.read_text(encoding="utf-8") + json.dumps({"kind": "talk"}) + "\n", encoding="utf-8")
    last = len(REGISTER.activities) + len(REGISTER.planned) + 1
    with pytest.raises(UnreadableEarlier, match=f"line {last}: this is no activity"):
        read_earlier(path, PACK)


@pytest.mark.parametrize("content", [b"{", b"\xff\xfe", b'"text"', b"[1]", b'{"count": [3, 1]}'])
def test_what_is_no_json_lines_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.jsonl").write_bytes(content)
    with pytest.raises(UnreadableEarlier):
        read_earlier(tmp_path / "a.jsonl", PACK)


def test_a_workbook_that_is_none_is_refused(folder: Path) -> None:
    (folder / "register.xlsx").write_bytes(b"no workbook")
    with pytest.raises(UnreadableEarlier, match="is no workbook"):
        read_earlier(folder, PACK)


def test_a_folder_without_the_file_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        read_earlier(tmp_path, PACK)

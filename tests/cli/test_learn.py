"""`svod learn`, and what other commands do with what it wrote."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Svod
from tests.learning.made_up import text_of

LINE = json.dumps(
    {"id": "a", "text": "Прошёл семинар. Проведена разъяснительная работа в больнице."}, ensure_ascii=False
)


@pytest.fixture
def corrections(tmp_path: Path) -> Path:
    path = tmp_path / "corrections.jsonl"
    path.write_text("\n".join(text_of(number, outreach=False) for number in range(24)), encoding="utf-8")
    return path


def test_it_works(run: Svod, corrections: Path, tmp_path: Path) -> None:
    result = run("learn", corrections)
    assert result.exit_code == 0
    assert "Adopted, and written: learned.toml" in result.stdout
    answer = json.loads(run("extract", "--learned", tmp_path / "learned.toml", stdin=LINE).stdout)
    assert [one["kind"] for one in answer["activities"]] == ["seminar"]
    report = tmp_path / "report.txt"
    report.write_text("Прошёл семинар. Проведена разъяснительная работа в больнице.", encoding="utf-8")
    page = run("explain", report, "--learned", tmp_path / "learned.toml", "--lang", "en").stdout
    assert "dropped by people&#x27;s corrections" in page


def test_it_is_measured_on_the_other_half(run: Svod, corrections: Path) -> None:
    told = json.loads(run("learn", corrections, "--half", "--json").stdout)
    assert told["adopted"]
    assert told["texts"] + told["other_texts"] == 24
    before, after = told["others"]["activities"]
    assert before < after == 1.0


def test_what_teaches_nothing_writes_nothing(run: Svod, tmp_path: Path) -> None:
    path = tmp_path / "right.jsonl"
    path.write_text("\n".join(text_of(number, outreach=True) for number in range(6)), encoding="utf-8")
    result = run("learn", path, "--half")
    assert result.exit_code == 0
    assert "Not adopted" in result.stdout
    assert "with what was not adopted" in result.stdout
    assert not (tmp_path / "learned.toml").exists()


def test_a_file_that_is_none_is_named(run: Svod, tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text("{}", encoding="utf-8")
    result = run("learn", path)
    assert result.exit_code == 1
    assert "line 1 is no annotated text" in result.stderr


def test_weights_that_are_none_are_wrong_use(run: Svod, tmp_path: Path) -> None:
    path = tmp_path / "learned.toml"
    path.write_text("form = 7", encoding="utf-8")
    assert run("extract", "--learned", path, stdin=LINE).exit_code == 2

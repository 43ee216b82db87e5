"""`svod guard FILE`."""

import json
from pathlib import Path

import pytest
from lxml import html

from tests.cli.conftest import Svod

TEXT = "Выступила учитель Анна Коваль, тел. +7 701 234 56 78. Слово дали прокурору С. Нуржановой."


@pytest.fixture
def told(tmp_path: Path) -> Path:
    path = tmp_path / "told.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_it_works(run: Svod, told: Path) -> None:
    result = run("guard", told)
    assert result.exit_code == 0
    page = html.document_fromstring(result.stdout)
    assert [mark.get("class") for mark in page.xpath("//mark")] == ["name", "phone", "official"]
    assert "имя и фамилия" in page.text_content()


def test_it_writes_a_line_for_each_find(run: Svod, told: Path) -> None:
    rows = [line.split("\t") for line in run("guard", told, "--as", "text", "--lang", "en").stdout.splitlines()]
    assert [(row[1], row[2]) for row in rows] == [
        ("name", "Анна Коваль"),
        ("phone", "+7 701 234 56 78"),
        ("official", "С. Нуржановой"),
    ]


def test_it_writes_json(run: Svod, told: Path) -> None:
    finds = [json.loads(line) for line in run("guard", told, "--as", "json").stdout.splitlines()]
    assert [find["words"] for find in finds] == ["Анна Коваль", "+7 701 234 56 78", "С. Нуржановой"]
    assert {*finds[0]} == {"kind", "start", "end", "why", "certainty", "rule", "key", "words"}


def test_it_writes_the_masked_text_in_which_officials_stay(run: Svod, told: Path) -> None:
    run("guard", told, "--as", "masked", "-o", "masked.txt")
    masked = Path("masked.txt").read_text(encoding="utf-8")
    assert masked.strip() == (
        "Выступила учитель [имя скрыто 1], тел. [телефон скрыт]. Слово дали прокурору С. Нуржановой."
    )


def test_a_file_that_cannot_be_read_is_named(run: Svod, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    result = run("guard", empty)
    assert result.exit_code == 1
    assert "empty.txt: " in result.stderr

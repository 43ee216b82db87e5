"""`svod extract`: the contract of its standard input, and files."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import MINE, YOURS, Svod

Record = dict[str, Any]


def line(**fields: object) -> str:
    return json.dumps({"id": "a", "lang": "ru", "year": 2025, "text": MINE} | fields, ensure_ascii=False) + "\n"


def answers(stdout: str) -> list[Record]:
    return [json.loads(one) for one in stdout.splitlines()]  # splitlines: also where U+2028 is taken for a line's end


def test_it_works(run: Svod) -> None:
    result = run("extract", stdin=line())
    assert result.exit_code == 0
    (answer,) = answers(result.stdout)
    assert list(answer) == ["id", "activities", "totals"]
    assert answer["id"] == "a"
    (activity,) = answer["activities"]
    assert activity["kind"] == "round_table"
    assert activity["title"] == "Тихий голос услышан"
    assert activity["date"] == "2025-11-25"
    assert activity["region"] == "KZ-39"
    assert activity["participants"] == [45, 45]
    assert activity["audience"] == ["teachers"]


def test_every_evidence_and_source_is_a_place_in_the_text(run: Svod) -> None:
    text = f"🎉 {MINE} {YOURS} Всего проведено свыше 200 мероприятий."
    (answer,) = answers(run("extract", stdin=line(text=text)).stdout)
    assert answer["totals"][0]["value"] == [201, None]
    for found in (*answer["activities"], *answer["totals"]):
        start, end = found["span"]
        assert found["evidence"] == text[start:end]
    for activity in answer["activities"]:
        assert all(0 <= start < end <= len(text) for start, end in activity["sources"].values())


def test_one_line_in_one_line_out_in_the_same_order(run: Svod) -> None:
    result = run("extract", stdin=line(id="b") + line(id="a", text="") + line(id="c", text=YOURS))
    assert [answer["id"] for answer in answers(result.stdout)] == ["b", "a", "c"]


def test_empty_lines_are_passed_over(run: Svod) -> None:
    result = run("extract", stdin="\n" + line() + "  \r\n" + line(id="b") + "\n\n")
    assert (result.exit_code, len(answers(result.stdout))) == (0, 2)


def test_no_input_gives_no_output(run: Svod) -> None:
    result = run("extract", stdin="")
    assert (result.exit_code, result.output) == (0, "")


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\u0085"])
def test_line_separators_in_a_text_end_no_line(run: Svod, separator: str) -> None:
    result = run("extract", stdin=line(id=f"a{separator}b", text=f"{MINE}{separator}{YOURS}"))
    assert result.exit_code == 0
    (answer,) = answers(result.stdout)
    assert answer["id"] == f"a{separator}b"
    assert len(answer["activities"]) == 2


def test_language_and_year_may_be_missing(run: Svod) -> None:
    result = run("extract", stdin=json.dumps({"id": "a", "text": MINE}))
    assert (result.exit_code, len(answers(result.stdout)[0]["activities"])) == (0, 1)


def test_the_year_completes_dates_and_the_line_has_the_last_word(run: Svod) -> None:
    text = "5 декабря прошёл круглый стол."
    stdin = line(text=text, year=None) + line(text=text, year=2022)
    dates = [
        answer["activities"][0]["date"] for answer in answers(run("extract", "--year", "2024", stdin=stdin).stdout)
    ]
    assert dates == ["2024-12-05", "2022-12-05"]


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (b"not json", "not JSON"),
        (b'{"id": "a", "text": "cut', "not JSON"),
        ('{"id": "a", "text": "текст"}'.encode("cp1251"), "not JSON"),
        (b"[1, 2]", "expected an object"),
        (b'{"id": "a"}', "`text` must be a string"),
        (b'{"text": "a"}', "`id` must be a string"),
        (b'{"id": 7, "text": "a"}', "`id` must be a string"),
        (b'{"id": "a", "text": null}', "`text` must be a string"),
        (b'{"id": "a", "text": "b", "year": "2022"}', "`year` must be a whole number or null"),
        (b'{"id": "a", "text": "b", "year": true}', "`year` must be a whole number or null"),
        (b'{"id": "a", "text": "b", "lang": 1}', "`lang` must be a string or null"),
        (rb'{"id": "a", "text": "b \ud800"}', "half a character at position 2"),
    ],
)
def test_a_bad_line_is_named_and_the_others_go_on(run: Svod, bad: bytes, reason: str) -> None:
    result = run("extract", stdin=line().encode() + bad + b"\n" + line(id="b").encode())
    assert result.exit_code == 1
    assert [answer["id"] for answer in answers(result.stdout)] == ["a", "b"]
    assert result.stderr.startswith("line 2: ")
    assert reason in result.stderr


def test_files_of_any_format(run: Svod, reports: Path) -> None:
    page = reports / "page.html"
    page.write_text(f"<h1>Отчёт</h1><p>{YOURS}</p>", encoding="utf-8")
    result = run("extract", reports / "Рудный" / "отчёт.txt", page)
    assert result.exit_code == 0
    assert [answer["activities"][0]["kind"] for answer in answers(result.stdout)] == ["round_table", "seminar"]


def test_a_file_that_cannot_be_read_is_named_and_the_others_go_on(run: Svod, reports: Path) -> None:
    empty = reports / "empty.txt"
    empty.touch()
    result = run("extract", empty, reports / "Рудный" / "отчёт.txt")
    assert result.exit_code == 1
    assert len(answers(result.stdout)) == 1
    assert "empty.txt: " in result.stderr


@pytest.mark.parametrize(("word", "message"), [("nowhere.txt", "does not exist"), ("reports", "is a directory")])
def test_wrong_use_says_what_is_wrong(run: Svod, reports: Path, word: str, message: str) -> None:
    result = run("extract", word)
    assert result.exit_code == 2
    assert message in result.stderr

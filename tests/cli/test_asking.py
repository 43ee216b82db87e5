"""`svod extract` and `svod consolidate` with a model beside them."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.assistant.stand_in import StandIn, activity, sends, standing_in, tells
from tests.cli.conftest import MINE, Svod

HELD = "проведён круглый стол «Тихий голос услышан» с участием 45 педагогов"
LINE = json.dumps({"id": "a", "lang": "ru", "year": 2025, "text": MINE}, ensure_ascii=False)


@pytest.fixture
def stand_in() -> Iterator[StandIn]:
    with standing_in() as one:
        yield one


def asked(stand_in: StandIn) -> list[str]:
    return ["--model", "stand-in", "--endpoint", stand_in.url, "--own"]


def test_what_the_model_says_is_told_apart(run: Svod, stand_in: StandIn, tmp_path: Path) -> None:
    stand_in.plays(
        tells(activity(evidence=HELD, participants="500"), activity(evidence=HELD, title="Тихий голос услышан"))
    )
    result = run("extract", *asked(stand_in), stdin=LINE)
    answer = json.loads(result.stdout)
    assert [one["participants"] for one in answer["activities"]] == [[45, 45]]
    assert answer["activities"][0]["model"] == ["model_agrees"]
    assert answer["model"] == {
        "failure": None,
        "parts_sent": 1,
        "refused": {"number_not_in_evidence": 1},
        "differences": [],
    }
    records = [json.loads(line) for line in (tmp_path / "model-sent.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(one["outcome"], one["document"], one["host"]) for one in records] == [
        ("asked", "a", stand_in.url.split("/")[2]),
        ("answered", "a", stand_in.url.split("/")[2]),
    ]
    assert MINE not in (tmp_path / "model-sent.jsonl").read_text(encoding="utf-8")


def test_the_key_comes_from_the_environment(run: Svod, stand_in: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SVOD_MODEL_KEY", "sk-secret")
    stand_in.plays(tells())
    assert "sk-secret" not in run("extract", *asked(stand_in), stdin=LINE).output
    assert stand_in.headers[0]["Authorization"] == "Bearer sk-secret"


@pytest.mark.parametrize(
    "words",
    [
        ("--model", "x"),
        ("--endpoint", "https://models.example.org/v1"),
        ("--model", "x", "--endpoint", "http://models.example.org/v1"),
        ("--model", "x", "--endpoint", "https://models.example.org/v1", "--price-in", "much"),
    ],
)
def test_half_a_wish_is_wrong_use(run: Svod, words: tuple[str, ...]) -> None:
    assert run("extract", *words, stdin=LINE).exit_code == 2


def test_a_report_is_written_though_the_model_fails(
    run: Svod, reports: Path, stand_in: StandIn, tmp_path: Path
) -> None:
    named = reports / "Костанай" / "Айгерим Оспанова.txt"
    (reports / "Костанай" / "отчёт.txt").rename(named)
    stand_in.plays(sends({}, 401))
    result = run("consolidate", reports, "-o", tmp_path / "out", *asked(stand_in))
    assert result.exit_code == 0
    assert "Found 2 distinct activities held" in result.stdout
    assert "Языковая модель не ответила" in (tmp_path / "out" / "problems.txt").read_text(encoding="utf-8")
    record = (tmp_path / "out" / "model-sent.jsonl").read_text(encoding="utf-8")
    assert len(record.splitlines()) == 2  # then given up
    assert "Оспанова" not in record


def test_what_only_the_model_finds_is_looked_at_first(run: Svod, stand_in: StandIn, tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "отчёт.txt").write_text(f"{MINE} Звучали песни под окнами.", encoding="utf-8")
    stand_in.plays(tells(activity(evidence=HELD), activity(kind="concert", evidence="Звучали песни под окнами")))
    run("consolidate", reports, "-o", tmp_path / "out", *asked(stand_in))
    found = (tmp_path / "out" / "activities.jsonl").read_text(encoding="utf-8")
    assert '"concert"' in found
    assert "Звучали песни под окнами" in (tmp_path / "out" / "problems.txt").read_text(encoding="utf-8")

"""activities.jsonl: the contract of an activity, with every place that tells it."""

import json
from collections.abc import Callable
from pathlib import Path

from svod.publishing import write_jsonl
from tests.publishing.campaign import DOCUMENTS, REGISTER

CONTRACT = (
    "kind title date region place organiser audience participants count partners materials online planned evidence"
)


def lines(tmp_path: Path) -> list[str]:
    write_jsonl(REGISTER, tmp_path / "a.jsonl")
    return (tmp_path / "a.jsonl").read_text(encoding="utf-8").splitlines()


def test_golden(tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    golden("activities.jsonl", "\n".join(lines(tmp_path)) + "\n")


def test_a_line_for_each_activity_in_order_with_all_fields(tmp_path: Path) -> None:
    found = [json.loads(line) for line in lines(tmp_path)]
    assert [one["id"] for one in found] == ["М-0001", "М-0002", "М-0003", "М-0004", "М-0005"]
    assert all(set(CONTRACT.split()) <= one.keys() for one in found)
    assert [one["planned"] for one in found] == [False] * 4 + [True]
    assert {one["status"] for one in found} == {"draft"}


def test_every_span_gives_its_words(tmp_path: Path) -> None:
    texts = {document.id: document.text for document in DOCUMENTS}
    for line in lines(tmp_path):
        one = json.loads(line)
        for place in (one, *one["members"]):
            start, end = place["span"]
            assert texts[place["document"]][start:end] == place["evidence"]


def test_the_guard_hides_in_every_quote(tmp_path: Path) -> None:
    write_jsonl(REGISTER, tmp_path / "a.jsonl", guard=lambda *_: "***")
    for line in (tmp_path / "a.jsonl").read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        assert {place["evidence"] for place in (one, *one["members"])} == {"***"}

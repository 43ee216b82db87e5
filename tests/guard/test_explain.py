import tomllib
from pathlib import Path

import pytest
from lxml import html

import svod.guard
from svod.guard import Find, explain, find, reason_in_words
from svod.packs import load

PACK = load("sixteen_days")
HERE = Path(svod.guard.__file__).parent
TABLE = tomllib.loads((HERE / "reasons.toml").read_text(encoding="utf-8"))
LISTED = [
    entry["rule"]
    for name in ("identifiers.toml", "addresses.toml", "refuges.toml")
    for entry in tomllib.loads((HERE / name).read_text(encoding="utf-8"))["pattern"]
]


@pytest.mark.parametrize("rule", LISTED)
def test_every_pattern_has_its_reason(rule: str) -> None:
    assert {*TABLE["rules"][rule]} == {"ru", "kk", "en"}


def test_every_kind_has_a_name_and_a_mask_in_three_languages() -> None:
    masks = tomllib.loads((HERE / "mask.toml").read_text(encoding="utf-8"))
    assert {*masks} == {"ru", "kk", "en"}
    assert all({*masks[language]} == {*TABLE["kinds"]} for language in masks)


def test_the_page_marks_what_a_story_holds_within_it() -> None:
    text = "Анну Коваль избил муж <b>."
    page = html.document_fromstring(explain(text, find(text, "ru", PACK), "отчёт.txt"))
    assert [mark.get("class") for mark in page.xpath("//mark")] == ["story", "name"]
    assert not page.xpath("//b")


def test_the_reason_names_the_word_that_decided_but_no_person() -> None:
    role = Find("name", 0, 4, "ученица", 0.9, "after_role")
    again = Find("name", 0, 4, "Анна Коваль", 0.8, "named_before")
    assert "«ученица»" in reason_in_words(role, "ru")
    assert "Коваль" not in reason_in_words(again, "ru")

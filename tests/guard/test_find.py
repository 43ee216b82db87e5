"""What the guard finds in a phrase: a table that a teacher could correct."""

import pickle
import re
import tomllib
from pathlib import Path

import pytest

from svod.guard import find, roles
from svod.packs import load

PACK = load("sixteen_days")
MARKED = re.compile(r"\[\[(\w+):(.+?)\]\]|\{\{(.+?)\}\}")
LATIN = re.compile(r"[A-Za-z ,.;'’()\d:@/+-]+")
KAZAKH = re.compile("[әғқңөұүһі]", re.IGNORECASE)
LINES = [
    line
    for line in Path(__file__).with_name("phrases.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("line", LINES)
def test_what_is_marked_is_found_and_nothing_else(line: str) -> None:
    text = MARKED.sub(lambda mark: mark[2] or mark[3], line)
    expected = [(mark[1] or "official", mark[2] or mark[3]) for mark in MARKED.finditer(line)]
    assert [(one.kind, text[one.start : one.end]) for one in find(text, language_of(text), PACK)] == expected


def test_what_is_found_goes_from_process_to_process() -> None:
    found = find("Звоните Ивановой Марии Петровне: 8 701 555 35 35", "ru", PACK)
    assert found
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 # our own


def test_no_word_that_lets_a_name_through_is_an_open_beginning() -> None:
    table = tomllib.loads(Path(roles.__file__).with_name("roles.toml").read_text(encoding="utf-8"))
    listed = [*table["official"].values(), *table["bears_before"].values(), *table["bears_after"].values()]
    entries = [entry for entries in listed if isinstance(entries, list) for entry in entries]
    assert len(entries) > 100
    assert not [entry for entry in entries if entry.endswith("*")]


def language_of(text: str) -> str:
    if LATIN.fullmatch(text):
        return "en"
    return "kk" if KAZAKH.search(text) else "ru"


def test_a_person_has_one_key_in_all_cases_and_shorter_forms() -> None:
    text = "Выступила Анна Коваль. Вопросы А. Коваль записала, потом Анне Коваль хлопали. Коваль ушла."
    assert len({one.key for one in find(text, "ru", PACK)}) == 1


def test_two_persons_of_one_surname_have_two_keys() -> None:
    assert len({one.key for one in find("Анна Коваль и Нина Коваль", "ru", PACK)}) == 2


def test_a_key_tells_nothing() -> None:
    (one,) = find("учитель Анна Коваль", "ru", PACK)
    assert "ковал" not in one.key.lower()
    assert len(one.key) == 12


def test_every_find_says_its_rule_and_the_word_it_went_by() -> None:
    (one,) = find("пострадавшая Анна", "ru", PACK)
    assert (one.rule, one.why) == ("after_role", "пострадавшая")


@pytest.mark.parametrize("language", ["ru", "kk", "en", "mixed", ""])
def test_any_text_can_be_looked_through(language: str) -> None:
    assert find("", language, PACK) == ()
    assert find("А. \n«Б» В.Г. Д'", language, PACK) == ()

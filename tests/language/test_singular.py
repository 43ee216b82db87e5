"""A group's name in the plural, as packs have it, leads to the noun that is counted."""

import pytest

from svod.language.en.inflect import singular as english
from svod.language.kk.inflect import singular as kazakh
from svod.language.ru.inflect import singular as russian
from svod.packs import load

PAIRS = {
    "ru": [
        ("читатели", "читатель"),
        ("медицинские сёстры", "медицинская сестра"),
        ("учащиеся", "учащийся"),
        ("люди старшего возраста", "человек старшего возраста"),
        ("члены кружка", "член кружка"),
        ("персонал", "персонал"),
        ("дебаты", "дебаты"),
    ],
    "kk": [
        ("оқырмандар", "оқырман"),
        ("кітапханашылар", "кітапханашы"),
        ("үйірме мүшелері", "үйірме мүшесі"),
        ("халық", "халық"),
    ],
    "en": [
        ("readers", "reader"),
        ("nurses", "nurse"),
        ("classes", "class"),
        ("ladies", "lady"),
        ("young people", "young person"),
        ("members of the club", "member of the club"),
        ("staff", "staff"),
    ],
}
SINGULAR = {"ru": russian, "kk": kazakh, "en": english}


@pytest.mark.parametrize(
    ("language", "several", "one"), [(language, *pair) for language, pairs in PAIRS.items() for pair in pairs]
)
def test_it_works(language: str, several: str, one: str) -> None:
    assert SINGULAR[language](several) == one
    assert SINGULAR[language](one) == one


def test_most_nouns_of_a_pack_follow_from_its_names() -> None:
    """So that a pack has to give only those that do not: "молодёжь", whose noun is "представитель молодёжи"."""
    pack = load("sixteen_days")
    other = {
        (language, term.code)
        for language, told in pack.phrases.items()
        for term in pack.audiences
        if told["audiences"][term.code] != SINGULAR[language](term.names[language])  # type: ignore[index]
    }
    assert other == {("ru", "youth"), ("kk", "youth"), ("kk", "teachers"), ("kk", "men"), ("en", "staff")}

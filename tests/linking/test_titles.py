"""One title in two languages, and two titles that only look so."""

import pytest

from svod.linking.names import plain
from svod.linking.titles import Dictionary, common_meaning, is_known
from svod.packs import load

DICTIONARY = Dictionary(load("sixteen_days").glossary)


def shared(one: str, other: str) -> float:
    meanings = [DICTIONARY.meaning(plain(title), DICTIONARY.language(title, "ru")) for title in (one, other)]
    return common_meaning(*meanings)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("семья без насилия", "зорлық зомбылықсыз отбасы"),
        ("права женщин и детей", "әйелдер мен балалардың құқықтары"),
        ("вместе против буллинга", "буллингке бірге қарсымыз"),
        ("ответственность родителей", "ата ананың жауапкершілігі"),
        ("safe school", "безопасная школа"),
    ],
)
def test_a_title_and_its_translation(one: str, other: str) -> None:
    assert shared(one, other) > 0.6


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("семья без насилия", "мұғалімнің еңбек құқығы"),
        ("моя мама мой герой", "менің әкем менің досым"),
        ("дорога добра", "жасанды интеллект"),
    ],
)
def test_titles_that_mean_other_things(one: str, other: str) -> None:
    assert shared(one, other) < 0.35


@pytest.mark.parametrize(
    ("title", "of_document", "language"),
    [
        ("Үндеме", "ru", "kk"),
        ("Ана мен бала", "ru", "kk"),  # no letter gives it away
        ("Мать и дитя", "kk", "ru"),
        ("Speak up", "ru", "en"),
        ("Зум", "mixed", "ru"),
        (None, "kk", "kk"),
    ],
)
def test_the_language_of_a_title(title: str | None, of_document: str, language: str) -> None:
    assert DICTIONARY.language(title, of_document) == language


def test_a_word_that_the_glossary_does_not_know() -> None:
    assert not is_known(DICTIONARY.meaning("мастерская керамики", "ru"))
    assert is_known(DICTIONARY.meaning("права женщин", "ru"))
    assert not is_known(DICTIONARY.meaning("", "ru"))

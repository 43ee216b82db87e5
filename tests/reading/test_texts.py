"""Encodings, the normal form, the language: each case is a text and what it must become."""

import pytest
from hypothesis import given, settings, strategies

from svod.reading.encodings import decode
from svod.reading.errors import Unsupported
from svod.reading.normal import normalise
from svod.reading.tongue import language_of

RUSSIAN = ("Да", "ОТЧЕТ", "Отчёт", "Провели урок", "Проведён тренинг, 45 чел.", "Лекция для родителей в актовом зале.",
           "План", "Конкурс рисунков", "ЗАКЛЮЧЕНИЕ", "Уважаемые коллеги!")  # fmt: skip
KAZAKH = ("Тренинг өтті", "Дөңгелек үстел", "Мектепте семинар өтті, 45 адам қатысты", "ҰЛТТЫҚ ЖОБА", "Іс-шара",
          "Қатысқандар саны: 30")  # fmt: skip
WIDE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866", *WIDE])
@pytest.mark.parametrize("text", RUSSIAN)
def test_russian_in(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["kz1048", "ptcp154", *WIDE])
@pytest.mark.parametrize("text", KAZAKH)
def test_kazakh_in(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_english_with_the_quotes_of_windows() -> None:
    assert decode("A “round table” at school".encode("cp1252")) == "A “round table” at school"


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(Unsupported):
        decode(bytes(range(1, 256)))


@pytest.mark.parametrize(
    ("given_text", "normal"),
    [
        ("и\u0306 е\u0308", "й ё"),
        ("45\u00a0чел.\u202fи\u2009ещё\t10", "45 чел. и ещё 10"),
        ("меро\u00adприя\u200bтие\ufeff", "мероприятие"),
        ("раз\r\nдва\rтри\u2028четыре", "раз\nдва\nтри\nчетыре"),
        ("\uf0b7 урок", "• урок"),
        ("  края \n пусты ", "края\nпусты"),
    ],
)
def test_normal_form(given_text: str, normal: str) -> None:
    assert normalise(given_text) == normal


@settings(max_examples=200, deadline=None)
@given(strategies.text())
def test_what_is_normal_stays_as_it_is(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("В школе прошёл урок доброты.", "ru"),
        ("Мектепте мейірімділік сабағы өтті.", "kk"),
        ("A lesson of kindness was held.", "en"),
        ("В школе прошёл урок доброты.\nМектепте мейірімділік сабағы өтті.", "mixed"),
        ("Урок прошёл в гимназии имени Ыбырая Алтынсарина, его провела учительница Әсел Қайратқызы.", "ru"),
        ("12.12.2022", None),
    ],
)
def test_language(text: str, language: str | None) -> None:
    assert language_of(text) == language

"""Numbers: tables of phrases a teacher could correct, and what must hold for every text."""

import pytest
from hypothesis import assume, given, settings, strategies as st

from svod.language.fold import fold
from svod.language.numbers import NumberMention, find_numbers
from svod.records import Bounds
from tests.language.spelling import kazakh, russian
from tests.language.tables import LANGUAGES, listed, rows, words

CASES = [(language, *row) for language in LANGUAGES for row in rows(f"numbers_{language}")]
PIECES = st.sampled_from(words("noise_numbers"))
LONG = 200_000  # characters: anything worse than linear would take minutes
NOISE = st.lists(PIECES, max_size=30).map(" ".join) | st.text() | st.text(alphabet="0123456789 .,-–:/№%абюсто")
QUALIFIED = {
    "{} человек": lambda n: Bounds(n, n),
    "свыше {} человек": lambda n: Bounds(n + 1, None),
    "не менее {} человек": lambda n: Bounds(n, None),
    "до {} человек": lambda n: Bounds(1, n),
    "{} адам": lambda n: Bounds(n, n),
    "кемінде {} адам": lambda n: Bounds(n, None),
    "{} адамнан астам": lambda n: Bounds(n + 1, None),
    "{} адамға дейін": lambda n: Bounds(1, n),
    "over {} people": lambda n: Bounds(n + 1, None),
    "at least {} people": lambda n: Bounds(n, None),
}


def written(bounds: Bounds) -> str:
    return str(bounds.least) if bounds.is_exact else f"{bounds.least}..{'' if bounds.most is None else bounds.most}"


@pytest.mark.parametrize(("language", "phrase", "bounds", "roles"), CASES)
def test_phrase(language: str, phrase: str, bounds: str, roles: str) -> None:
    found = find_numbers(phrase)
    assert [(written(number.bounds), number.role) for number in found] == list(
        zip(listed(bounds), listed(roles), strict=True)
    )


@pytest.mark.parametrize(
    ("text", "mention", "core"),
    [
        ("охватили свыше трёхсот учащихся", "свыше трёхсот", "трёхсот"),
        ("пришли более чем в 20 школ", "более чем в 20", "20"),
        ("зал на человек 650 полон", "человек 650", "650"),
        ("залға 100 адамнан астам келді", "100 адамнан астам", "100"),
        ("был от 30 до 40 человек", "от 30 до 40", "30 до 40"),
    ],
)
def test_the_qualifier_belongs_to_the_mention(text: str, mention: str, core: str) -> None:
    number = find_numbers(text)[0]
    assert (text[number.start : number.end], text[number.core_start : number.core_end]) == (mention, core)


@given(st.integers(1, 9999), st.sampled_from(("nominative", "genitive", "dative", "instrumental")))
def test_russian_words_are_read_back(number: int, case: str) -> None:
    assume((number, case) != (7, "instrumental"))  # "было семью учащихся": the family's word too, and no number
    assert values(f"было {russian(number, case)} учащихся") == [Bounds(number, number)]


@given(st.integers(1, 9999))
def test_kazakh_words_are_read_back(number: int) -> None:
    assert values(f"барлығы {kazakh(number)} оқушы") == [Bounds(number, number)]
    assert values(f"барлығы {fold(kazakh(number))} окушы") == [Bounds(number, number)]


@given(st.integers(2, 9999))  # "бірге" is "together" too
def test_kazakh_words_in_their_cases_are_read_back(number: int) -> None:
    assert values(f"{kazakh(number, 'ablative')} астам оқушы") == [Bounds(number + 1, None)]
    assert values(f"{kazakh(number, 'dative')} дейін оқушы") == [Bounds(1, number)]


@given(st.integers(1, 999_999_999), st.sampled_from(sorted(QUALIFIED)), st.sampled_from(("", " ", "\u00a0")))
def test_digits_with_their_qualifier_are_read_back(number: int, phrase: str, group: str) -> None:
    digits = f"{number:,}".replace(",", group)
    assert values(phrase.format(digits)) == [QUALIFIED[phrase](number)]


@given(NOISE)
def test_mentions_are_in_order_and_within_the_text(text: str) -> None:
    found = find_numbers(text)
    ends = [0, *(number.end for number in found)]
    for number, end_before in zip(found, ends, strict=False):
        assert end_before <= number.start <= number.core_start < number.core_end <= number.end <= len(text)


@given(NOISE)
def test_the_folded_text_may_be_given(text: str) -> None:
    assert find_numbers(text, fold(text)) == find_numbers(text)


@settings(max_examples=20, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=6).map(" ".join))
def test_a_long_text_comes_to_an_end(piece: str) -> None:
    text = f"{piece} " * (50_000 // (len(piece) + 1))
    assert all(isinstance(number, NumberMention) for number in find_numbers(text))


@pytest.mark.parametrize(
    "piece", ["9", "1 ", "9.", "9-", "100 000 ", "сто ", "он ", "от 1 ", "от 1 до ", "№ 1, ", "не менее "]
)
def test_one_thing_again_and_again_comes_to_an_end(piece: str) -> None:
    text = piece * (LONG // len(piece))
    assert bool(find_numbers(text)) == (piece not in ("не менее ", "он "))


def values(text: str) -> list[Bounds]:
    return [number.bounds for number in find_numbers(text) if number.role != "label"]

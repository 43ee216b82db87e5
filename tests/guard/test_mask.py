from datetime import UTC, datetime

import pytest
from hypothesis import given, strategies as st

from svod.guard import Find, Release, find, held, mask
from svod.packs import load

PACK = load("sixteen_days")
TEXT = "Учитель Анна Коваль и Нина Ли. Коваль звонила по номеру +7 701 234 56 78. Прокурор С. Нуржанова."


def masked(language: str = "ru", released: tuple[Release, ...] = ()) -> str:
    return mask(TEXT, find(TEXT, "ru", PACK), released, language).text


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        (
            "ru",
            "Учитель [имя скрыто 1] и [имя скрыто 2]. [имя скрыто 1] звонила по номеру [телефон скрыт]. "
            "Прокурор С. Нуржанова.",
        ),
        (
            "kk",
            "Учитель [аты-жөні жасырылды 1] и [аты-жөні жасырылды 2]. [аты-жөні жасырылды 1] звонила по номеру "
            "[телефон жасырылды]. Прокурор С. Нуржанова.",
        ),
        (
            "en",
            "Учитель [name withheld 1] и [name withheld 2]. [name withheld 1] звонила по номеру [phone withheld]. "
            "Прокурор С. Нуржанова.",
        ),
    ],
)
def test_one_person_has_one_number_and_officials_stay(language: str, shown: str) -> None:
    assert masked(language) == shown


def test_whom_a_person_released_is_shown_everywhere() -> None:
    key = find(TEXT, "ru", PACK)[0].key
    release = Release(key, "coordinator", "she asked to be named", datetime(2025, 12, 1, tzinfo=UTC))
    assert masked(released=(release,)) == (
        "Учитель Анна Коваль и [имя скрыто 1]. Коваль звонила по номеру [телефон скрыт]. Прокурор С. Нуржанова."
    )


def test_a_story_is_masked_whole() -> None:
    text = "Анна Коваль пришла к юристу. Анну избил муж. Прошла лекция."
    assert mask(text, find(text, "ru", PACK)).text == (
        "[имя скрыто 1] пришла к юристу. [рассказ о случае скрыт] Прошла лекция."
    )


def test_officials_are_found_but_not_held() -> None:
    assert [one.kind for one in held(find(TEXT, "ru", PACK))] == ["name", "name", "name", "phone"]


@st.composite
def texts_and_finds(draw: st.DrawFn) -> tuple[str, list[Find], int, int]:
    text = draw(st.text("абв .", max_size=40))
    places = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(places, places).map(sorted).filter(lambda span: span[0] < span[1]), max_size=5))
    start, end = sorted(draw(st.tuples(places, places)))
    return text, [Find("name", first, last, "", 1.0, "patronymic", str(first)) for first, last in spans], start, end


@given(texts_and_finds())
def test_no_masked_character_is_in_any_piece_and_no_other_is_lost(case: tuple[str, list[Find], int, int]) -> None:
    text, finds, start, end = case
    result = mask(text, finds)
    hidden = {place for one in result.masks for place in range(one.start, one.end)}
    piece = result.cut(start, end)
    for one in result.masks:
        piece = piece.replace(one.words, "", 1) if one.start < end and start < one.end else piece
    assert piece == "".join(sign for place, sign in enumerate(text[start:end], start) if place not in hidden)


@given(texts_and_finds())
def test_every_character_of_every_find_is_masked(case: tuple[str, list[Find], int, int]) -> None:
    text, finds, _, _ = case
    hidden = {place for one in mask(text, finds).masks for place in range(one.start, one.end)}
    assert hidden == {place for one in finds for place in range(one.start, one.end)}


@given(texts_and_finds())
def test_places_are_mapped_in_order(case: tuple[str, list[Find], int, int]) -> None:
    text, finds, start, end = case
    result = mask(text, finds)
    assert result.at(0) == 0 or result.masks[0].start == 0
    assert result.at(start) <= result.at(end)
    assert result.at(len(text)) == len(result.text)
    assert result.cut(0, len(text)) == result.text

"""Dates: tables of phrases a teacher could correct, and what must hold for every text."""

from datetime import date

import pytest
from babel.dates import format_date
from hypothesis import given, strategies as st

from svod.language.dates import DateMention, complete, find_dates, likely_year
from svod.language.fold import fold
from svod.records import Period
from tests.language.tables import LANGUAGES, listed, rows, words

CAMPAIGN = ((11, 25), (12, 10))
CASES = [(language, *row) for language in LANGUAGES for row in rows(f"dates_{language}")]
PIECES = st.sampled_from(words("noise_dates"))
LONG = 200_000  # characters: anything worse than linear would take minutes
NOISE = st.lists(PIECES, max_size=30).map(" ".join) | st.text() | st.text(alphabet="0123456789 .-–гмайы")
DAYS = st.dates(date(2000, 1, 1), date(2059, 12, 31))


def told(mention: DateMention) -> str:
    if mention.period is not None:
        return str(mention.period)
    if mention.relative is not None:
        return str(mention.relative)
    if mention.weekday is not None:
        return f"w{mention.weekday}"
    return f"----{mention.first.month}" if mention.first.month else f"-----{mention.first.day}"


@pytest.mark.parametrize(("language", "phrase", "days"), CASES)
def test_phrase(language: str, phrase: str, days: str) -> None:
    assert [told(mention) for mention in find_dates(phrase, 2022, CAMPAIGN)] == listed(days)


def test_without_a_year_the_day_is_told_but_no_period() -> None:
    (mention,) = find_dates("5 декабря", None)
    assert (mention.period, mention.first, mention.partial) == (None, (None, 12, 5), False)


def test_the_mention_covers_the_whole_interval() -> None:
    text = "Прошла с 25 ноября по 10 декабря 2022 года."
    (mention,) = find_dates(text, None)
    assert text[mention.start : mention.end] == "с 25 ноября по 10 декабря 2022 года"


@pytest.mark.parametrize(
    ("month", "day", "year"), [(11, 25, 2022), (12, 31, 2022), (9, 1, 2022), (1, 14, 2023), (3, 6, 2023)]
)
def test_a_day_long_before_the_campaign_is_of_the_next_year(month: int, day: int, year: int) -> None:
    assert likely_year(month, day, 2022, CAMPAIGN) == year


def test_a_month_that_begins_a_line_is_told_in_that_line() -> None:
    text = "Келген 12 отбасы.\nЖелтоқсанның 5-і күні сағат болды."
    (mention,) = find_dates(text, 2022)
    assert text[mention.start : mention.end] == "Желтоқсанның 5-і күні"


def test_a_day_in_digits_below_a_line_that_ends_with_a_number() -> None:
    text = "Келгендер: 45\n05.12.2022 жиын өтті. Барлығы 16.12"
    first, second = find_dates(text, 2022)
    assert (text[first.start : first.end], text[second.start : second.end]) == ("05.12.2022", "16.12")
    assert not find_dates("п. 5.12, № 5.12, пунктами 5.12, в 16.10", 2022)


def test_a_day_without_its_month_takes_that_of_the_date_before() -> None:
    first, second = find_dates("29 қарашада жиын, 30-ында дебат", 2024, CAMPAIGN)
    assert first.period is not None
    assert complete(second, first.period).period == Period.day(date(2024, 11, 30))


def test_the_same_day_is_the_date_before() -> None:
    same, before = find_dates("сол күні", 2024)[0], Period.day(date(2024, 11, 29))
    assert complete(same, before).period == before


@given(DAYS, st.sampled_from(("ru", "kk", "en_GB", "en_US")))
def test_a_long_date_is_read_back(day: date, locale: str) -> None:
    (mention,) = find_dates(format_date(day, "long", locale), None)
    assert mention.period == Period.day(day)


@given(DAYS, st.sampled_from(("%d.%m.%Y", "%d.%m.%y", "%Y-%m-%d")))
def test_a_date_in_digits_is_read_back(day: date, form: str) -> None:
    (mention,) = find_dates(f"Проведён {day.strftime(form)}, в школе", None)
    assert mention.period == Period.day(day)


@given(NOISE)
def test_mentions_are_in_order_and_within_the_text(text: str) -> None:
    found = find_dates(text, 2022, CAMPAIGN)
    ends = [0, *(mention.end for mention in found)]
    for mention, end_before in zip(found, ends, strict=False):
        assert end_before <= mention.start < mention.end <= len(text)


@given(NOISE)
def test_the_folded_text_may_be_given(text: str) -> None:
    assert find_dates(text, 2022, CAMPAIGN, fold(text)) == find_dates(text, 2022, CAMPAIGN)


@pytest.mark.parametrize("piece", ["9", "1.1", "1-", "5 и ", "5, ", "декабря ", "5 декабря ", "1 2022 жылғы ", "3-ы"])
def test_one_thing_again_and_again_comes_to_an_end(piece: str) -> None:
    assert isinstance(find_dates(piece * (LONG // len(piece)), 2022, CAMPAIGN), list)

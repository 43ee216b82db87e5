"""What sets an activity apart from its campaign is said, and left for a person to judge."""

from dataclasses import replace

import pytest

from svod.extraction import doubts_in_words, extract
from svod.packs import load
from svod.records import Activity, Bounds, Document

PACK = load("sixteen_days")


def the_one(text: str, year: int | None = 2025) -> Activity:
    (activity,) = extract(Document("a", text, year=year), PACK).activities
    return activity


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("11.11.2022 г. проведена лекция.", "another_year"),
        ("5 декабря 2024 года проведена лекция.", "another_year"),
        ("2024 жылғы 5 желтоқсанда дөңгелек үстел өтті.", "another_year"),
        ("15 апреля состоялся круглый стол.", "far_from_its_days"),
        ("В флешмобе приняли участие 167 тысяч студентов.", "so_many_people"),
        ("11.11.2022 ж. дөңгелек үстел өтті.", "another_year"),
    ],
)
def test_it_is_said(text: str, why: str) -> None:
    activity = the_one(text)
    assert why in activity.reasons
    assert activity.confidence < 0.5
    assert all(doubts_in_words(activity.reasons, language) for language in ("ru", "kk", "en"))


@pytest.mark.parametrize(
    "text",
    [
        "5 декабря проведена лекция.",
        "12 ноября проведена лекция.",
        "Проведена лекция, присутствовало 300 человек.",
        "Проведено 120 лекций, в них приняли участие 9 000 студентов.",
    ],
)
def test_what_is_usual_is_not_doubted(text: str) -> None:
    activity = the_one(text)
    assert not doubts_in_words(activity.reasons, "ru")


@pytest.mark.parametrize("text", ["В 2024 году прошёл круглый стол.", "10 декабря 1998 года прошёл круглый стол."])
def test_history_is_no_slip_of_the_pen(text: str) -> None:
    assert not extract(Document("a", text, year=2025), PACK).activities


def test_people_told_beside_it_are_only_likely() -> None:
    activity = the_one("В лицее прошла беседа о праве. 28 ребят получили закладки.")
    assert activity.participants == Bounds(28, 28)
    assert activity.confidence <= 0.6
    assert all(doubts_in_words(activity.reasons, language) for language in ("ru", "kk", "en"))


def test_the_only_day_of_a_text_is_only_likely() -> None:
    text = "20 ноября 2025 года в школе прошли мероприятия.\nВ 6 классе провели викторину."
    activity = the_one(text)
    assert str(activity.date) == "2025-11-20"
    assert activity.confidence <= 0.6
    assert all(doubts_in_words(activity.reasons, language) for language in ("ru", "kk", "en"))


def test_where_no_year_is_known_no_day_is_doubted() -> None:
    assert not doubts_in_words(the_one("11.11.2022 г. проведена лекция.", None).reasons, "ru")


def test_how_many_are_usual_is_the_packs() -> None:
    small = replace(PACK, most_people=100, fingerprint="small")
    text = "Проведена лекция, присутствовало 300 человек."
    (activity,) = extract(Document("a", text, year=2025), small).activities
    assert "so_many_people" in activity.reasons


def test_a_campaign_over_new_year_ends_in_the_next() -> None:
    first, last = replace(PACK, first_day=(12, 20), last_day=(1, 10)).days(2025)
    assert (first.isoformat(), last.isoformat()) == ("2025-12-20", "2026-01-10")

"""Read back, a report gives the activities it was written from. How many of them is a floor that only rises.

`make round-trip` tries 10,000 registers in each language.
"""

import pytest

from tests.narration.drawn import Drawn
from tests.narration.made import activity
from tests.narration.round_trip import travel, trips

K39 = {"region": "KZ-39"}


@pytest.mark.parametrize(("language", "least"), [("ru", 80), ("kk", 80), ("en", 80)])
def test_single_activities_come_back(language: str, least: int) -> None:
    _hold(language, 80, 1, least)


@pytest.mark.parametrize(("language", "least"), [("ru", 40), ("kk", 40), ("en", 40)])
def test_whole_registers_come_back(language: str, least: int) -> None:
    _hold(language, 40, 8, least)


@pytest.mark.parametrize(
    ("language", "union", "school"),
    [
        ("ru", "Костанайская областная организация профсоюза", "№ 12 мектеп"),
        ("kk", "Костанайская областная организация профсоюза", "политехникалық колледж"),
        ("en", "Костанайская областная организация профсоюза", "the college"),
    ],
)
def test_what_is_told_of_the_same_organiser_comes_back(language: str, union: str, school: str) -> None:
    """Across places, days and sentences, after a name beside the sentence and after one within."""
    towns = ["KZ-39/arkalyk", "KZ-39/lisakovsk", "KZ-39/karabalyk-district"]
    kinds = ["seminar", "lecture", "training"]
    held = [activity(kind, place=town, organiser=union, **K39) for kind, town in zip(kinds, towns, strict=True)]
    held += [
        activity(kind, place="KZ-39/rudny", organiser=school, date=f"2025-12-0{day}", audience="pupils", **K39)
        for day, kind in enumerate(["game", "debate", "contest", "concert"], 1)
    ]
    trip = travel(0, Drawn(tuple(held), (), {}), language)
    assert trip.came_back, (trip.text, trip.lost, trip.made_up)


def _hold(language: str, number: int, largest: int, least: int) -> None:
    lost = [trip for trip in trips(language, range(number), largest) if not trip.came_back]
    assert number - len(lost) >= least, [(trip.text, trip.lost, trip.made_up) for trip in lost]

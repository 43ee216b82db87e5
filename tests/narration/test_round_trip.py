"""Read back, a report gives the activities it was written from. How many of them is a floor that only rises.

`make round-trip` tries 10,000 registers in each language.
"""

import pytest

from tests.narration.round_trip import trips


@pytest.mark.parametrize(("language", "least"), [("ru", 80), ("kk", 80), ("en", 80)])
def test_single_activities_come_back(language: str, least: int) -> None:
    _hold(language, 80, 1, least)


@pytest.mark.parametrize(("language", "least"), [("ru", 40), ("kk", 40), ("en", 40)])
def test_whole_registers_come_back(language: str, least: int) -> None:
    _hold(language, 40, 8, least)


def _hold(language: str, number: int, largest: int, least: int) -> None:
    lost = [trip for trip in trips(language, range(number), largest) if not trip.came_back]
    assert number - len(lost) >= least, [(trip.text, trip.lost, trip.made_up) for trip in lost]

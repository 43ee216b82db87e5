"""Read back, a report gives the activities it was written from. How many of them is a floor that only rises."""

import pytest

from tests.narration.round_trip import trips

NUMBER = 60


@pytest.mark.parametrize(("language", "least"), [("ru", 50), ("kk", 50), ("en", 50)])
def test_single_activities_come_back(language: str, least: int) -> None:
    lost = [trip for trip in trips(language, NUMBER, 1) if not trip.came_back]
    assert NUMBER - len(lost) >= least, [(trip.text, trip.lost, trip.made_up) for trip in lost]

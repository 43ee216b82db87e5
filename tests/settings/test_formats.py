"""Dates and numbers as each language writes them."""

from datetime import date, datetime

import pytest
from django.utils import translation
from django.utils.formats import date_format, localize

DAY = date(2025, 12, 5)


@pytest.mark.parametrize(
    ("language", "day", "moment"),
    [("ru", "05.12.2025", "05.12.2025 09:07"), ("kk", "05.12.2025", "05.12.2025 09:07")],
)
def test_short_dates(language: str, day: str, moment: str) -> None:
    with translation.override(language):
        assert date_format(DAY, "SHORT_DATE_FORMAT") == day
        assert date_format(datetime(2025, 12, 5, 9, 7), "SHORT_DATETIME_FORMAT") == moment


def test_a_kazakh_day_is_no_american_one() -> None:
    with translation.override("kk"):
        assert localize(DAY) == "05.12.2025"

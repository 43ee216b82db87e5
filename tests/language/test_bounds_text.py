import pytest

from svod.language.bounds_text import digits, printed, short
from svod.records import Bounds

# bounds, language, in prose, in a cell; "_" stands for the no-break space
CASES = [
    (Bounds(45, 45), "ru", "45", "45"),
    (Bounds(301, None), "ru", "не менее 301", "≥ 301"),
    (Bounds(1500, None), "ru", "не менее 1_500", "≥ 1_500"),
    (Bounds(90, 110), "ru", "от 90 до 110", "90–110"),
    (Bounds(1, 30), "ru", "до 30", "≤ 30"),
    (Bounds(0, 30), "ru", "до 30", "≤ 30"),
    (Bounds(0, 0), "ru", "0", "0"),
    (Bounds(1234567, 1234567), "ru", "1_234_567", "1_234_567"),
    (Bounds(301, None), "kk", "кемінде 301", "≥ 301"),
    (Bounds(90, 110), "kk", "90–110", "90–110"),
    (Bounds(1, 30), "kk", "көп дегенде 30", "≤ 30"),
    (Bounds(1500, None), "en", "at least 1,500", "≥ 1,500"),
    (Bounds(90, 110), "en", "90–110", "90–110"),
    (Bounds(1, 30), "en", "up to 30", "≤ 30"),
]


@pytest.mark.parametrize(("bounds", "language", "prose", "cell"), CASES)
def test_bounds_are_printed_as_they_stand(bounds: Bounds, language: str, prose: str, cell: str) -> None:
    assert printed(bounds, language).replace("\u00a0", "_") == prose
    assert short(bounds, language).replace("\u00a0", "_") == cell


def test_groups_of_three_digits_stand_apart() -> None:
    assert digits(20000, "ru") == "20\u00a0000"


def test_unknown_language_is_an_error() -> None:
    with pytest.raises(KeyError):
        printed(Bounds(1, 1), "xx")

"""Two texts side by side."""

import pytest

from svod.register.consolidated.compared import differences

PAIRS = [
    ("Было 45 учащихся.", "Было 46 учащихся.", "Было -45-+46+ учащихся."),
    ("Один.", "Один. Два.", "Один.+ Два.+"),
    ("Один.\n\nДва.", "Один.", "Один.-\n\nДва.-"),
    ("", "Новое.", "+Новое.+"),
    ("Старое.", "", "-Старое.-"),
    ("То же.", "То же.", "То же."),
    ("не менее 1 500", "не менее 1 600", "не менее 1 -500-+600+"),
]
SIGNS = {"same": "", "added": "+", "removed": "-"}


@pytest.mark.parametrize(("before", "after", "marked"), PAIRS)
def test_words_that_came_and_went(before: str, after: str, marked: str) -> None:
    found = differences(before, after)
    assert "".join(f"{SIGNS[one.how]}{one.text}{SIGNS[one.how]}" for one in found) == marked


@pytest.mark.parametrize(("before", "after", "marked"), PAIRS)
def test_both_texts_are_in_it(before: str, after: str, marked: str) -> None:
    found = differences(before, after)
    assert "".join(one.text for one in found if one.how != "added") == before
    assert "".join(one.text for one in found if one.how != "removed") == after

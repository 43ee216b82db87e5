"""Names in the order of the alphabet, in three languages."""

import pytest

from svod.language.alphabet import LETTERS, alphabetical

ORDERED = [
    ["Абай", "Ақмола", "Ақтөбе", "Алматы", "Атырау", "Қарағанды", "Қостанай", "Маңғыстау", "Өскемен", "Шымкент"],
    ["ель", "Еся", "ёлка", "ёрш", "Ждан", "Юля", "Яна"],
    ["Aktobe", "almaty", "Shymkent"],
]


@pytest.mark.parametrize("names", ORDERED)
def test_it_works(names: list[str]) -> None:
    by_unicode = sorted(names)
    assert sorted(by_unicode, key=alphabetical) == names


def test_each_letter_stands_once() -> None:
    assert len(set(LETTERS)) == len(LETTERS) == 42

"""Which sentences may tell of a recommendation or a decision."""

import pytest

from svod.narration.adopted import recommends

SAID = [
    ("Участники рекомендовали школам открыть кабинеты доверия.", True),
    ("По итогам принята резолюция.", True),
    ("Принято решение проводить встречи каждый месяц.", True),
    ("Дөңгелек үстел қорытындысында ұсыныстар әзірленді.", True),
    ("Қарар қабылданды.", True),
    ("The round table recommended yearly training.", True),
    ("Состоялся круглый стол для 45 учащихся.", False),
    ("Учащиеся нерешительно отвечали.", False),
    ("Семинар өткізілді.", False),
]


@pytest.mark.parametrize(("sentence", "expected"), SAID)
def test_it_is_told_by_its_words(sentence: str, expected: bool) -> None:
    assert recommends(sentence) == expected

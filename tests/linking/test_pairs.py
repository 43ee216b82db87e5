"""The pairs written for this project: what linking makes of them, and that they are what they say."""

from collections import Counter

import pytest

from svod.packs import load
from tests.linking.gold import HALVES, Gold, gold, score, told_by

PACK = load("sixteen_days")


@pytest.fixture(scope="module", params=HALVES)
def half(request: pytest.FixtureRequest) -> Gold:
    return gold(PACK, request.param)


def test_precision_and_recall(half: Gold) -> None:
    found = score(half.readings, half, PACK)
    assert found.precision >= 0.98
    assert found.recall >= 0.90
    assert found.recall_with_band >= 0.95
    assert found.strangers == 0


def test_lines_of_one_submission_stay_apart(half: Gold) -> None:
    told = Counter(
        (line.document, distinct) for line, ids in told_by(half.readings, half, PACK).items() for distinct in ids
    )
    assert max(told.values()) == 1


def test_there_are_enough_pairs_about_half_of_them_matches() -> None:
    judged = [match for name in HALVES for match in gold(PACK, name).pairs.values()]
    assert len(judged) >= 400
    assert 0.45 <= sum(judged) / len(judged) <= 0.55

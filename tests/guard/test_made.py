"""The guard on a smaller, fixed part of the made passages that `bench/guard.py` measures in full."""

import pytest

from svod.guard import find
from svod.packs import load
from tests.guard.made import LANGUAGES, passages
from tests.guard.scoring import score

PACK = load("sixteen_days")
COUNT = 250


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("unseen", [False, True])
def test_the_guard_finds_what_it_promises(language: str, unseen: bool) -> None:
    made = passages(language, COUNT, unseen)
    result = score(made, lambda passage: find(passage.text, passage.language, PACK))
    assert result.recall("formed") >= 0.999
    assert result.recall("address") >= 0.999
    assert result.recall("name") >= 0.97
    assert result.precision >= 0.90

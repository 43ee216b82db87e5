"""Reports are read by what was learned, where the installation names a file of it."""

from pathlib import Path
from typing import Any

import pytest

from svod.learning import Weights, written
from svod.register.models import Activity
from tests.world import World


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        (written(Weights({"kind=training": -12.0})), ["round_table"]),
        ("form = 7", ["round_table", "training"]),  # a file that is none: the rules alone
    ],
)
def test_it_works(world: World, settings: Any, tmp_path: Path, said: str, kinds: list[str]) -> None:
    path = tmp_path / "learned.toml"
    path.write_text(said, encoding="utf-8")
    settings.LEARNED = str(path)
    world.submission()
    assert sorted(Activity.objects.values_list("kind", flat=True)) == kinds

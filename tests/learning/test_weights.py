"""The file of what was learned: plain, the same each time, and nothing else is taken for one."""

from pathlib import Path

import pytest

from svod.learning import BadWeights, Weights, load_weights, written
from svod.learning.fit import Example, fit

WEIGHTS = Weights({"rule=held,kind=talk": -1.5, "titled": 0.25, "status=none": 2.0}, {"close": 0.5}, {"texts": 24})


def test_it_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "learned.toml"
    path.write_text(written(WEIGHTS), encoding="utf-8")
    assert load_weights(path) == WEIGHTS
    assert written(load_weights(path)) == written(WEIGHTS)


def test_the_heaviest_stand_first() -> None:
    lines = written(WEIGHTS).split("[mentions]\n")[1].splitlines()
    assert lines[:3] == ['"status=none" = 2.0000', '"rule=held,kind=talk" = -1.5000', '"titled" = 0.2500']


@pytest.mark.parametrize(
    "said",
    [
        "",
        "form = 2",
        "form = 1\nmentions = 5",
        'form = 1\n[mentions]\n"titled" = "much"',
        'form = 1\n[mentions]\n"titled" = true',
        'form = 1\n[mentions]\n"titled" = nan',
        'form = 1\n[mentions]\n"titled" = inf',
        'form = 1\n[mentions]\n"titled" = 1e9',
        'form = 1\n[people]\n"<script>" = 1.0',
        'form = 1\n[people]\n"close" = [1.0]',
        "\x00",
        "[" * 2000,
    ],
)
def test_nothing_else_is_taken_for_one(tmp_path: Path, said: str) -> None:
    path = tmp_path / "learned.toml"
    path.write_text(said, encoding="utf-8")
    with pytest.raises(BadWeights):
        load_weights(path)


def test_weights_go_where_the_examples_point() -> None:
    examples = [Example(("a",), 0.0, True)] * 8 + [Example(("b",), 0.0, False)] * 8 + [Example(("a", "c"), 0.0, True)]
    weights = fit(examples)
    assert weights["a"] > 1 > 0 > -1 > weights["b"]
    assert 0 < weights["c"] < weights["a"]


def test_a_weight_is_where_nothing_pulls_it_further() -> None:
    """Of one fact the best weight w solves w = right - n / (1 + exp(-w)): drawn to 0 as strongly as it errs."""
    (weight,) = fit([Example(("a",), 0.0, True)] * 3 + [Example(("a",), 0.0, False)]).values()
    assert weight == pytest.approx(3 - 4 / (1 + 2.718281828**-weight), abs=1e-3)


def test_no_examples_give_no_weights() -> None:
    assert fit([]) == {}

"""Every rule that decides has its reason in words, in each language: a person reads it in `svod explain`."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import svod.extraction
from svod.extraction.mentions.mention import UNDECIDED
from svod.extraction.reasons import reason


def names() -> Iterator[str]:
    """The names that the rules' verdicts bear, as they stand in the code."""
    for path in sorted(Path(svod.extraction.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            is_verdict = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Verdict"
            if is_verdict and isinstance(node.args[2], ast.Constant):
                yield str(node.args[2].value)


NAMES = sorted(set(names()) - {UNDECIDED.rule})


def test_the_rules_are_found() -> None:
    assert {"held", "announced", "points_back", "governed_from_behind"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_it_has_its_reason_in_words(name: str) -> None:
    told = [reason(name, language) for language in ("ru", "kk", "en")]
    assert all(told)
    assert len(set(told)) == len(told)

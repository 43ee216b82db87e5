"""Every rule that decides has its reason in words, in each language: a person reads it in `svod explain`."""

import ast
from collections.abc import Iterator
from pathlib import Path

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


def test_each_has_its_reason_in_words() -> None:
    rules = set(names()) - {UNDECIDED.rule}
    assert {"held", "announced", "points_back", "governed_from_behind"} <= rules
    told = {name: {reason(name, language) for language in ("ru", "kk", "en")} - {""} for name in sorted(rules)}
    assert {name: words for name, words in told.items() if len(words) < 3} == {}

"""The laws that docs/counting.md lists are those that are tested, one test for each, named after it."""

import re
from pathlib import Path

HERE = Path(__file__).parent
PAGE = (HERE.parents[1] / "docs" / "counting.md").read_text(encoding="utf-8")


def test_every_law_has_its_test_and_every_test_its_law() -> None:
    section = PAGE.partition("## The laws")[2].partition("\n## ")[0]
    listed = re.findall(r"^(\d+)\. \*\*(.+?)\.\*\*", section, re.M)
    sources = "".join(path.read_text(encoding="utf-8") for path in sorted(HERE.glob("test_laws*.py")))
    tested = re.findall(r"^@given\(.*\)\ndef test_law_(\w+)\(", sources, re.M)
    assert [number for number, _ in listed] == [str(number) for number in range(1, len(listed) + 1)]
    assert sorted(tested) == sorted(f"{number}_{_snake(name)}" for number, name in listed)


def _snake(name: str) -> str:
    return "_".join(re.findall(r"[a-z0-9]+", name.lower()))

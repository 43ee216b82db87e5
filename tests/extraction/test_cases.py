"""What is read from single sentences: tables a teacher can correct, one file per language."""

import re
import shlex
from pathlib import Path
from typing import NamedTuple

import pytest

from svod.extraction import extract
from svod.packs import load
from svod.records import Activity, Bounds, Document

HERE = Path(__file__).parent
FIELDS = {"for": "audience", "with": "partners", "things": "materials"}


class Case(NamedTuple):
    text: str
    expected: list[str]


def cases(path: Path) -> list[Case]:
    found = []
    for part in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")):
        lines = [line for line in part.splitlines() if line.strip() and not line.startswith("#")]
        if lines:
            text = "\n".join(line for line in lines if not line.startswith("  "))
            found.append(Case(text, [line.strip() for line in lines if line.startswith("  ")]))
    return found


ALL = [case for language in ("ru", "kk", "en") for case in cases(HERE / f"cases_{language}.txt")]


@pytest.mark.parametrize("case", ALL, ids=[case.text[:60] for case in ALL])
def test_it_reads(case: Case) -> None:
    reading = extract(Document(id="case", text=case.text, year=2025), load("sixteen_days"))
    expected = [] if case.expected == ["-"] else [shlex.split(line) for line in case.expected]
    assert [activity.kind for activity in reading.activities] == [fields[0] for fields in expected]
    for activity, (_, *fields) in zip(reading.activities, expected, strict=True):
        assert activity.planned == ("planned" in fields)
        assert activity.online == ("online" in fields) or "online" not in fields
        for field in fields:
            name, _, value = field.partition("=")
            assert said(activity, name) == value, field
        evidence = activity.evidence
        assert case.text[evidence.start : evidence.end].strip()


def said(activity: Activity, name: str) -> str:
    """A field as the tables write it."""
    if name in ("planned", "online"):
        return ""
    if name in FIELDS:
        return ",".join(getattr(activity, FIELDS[name]))
    value = getattr(activity, {"people": "participants"}.get(name, name))
    return bounds(value) if isinstance(value, Bounds) else str(value)


def bounds(value: Bounds) -> str:
    """ "45", "45..55", "45+" """
    if value.most is None:
        return f"{value.least}+"
    return str(value.least) if value.is_exact else f"{value.least}..{value.most}"


def test_the_tables_are_read() -> None:
    assert len(ALL) > 50
    assert all(case.text and case.expected for case in ALL)

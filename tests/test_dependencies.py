"""Every package is locked with hashes, and each that Svod asks for has its line in docs/dependencies.md."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-s3.lock", "requirements-bench.lock")
PINNED = re.compile(r"^([A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?==(\S+)", re.MULTILINE)
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}\b")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
GROUPS = PROJECT["dependency-groups"]


def names(asked: list[str]) -> set[str]:
    return {re.split(r"[\[<>=!~; ]", one, maxsplit=1)[0].lower() for one in asked}


def locked(lock: str) -> dict[str, str]:
    """Each package with what stands about it."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    found = list(PINNED.finditer(text))
    ends = [*(one.start() for one in found[1:]), len(text)]
    return {one[1].lower(): text[one.start() : end] for one, end in zip(found, ends, strict=True)}


@pytest.mark.parametrize("lock", LOCKS)
def test_each_locked_package_has_hashes(lock: str) -> None:
    entries = locked(lock)
    assert len(entries) > 5
    assert [name for name, entry in entries.items() if not HASH.search(entry)] == []
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    begins = [line for line in lines if line and not line.startswith((" ", "#"))]
    assert [line for line in begins if not PINNED.match(line)] == []  # nothing by address, by folder or unpinned


@pytest.mark.parametrize(
    ("asked", "lock"),
    [
        (PROJECT["project"]["dependencies"] + GROUPS["build"], "requirements.lock"),
        (GROUPS["dev"], "requirements-dev.lock"),
        (PROJECT["project"]["optional-dependencies"]["s3"], "requirements-s3.lock"),
        (GROUPS["bench"], "requirements-bench.lock"),
    ],
)
def test_each_package_asked_for_is_locked_and_told(asked: list[str], lock: str) -> None:
    told = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8").lower()
    assert names(asked) <= set(locked(lock))
    assert {name for name in names(asked) if not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", told)} == set()

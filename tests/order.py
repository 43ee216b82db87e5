"""In which order tests are begun where several processes share them: what takes long first, what takes no time last."""

import os
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent
LONG = (  # ten seconds or more; a name more or less here costs nobody more than a wait at the end of all
    *("cli/test_serve.py", "cli/test_commands.py", "browser/test_every_page.py", "web/test_fuzz.py", "fuzz/"),
    *("test_package.py", "api/test_schemathesis.py", "cli/test_tutorial.py", "cli/test_consolidate.py"),
    *("corpora/", "telegram/test_process.py", "browser/test_journey.py", "browser/test_report.py"),
    *("browser/test_tell_offline.py", "browser/test_inbox.py", "browser/test_tables.py", "browser/test_people.py"),
    *("browser/test_tell.py", "register/test_demo.py", "register/test_books.py", "register/safekeeping/test_drills.py"),
    *("publishing/test_scale.py", "counting/test_laws_apart.py"),
)
LONG_PATHS = tuple(f"{HERE}/{name}" for name in LONG)


def uses_database(item: pytest.Item) -> bool:
    return "db" in _fixtures(item) or item.get_closest_marker("django_db") is not None or _commits(item)


def ordered(items: list[pytest.Item]) -> list[pytest.Item]:
    """For each process (xdist's `worksteal` cuts the list into as many equal parts) files in this order; files stay
    whole where they can, for what they make once. Quick tests come last, and whoever is done takes of them."""
    count = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    parts: list[list[pytest.Item]] = [[] for _part in range(count)]
    files: dict[tuple[int, Path], list[pytest.Item]] = defaultdict(list)
    for item in items:
        files[_rank(item), item.path].append(item)
    quick: list[pytest.Item] = []
    for (rank, _path), its in sorted(files.items(), key=lambda file: file[0][0]):
        (quick if rank == QUICK else min(parts, key=len)).extend(its)
    return list(_filled(parts, quick))


def _filled(parts: list[list[pytest.Item]], quick: list[pytest.Item]) -> Iterator[pytest.Item]:
    left = sum(map(len, parts)) + len(quick)
    for number, part in enumerate(parts):
        size = left // (len(parts) - number)
        more = max(0, size - len(part))
        yield from part
        yield from quick[:more]
        left -= len(part) + len(quick[:more])
        del quick[:more]


QUICK = 5


def _rank(item: pytest.Item) -> int:
    """What commits comes behind what does not, as pytest-django has it; what needs no database stands anywhere."""
    is_long = str(item.path).startswith(LONG_PATHS)
    if not uses_database(item):
        return 0 if is_long else QUICK
    return (3 if _commits(item) else 1) + (not is_long)


def _commits(item: pytest.Item) -> bool:
    marked = item.get_closest_marker("django_db")
    asked = marked is not None and marked.kwargs.get("transaction", False)
    return asked or bool({"transactional_db", "live_server"} & _fixtures(item))


def _fixtures(item: pytest.Item) -> set[str]:
    return set(getattr(item, "fixturenames", ()))

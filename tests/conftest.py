"""What all tests share: golden files, rewritten by `pytest --rewrite-golden`, never in a run that passes."""

import gc
import signal
import sqlite3
from collections.abc import Callable, Generator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests.order import ordered, uses_database
from tests.tables import django_db_setup as django_db_setup

if TYPE_CHECKING:
    from tests.world import World

# Nothing depends on the machine's speed.
settings.register_profile("svod", suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("svod")


def pytest_configure() -> None:
    """Started in the background a shell has made Ctrl-C ignored; here some tests send it."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """A million objects, all of which stay to the end: the search for garbage need not look at them again and again."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


# These drive other programs, a browser say, beside everything else that the machine does. What fails there is tried
# once more, as browsers' own test runners do; the summary counts it, and what is broken fails again.
DRIVING = ("browser", "cli/test_serve.py", "corpora", "register/mailbox", "telegram")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    folders = tuple(str(Path(__file__).parent / name) for name in DRIVING)
    for item in items:
        if str(item.path).startswith(folders):
            item.add_marker(pytest.mark.flaky(reruns=1))
        if uses_database(item):
            item.add_marker(pytest.mark.database)
    items[:] = ordered(items)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-golden", action="store_true", help="write the golden files anew; such a run fails")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with the golden file of that name, in the `golden` folder beside the test."""
    rewriting = bool(request.config.getoption("--rewrite-golden"))

    def compare(name: str, text: str) -> None:
        path = Path(request.path).parent / "golden" / name
        if rewriting:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
            pytest.fail(f"{path} is written anew: look at it, then run without --rewrite-golden")
        assert text == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture
def abroad(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A pack of one's own, in a folder of packs, with a country of its own."""
    from tests.packs.abroad import write_abroad

    monkeypatch.setenv("SVOD_PACKS", str(tmp_path / "packs"))
    return write_abroad(tmp_path / "packs")


@pytest.fixture
def world(db: None) -> "World":
    """A small federation with a campaign and people of each role, in the database."""
    from django.utils import translation  # Django is ready only now

    from tests.world import world_again

    translation.deactivate()  # a page asked for before has left the thread in its language
    return world_again()


@pytest.fixture
def empty_register(db: None, tmp_path: Path) -> Path:
    """A data folder, "data", whose register has all tables and no rows: to make them takes a process five seconds, to
    copy those of the tests none. On PostgreSQL it is empty."""
    from django.db import connection

    folder = tmp_path / "data"
    folder.mkdir()
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(connection.settings_dict["NAME"])) as there:
            there.execute("VACUUM INTO ?", [str(folder / "svod.sqlite3")])
    return folder

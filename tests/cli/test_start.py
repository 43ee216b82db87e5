"""`svod` itself: its version, its start, what it says to a word it does not know."""

import subprocess
import sys

import pytest

import svod
from tests.cli.conftest import Svod

CALL = """
import sys
from svod.__main__ import main
try:
    main()
finally:
    print(*sys.modules, file=sys.stderr)
"""


def loaded_by(*words: str) -> set[str]:
    """The modules that a call has loaded when it ends."""
    done = subprocess.run([sys.executable, "-c", CALL, *words], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


def test_the_version_is_told() -> None:
    command = [sys.executable, "-m", "svod", "--version"]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == f"svod {svod.__version__}\n"


def test_the_version_needs_nothing_but_python() -> None:
    ours = {name for name in loaded_by("--version") if name.partition(".")[0] in ("svod", "click")}
    assert ours == {"svod", "svod.__main__"}


@pytest.mark.parametrize("words", [["--help"], ["consolidate", "--help"], ["extract", "--help"], ["packs"]])
def test_help_and_packs_load_no_stage(words: list[str]) -> None:
    stages = ("reading", "extraction", "linking", "counting", "narration", "publishing", "pipeline")
    assert not {f"svod.{stage}" for stage in stages} & loaded_by(*words)


def test_a_word_it_does_not_know_is_wrong_use(run: Svod) -> None:
    result = run("consolidat")
    assert result.exit_code == 2
    assert "No such command 'consolidat'" in result.stderr


def test_nothing_said_shows_the_help(run: Svod) -> None:
    result = run()
    assert result.exit_code == 2
    assert "Usage: svod" in result.output

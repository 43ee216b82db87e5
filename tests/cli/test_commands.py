"""Every command: its help, and its examples in docs/commands.md, which are run and compared with what stands there.

`pytest tests/cli/test_commands.py --rewrite-golden` writes the outputs of the page anew.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from svod.cli import COMMANDS
from tests.cli.conftest import Svod

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "commands.md"
BLOCK = re.compile(r"(?<=```console\n).*?(?=```)", re.DOTALL)
HOME = "/home/you"  # stands on the page for the folder that the examples are run in


@pytest.mark.parametrize("command", COMMANDS)
def test_help(run: Svod, command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"Usage: svod {command}" in result.output


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_its_part_and_an_example(command: str) -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert f"\n## svod {command}\n" in page
    assert re.search(rf"^\$ (.*\| )?svod {command}(?! --help)", page, re.MULTILINE)


def test_every_command_of_the_page_exists() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert set(re.findall(r"^\$ (?:.*\| )?svod ([a-z]+)", page, re.MULTILINE)) == set(COMMANDS)


def test_the_examples_do_what_the_page_says(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    shutil.copytree(ROOT / "samples" / "reports", tmp_path / "reports")
    page = PAGE.read_text(encoding="utf-8")
    run_anew = BLOCK.sub(lambda block: answered(block[0], tmp_path), page)
    if request.config.getoption("--rewrite-golden"):
        PAGE.write_text(run_anew, encoding="utf-8")
        pytest.fail(f"{PAGE} is written anew: look at it, then run without --rewrite-golden")
    assert run_anew == page


def answered(block: str, folder: Path) -> str:
    """The block's commands, each with what it says when it is run in the folder."""
    commands = re.findall(r"^\$ (.*)$", block, re.MULTILINE)
    return "".join(f"$ {command}\n{said(command, folder)}" for command in commands)


def said(command: str, folder: Path) -> str:
    programs = Path(sys.executable).parent
    environment = os.environ | {"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(  # noqa: S602 # our own page's commands
        command, shell=True, cwd=folder, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    status = f"(exit status {done.returncode})\n" if done.returncode else ""
    return done.stdout.replace(str(folder), HOME) + status

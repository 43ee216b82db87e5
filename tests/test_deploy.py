"""What systemd and Docker are told: every command is one of ours, and what must agree agrees."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

from svod.cli import svod

DEPLOY = Path(__file__).parents[1] / "deploy"
UNITS = sorted((DEPLOY / "systemd").glob("*.service"))
COMPOSE = yaml.safe_load((DEPLOY / "container" / "compose.yaml").read_text(encoding="utf-8"))
DOCKERFILE = (DEPLOY / "container" / "Dockerfile").read_text(encoding="utf-8")


def accepted(words: list[str]) -> bool:
    """Whether the command line understands them; nothing is run."""
    command = svod.get_command(None, words[0])  # type: ignore[arg-type]
    return command is not None and bool(command.make_context(words[0], words[1:], resilient_parsing=True))


@pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.name)
def test_units_run_our_commands_as_nobody_special(unit: Path) -> None:
    text = unit.read_text(encoding="utf-8")
    (line,) = re.findall(r"^ExecStart=(.*)$", text, re.MULTILINE)
    words = shlex.split(line)
    if words[0] == "/bin/sh":
        words = shlex.split(words[2].removeprefix("exec "))
    assert words[0] == "/opt/svod/bin/svod"
    assert accepted(words[1:])
    for word in ("User=svod", "NoNewPrivileges=yes", "ProtectSystem=strict", "CapabilityBoundingSet=\n", "UMask=0077"):
        assert word in text


@pytest.mark.parametrize("name", ["pages", "work"])
def test_services_run_our_commands_on_what_cannot_be_written(name: str) -> None:
    service: dict[str, Any] = COMPOSE["services"][name]
    words = [re.sub(r"\$\{\w+:-(.*)\}", r"\1", word) for word in service["command"]]
    assert accepted(words)
    assert service["read_only"]
    assert service["cap_drop"] == ["ALL"]
    assert "privileged" not in service


def test_the_image_is_nobody_special_and_its_pg_dump_is_the_databases() -> None:
    assert re.search(r"^USER 10001:10001$", DOCKERFILE, re.MULTILINE)
    (client,) = re.findall(r"postgresql-client-(\d+)", DOCKERFILE)
    assert COMPOSE["services"]["database"]["image"].partition(":")[2].split("-")[0] == client


def test_the_image_holds_what_installs_it() -> None:
    """Each line of COPY is let through by .dockerignore."""
    let_through = (DEPLOY.parent / ".dockerignore").read_text(encoding="utf-8").split()
    copied = {word for line in re.findall(r"^COPY ([^-].*) \S+$", DOCKERFILE, re.MULTILINE) for word in line.split()}
    assert {f"!{word}" for word in copied} <= set(let_through)
    assert all((DEPLOY.parent / word).exists() for word in copied)

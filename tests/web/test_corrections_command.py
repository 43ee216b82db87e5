"""`svod corrections`: the module of the application behind it."""

import json
from pathlib import Path

import pytest

from svod.register.services.confirm import confirm, drafts_of
from svod.web.serving import corrections
from tests.world import World


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, world: World) -> World:
    """The tests' own database stands for that of the folder."""
    monkeypatch.setattr(corrections, "ensure_register", lambda folder: None)
    monkeypatch.setenv("SVOD_DATA", str(tmp_path))
    return world


def test_it_works(register: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    confirm(drafts_of(register.submission()), register.people["reviewer"])
    out = tmp_path / "corrections.jsonl"
    assert corrections.main(register.campaign.slug, str(out)) == 0
    (line,) = out.read_text(encoding="utf-8").splitlines()
    assert len(json.loads(line)["activities"]) == 2
    assert "1 documents" in capsys.readouterr().out


def test_another_campaign_is_told_with_those_there_are(
    register: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert corrections.main("no-such", str(tmp_path / "out")) == 1
    assert register.campaign.slug in capsys.readouterr().err
    assert not (tmp_path / "out").exists()

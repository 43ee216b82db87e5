"""Compiled lexicons on disk."""

import fcntl
from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import get_origin, get_type_hints

import pytest

from svod.extraction.lexicon import compile as compiling, kept
from svod.extraction.lexicon.kept import cache_folder, lexicon_of
from svod.packs import Pack, load

EMPTY = {name: (get_origin(kind) or kind)() for name, kind in get_type_hints(compiling.Table).items()}


def test_of_those_that_begin_together_one_compiles(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A second one asks while the first is at it; here the two are threads."""
    pack = replace(load("sixteen_days"), fingerprint="of this test")
    second = Thread(target=lexicon_of, args=(pack,))
    compiled = []

    def compile_table(pack: Pack) -> dict[str, object]:
        compiled.append(pack.code)
        if len(compiled) == 1:
            second.start()
            second.join(0.2)
        return EMPTY

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(compiling, "compile_table", compile_table)
    lexicon_of(pack)
    second.join()
    assert compiled == [pack.code]
    assert len(list(cache_folder().glob("*.lexicon"))) == 1


def test_one_that_was_stopped_amid_it_keeps_nobody_waiting(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(compiling, "compile_table", lambda pack: EMPTY)
    monkeypatch.setattr(kept, "PATIENCE", 0.1)
    cache_folder().mkdir(parents=True)
    with (cache_folder() / "compiling.lock").open("w") as held_by_another:
        fcntl.flock(held_by_another, fcntl.LOCK_EX)
        assert lexicon_of(replace(load("sixteen_days"), fingerprint="of a third test")).begun == {}


def test_a_folder_that_cannot_be_written_costs_time_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    monkeypatch.setenv("HOME", str(tmp_path / "file"))
    monkeypatch.setattr(compiling, "compile_table", lambda pack: EMPTY)
    assert lexicon_of(replace(load("sixteen_days"), fingerprint="of another test")).begun == {}

"""The interface speaks Russian and Kazakh: every string that code and templates show is translated."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

import svod
from svod.settings.messages import compiled

PACKAGE = Path(svod.__file__).parent
LANGUAGES = ("ru", "kk")


def catalogue(path: Path) -> Catalog:
    with path.open("rb") as text:
        return read_po(text, locale="ru")


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> set[object]:
    """What gettext finds in the code and the templates today."""
    folder = tmp_path_factory.mktemp("strings") / "svod"
    wanted = shutil.ignore_patterns("*.po", "*.mo", "__pycache__", "samples")
    shutil.copytree(PACKAGE, folder, ignore=wanted)
    (folder / "locale").mkdir(exist_ok=True)
    command = [sys.executable, "-m", "django", "makemessages", "-l", "ru", "-e", "html,py,txt", "-v", "0"]
    environment = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    return {message.id for message in catalogue(folder / "locale/ru/LC_MESSAGES/django.po") if message.id}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_string_is_translated(shown: set[object], language: str) -> None:
    translated = {
        message.id
        for message in catalogue(PACKAGE / "locale" / language / "LC_MESSAGES/django.po")
        if message.id and not message.fuzzy and all(message.string if message.pluralizable else [message.string])
    }
    assert shown
    assert not sorted(map(str, shown - translated)), f"run tools/messages, then translate into {language}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_loses_a_gap(language: str) -> None:
    messages = catalogue(PACKAGE / "locale" / language / "LC_MESSAGES/django.po")
    faults = [(message.id, str(fault)) for message, errors in messages.check() for fault in errors]
    assert not faults


def test_they_are_compiled_when_needed_and_only_then(tmp_path: Path) -> None:
    folder = compiled(PACKAGE / "locale", tmp_path)
    made = folder / "kk/LC_MESSAGES/django.mo"
    assert made.stat().st_size > 100
    before = made.stat().st_mtime_ns
    assert compiled(PACKAGE / "locale", tmp_path) == folder
    assert made.stat().st_mtime_ns == before

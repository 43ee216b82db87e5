"""`svod export`: a consolidation's figures for other systems."""

import json
from io import BytesIO
from pathlib import Path

import hxl
import pytest
from click.testing import CliRunner
from okfn_iati.iati_schema_validator import IatiValidator

from svod.cli.export import FORMS, export
from svod.standards.formats import FORMATS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    told = {
        "id": "М-0001",
        "kind": "round_table",
        "title": "Семья без страха",
        "date": "2025-11-28",
        "region": "KZ-39",
        "place": "кризисный центр «Надежда»",
        "organiser": None,
        "audience": ["pupils"],
        "participants": [45, None],
        "count": [1, 1],
        "partners": ["police"],
        "materials": [],
        "online": False,
        "planned": False,
        "confidence": 0.9,
        "document": "d",
        "span": [0, 5],
        "members": [{"document": "d", "span": [0, 5]}],
    }
    (tmp_path / "activities.jsonl").write_text(json.dumps(told, ensure_ascii=False) + "\n", encoding="utf-8")
    return tmp_path


def run(folder: Path, form: str, *more: str) -> bytes:
    out = folder / "out"
    done = CliRunner().invoke(export, [str(folder), "--as", form, "-o", str(out), *more])
    assert done.exit_code == 0, done.output
    return out.read_bytes()


def test_it_works(folder: Path) -> None:
    (row,) = hxl.data(BytesIO(run(folder, "hxl")))
    assert (row.get("#reached+min"), row.get("#reached+max"), row.get("#adm1+code")) == ("45", None, "KZ-39")
    assert (*FORMATS, "iati") == FORMS
    for form in FORMATS:
        assert run(folder, form)


def test_a_shelter_is_not_told(folder: Path) -> None:
    for form in FORMATS:
        assert "Надежда" not in run(folder, form).decode("utf-8", "ignore")


def test_iati(folder: Path) -> None:
    told = run(folder, "iati", "--identifier", "KZ-BIN-000140000000").decode()
    assert IatiValidator().validate(told) == (True, {"schema_errors": [], "ruleset_errors": []})


@pytest.mark.parametrize("more", [[], ["--identifier", "KZ BIN"]])
def test_iati_asks_for_the_identifier(folder: Path, more: list[str]) -> None:
    done = CliRunner().invoke(export, [str(folder), "--as", "iati", "-o", str(folder / "out"), *more])
    assert done.exit_code == 2
    assert "--identifier" in done.output
    assert not (folder / "out").exists()


def test_a_folder_of_something_else_is_refused(tmp_path: Path) -> None:
    done = CliRunner().invoke(export, [str(tmp_path), "--as", "hxl", "-o", str(tmp_path / "out")])
    assert done.exit_code == 2

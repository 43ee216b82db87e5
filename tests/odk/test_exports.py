"""Exports of KoboToolbox and ODK Central are told by their columns, and say the same whichever way they came."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from svod.cli.extract import extract
from svod.odk.answers import NoAnswers
from svod.odk.exports import answers_in, read_export
from svod.odk.files import Filled, read_any, readings_of
from svod.odk.instance import MOST_BYTES, read_instance, write_instance
from svod.odk.told import tell
from svod.packs import load
from svod.reading import File
from svod.records import Bounds, Document
from tests.odk.exported import OTHER, UUID, as_csv, central, kobo_labels, kobo_names, ona, workbook

PACK = load("sixteen_days")
EXPORTS = {
    "kobo, names": kobo_names,
    **{f"kobo, labels {one}": lambda one=one: kobo_labels(one) for one in ("ru", "kk", "en")},
    "central": central,
}


@pytest.mark.parametrize("made", EXPORTS.values(), ids=EXPORTS)
def test_it_works(made: Callable[[], bytes]) -> None:
    held, nothing = read_export(made()) or ()
    assert (held.instance, nothing.instance) == (UUID, OTHER)
    assert held.photos == ("1.jpg",)
    first, second = tell(held, PACK, "x").activities
    assert (first.kind, first.title, first.participants) == ("round_table", "Семья без страха", Bounds(41, 50))
    assert first.audience == ("parents", "pupils")
    assert first.date is not None
    assert (second.kind, second.participants, second.audience) == ("training", None, ())
    reading = tell(nothing, PACK, "x")
    assert not reading.activities
    assert reading.nothing_held


def test_all_exports_of_one_answer_are_one_text() -> None:
    texts = set()
    for name, made in EXPORTS.items():
        held, _nothing = read_export(made()) or ()
        texts.add(tell(held, PACK, "x").document.text)
        assert read_instance(write_instance(held, "svod")) == held, name
    assert len(texts) == 1


def test_a_repeat_beside_the_others() -> None:
    (answers,) = read_export(ona()) or ()
    assert [one["kind"] for one in answers.activities] == ["round_table", "training"]


@pytest.mark.parametrize(
    "data",
    [
        as_csv([("held", "kind"), ("yes", "seminar")]),  # nothing says which answer it is
        as_csv([("_uuid", "name"), (UUID, "a")]),  # another form
        workbook(("Отчёт", [("Вид", "Название"), ("Семинар", "Семья")])),
        b"just a text\nof two lines",
    ],
    ids=["no key", "another form", "a table", "a text"],
)
def test_what_is_no_export_is_left_to_the_others(data: bytes, tmp_path: Path) -> None:
    assert read_export(data) is None
    path = tmp_path / "отчёт.csv"
    path.write_bytes(data)
    assert answers_in(path) is None


def test_a_damaged_one_is_left_to_the_others(tmp_path: Path) -> None:
    path = tmp_path / "export.xlsx"
    path.write_bytes(kobo_names()[:900])
    assert answers_in(path) is None


def test_the_command_reads_them(tmp_path: Path) -> None:
    path = tmp_path / "export.zip"
    path.write_bytes(central())
    done = CliRunner().invoke(extract, [str(path)])
    assert done.exit_code == 0, done.output
    first, second = done.output.splitlines()
    assert '"participants": [41, 50]' in first
    assert "nothing_held" in second


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<data", "no_xml"),
        (b"<!DOCTYPE d [<!ENTITY a 'b'>]><data><held>&a;</held></data>", "no_xml"),
        (b"<data><held>yes</held></data>", "without_instance"),
        (b"<data encrypted='yes'><meta><instanceID>1</instanceID></meta></data>", "encrypted"),
        (b"<data><name>a</name><meta><instanceID>1</instanceID></meta></data>", "another_form"),
        (b"<data>" + b" " * MOST_BYTES + b"</data>", "too_large"),
        (b"<data>" + b"<activities><kind>a</kind></activities>" * 501
         + b"<held>yes</held><meta><instanceID>1</instanceID></meta></data>", "too_large"),
    ],
)  # fmt: skip
def test_what_is_no_instance_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(NoAnswers) as refused:
        read_instance(data)
    assert refused.value.code == code


def test_an_instance_as_collect_writes_it() -> None:
    data = (
        '<?xml version=\'1.0\' ?><data id="svod_sixteen_days_2025" version="1" xmlns:h="http://www.w3.org/1999/xhtml" '
        'xmlns:orx="http://openrosa.org/xforms"><!-- a remark --><start/><held>yes</held><reason/>'
        "<activities><kind>seminar</kind><photo>1733.jpg</photo></activities><activities/>"
        "<orx:meta><orx:instanceID>uuid:ABC-1</orx:instanceID></orx:meta></data>"
    )
    answers = read_instance(data.encode())
    assert (answers.instance, answers.photos) == ("abc-1", ("1733.jpg",))
    assert len(answers.activities) == 1


def test_a_folder_with_the_same_answers_twice_counts_them_once(tmp_path: Path) -> None:
    """As `svod consolidate` reads it, beside a report in words."""
    (tmp_path / "kobo.xlsx").write_bytes(kobo_labels())
    (tmp_path / "central.zip").write_bytes(central())
    (tmp_path / "отчёт.txt").write_text("Проведён семинар.", encoding="utf-8")
    read = [one for path in sorted(tmp_path.iterdir()) for one in read_any(File(path, tmp_path))]
    filled = [one for one in read if isinstance(one, Filled)]
    assert [one.source for one in filled] == ["central.zip", "central.zip", "kobo.xlsx", "kobo.xlsx"]
    held, nothing = readings_of(filled, PACK)
    assert (len(held.activities), held.document.source) == (2, "central.zip")
    assert nothing.nothing_held
    assert [one.source for one in read if isinstance(one, Document)] == ["отчёт.txt"]

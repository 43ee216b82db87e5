"""Whatever the bytes, reading ends with documents whose positions hold, or with problems; it raises nothing."""

from itertools import pairwise
from pathlib import Path

import docx
from hypothesis import HealthCheck, given, settings, strategies

from svod.reading import Limits, message, read_path
from svod.reading.normal import normalise
from svod.records import Document
from tests.reading.test_kinds import FILES, read

QUIET = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
HEADS = [
    b"",
    b"PK\3\4",
    b"%PDF-1.4\n",
    b"{\\rtf1 ",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"<html>",
    b"From: a\nTo: b\nSubject: c\n",
]
FIXTURES = [
    "report.doc",
    "report.odt",
    "report.rtf",
    "report.pdf",
    "sheets.xls",
    "sheets.ods",
    "slides.pptx",
    "locked.zip",
]


def holds(path: Path) -> None:
    for outcome in read_path(path, limits=Limits(ocr_seconds=0.01)):
        if isinstance(outcome, Document):
            blocks = outcome.blocks
            assert all(block.start < block.end <= len(outcome.text) for block in blocks)
            assert all(one.end < other.start for one, other in pairwise(blocks))
            assert normalise(outcome.text) == outcome.text
        else:
            assert message(outcome, "ru")


@QUIET
@given(strategies.sampled_from(HEADS), strategies.binary(max_size=400))
def test_random_bytes(tmp_path: Path, head: bytes, rest: bytes) -> None:
    (tmp_path / "a").write_bytes(head + rest)
    holds(tmp_path / "a")


@QUIET
@given(strategies.sampled_from(FIXTURES), strategies.data())
def test_real_files_cut_or_changed(tmp_path: Path, name: str, data: strategies.DataObject) -> None:
    content = bytearray((FILES / name).read_bytes())
    for place in data.draw(strategies.lists(strategies.integers(0, len(content) - 1), max_size=8)):
        content[place] ^= data.draw(strategies.integers(1, 255))
    (tmp_path / name).write_bytes(content[: data.draw(strategies.integers(1, len(content)))])
    holds(tmp_path / name)


paragraphs = strategies.lists(strategies.text("абвгәқң .,№«»45-", min_size=1).filter(normalise), min_size=1, max_size=6)


@QUIET
@given(paragraphs)
def test_docx_gives_back_its_paragraphs(tmp_path: Path, texts: list[str]) -> None:
    made = docx.Document()
    for text in texts:
        made.add_paragraph(text)
    made.save(tmp_path / "a.docx")
    told = [normalise(text) for text in texts]
    if any(letter.isalnum() for text in told for letter in text):
        document = read(tmp_path / "a.docx")
        assert [document.text[block.start : block.end] for block in document.blocks] == told


@QUIET
@given(paragraphs)
def test_txt_gives_back_its_lines(tmp_path: Path, texts: list[str]) -> None:
    (tmp_path / "a.txt").write_text("Урок.\n" + "\n".join(texts), encoding="utf-8")
    assert read(tmp_path / "a.txt").text.split("\n") == ["Урок.", *map(normalise, texts)]

"""Nothing that `svod consolidate` writes from the samples, personal data among them, tells what must not be told."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from openpyxl import load_workbook

from svod.guard import find, held
from svod.packs import load
from svod.pipeline import consolidate
from svod.reading.samples import sample_reports

PACK = load("sixteen_days")
PRIVATE = "Школа Арман (есть персональные данные).docx"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out")
    samples = sample_reports()
    assert samples
    consolidate(samples / "город Алматы", folder, PACK, 2025, workers=1)
    return folder


def told(out: Path) -> Iterator[str]:
    page = html.document_fromstring((out / "report.html").read_text(encoding="utf-8"))
    yield from (" ".join(block.itertext()) for block in page.xpath("//p | //li | //td | //blockquote"))
    for line in (out / "activities.jsonl").read_text(encoding="utf-8").splitlines():
        yield from (str(value) for value in json.loads(line).values())
    for sheet in load_workbook(out / "register.xlsx").worksheets:
        yield from (str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell)
    yield (out / "problems.txt").read_text(encoding="utf-8")


def test_no_find_is_left_in_any_file(out: Path) -> None:
    left = [(text[one.start : one.end], one.rule) for text in told(out) for one in held(find(text, "", PACK))]
    assert left == []


def test_the_words_of_the_private_sample_are_nowhere(out: Path) -> None:
    everything = "\n".join(told(out))
    assert PRIVATE in everything
    assert not any(word in everything for word in ("Выдуманова", "000000000000", "Несуществующая", "не пускает"))


def test_what_was_masked_is_told_in_problems(out: Path) -> None:
    lines = (out / "problems.txt").read_text(encoding="utf-8").splitlines()
    place = next(number for number, line in enumerate(lines) if line.endswith(PRIVATE))
    assert lines[place + 1].startswith("    рассказ о случае: 1")

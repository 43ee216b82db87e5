"""Where a report shows what its numbers rest on: everywhere, only where a number can be opened, or nowhere."""

import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from svod.publishing import write_docx, write_html
from svod.publishing.pdf import typst_data
from svod.records import Report
from tests.publishing.campaign import REGISTER, report

FILE = REGISTER.documents[0].source.split("/")[-1]


def told(kind: str) -> Report:
    return replace(report(), sources=kind)


def page(tree: Report, tmp_path: Path) -> str:
    write_html(tree, REGISTER, tmp_path / "r.html")
    return (tmp_path / "r.html").read_text(encoding="utf-8")


def document(tree: Report, tmp_path: Path) -> str:
    write_docx(tree, REGISTER, tmp_path / "r.docx")
    packed = zipfile.ZipFile(io.BytesIO((tmp_path / "r.docx").read_bytes()))
    return packed.read("word/document.xml").decode()


@pytest.mark.parametrize(("kind", "shown"), [("listed", True), ("linked", False), ("hidden", False)])
def test_paper_lists_them_only_where_all_are_listed(tmp_path: Path, kind: str, shown: bool) -> None:
    assert (FILE in document(told(kind), tmp_path)) == shown
    data = typst_data(told(kind), REGISTER)
    assert bool(data["sources"]) == shown
    assert ('"mark"' in json.dumps(data["blocks"])) == shown


@pytest.mark.parametrize(("kind", "shown"), [("listed", True), ("linked", True), ("hidden", False)])
def test_a_page_opens_them_unless_they_are_hidden(tmp_path: Path, kind: str, shown: bool) -> None:
    html = page(told(kind), tmp_path)
    assert (FILE in html) == shown
    assert ('href="#s1"' in html) == shown
    assert ('id="sources"' in html) == shown


@pytest.mark.parametrize(("kind", "shown"), [("listed", True), ("linked", False), ("hidden", False)])
def test_the_key_figures_stand_above_the_whole_report_alone(tmp_path: Path, kind: str, shown: bool) -> None:
    assert ('class="figures"' in page(told(kind), tmp_path)) == shown

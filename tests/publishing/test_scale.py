"""Two thousand documents with five thousand activities: files that can be sent by mail."""

from pathlib import Path

import pytest

from svod.publishing import write_docx, write_html, write_jsonl, write_pdf, write_xlsx
from svod.records import Register, Report
from tests.publishing.campaign import PACK
from tests.publishing.large import large

Large = tuple[Report, Register]


@pytest.fixture(scope="module")
def campaign() -> Large:
    return large(2_000, 5_000)


@pytest.mark.parametrize(
    ("name", "megabytes"),
    [("docx", 3), ("pdf", 12), ("html", 8), ("xlsx", 2), ("jsonl", 6)],
)
def test_a_large_campaign(campaign: Large, tmp_path: Path, name: str, megabytes: float) -> None:
    report, register = campaign
    path = tmp_path / name
    write = {
        "docx": lambda: write_docx(report, register, path),
        "pdf": lambda: write_pdf(report, register, path),
        "html": lambda: write_html(report, register, path),
        "xlsx": lambda: write_xlsx(register, PACK, path),
        "jsonl": lambda: write_jsonl(register, path),
    }[name]
    write()
    assert path.stat().st_size < megabytes * 1e6

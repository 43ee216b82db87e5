"""Two thousand documents with five thousand activities: bounded files, in bounded time."""

from pathlib import Path
from time import perf_counter

import pytest

from svod.publishing import write_docx, write_html, write_jsonl, write_pdf, write_xlsx
from svod.records import Register, Report
from tests.publishing.campaign import PACK
from tests.publishing.large import large

Large = tuple[Report, Register]


@pytest.fixture(scope="module")
def campaign() -> Large:
    return large(2_000, 5_000)


# generous for a busy machine; what grows with the square of the campaign would need minutes
@pytest.mark.parametrize(
    ("name", "seconds", "megabytes"),
    [("docx", 60, 3), ("pdf", 60, 12), ("html", 20, 8), ("xlsx", 20, 2), ("jsonl", 5, 6)],
)
def test_a_large_campaign(campaign: Large, tmp_path: Path, name: str, seconds: float, megabytes: float) -> None:
    report, register = campaign
    path = tmp_path / name
    write = {
        "docx": lambda: write_docx(report, register, path),
        "pdf": lambda: write_pdf(report, register, path),
        "html": lambda: write_html(report, register, path),
        "xlsx": lambda: write_xlsx(register, PACK, path),
        "jsonl": lambda: write_jsonl(register, path),
    }[name]
    start = perf_counter()
    write()
    taken, size = perf_counter() - start, path.stat().st_size
    print(f"{name}: {taken:.1f} s, {size / 1e6:.1f} MB")  # noqa: T201 -- shown with -s: what is measured
    assert taken < seconds
    assert size < megabytes * 1e6

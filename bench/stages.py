"""Counting, narration and the writing of files, beside what they cannot be quicker than, and how they grow.

    python bench/stages.py [ACTIVITIES …]

Counting beside one GROUP BY of SQLite over the same rows in memory; narration beside one format string an activity;
each file beside its library alone, writing the same paragraphs or cells. Seconds are the processor's.
"""

import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import docx
import openpyxl
import typst
import xlsxwriter
from made_up import PER_PAGE, submissions

from svod.counting import count
from svod.guard import Discretion
from svod.linking import link
from svod.narration import narrate
from svod.packs import Pack, load
from svod.pipeline import register_of
from svod.publishing import write_docx, write_html, write_pdf, write_xlsx
from svod.records import Activity, DistinctActivity, Register

SIZES = (100, 1_000, 10_000)
YEAR = 2022


def main(sizes: tuple[int, ...]) -> None:
    pack = load("sixteen_days")
    print(f"{'activities':>10} {'what':<12} {'seconds':>8} {'floor':>8} {'ratio':>7} {'ms each':>8} {'peak MB':>8}")
    for size in sizes:
        for what, ours, floor in measured(size, pack):
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            print(
                f"{size:>10,} {what:<12} {ours:>8.3f} {floor:>8.3f} {ours / floor:>7.1f} {1000 * ours / size:>8.3f} "
                f"{peak:>8,}",
                flush=True,
            )


def measured(size: int, pack: Pack) -> Iterator[tuple[str, float, float]]:
    readings = submissions(size // PER_PAGE, pack)
    distinct = link(readings, pack)
    yield "counting", spent(partial(count, distinct, readings, pack)), spent(grouped(distinct))
    register = register_of(readings, pack, YEAR)
    told = [one.activity for one in register.activities]
    yield "narration", spent(partial(narrate, register, pack, "ru")), spent(partial(by_format, told))
    with tempfile.TemporaryDirectory(prefix="svod-bench-") as folder:
        yield from files(register, pack, Path(folder))


def files(register: Register, pack: Pack, folder: Path) -> Iterator[tuple[str, float, float]]:
    report, guard = narrate(register, pack, "ru"), Discretion(register, pack)
    for document in register.documents:
        guard(document, 0, 1)  # looked through once for all files, and not while they are timed
    made = folder / "report.docx"
    ours = spent(partial(write_docx, report, register, made, guard=guard))
    paragraphs = [one.text for one in docx.Document(str(made)).paragraphs]
    yield "DOCX", ours, spent(partial(plain_docx, paragraphs, folder / "plain.docx"))
    ours = spent(partial(write_pdf, report, register, folder / "report.pdf", guard=guard))
    yield "PDF", ours, spent(partial(plain_pdf, paragraphs, folder / "plain.typ"))
    ours = spent(partial(write_html, report, register, folder / "report.html", guard=guard))
    text = (folder / "report.html").read_text(encoding="utf-8")
    yield "HTML", ours, spent(partial((folder / "plain.html").write_text, text, encoding="utf-8"))
    ours = spent(partial(write_xlsx, register, pack, folder / "register.xlsx", guard=guard))
    sheets = [list(sheet.values) for sheet in openpyxl.load_workbook(folder / "register.xlsx", read_only=True)]
    yield "XLSX", ours, spent(partial(plain_xlsx, sheets, folder / "plain.xlsx"))


def spent(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return max(time.process_time() - started, 1e-6)


def grouped(distinct: tuple[DistinctActivity, ...]) -> Callable[[], object]:
    """One sum by region and kind of the same rows, laid out before."""
    rows = [(one.activity.region, one.activity.kind, *_least_and_most(one.activity)) for one in distinct]
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE told (region TEXT, kind TEXT, least INTEGER, most INTEGER)")
    database.executemany("INSERT INTO told VALUES (?, ?, ?, ?)", rows)
    words = "SELECT region, kind, count(*), sum(least), sum(most) FROM told GROUP BY region, kind"
    return lambda: database.execute(words).fetchall()


def _least_and_most(activity: Activity) -> tuple[int, int | None]:
    people = activity.participants
    return (people.least, people.most) if people else (0, 0)


def by_format(told: list[Activity]) -> str:
    return "".join(
        f"{one.date} {one.region} {one.organiser}: {one.kind} «{one.title}», {one.participants}, {one.audience}.\n"
        for one in told
    )


def plain_docx(paragraphs: list[str], path: Path) -> None:
    made = docx.Document()
    for text in paragraphs:
        made.add_paragraph(text)
    made.save(str(path))


def plain_pdf(paragraphs: list[str], path: Path) -> None:
    quoted = (text.replace("\\", "\\\\").replace('"', '\\"') for text in paragraphs)
    path.write_text("\n\n".join(f'#"{text}"' for text in quoted), encoding="utf-8")
    typst.compile(str(path), output=str(path.with_suffix(".pdf")))


def plain_xlsx(sheets: list[list[tuple[object, ...]]], path: Path) -> None:
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        for rows in sheets:
            sheet = book.add_worksheet()
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, [value for value in row if value is not None])


if __name__ == "__main__":
    main(tuple(int(word) for word in sys.argv[1:]) or SIZES)

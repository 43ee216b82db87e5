"""Publishing: the report's tree and the register become files. Publishers draw what they are given and decide nothing.

Every function writes one file; the same input gives the same bytes. `guard` is applied to every quote of a submission
before it is cut to length and written: it is given the document and the place.
The libraries behind a format are loaded when that format is written.
"""

from collections.abc import Callable, Iterable
from pathlib import Path

from svod.guard import Withheld
from svod.packs.pack import Pack
from svod.publishing.earlier_totals import UnreadableEarlier
from svod.publishing.quotes import Guard, as_is
from svod.records import Problem, Register, Report

__all__ = [
    "Guard",
    "UnreadableEarlier",
    "as_is",
    "read_earlier",
    "write_docx",
    "write_html",
    "write_jsonl",
    "write_pdf",
    "write_pptx",
    "write_problems",
    "write_xlsx",
]

Message = Callable[[Problem], str]
Reasons = Callable[[Iterable[str]], Iterable[str]]


def write_docx(report: Report, register: Register, path: Path, *, guard: Guard = as_is) -> None:
    """The report as a Word document in the official style: A4, Times New Roman 14, numbered tables."""
    from svod.publishing.docx import write_docx

    write_docx(report, register, path, guard=guard)


def write_pdf(report: Report, register: Register, path: Path, *, guard: Guard = as_is) -> None:
    """The report as a tagged PDF, with bookmarks and links between numbers and sources."""
    from svod.publishing.pdf import write_pdf

    write_pdf(report, register, path, guard=guard)


def write_pptx(report: Report, register: Register, path: Path, *, guard: Guard = as_is) -> None:
    """The report as slides, one for each of its headings, with tables and charts that can be edited.

    `svod.narration.slides` makes a report of ten.
    """
    from svod.publishing.pptx import write_pptx

    write_pptx(report, register, path, guard=guard)


def write_html(report: Report, register: Register, path: Path, *, guard: Guard = as_is) -> None:
    """The report as one HTML file without scripts or outside requests; every number opens its sources."""
    from svod.publishing.html import write_html

    write_html(report, register, path, guard=guard)


def write_xlsx(
    register: Register,
    pack: Pack,
    path: Path,
    language: str = "ru",
    *,
    message: Message | None = None,
    guard: Guard = as_is,
    compared: Report | None = None,
) -> None:
    """The register as a workbook: activities, evidences, totals, plans, coverage, contradictions, problems.

    `message` says in words what a problem is and what to do; without it the problem's code stands there. The tables of
    `compared` become further sheets, one for each of its headings, with a chart.
    """
    from svod.publishing.xlsx import write_xlsx

    write_xlsx(register, pack, path, language, message=message, guard=guard, compared=compared)


def write_jsonl(register: Register, path: Path, *, guard: Guard = as_is) -> None:
    """The distinct activities as JSON Lines, in the register's order, held ones first, then planned."""
    from svod.publishing.jsonl import write_jsonl

    write_jsonl(register, path, guard=guard)


def read_earlier(path: Path, pack: Pack) -> Register:
    """An earlier year's register, from the activities.jsonl or the folder that its consolidation wrote.

    Raises UnreadableEarlier where it is something else, OSError where it cannot be read.
    """
    from svod.publishing.earlier import read_earlier

    return read_earlier(path, pack)


def write_problems(
    register: Register,
    path: Path,
    message: Message,
    language: str = "ru",
    *,
    pack: Pack | None = None,
    guard: Guard = as_is,
    withheld: Iterable[Withheld] = (),
    reasons: Reasons = tuple,
    doubts: Reasons = tuple,
    rule: Callable[[str], str] = str,
) -> None:
    """For a person: what could not be read and what to do about it, what to look at first, what was masked and why.

    `pack` gives regions and kinds their names, `reasons` puts into words why two may be one, `doubts` what speaks
    against an activity, `rule` why one was passed over; without them codes are printed.
    """
    from svod.publishing.problems import write_problems

    write_problems(
        register,
        path,
        message,
        language,
        pack=pack,
        guard=guard,
        withheld=withheld,
        reasons=reasons,
        doubts=doubts,
        rule=rule,
    )

"""What writes each file of a consolidation."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from svod.extraction import doubts_in_words, reason
from svod.guard import Discretion
from svod.linking import explain
from svod.narration import comparisons, slides
from svod.packs import Pack
from svod.pipeline.outputs import SLIDES, WORKBOOK
from svod.publishing import write_docx, write_html, write_jsonl, write_pdf, write_pptx, write_problems, write_xlsx
from svod.reading import message
from svod.records import Register, Report

Writers = dict[str, Callable[[Path], None]]  # by the file's name


def of_report(report: Report, shown: Register, guard: Discretion) -> Writers:
    """`shown` is the register as it may be told."""
    return {
        "report.docx": lambda path: write_docx(report, shown, path, guard=guard),
        "report.pdf": lambda path: write_pdf(report, shown, path, guard=guard),
        "report.html": lambda path: write_html(report, shown, path, guard=guard),
    }


def of_register(
    register: Register, shown: Register, pack: Pack, language: str, guard: Discretion, earlier: Register | None
) -> Writers:
    say = partial(message, language=language)
    # All of it may be passed on, but for the list of what to look at: whoever mends a file must find it.
    inside = replace(shown, documents=register.documents, problems=register.problems)

    def workbook(path: Path) -> None:
        compared = comparisons(shown, pack, language, earlier=earlier)
        write_xlsx(shown, pack, path, language, message=say, guard=guard, compared=compared)

    def problems(path: Path) -> None:
        write_problems(
            inside,
            path,
            say,
            language,
            pack=pack,
            guard=guard,
            withheld=guard.withheld(),
            reasons=partial(explain, language=language),
            doubts=partial(doubts_in_words, language=language),
            rule=partial(reason, language=language),
        )

    return {
        WORKBOOK: workbook,
        "activities.jsonl": lambda path: write_jsonl(shown, path, guard=guard),
        "problems.txt": problems,
    }


def of_slides(
    register: Register, pack: Pack, language: str, style: str, guard: Discretion, earlier: Register | None
) -> Writers:
    def write(path: Path) -> None:
        write_pptx(slides(register, pack, language, style, earlier), register, path, guard=guard)

    return {SLIDES: write}

"""The way through all stages, in one page: a folder of submissions becomes a register, a report and its files."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from os import cpu_count
from pathlib import Path

from svod.counting import count
from svod.extraction import extract
from svod.linking import link
from svod.narration import narrate
from svod.packs import Pack, load
from svod.publishing import write_docx, write_html, write_jsonl, write_pdf, write_problems, write_xlsx
from svod.reading import message, read_path, submissions
from svod.records import Document, Problem, Reading, Register, Report

YEAR = re.compile(r"\b20[0-4]\d\b")
FEW = 12  # files; fewer are read faster without other processes
CHUNK = 8  # files handed to a process at once

Progress = Callable[[str, int, int], None]  # (stage, done, of how many)


def silent(stage: str, done: int, total: int) -> None:
    """No progress is shown."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a consolidation made: the register, the report, and the files written."""

    register: Register
    report: Report
    files: tuple[Path, ...]

    @property
    def unreadable(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.register.problems if problem.severity == "unreadable")


def consolidate(
    folder: Path,
    out: Path,
    pack: Pack,
    year: int | None = None,
    language: str = "ru",
    progress: Progress = silent,
    workers: int | None = None,
) -> Outcome:
    """Read every submission below the folder and write the register and the consolidated report into `out`.

    `year` is the campaign's; without it the year that most submissions name is taken. A submission that cannot be read is a problem
    of the register; the others go on.
    """
    paths = [path for path in submissions(folder) if not path.resolve().is_relative_to(out.resolve())]
    with _processes(len(paths), workers) as run:
        documents, problems = _read(paths, folder, progress, run)
        year = year or year_of(documents)
        readings = _extract([replace(document, year=year) for document in documents], pack, progress, run)
    register = register_of(readings, pack, year, problems)
    report = narrate(register, pack, language)
    return Outcome(register, report, publish(report, register, pack, language, out, progress))


Run = Callable[..., Iterator[object]]


@contextmanager
def _processes(files: int, workers: int | None) -> Iterator[Run]:
    """A `map` over all cores, or over one where a handful of files would not repay the start of others."""
    workers = workers or cpu_count() or 1
    if workers == 1 or files < FEW:
        yield map
        return
    with ProcessPoolExecutor(workers) as pool:
        yield partial(pool.map, chunksize=CHUNK)


def _read(paths: Sequence[Path], root: Path, progress: Progress, run: Run) -> tuple[list[Document], list[Problem]]:
    documents: list[Document] = []
    problems: list[Problem] = []
    for done, results in enumerate(run(partial(_read_one, root=root), paths), start=1):
        for result in results:  # type: ignore[attr-defined]
            (documents if isinstance(result, Document) else problems).append(result)
        progress("reading", done, len(paths))
    return documents, problems


def _read_one(path: Path, root: Path) -> list[Document | Problem]:
    return list(read_path(path, root))


def _extract(documents: Sequence[Document], pack: Pack, progress: Progress, run: Run) -> list[Reading]:
    readings: list[Reading] = []
    for done, reading in enumerate(run(partial(extract, pack=pack), documents), start=1):
        readings.append(reading)  # type: ignore[arg-type]
        progress("extraction", done, len(documents))
    return readings


def year_of(documents: Iterable[Document]) -> int | None:
    """The year that most submissions name, each submission counted once by the year it names most."""
    named = (Counter(YEAR.findall(document.text)).most_common(1) for document in documents)
    years = Counter(most[0][0] for most in named if most)
    return int(max(years, key=lambda year: (years[year], year))) if years else None


def register_of(readings: Sequence[Reading], pack: Pack, year: int | None, problems: Sequence[Problem] = ()) -> Register:
    """Link and count: everything the report is written from."""
    distinct = link(readings, pack)
    counted = count(distinct, readings, pack)
    found_nothing = (
        Problem("look", "nothing_found", reading.document.source)
        for reading in readings
        if not reading.activities and not reading.totals
    )
    return Register(
        campaign=pack.code,
        year=year,
        documents=tuple(reading.document for reading in readings),
        activities=tuple(one for one in distinct if not one.activity.planned),
        planned=tuple(one for one in distinct if one.activity.planned),
        reported=tuple(chain.from_iterable(reading.totals for reading in readings)),
        totals=counted.totals,
        contradictions=counted.contradictions,
        coverage=counted.coverage,
        problems=(*problems, *found_nothing),
    )


def publish(report: Report, register: Register, pack: Pack, language: str, out: Path, progress: Progress = silent) -> tuple[Path, ...]:
    """Write every file of the outcome into the folder."""
    out.mkdir(parents=True, exist_ok=True)
    say = partial(message, language=language)
    writers: dict[str, Callable[[Path], None]] = {
        "report.docx": lambda path: write_docx(report, register, path),
        "report.pdf": lambda path: write_pdf(report, register, path),
        "report.html": lambda path: write_html(report, register, path),
        "register.xlsx": lambda path: write_xlsx(register, pack, path, language, message=say),
        "activities.jsonl": lambda path: write_jsonl(register, path),
        "problems.txt": lambda path: write_problems(register, path, say, language),
    }
    for done, (name, write) in enumerate(writers.items(), start=1):
        write(out / name)
        progress("publishing", done, len(writers))
    return tuple(out / name for name in writers)


__all__ = ["Outcome", "Pack", "consolidate", "load", "publish", "register_of", "silent", "year_of"]

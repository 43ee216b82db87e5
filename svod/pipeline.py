"""The way through all stages, in one page: a folder of submissions becomes a register, a report and its files."""

import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeVar

from svod.confined import several
from svod.counting import count
from svod.extraction import SecondLook, doubts_in_words, extract
from svod.guard import Discretion, Find, find_in, published
from svod.linking import explain, link_and_ask
from svod.narration import comparisons, narrate, slides
from svod.odk.files import Filled, read_any, readings_of
from svod.packs import Pack
from svod.processes import processes, side_by_side
from svod.publishing import write_docx, write_html, write_jsonl, write_pdf, write_pptx, write_problems, write_xlsx
from svod.reading import File, lost, message, submissions
from svod.records import Document, Problem, Reading, Register, Report

if TYPE_CHECKING:
    from svod.assistant import Assistant

OUTPUTS = ("report.docx", "report.pdf", "report.html", "register.xlsx", "activities.jsonl", "problems.txt")

SLIDES = "slides.pptx"  # where they are wanted
SENT = "model-sent.jsonl"  # where a model was asked

Progress = Callable[[str, int, int], None]  # (stage, done, of how many)

_YEAR = re.compile(r"\b20[0-4]\d\b")

R = TypeVar("R")


class NothingToRead(Exception):  # noqa: N818 # the folder's state, not a fault of ours
    """There is no file below the folder that somebody may have handed in."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a consolidation made: the register, the report, and the files written."""

    register: Register
    report: Report
    files: tuple[Path, ...]

    @property
    def unreadable(self) -> tuple[Problem, ...]:
        """What gave no text."""
        return tuple(problem for problem in self.register.problems if problem.severity == "unreadable")


@dataclass(frozen=True, slots=True)
class Wanted:
    """How the report is told: its length and style; an `earlier` year to compare with; whether as `slides` too.

    `assistant` is asked about each submission, `second_look` has a word in each of the rules' decisions.
    """

    length: str = "full"
    style: str = "official"
    earlier: Register | None = None
    slides: bool = False
    assistant: "Assistant | None" = None
    second_look: SecondLook | None = None


AS_USUAL = Wanted()


def silent(stage: str, done: int, total: int) -> None:
    """Show no progress."""


def consolidate(
    folder: Path,
    out: Path,
    pack: Pack,
    year: int | None = None,
    language: str = "ru",
    progress: Progress = silent,
    workers: int | None = None,
    wanted: Wanted = AS_USUAL,
) -> Outcome:
    """Read every submission below the folder; write the register and the consolidated report into `out`.

    `year` is the campaign's; without it the year that most submissions name is taken. A submission that cannot be read
    is a problem of the register; the others go on. `workers` is the number of processes, as many as there are cores
    unless given; `wanted` says how much is told, and to whom. Raises NothingToRead, and OSError where `out` cannot be
    written.
    """
    paths = [path for path in submissions(folder) if not _is_output(path)]
    if not paths:
        raise NothingToRead(folder)
    out.mkdir(parents=True, exist_ok=True)  # before hours of reading, not after
    documents, filled, problems = _documents(paths, folder, workers, progress, partial(_get_ready, pack))
    answered = readings_of(filled, pack)
    year = year or year_of(documents)
    items: list[Document | Reading] = [replace(one, year=year) for one in documents]
    items += _dated(answered, year)
    readings, found = _readings(items, pack, wanted.second_look, workers, progress)
    if wanted.assistant is not None:
        asked, told = _asked(readings[: len(documents)], wanted.assistant, progress)
        readings[: len(documents)] = asked
        problems += told
    del documents, items
    register = register_of(readings, pack, year, problems)
    del readings
    report = narrate(register, pack, language, wanted.length, wanted.style, wanted.earlier)
    writers = _writers(report, register, pack, language, wanted, Discretion(register, pack, found))
    return Outcome(register, report, publish(writers, out, workers, progress))


def _is_output(path: Path) -> bool:
    """Whether an earlier consolidation wrote it: it has one of our names, and all the others stand beside it."""
    return path.name in (*OUTPUTS, SLIDES, SENT) and all(path.with_name(name).is_file() for name in OUTPUTS)


def _documents(
    paths: Sequence[Path], root: Path, workers: int | None, progress: Progress, meanwhile: Callable[[], None]
) -> tuple[list[Document], list[Filled], list[Problem]]:
    """Each file is read in a process with limits: what it does there harms neither this one nor the other files."""
    files = [File(path, root) for path in paths]
    with several(min(len(files), workers or os.cpu_count() or 1)) as confined:
        outcomes = confined.map(read_any, files, lost)
        meanwhile()
        read = list(chain.from_iterable(_shown(outcomes, "reading", len(files), progress)))
    documents = [one for one in read if isinstance(one, Document)]
    filled = [one for one in read if isinstance(one, Filled)]
    return documents, filled, [one for one in read if isinstance(one, Problem)]


def _get_ready(pack: Pack) -> None:
    """Load what a text is read with, once: the processes that are forked later have it at hand."""
    _read(Document("", ""), pack, None)


def _dated(answered: Iterable[Reading], year: int | None) -> Iterator[Reading]:
    """Readings of filled-in forms, which say their days themselves, as those of texts."""
    for one in answered:
        yield replace(one, document=replace(one.document, year=year))


def _readings(
    items: Sequence[Document | Reading],
    pack: Pack,
    second_look: SecondLook | None,
    workers: int | None,
    progress: Progress,
) -> tuple[list[Reading], dict[str, tuple[Find, ...]]]:
    """What each of them tells; and by the document's id what in it must not leave the circle."""
    readings, found = [], {}
    with processes(partial(_read, pack=pack, second_look=second_look), len(items), workers) as run:
        read = _shown(run(items), "extraction", len(items), progress)
        for item, (reading, finds) in zip(items, read, strict=True):
            document = replace(_document(item), blocks=())  # only extraction asks for them
            readings.append(replace(reading, document=document))
            found[document.id] = finds
    return readings, found


def _read(item: Document | Reading, pack: Pack, second_look: SecondLook | None) -> tuple[Reading, tuple[Find, ...]]:
    """The reading without its document, which is at hand where it is sent to. A filled-in form has been read before."""
    document = _document(item)
    reading = item if isinstance(item, Reading) else extract(item, pack, second_look)
    return replace(reading, document=Document(document.id, "")), find_in(document, pack)


def _document(item: Document | Reading) -> Document:
    return item.document if isinstance(item, Reading) else item


def _asked(
    readings: Sequence[Reading], assistant: "Assistant", progress: Progress
) -> tuple[list[Reading], list[Problem]]:
    """What a model adds to the readings; where it was not heard the reading stands alone, and a person is told."""
    from svod.assistant import problems_of  # most reports are read without one

    consulted = list(_shown(map(assistant.consult, readings), "asking", len(readings), progress))
    told = [problem for one in consulted for problem in problems_of(one)]
    return [one.reading for one in consulted], told


def _shown(results: Iterable[R], stage: str, total: int, progress: Progress) -> Iterator[R]:
    """The same results; each one that comes is told."""
    for done, result in enumerate(results, start=1):
        progress(stage, done, total)
        yield result


def year_of(documents: Iterable[Document]) -> int | None:
    """The year that most submissions name, each submission counted once by the year it names most."""
    named = (Counter(_YEAR.findall(document.text)).most_common(1) for document in documents)
    years = Counter(most[0][0] for most in named if most)
    return int(max(years, key=lambda year: (years[year], year))) if years else None


def register_of(
    readings: Sequence[Reading], pack: Pack, year: int | None, problems: Iterable[Problem] = ()
) -> Register:
    """Link and count: everything the report is written from."""
    distinct, asked = link_and_ask(readings, pack)
    counted = count(distinct, readings, pack)
    nothing_found = (
        Problem("look", "nothing_found", reading.document.source)
        for reading in readings
        if not (reading.activities or reading.totals or reading.nothing_held)
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
        problems=(*problems, *nothing_found),
        candidates=asked,
    )


def publish(
    writers: Mapping[str, Callable[[Path], None]], out: Path, workers: int | None = None, progress: Progress = silent
) -> tuple[Path, ...]:
    """Write every file of the outcome into the folder: all of them, or, where one fails, none."""
    out.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=out, prefix=".svod-") as unfinished:
        works = [partial(write, Path(unfinished, name)) for name, write in writers.items()]
        for _ in _shown(side_by_side(works, workers), "publishing", len(works), progress):
            pass
        return tuple(Path(unfinished, name).replace(out / name) for name in writers)


def _writers(
    report: Report, register: Register, pack: Pack, language: str, wanted: Wanted, guard: Discretion
) -> dict[str, Callable[[Path], None]]:
    """What writes each file, by the file's name, in the order in which they are shown."""
    say, reasons = partial(message, language=language), partial(explain, language=language)
    own, register = register, published(register, pack)  # all of it is passed on, but for the list of what to look at:
    inside = replace(register, documents=own.documents, problems=own.problems)  # whoever mends a file must find it
    doubts = partial(doubts_in_words, language=language)
    problems = partial(
        write_problems, pack=pack, guard=guard, withheld=guard.withheld(), reasons=reasons, doubts=doubts
    )
    compared = comparisons(register, pack, language, earlier=wanted.earlier)
    written: tuple[Callable[[Path], None], ...] = (
        lambda path: write_docx(report, register, path, guard=guard),
        lambda path: write_pdf(report, register, path, guard=guard),
        lambda path: write_html(report, register, path, guard=guard),
        lambda path: write_xlsx(register, pack, path, language, message=say, guard=guard, compared=compared),
        lambda path: write_jsonl(register, path, guard=guard),
        lambda path: problems(inside, path, say, language),
    )
    writers = dict(zip(OUTPUTS, written, strict=True))
    if wanted.slides:
        shown = slides(register, pack, language, wanted.style, wanted.earlier)
        writers[SLIDES] = lambda path: write_pptx(shown, register, path, guard=guard)
    return writers

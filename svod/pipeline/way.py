"""The way through all stages, in one page: a folder of submissions becomes a register, a report and its files."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from svod.confined import several
from svod.counting import count
from svod.extraction import SecondLook, extract
from svod.guard import Discretion, Find, find_in, published
from svod.linking import link_and_ask
from svod.odk.files import Filled, read_any, readings_of
from svod.packs import Pack
from svod.packs.filed import filed_under, regions_by_name
from svod.pipeline.outputs import is_output
from svod.pipeline.progress import Progress, silent, with_progress
from svod.pipeline.wanted import AS_USUAL, Wanted
from svod.pipeline.year import year_of
from svod.processes import processes_for
from svod.reading import File, lost, submissions
from svod.records import Document, Problem, Reading, Register, Report

if TYPE_CHECKING:
    from svod.assistant import Assistant

ANY_REPORT = "25 ноября в школе № 1 проведён семинар «Права женщин», участвовали 20 педагогов. Председатель А. Иванова"


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

    `year` is the campaign's; without it the year that most submissions name is taken, or, where none names any, that of
    the campaign which began last: then a problem says so. A submission that cannot be read
    is a problem of the register; the others go on. `workers` is the number of processes, as many as there are cores
    unless given; `wanted` says how much is told, and to whom. Raises NothingToRead, and OSError where `out` cannot be
    written.
    """
    paths = [path for path in submissions(folder) if not is_output(path)]
    if not paths:
        raise NothingToRead(folder)
    out.mkdir(parents=True, exist_ok=True)  # before hours of reading, not after
    documents, filled, problems = _documents(paths, folder, workers, progress, partial(_get_ready, pack))
    answered = readings_of(filled, pack)
    year = year or year_of(documents)
    if year is None:
        year = pack.latest(date.today())
        problems.append(Problem("look", "year_assumed", folder.name, (("year", str(year)),)))
    regions = regions_by_name(pack)
    items: list[Document | Reading] = [_known(one, year, regions) for one in documents]
    items += [replace(one, document=_known(one.document, year, regions)) for one in answered]
    # The processes have the items from where they start, and are sent their places alone.
    works = partial(_read, items, pack=pack, second_look=wanted.second_look), partial(_look_through, items, pack=pack)
    places = range(len(items))
    with processes_for(works, len(items), workers) as (read, look_through):
        readings = list(_with_documents(items, with_progress(read(places), "extraction", len(items), progress)))
        found = look_through(places)  # by the others, while this process links
        if wanted.assistant is not None:
            asked, told = _asked(readings[: len(documents)], wanted.assistant, progress)
            readings[: len(documents)] = asked
            problems += told
        register = register_of(readings, pack, year, problems)
        del readings
        shown = published(register, pack)
        finds = {document.id: one for document, one in zip(register.documents, found, strict=True)}
    del documents, items, works
    from svod.pipeline.written import write_all  # loaded by `_get_ready`, while others read

    guard = Discretion(register, pack, finds)
    report, files = write_all(register, shown, pack, language, guard, wanted, out, workers, progress)
    return Outcome(register, report, files)


def _documents(
    paths: Sequence[Path], root: Path, workers: int | None, progress: Progress, meanwhile: Callable[[], None]
) -> tuple[list[Document], list[Filled], list[Problem]]:
    """Each file is read in a process with limits: what it does there harms neither this one nor the other files."""
    files = [File(path, root) for path in paths]
    with several(min(len(files), workers or os.cpu_count() or 1)) as confined:
        outcomes = confined.map(read_any, files, lost)
        meanwhile()
        read = list(chain.from_iterable(with_progress(outcomes, "reading", len(files), progress)))
    documents = [one for one in read if isinstance(one, Document)]
    filled = [one for one in read if isinstance(one, Filled)]
    return documents, filled, [one for one in read if isinstance(one, Problem)]


def _get_ready(pack: Pack) -> None:
    """Load what the stages behind work with, once: the processes that are forked later have it at hand."""
    import svod.pipeline.written  # noqa: F401

    report = Document("", ANY_REPORT)
    extract(report, pack)
    find_in(report, pack)


def _known(document: Document, year: int | None, regions: Mapping[str, str]) -> Document:
    """With what is known of it beside its text: the campaign's year, the region in whose folder it lies."""
    return replace(document, year=year, region=next(iter(filed_under(document.source, regions)), None))


def _with_documents(items: Iterable[Document | Reading], readings: Iterable[Reading]) -> Iterator[Reading]:
    """The readings with their documents, which stayed here; only extraction asks for a document's blocks."""
    for item, reading in zip(items, readings, strict=True):
        yield replace(reading, document=replace(_document(item), blocks=()))


def _read(items: Sequence[Document | Reading], place: int, pack: Pack, second_look: SecondLook | None) -> Reading:
    """The reading without its document, which is at hand where it is sent to. A filled-in form has been read before."""
    item = items[place]
    reading = item if isinstance(item, Reading) else extract(item, pack, second_look)
    return replace(_at_home(reading, _document(item).region), document=Document(_document(item).id, ""))


def _look_through(items: Sequence[Document | Reading], place: int, pack: Pack) -> tuple[Find, ...]:
    return find_in(_document(items[place]), pack)


def _at_home(reading: Reading, region: str | None) -> Reading:
    """Where the text names no region, it is that of the folder."""
    activities = tuple(one if one.region else replace(one, region=region) for one in reading.activities)
    totals = tuple(one if one.region else replace(one, region=region) for one in reading.totals)
    return replace(reading, activities=activities, totals=totals) if region else reading


def _document(item: Document | Reading) -> Document:
    return item.document if isinstance(item, Reading) else item


def _asked(
    readings: Sequence[Reading], assistant: "Assistant", progress: Progress
) -> tuple[list[Reading], list[Problem]]:
    """What a model adds to the readings; where it was not heard the reading stands alone, and a person is told."""
    from svod.assistant import problems_of  # most reports are read without one

    consulted = list(with_progress(map(assistant.consult, readings), "asking", len(readings), progress))
    told = [problem for one in consulted for problem in problems_of(one)]
    return [one.reading for one in consulted], told


def register_of(
    readings: Sequence[Reading], pack: Pack, year: int | None, problems: Iterable[Problem] = ()
) -> Register:
    """Link and count: everything the report is written from."""
    distinct, asked = link_and_ask(readings, pack)
    counted, problems = count(distinct, readings, pack), tuple(problems)
    regions = regions_by_name(pack)
    broken = (problem.source for problem in problems if problem.severity == "unreadable")
    unread = {region for source in broken for region in filed_under(source, regions)}
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
        coverage=counted.coverage.with_unread(unread),
        problems=(*problems, *nothing_found),
        candidates=asked,
        left_out=tuple(chain.from_iterable(reading.left_out for reading in readings)),
    )

"""The report told, and all its files written side by side."""

import os
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from svod.guard import Discretion
from svod.narration import narrate
from svod.packs import Pack
from svod.pipeline.files import Writers, of_register, of_report, of_slides
from svod.pipeline.outputs import OUTPUTS, SLIDES
from svod.pipeline.progress import Progress, with_progress
from svod.pipeline.wanted import Wanted
from svod.processes import aside, side_by_side
from svod.records import Register, Report


def write_all(
    register: Register,
    shown: Register,
    pack: Pack,
    language: str,
    guard: Discretion,
    wanted: Wanted,
    out: Path,
    workers: int | None,
    progress: Progress,
) -> tuple[Report, tuple[Path, ...]]:
    """The report and the paths of all files in the folder, or, where one fails, none of them there.

    `shown` is the register as it may be told. Raises what a writer raises.
    """
    names = (*OUTPUTS, SLIDES) if wanted.slides else OUTPUTS
    with TemporaryDirectory(dir=out, prefix=".svod-") as place:
        own = _works(of_register(register, shown, pack, language, guard, wanted.earlier), place)
        with aside(partial(_all_of, own), workers):  # they take as long as the report, and do not wait for it
            report = narrate(register, pack, language, wanted.length, wanted.style, wanted.earlier)
            told = of_report(report, shown, guard)
            if wanted.slides:
                told |= of_slides(shown, pack, language, wanted.style, guard, wanted.earlier)
            others = max(1, (workers or os.cpu_count() or 1) - 1)
            for _ in with_progress(side_by_side(_works(told, place), others), "publishing", len(names), progress):
                pass
        progress("publishing", len(names), len(names))
        return report, tuple(Path(place, name).replace(out / name) for name in names)


def _works(writers: Writers, place: str) -> list[Callable[[], None]]:
    return [partial(write, Path(place, name)) for name, write in writers.items()]


def _all_of(works: Iterable[Callable[[], None]]) -> None:
    for work in works:
        work()

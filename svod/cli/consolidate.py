"""`svod consolidate FOLDER`: the main job."""

import contextlib
import gc
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from svod.cli import options
from svod.cli.asking import Asking, asking_options
from svod.cli.progress import progress
from svod.packs import Pack

if TYPE_CHECKING:
    from svod.learning import Learned
    from svod.pipeline import Outcome, Wanted
    from svod.records import Register


class WrongUse(click.ClickException):
    """What was asked for cannot be done; the message says what to do instead."""

    exit_code = 2


@click.command(short_help="Read a folder, write its consolidated report.")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "-o", "--out", type=click.Path(file_okay=False, path_type=Path), help="Where to write.  [default: FOLDER-svod]"
)
@options.campaign
@options.year
@click.option(
    "--lang",
    "language",
    type=click.Choice(["ru", "kk", "en"]),
    default="ru",
    show_default=True,
    help="The report's language.",
)
@click.option(
    "--length",
    type=click.Choice(["full", "two_pages", "press", "regions", "social"]),
    default="full",
    show_default=True,
    help="How much is told: all, two pages, a press release, a paragraph for each region, or a post.",
)
@click.option(
    "--style",
    type=click.Choice(["official", "public"]),
    default="official",
    show_default=True,
    help="For whom it is told; a press release and a post are always for the public.",
)
@click.option(
    "--earlier",
    type=click.Path(exists=True, path_type=Path),
    metavar="PATH",
    help="An earlier year to compare with: the folder that its consolidation wrote, or its activities.jsonl alone.",
)
@click.option("--slides", is_flag=True, help="Write slides.pptx as well: ten slides.")
@options.learned
@asking_options
@options.quiet
@options.as_json
def consolidate(
    folder: Path,
    out: Path | None,
    pack: Pack,
    year: int | None,
    language: str,
    length: str,
    style: str,
    earlier: Path | None,
    slides: bool,
    learned: "Learned | None",
    asking: Asking,
    quiet: bool,
    as_json: bool,
) -> None:
    """Read every submission below FOLDER and write the consolidated report.

    It writes report.docx, report.pdf, report.html, register.xlsx, activities.jsonl and problems.txt. Without --year,
    the year that most submissions name is taken; where none names any, that of the last campaign.

    With --model and --endpoint a language model is asked as well: what it points at is looked up in the text, what only
    it found is listed in problems.txt, and model-sent.jsonl, beside the report, says what was sent. Personal data is
    masked before, unless the endpoint is marked --own.

    The exit status is 0 where all was read, 1 where something could not be (it is named, the others went on), 2 for
    wrong use.
    """
    folder = folder.resolve()
    out = out or folder.with_name(f"{folder.name}-svod")
    from svod.pipeline import SENT, Wanted  # the stages take a while to load: not for --help

    assistant = asking.assistant(pack, out / SENT)
    wanted = Wanted(length, style, _earlier(earlier, pack), slides, assistant, learned)
    sys.exit(run(folder, out, pack, year, language, wanted, quiet=quiet, as_json=as_json))


@contextlib.contextmanager
def _without_collecting() -> Iterator[None]:
    """A consolidation makes records by the hundred thousand and keeps them: looking for garbage is in vain, also when
    the command ends and all of it goes."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _earlier(path: Path | None, pack: Pack) -> "Register | None":
    """The register of the earlier year. Raises WrongUse where the path holds none."""
    from svod.publishing import UnreadableEarlier, read_earlier

    try:
        return read_earlier(path, pack) if path else None
    except (UnreadableEarlier, OSError) as error:
        raise WrongUse(f"--earlier: {error}") from error


def run(
    folder: Path,
    out: Path,
    pack: Pack,
    year: int | None,
    language: str,
    wanted: "Wanted | None" = None,
    *,
    quiet: bool = False,
    as_json: bool = False,
) -> int:
    """Consolidate and tell what came of it; returns the exit status. Raises WrongUse."""
    from svod import pipeline  # the stages take a while to load: not for --help

    try:
        with progress(hidden=quiet or as_json) as show, _without_collecting():
            outcome = pipeline.consolidate(folder, out, pack, year, language, show, wanted=wanted or pipeline.AS_USUAL)
    except pipeline.NothingToRead:
        raise WrongUse(f"{folder} holds no files to read.") from None
    except OSError as error:
        raise WrongUse(f"Cannot write into {out}: {error.strerror}. Choose another folder with --out.") from error
    if as_json:
        click.echo(json.dumps(_summary(outcome, out), ensure_ascii=False))
    elif not quiet:
        _tell(outcome, out)
    return 1 if outcome.unreadable else 0


def _summary(outcome: "Outcome", out: Path) -> dict[str, Any]:
    register = outcome.register
    return {
        "year": register.year,
        "documents": len(register.documents),
        "activities": len(register.activities),
        "planned": len(register.planned),
        "regions": len(register.coverage.reported),
        "expected_regions": len(register.coverage.expected),
        "contradictions": len(register.contradictions),
        "unreadable": [problem.source for problem in outcome.unreadable],
        "out": str(out),
        "files": [path.name for path in outcome.files],
    }


def _tell(outcome: "Outcome", out: Path) -> None:
    register, coverage = outcome.register, outcome.register.coverage
    regions = f"{len(coverage.reported)} of {_counted(len(coverage.expected), 'region')}"
    click.echo(f"Read {_counted(len(register.documents), 'document')} from {regions}.")
    held = _counted(len(register.activities), "distinct activity", "distinct activities")
    click.echo(f"Found {held} held, {len(register.planned)} planned.")
    if register.contradictions:
        click.echo(f"Found {_counted(len(register.contradictions), 'contradiction')} for a person to look at.")
    if outcome.unreadable:
        click.echo(
            f"Could not read {_counted(len(outcome.unreadable), 'file')}, named with the reasons in problems.txt:"
        )
        for problem in outcome.unreadable:
            click.echo(f"  {problem.source}")
    click.echo(f"The report: {out / 'report.html'}")
    click.echo(f"Beside it:  {', '.join(path.name for path in outcome.files if path.name != 'report.html')}")


def _counted(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or f'{one}s'}"

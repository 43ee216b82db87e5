"""`svod consolidate FOLDER`: the main job."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from svod.cli import options
from svod.packs import Pack

STAGES = {"reading": "Reading", "extraction": "Extracting", "publishing": "Writing"}


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("-o", "--out", type=click.Path(file_okay=False, path_type=Path), help="Where to write.  [default: FOLDER-svod]")
@options.campaign
@options.year
@click.option("--lang", "language", type=click.Choice(["ru"]), default="ru", show_default=True, help="The report's language.")
@click.option("--quiet", is_flag=True, help="Show no progress and no summary.")
@click.option("--json", "as_json", is_flag=True, help="Write the summary as JSON.")
def consolidate(
    folder: Path, out: Path | None, pack: Pack, year: int | None, language: str, quiet: bool, as_json: bool
) -> None:
    """Read every submission below FOLDER and write the consolidated report.

    It writes report.docx, report.pdf, report.html, register.xlsx, activities.jsonl and problems.txt. The exit status is 0
    where all was read, 1 where something could not be, 2 for wrong use.
    """
    out = out or folder.resolve().with_name(folder.resolve().name + "-svod")
    sys.exit(run(folder, out, pack, year, language, quiet=quiet, as_json=as_json))


def run(
    folder: Path, out: Path, pack: Pack, year: int | None, language: str, *, quiet: bool = False, as_json: bool = False
) -> int:
    """Consolidate and tell what came of it; returns the exit status."""
    from svod import pipeline  # the stages take a while to load: not for --help

    with _progress(quiet or as_json) as progress:
        outcome = pipeline.consolidate(folder, out, pack, year, language, progress)
    summary = _summary(outcome, out)
    if as_json:
        click.echo(json.dumps(summary, ensure_ascii=False))
    elif not quiet:
        _tell(summary, out)
    return 1 if outcome.unreadable else 0


@contextmanager
def _progress(hidden: bool) -> Iterator[Any]:
    """A line on standard error that is overwritten; on a file or a pipe one line a stage."""
    if hidden:
        yield lambda stage, done, total: None
        return
    terminal = sys.stderr.isatty()

    def show(stage: str, done: int, total: int) -> None:
        if terminal:
            filled = 30 * done // total
            click.echo(f"\r{STAGES[stage]:<11}[{'#' * filled}{'-' * (30 - filled)}] {done}/{total}", nl=done == total, err=True)
        elif done == total:
            click.echo(f"{STAGES[stage]} {done}/{total}", err=True)

    yield show


def _summary(outcome: Any, out: Path) -> dict[str, Any]:
    register = outcome.register
    return {
        "documents": len(register.documents),
        "activities": len(register.activities),
        "planned": len(register.planned),
        "regions": len(register.coverage.reported),
        "expected_regions": len(register.coverage.expected),
        "contradictions": len(register.contradictions),
        "unreadable": [problem.source for problem in outcome.unreadable],
        "files": {path.name: str(path) for path in outcome.files},
        "out": str(out),
    }


def _tell(summary: dict[str, Any], out: Path) -> None:
    click.echo(f"Read {summary['documents']} documents from {summary['regions']} of {summary['expected_regions']} regions.")
    click.echo(f"Found {summary['activities']} distinct activities held, {summary['planned']} planned.")
    if summary["contradictions"]:
        click.echo(f"{summary['contradictions']} contradictions are listed for a person to look at.")
    if summary["unreadable"]:
        click.echo(f"Could not read {len(summary['unreadable'])}: {', '.join(summary['unreadable'])}")
    click.echo(f"The report: {out / 'report.html'}")
    click.echo(f"Also there: {', '.join(name for name in summary['files'] if name != 'report.html')}")

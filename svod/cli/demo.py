"""`svod demo`: consolidate the sample reports that come with the program."""

import sys
from pathlib import Path

import click

import svod
from svod.cli.consolidate import run
from svod.packs import load

PLACES = ("samples/reports", "../samples/reports")  # in the wheel, in the source tree


def sample_reports() -> Path:
    """The folder of the bundled submissions."""
    for place in PLACES:
        folder = Path(svod.__file__).parent / place
        if folder.is_dir():
            return folder.resolve()
    raise click.ClickException("the sample reports are not installed")


@click.command()
@click.option("-o", "--out", type=click.Path(file_okay=False, path_type=Path), default=Path("out/demo"), show_default=True)
def demo(out: Path) -> None:
    """Consolidate the bundled sample reports and say where the report is.

    One of the samples is broken on purpose: it is named, and the others go on.
    """
    status = run(sample_reports(), out.resolve(), load("sixteen_days"), 2025, "ru")
    sys.exit(0 if status in (0, 1) else status)

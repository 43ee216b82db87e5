"""`svod demo`: consolidate the sample reports that come with the program."""

import sys
from pathlib import Path

import click

from svod.cli import options
from svod.cli.consolidate import WrongUse, run


def samples() -> Path:
    """The folder of the bundled submissions. Raises WrongUse where the program was packed without them."""
    from svod.reading.samples import sample_reports

    folder = sample_reports()
    if folder is None:
        raise WrongUse("The sample reports are not installed.")
    return folder


@click.command(short_help="Consolidate the bundled sample reports.")
@click.option(
    "-o",
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("out/demo"),
    show_default=True,
    help="Where to write.",
)
@options.quiet
@options.as_json
def demo(out: Path, quiet: bool, as_json: bool) -> None:
    """Consolidate the bundled sample reports and say where the report is.

    Two of the samples are broken on purpose: they are named, the others go on, and the exit status is 0.
    """
    from svod.packs import load
    from svod.reading.samples import CAMPAIGN, YEAR

    run(samples(), out.resolve(), load(CAMPAIGN), YEAR, "ru", quiet=quiet, as_json=as_json)
    sys.exit(0)

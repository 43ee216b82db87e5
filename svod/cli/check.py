"""`svod check`: whether the register is what it promises to be."""

import os
import runpy
import sys
from pathlib import Path

import click


@click.command(short_help="Prove that the register is whole.")
@click.option(
    "--data",
    type=click.Path(file_okay=False, exists=True, path_type=Path),
    envvar="SVOD_DATA",
    default=Path("data"),
    show_default=True,
    help="The folder that holds the register.",
)
def check(data: Path) -> None:
    """Prove that texts, evidence, files, history and sums are what they promise to be.

    It changes nothing, and people may go on working. What is wrong is told with the way to mend it; the exit status
    is 1 then.
    """
    os.environ["SVOD_DATA"] = str(data.resolve())
    sys.argv = ["svod check"]
    runpy.run_module("svod.web.serving.check", run_name="__main__")  # by name: the command line imports no Django

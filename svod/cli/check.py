"""`svod check`: whether the register is what it promises to be."""

from pathlib import Path

import click

from svod.cli.application import data_folder, run


@click.command(short_help="Prove that the register is whole.")
@data_folder("The folder that holds the register.", exists=True)
def check(data: Path) -> None:
    """Prove that texts, evidence, files, history and sums are what they promise to be.

    It changes nothing, and people may go on working. What is wrong is told with the way to mend it; the exit status
    is 1 then.
    """
    run("check", "svod.web.serving.check", data=data)

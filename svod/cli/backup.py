"""`svod backup`: everything of an installation in one file."""

import os
import runpy
import sys
from pathlib import Path

import click


@click.command(short_help="Keep everything of the register in one file.")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--data",
    type=click.Path(file_okay=False, exists=True, path_type=Path),
    envvar="SVOD_DATA",
    default=Path("data"),
    show_default=True,
    help="The folder that holds the register.",
)
@click.option(
    "--recipient",
    multiple=True,
    envvar="SVOD_BACKUP_RECIPIENT",
    metavar="KEY",
    help="Encrypt to this public key of age, age1…; may be given again.",
)
def backup(file: Path, data: Path, recipient: tuple[str, ...]) -> None:
    """Write the database, the files and their hashes into FILE, while people go on working.

    All of it is of one moment. FILE is there whole or not at all; one that is there already is never overwritten.
    """
    os.environ["SVOD_DATA"] = str(data.resolve())
    keys = [word for key in recipient for word in ("--recipient", key)]
    sys.argv = ["svod backup", *keys, "--", str(file)]
    runpy.run_module("svod.web.serving.backup", run_name="__main__")  # by name: the command line imports no Django

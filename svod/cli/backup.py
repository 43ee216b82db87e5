"""`svod backup`: everything of an installation in one file."""

from pathlib import Path

import click

from svod.cli.application import data_folder, run


@click.command(short_help="Keep everything of the register in one file.")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@data_folder("The folder that holds the register.", exists=True)
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
    keys = [word for key in recipient for word in ("--recipient", key)]
    run("backup", "svod.web.serving.backup", *keys, "--", str(file), data=data)

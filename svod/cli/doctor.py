"""`svod doctor`: what is wrong with an installation, and what to do."""

from pathlib import Path

import click

from svod.cli.application import data_folder, run


@click.command(short_help="Say what is wrong with an installation.")
@data_folder("The folder that holds the register.")
@click.option("--language", type=click.Choice(["ru", "kk", "en"]), help="Of what it says; else the terminal's.")
def doctor(data: Path, language: str | None) -> None:
    """Say in plain words what is wrong with an installation, each with what to do.

    It looks at the folder and its disk, the database, the readers, the last backup, programs, settings, mail and
    certificates, and changes nothing. The exit status is 1 where something is wrong.
    """
    run("doctor", "svod.web.serving.doctor", *(["--language", language] if language else []), data=data)

"""Hands a command over to the application: by a module's name, for the command line imports no Django."""

import os
import runpy
import sys
from pathlib import Path

import click

from svod.cli.options import Decorator


def data_folder(about: str, *, exists: bool = False) -> Decorator:
    """The option for the folder of the register."""
    return click.option(
        "--data",
        type=click.Path(file_okay=False, exists=exists, path_type=Path),
        envvar="SVOD_DATA",
        default=Path("data"),
        show_default=True,
        help=about,
    )


def run(command: str, module: str, *words: str, data: Path | None = None) -> None:
    """Run a module of the application as that command, with these words behind it."""
    if data is not None:
        os.environ["SVOD_DATA"] = str(data.resolve())
    sys.argv = [f"svod {command}", *words]
    runpy.run_module(module, run_name="__main__")

"""`svod mail`: fetch reports that came by e-mail."""

import os
import runpy
import sys
from pathlib import Path

import click


@click.command(short_help="Fetch reports that came by e-mail.")
@click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="SVOD_DATA",
    default=Path("data"),
    show_default=True,
    help="The folder that holds the register.",
)
@click.option("--watch", is_flag=True, help="Look again every minute, until Ctrl-C.")
def mail(data: Path, watch: bool) -> None:
    """Fetch what is new in the mailbox that SVOD_MAILBOX names, each letter once; nothing is deleted there.

    `svod serve` does so by itself. This is for an installation that runs its servers on its own, or by a timer.
    """
    os.environ["SVOD_DATA"] = str(data)
    sys.argv = ["svod mail", *(["--watch"] if watch else [])]
    runpy.run_module("svod.web.serving.mailbox", run_name="__main__")  # by name: the command line imports no Django

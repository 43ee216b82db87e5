"""`svod mail`: fetch reports that came by e-mail."""

from pathlib import Path

import click

from svod.cli.application import data_folder, run


@click.command(short_help="Fetch reports that came by e-mail.")
@data_folder("The folder that holds the register.")
@click.option("--watch", is_flag=True, help="Look again every minute, until Ctrl-C.")
def mail(data: Path, watch: bool) -> None:
    """Fetch what is new in the mailbox that SVOD_MAILBOX names, each letter once; nothing is deleted there.

    `svod serve` does so by itself. This is for an installation that runs its servers on its own, or by a timer.
    """
    run("mail", "svod.web.serving.mailbox", *(["--watch"] if watch else []), data=data)

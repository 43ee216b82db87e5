"""`svod telegram`: the bot alone, where `svod serve` does not run it."""

import os
import runpy
import sys
from pathlib import Path

import click


@click.command(short_help="Take reports in by a Telegram bot.")
@click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="SVOD_DATA",
    default=Path("data"),
    show_default=True,
    help="The folder of the register that it hands reports in to.",
)
def telegram(data: Path) -> None:
    """Take reports in by a Telegram bot, until Ctrl-C.

    SVOD_TELEGRAM_TOKEN is the token that @BotFather gave; svod serve runs the bot by itself where it is set.
    SVOD_TELEGRAM_API is the address of a Bot API server of your own, DATABASE_URL another database.
    """
    os.environ["SVOD_DATA"] = str(data.resolve())
    sys.argv = ["svod telegram"]
    runpy.run_module("svod.telegram", run_name="__main__")  # by name: the command line imports no Django

"""`svod telegram`: the bot alone, where `svod serve` does not run it."""

from pathlib import Path

import click

from svod.cli.application import data_folder, run


@click.command(short_help="Take reports in by a Telegram bot.")
@data_folder("The folder of the register that it hands reports in to.")
def telegram(data: Path) -> None:
    """Take reports in by a Telegram bot, until Ctrl-C.

    SVOD_TELEGRAM_TOKEN is the token that @BotFather gave; svod serve runs the bot by itself where it is set.
    SVOD_TELEGRAM_API is the address of a Bot API server of your own, DATABASE_URL another database.
    """
    run("telegram", "svod.telegram", data=data)

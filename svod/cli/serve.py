"""`svod serve`: the application, in the browser."""

from pathlib import Path

import click

from svod.cli.application import data_folder, run


@click.command(short_help="Open the application in the browser.")
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="The address to listen on; 0.0.0.0 for the network."
)
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes any free one.")
@data_folder("The folder that holds everything; made where it is missing.")
@click.option("--demo", is_flag=True, help="Show the bundled samples as a register, in a data folder of its own.")
@click.option(
    "--only",
    type=click.Choice(["pages", "work"]),
    help="The pages alone, or what reads and fetches alone: for processes or machines of their own.",
)
@click.option("--readers", type=click.IntRange(0), help="How many processes read; one or two of their own accord.")
def serve(host: str, port: int, data: Path, demo: bool, only: str | None, readers: int | None) -> None:
    """Open the application: the register, the inbox and the review, in the browser.

    Runs a server and readers that read what is handed in, until Ctrl-C. A first start prints a link that makes the
    administrator. SVOD_HOSTS names further addresses under which it may be called, DATABASE_URL another database.
    """
    words = ["--host", host, "--port", str(port), "--data", str(data)]
    words += ["--demo"] if demo else []
    words += ["--only", only] if only else []
    words += [] if readers is None else ["--readers", str(readers)]
    run("serve", "svod.web", *words)

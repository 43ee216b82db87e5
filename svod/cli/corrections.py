"""`svod corrections CAMPAIGN`: what people let stand, to learn from."""

from pathlib import Path

import click

from svod.cli.application import data_folder, run


@click.command(short_help="Give out reviews that are done, to learn from.")
@click.argument("campaign")
@click.option(
    "-o",
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("corrections.jsonl"),
    show_default=True,
    help="Where to write.",
)
@data_folder("The folder that holds the register.", exists=True)
def corrections(campaign: str, out: Path, data: Path) -> None:
    """Write the documents of a campaign that are reviewed to the end, with what people let stand, a line for each.

    CAMPAIGN is as it stands in the addresses of its pages. What names somebody is masked. `svod learn` reads the file.
    """
    run("corrections", "svod.web.serving.corrections", campaign, str(out), data=data)

"""`svod explain FILE`: how a text was read, and why."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from svod.cli import options
from svod.packs import Pack
from svod.records import Document

if TYPE_CHECKING:
    from svod.learning import Learned


@click.command(short_help="Show how a text was read, and why.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "-o", "--out", type=click.Path(dir_okay=False, path_type=Path), help="Where to write.  [default: standard output]"
)
@click.option("--lang", "language", type=click.Choice(["ru", "kk", "en"]), default="ru", show_default=True)
@options.campaign
@options.year
@options.learned
def explain(
    file: Path, out: Path | None, language: str, pack: Pack, year: int | None, learned: "Learned | None"
) -> None:
    """Write a page (HTML) that shows FILE's text with its marks, and the reason for each decision."""
    from dataclasses import replace

    from svod.extraction import explain as explanation
    from svod.reading import message, read_path

    pages = []
    for document in read_path(file):
        if isinstance(document, Document):
            pages.append(explanation(replace(document, year=year), pack, language, learned))
        else:
            click.echo(f"{document.source}: {message(document, language)}", err=True)
    if not pages:
        sys.exit(1)
    if out is None:
        click.echo("\n".join(pages))
    else:
        out.write_text("\n".join(pages), encoding="utf-8")

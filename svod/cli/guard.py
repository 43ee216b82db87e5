"""`svod guard FILE`: what in a text must not leave the organisation, and why."""

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from svod.cli import options
from svod.packs import Pack
from svod.records import Document


@click.command(short_help="Show what in a text must not be told.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "-o", "--out", type=click.Path(dir_okay=False, path_type=Path), help="Where to write.  [default: standard output]"
)
@click.option(
    "--as",
    "form",
    type=click.Choice(["html", "text", "json", "masked"]),
    default="html",
    show_default=True,
    help="A page, a line for each find, JSON Lines, or the masked text.",
)
@click.option("--lang", "language", type=click.Choice(["ru", "kk", "en"]), default="ru", show_default=True)
@options.campaign
def guard(file: Path, out: Path | None, form: str, language: str, pack: Pack) -> None:
    """Show what in FILE must not leave the organisation: names, numbers, addresses, cases of violence.

    Each find is shown with the rule that found it. Officials in office are found as well; they may be named. --lang is
    the language of the reasons and the masks.
    """
    from svod.reading import message, read_path

    shown = []
    for document in read_path(file):
        if isinstance(document, Document):
            shown.append(_shown(document, form, language, pack))
        else:
            click.echo(f"{document.source}: {message(document, language)}", err=True)
    if out is None:
        click.echo("\n".join(filter(None, shown)))
    else:
        out.write_text("\n".join(shown), encoding="utf-8")
    sys.exit(0 if shown else 1)


def _shown(document: Document, form: str, language: str, pack: Pack) -> str:
    from svod.guard import explain, find, lines, mask

    text = document.text
    finds = find(text, document.language or "", pack)
    if form == "html":
        return explain(text, finds, document.source or document.id, language)
    if form == "masked":
        return mask(text, finds, language=language).text
    if form == "text":
        return "\n".join(lines(text, finds, language))
    return "\n".join(
        json.dumps({**asdict(one), "words": text[one.start : one.end]}, ensure_ascii=False) for one in finds
    )

"""`svod packs`: the campaign packs that come with the program, and one's own."""

import json
import sys

import click

LANGUAGES = ("en", "ru", "kk")


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Write the list as JSON.")
def packs(as_json: bool) -> None:
    """List the campaign packs.

    Those that come with Svod, and those in the folder that SVOD_PACKS names. One that cannot be used is named on
    standard error with what is wrong, and the exit status is 1.
    """
    from svod.packs import PackError, available, load

    names, wrong = {}, []
    for code in available():
        try:
            names[code] = {language: load(code).names[language] for language in LANGUAGES}
        except PackError as error:
            wrong.append(str(error))
    if as_json:
        click.echo(json.dumps(names, ensure_ascii=False))
    else:
        for code, named in names.items():
            for label, language in zip((code, "", ""), LANGUAGES, strict=True):
                click.echo(f"{label:<14} {named[language]}")
    for message in wrong:
        click.echo(f"Error: {message}", err=True)
    sys.exit(bool(wrong))

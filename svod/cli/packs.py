"""`svod packs`: the campaign packs that come with the program."""

import json

import click

LANGUAGES = ("en", "ru", "kk")


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Write the list as JSON.")
def packs(as_json: bool) -> None:
    """List the campaign packs."""
    from svod.packs import available, load

    names = {code: {language: load(code).names[language] for language in LANGUAGES} for code in available()}
    if as_json:
        click.echo(json.dumps(names, ensure_ascii=False))
        return
    for code, named in names.items():
        for label, language in zip((code, "", ""), LANGUAGES, strict=True):
            click.echo(f"{label:<14} {named[language]}")

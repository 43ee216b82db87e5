"""`svod packs`: the campaign packs that come with the program."""

import click

from svod.packs import available, load


@click.command()
def packs() -> None:
    """List the campaign packs."""
    for name in available():
        pack = load(name)
        click.echo(f"{name:<14} {pack.names['en']}")
        click.echo(f"{'':<14} {pack.names['ru']}")
        click.echo(f"{'':<14} {pack.names['kk']}")

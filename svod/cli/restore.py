"""`svod restore`: a backup becomes an installation again."""

from pathlib import Path

import click

from svod.cli.application import run


@click.command(short_help="Put a backup back, into an empty folder.")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="An empty folder, or one that is not there yet.",
)
@click.option(
    "--key",
    type=click.Path(dir_okay=False, exists=True, path_type=Path),
    help="The file with the secret key of age, where the backup is encrypted.",
)
def restore(file: Path, data: Path, key: Path | None) -> None:
    """Put what `svod backup` wrote into an empty folder, and its database into an empty one.

    Every hash is compared before anything is put in place. Nothing is ever overwritten.
    """
    run("restore", "svod.web.serving.restore", *(["--key", str(key)] if key else []), "--", str(file), str(data))

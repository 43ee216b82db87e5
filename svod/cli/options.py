"""What several commands share: the campaign, the year, how much is said."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from svod.packs import Pack, PackError, load

if TYPE_CHECKING:
    from svod.learning import Learned


def _pack(ctx: click.Context, param: click.Parameter, name_or_path: str) -> Pack:
    try:
        return load(name_or_path)
    except PackError as error:
        raise click.BadParameter(str(error)) from None


def _learned(ctx: click.Context, param: click.Parameter, path: Path | None) -> "Learned | None":
    if path is None:
        return None
    from svod.learning import BadWeights, Learned, load_weights  # most readings are by the rules alone

    try:
        return Learned(load_weights(path))
    except (BadWeights, OSError) as error:
        raise click.BadParameter(str(error)) from None


Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

campaign: Decorator = click.option(
    "--campaign",
    "pack",
    callback=_pack,
    default="sixteen_days",
    show_default=True,
    metavar="PACK",
    help="The campaign pack: a name that `svod packs` lists, or a folder.",
)
year: Decorator = click.option(
    "--year",
    type=click.IntRange(2000, 2100),
    metavar="YEAR",
    help="The campaign's year, to complete dates such as “5 December”.",
)
quiet: Decorator = click.option("--quiet", is_flag=True, help="Show no progress and no summary.")
as_json: Decorator = click.option(
    "--json", "as_json", is_flag=True, help="Write the summary as JSON, show no progress."
)
learned: Decorator = click.option(
    "--learned",
    callback=_learned,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="What `svod learn` made of people's corrections.",
)

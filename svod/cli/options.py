"""What several commands share: the campaign, the year, the language."""

from collections.abc import Callable
from typing import Any

import click

from svod.packs import Pack, PackError, load


class PackName(click.ParamType):
    """The name of a pack that comes with Svod, or the path of a pack's folder."""

    name = "pack"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Pack:
        if isinstance(value, Pack):
            return value
        try:
            return load(value)
        except PackError as error:
            self.fail(str(error), param, ctx)


Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def campaign(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add --campaign."""
    option: Decorator = click.option(
        "--campaign",
        "pack",
        type=PackName(),
        default="sixteen_days",
        show_default=True,
        metavar="PACK",
        help="The campaign pack: a name that `svod packs` lists, or a folder.",
    )
    return option(command)


def year(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add --year."""
    option: Decorator = click.option(
        "--year",
        type=click.IntRange(2000, 2100),
        help="The campaign's year, to complete dates such as “5 December”.  [default: the year most submissions name]",
    )
    return option(command)

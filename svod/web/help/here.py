"""Which part of the guide is about a page of the application."""

import tomllib
from functools import cache
from pathlib import Path

from django.urls import ResolverMatch, reverse


@cache
def places() -> dict[str, str]:
    """Name of a view -> the part of the guide that is about it: "inbox" -> "office#inbox"."""
    told = tomllib.loads((Path(__file__).parent / "places.toml").read_text(encoding="utf-8"))
    return {view: part for part, views in told.items() for view in views}


def help_address(language: str, match: ResolverMatch | None) -> str:
    """The guide's beginning where none of its parts is about that page."""
    part = places().get(match.view_name, "") if match else ""
    name, mark, anchor = part.partition("#")
    return reverse("help_page", args=(language, name)) + mark + anchor if name else reverse("help", args=(language,))

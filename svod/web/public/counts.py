"""What the published file counts, in words: the whole, by region, by kind, by day."""

from collections import Counter
from datetime import date
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from svod.language.alphabet import alphabetical
from svod.language.bounds_text import printed, short
from svod.publishing.tilemap import tile_map
from svod.records import TileMap
from svod.web.public.site import Site, Told, bounds


def numbers(site: Site) -> dict[str, Any]:
    told = site.content["numbers"]
    counted = len(site.content["regions"])
    return {**pairs(told, site), "counted": counted, "reported": told["reported"], "expected": told["expected"]}


def pairs(told: Told, site: Site) -> dict[str, str]:
    """How many activities and attendances, in words."""
    return {name: printed(bounds(told[name]), site.language) for name in ("activities", "attendances")}


def regions(site: Site) -> list[tuple[str, str, str]]:
    """Code, name and number of each, by name: what the map shows, in words."""
    told = (
        (one["code"], site.names.region(one["code"]), printed(bounds(one["activities"]), site.language))
        for one in site.content["regions"]
    )
    return sorted(told, key=lambda one: alphabetical(one[1]))


def kinds(site: Site) -> list[tuple[str, str, str]]:
    """Name, number and code of each, the most frequent first."""
    return [
        (site.names.kind(one["code"]), printed(bounds(one["activities"]), site.language), one["code"])
        for one in site.content["kinds"]
    ]


def region_map(site: Site) -> SafeString:
    units = site.pack.geography.regions
    found = {one["code"]: bounds(one["activities"]) for one in site.content["regions"]}
    told = TileMap(
        caption=gettext("Activities by region"),
        tiles=tuple(
            (one.code, site.said(one.short), found[one.code].least, short(found[one.code], site.language))
            if one.code in found
            else (one.code, site.said(one.short), None, "")
            for one in units
        ),
        legend=(gettext("nothing confirmed yet"), gettext("fewer"), gettext("more")),
        positions=tuple((one.code, *one.tile) for one in units if one.tile),
    )
    links = {code: site.address("region", code) for code in found}
    return mark_safe(tile_map(told, site.language, links=links))  # noqa: S308 # lxml wrote it, every text escaped


def days(rows: list[Told]) -> list[tuple[date, int]]:
    held = Counter(one["day"] for one in rows if one["day"])
    return [(date.fromisoformat(day), number) for day, number in sorted(held.items())]

"""The map of regions: tiles, or the outlines an operator supplies. The table beside it says the same."""

import logging
from collections.abc import Mapping

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from svod.language.bounds_text import short
from svod.packs.pack import Unit
from svod.publishing.outlines import OutlinesError, outline_map, read_outlines
from svod.publishing.tilemap import tile_map
from svod.records import TileMap
from svod.register.models import Campaign, State
from svod.register.totals import Sum
from svod.web.dashboard.addresses import Addresses

log = logging.getLogger(__name__)


def region_map(
    campaign: Campaign,
    found: Mapping[str, Sum],
    heard: frozenset[str],
    waiting: frozenset[str],
    language: str,
    to: Addresses,
) -> SafeString:
    """`heard` are the regions from which anything came: the others are drawn empty, which is not a nought. Nor is it
    one of a region of `waiting`, whose drafts the view does not count."""
    units = campaign.pack.geography.regions
    told = TileMap(
        caption=gettext("Activities by region"),
        tiles=tuple(_tile(unit, found, heard, waiting, language) for unit in units),
        positions=tuple((unit.code, *unit.tile) for unit in units if unit.tile),
    )
    links = {unit.code: to.activities(region=unit.code) for unit in units if unit.code in found}
    links |= {code: to.activities(region=code, state=State.DRAFT.value) for code in waiting - found.keys()}
    return mark_safe(_drawing(told, language, links))  # noqa: S308 # lxml wrote it: every text in it is escaped


def _tile(
    unit: Unit, found: Mapping[str, Sum], heard: frozenset[str], waiting: frozenset[str], language: str
) -> tuple[str, str, int | None, str]:
    code, label = unit.code, unit.short.get(language, unit.short["ru"])
    if code not in found and code in waiting:
        return code, label, 0, gettext("Drafts")
    if code not in found:
        return (code, label, 0, "0") if code in heard else (code, label, None, "")
    one = found[code].activities
    return code, label, one.least, short(one, language)


def _drawing(told: TileMap, language: str, links: Mapping[str, str]) -> str:
    path = settings.SVOD_OUTLINES
    if path:
        try:
            return outline_map(told, read_outlines(path), language, links=links)
        except OutlinesError as error:
            log.warning("%s", error)  # the page stands without them
    return tile_map(told, language, links=links)

"""What is on near one: by a region one chooses, or by the phone, which keeps to itself where it is.

The page holds what is coming in every region and where the towns lie; a script shows the nearest, and asks nobody.
"""

from datetime import date
from itertools import groupby
from operator import itemgetter

from django.http import HttpRequest, HttpResponse

from svod.language.alphabet import alphabetical
from svod.web.public.site import Site, Told, page, public
from svod.web.public.views import said

MOST = 12  # of a region


@public
def near(request: HttpRequest, site: Site) -> HttpResponse:
    codes = {unit.code: site.said(unit.names) for unit in site.pack.geography.regions}
    chosen = request.GET.get("region", "")
    chosen = chosen if chosen in codes else ""
    coming = coming_by_region(site)
    choices = sorted(codes.items(), key=lambda one: alphabetical(one[1]))
    regions = [
        (code, name, [said(one, site) for one in coming.get(code, ())[:MOST]])
        for code, name in choices
        if code == chosen or code in coming
    ]
    towns = [
        [*unit.point, unit.region, site.said(unit.short), codes[unit.region]]
        for unit in site.pack.geography.units
        if unit.point
    ]
    return page(site, "near", regions=regions, choices=choices, chosen=chosen, towns=towns)


def coming_by_region(site: Site) -> dict[str, list[Told]]:
    """What is not over yet, by day."""
    rows = [one for one in site.coming() if one["region"]]
    rows.sort(key=lambda one: (one["region"], one["day"] or date.max.isoformat()))
    return {code: list(found) for code, found in groupby(rows, key=itemgetter("region"))}

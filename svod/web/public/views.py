"""The public pages of a campaign."""

from datetime import date
from itertools import groupby
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request, gettext
from django.views.decorators.http import require_safe

from svod.language import LANGUAGES
from svod.language.bounds_text import printed
from svod.register.models import Issue
from svod.web.public import counts
from svod.web.public.events import events
from svod.web.public.site import Site, Told, bounds, page, public

SOON = 12  # activities to come on the first page
ON_A_PAGE = 50


@login_not_required
@require_safe
def in_some_language(request: HttpRequest, slug: str) -> HttpResponse:
    """To the page in the reader's own language, if it has that."""
    asked = get_language_from_request(request)
    answer = redirect("public:home", slug, asked if asked in LANGUAGES else "ru")
    patch_vary_headers(answer, ["Accept-Language"])
    return answer


@public
def home(request: HttpRequest, site: Site) -> HttpResponse:
    coming = site.coming()
    return page(
        site,
        "home",
        numbers=counts.numbers(site),
        map=counts.region_map(site),
        regions=counts.regions(site),
        kinds=counts.kinds(site),
        coming=[said(one, site) for one in coming[:SOON]],
        events=events(site, coming[:SOON]),
        days=counts.days(site.content["activities"]),
        recommendations=site.content["recommendations"],
    )


def said(one: Told, site: Site) -> dict[str, Any]:
    """An activity in the words of the page."""
    names = site.names
    return {
        "day": date.fromisoformat(one["day"]) if one["day"] else None,
        "last_day": date.fromisoformat(one["last_day"]) if one["last_day"] != one["day"] else None,
        "kind": names.kind(one["kind"]),
        "title": one["title"],
        "region": names.region(one["region"]),
        "place": names.place(one["region"], one["place"]),
        "audience": names.audiences(one["audience"]),
        "partners": names.partners(one["partners"]),
        "people": printed(bounds(one["people"]), site.language) if one.get("people") else "",
        "count": printed(bounds(one["count"]), site.language) if _is_several(one) else "",
        "online": one["online"],
    }


def _is_several(one: Told) -> bool:
    """A row may stand for many, as "twelve lectures" does."""
    return one.get("count", [1, 1]) != [1, 1]


@public
def activities(request: HttpRequest, site: Site) -> HttpResponse:
    """All of them, those of a kind, or those whose people are known: where the numbers of the first page lead."""
    kind, counted = request.GET.get("kind", ""), request.GET.get("people") == "yes"
    found = (one for one in site.content["activities"] if kind in ("", one["kind"]))
    rows = [one for one in found if one["people"] or not counted]
    heading = gettext("Activities with a number of people") if counted else gettext("All activities")
    return _listed(request, site, rows, site.names.kind(kind) if kind else heading)


@public
def region(request: HttpRequest, site: Site, code: str) -> HttpResponse:
    if code not in {unit.code for unit in site.pack.geography.regions}:
        raise Http404
    rows = [one for one in site.content["activities"] if one["region"] == code]
    found = next((one for one in site.content["regions"] if one["code"] == code), None)
    around = {"code": code, "numbers": found and counts.pairs(found, site)}
    coming = [said(one, site) for one in site.coming() if one["region"] == code]
    return _listed(request, site, rows, site.names.region(code), coming=coming, **around)


def _listed(request: HttpRequest, site: Site, rows: list[Told], heading: str, **more: Any) -> HttpResponse:
    found = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    asked = "".join(f"{name}={request.GET[name]}&" for name in ("kind", "people") if name in request.GET)
    listed = [said(one, site) for one in found]
    several = any(one["count"] for one in listed)
    return page(site, "listed", page=found, rows=listed, heading=heading, asked=asked, several=several, **more)


@public
def diary(request: HttpRequest, site: Site) -> HttpResponse:
    """Day by day."""
    dated = [one for one in site.content["activities"] if one["day"]]
    days = [
        (date.fromisoformat(day), [said(one, site) for one in rows])
        for day, rows in groupby(dated, key=lambda one: one["day"])
    ]
    chosen = request.GET.get("day", "")
    shown = [(day, rows) for day, rows in days if day.isoformat() == chosen] or days[-1:]
    photos = [one for one in site.content["photos"] if shown and one.get("day") == shown[0][0].isoformat()]
    return page(site, "diary", days=[(day, len(rows)) for day, rows in days], shown=shown, photos=photos)


@public
def explained(request: HttpRequest, site: Site, code: str) -> HttpResponse:
    """A page of the pack: the convention, one's rights."""
    found = next((one for one in site.pack.pages if one.code == code), None)
    if found is None:
        raise Http404
    parts = [(one.serves, site.said(one.text)) for one in found.parts]
    return page(site, "explained", heading=site.said(found.names), parts=parts)


@public
def plain(request: HttpRequest, site: Site, template: str) -> HttpResponse:
    """help, safety, press, data: what stands there needs nothing but the site."""
    release = site.content.get("press", {}).get(site.language)
    contact = site.content.get("press_contact", "")
    return page(site, template, numbers=counts.numbers(site), release=release, press_contact=contact)


@public
def materials(request: HttpRequest, site: Site) -> HttpResponse:
    """What is offered to be printed, read or shown; a page that was made before there were any offers none."""
    names = dict(Issue.Language.choices)
    rows = [
        {
            **one,
            "kind": site.names.materials([one["kind"]]),
            "versions": [{**version, "name": names[version["language"]]} for version in one["versions"]],
        }
        for one in site.content.get("materials", ())
    ]
    return page(site, "materials", materials=rows)

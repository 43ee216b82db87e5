"""What is to come, as other programs read it: schema.org events, iCalendar, Atom."""

import json
from datetime import date, datetime, time, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.safestring import SafeString, mark_safe
from icalendar import Calendar, Event

from svod.web.base.tags import written
from svod.web.public.site import Site, Told, public

ONLINE, OFFLINE = "https://schema.org/OnlineEventAttendanceMode", "https://schema.org/OfflineEventAttendanceMode"


def named(one: Told, site: Site) -> str:
    kind = site.names.kind(one["kind"])
    return f"{kind[:1].upper()}{kind[1:]} «{one['title']}»" if one["title"] else f"{kind[:1].upper()}{kind[1:]}"


def events(site: Site, rows: list[Told]) -> SafeString:
    """A JSON-LD list. Where a place must not be known there is the region alone."""
    listed = [_schema(one, site) for one in rows if one["day"]]
    text = json.dumps(listed, ensure_ascii=False).replace("<", "\\u003C")  # nothing in it can end the element
    return mark_safe(text)  # noqa: S308 # as JSON it needs no other escape


def _schema(one: Told, site: Site) -> dict[str, Any]:
    region, place = site.names.region(one["region"]), site.names.place(one["region"], one["place"])
    address = {"@type": "PostalAddress", "addressRegion": region, "addressCountry": site.pack.geography.country.upper()}
    return {
        "@context": "https://schema.org",
        "@type": "EducationEvent",
        "name": named(one, site),
        "startDate": one["day"],
        "endDate": one["last_day"],
        "eventAttendanceMode": ONLINE if one["online"] else OFFLINE,
        "eventStatus": "https://schema.org/EventScheduled",
        "location": {"@type": "Place", "name": place or region, "address": address},
        "organizer": {"@type": "Organization", "name": site.campaign.organisation.name},
        "image": site.origin + site.address("share"),
        "url": _address(one, site),
        "inLanguage": site.language,
    }


def _address(one: Told, site: Site) -> str:
    """Where more of it stands: the page of its region."""
    return site.origin + (site.address("region", one["region"]) if one["region"] else site.address("home"))


@public
def calendar(request: HttpRequest, site: Site) -> HttpResponse:
    """Of all, or of the region that is asked for, as the page that leads here shows them."""
    region = request.GET.get("region", "")
    told = [one for one in site.content["coming"] if one["day"] and region in ("", one["region"])]
    made = Calendar()
    made.add("prodid", "-//Svod//public//")
    made.add("version", "2.0")
    made.add("x-wr-calname", site.said(site.pack.names))
    stamp = datetime.fromisoformat(site.content["made_at"])
    for number, one in enumerate(told):
        made.add_component(_event(one.get("key") or f"{site.publication.pk}-{number}", one, site, stamp))
    return HttpResponse(made.to_ical(), content_type="text/calendar; charset=utf-8")


def _event(key: str, one: Told, site: Site, stamp: datetime) -> Event:
    """Under the same key in every file: who subscribed sees it moved, not once more."""
    event = Event()
    event.add("uid", f"{key}@{site.campaign.slug}")
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("summary", named(one, site))
    event.add("dtstart", date.fromisoformat(one["day"]))
    event.add("dtend", date.fromisoformat(one["last_day"]) + timedelta(days=1))
    event.add(
        "location",
        ", ".join(
            part for part in (site.names.place(one["region"], one["place"]), site.names.region(one["region"])) if part
        ),
    )
    event.add("url", _address(one, site))
    return event


@public
def feed(request: HttpRequest, site: Site) -> HttpResponse:
    """The days of the campaign as Atom entries, the newest first."""
    diary = site.origin + site.address("diary")
    made = Atom1Feed(
        title=site.said(site.pack.names),
        link=site.origin + site.address("home"),
        feed_url=site.origin + site.address("feed"),
        description=site.said(site.pack.about),
        language=site.language,
        author_name=site.campaign.organisation.name,
    )
    for day in sorted({one["day"] for one in site.content["activities"] if one["day"]}, reverse=True):
        rows = [one for one in site.content["activities"] if one["day"] == day]
        told = "; ".join(f"{site.names.region(one['region'])}: {named(one, site)}" for one in rows)
        evening = timezone.make_aware(datetime.combine(date.fromisoformat(day), time(18)))
        link = f"{diary}?day={day}"  # Django's own id leaves the question out: all days would be one entry
        title = written(date.fromisoformat(day), "d MMMM y, EEEE")
        made.add_item(title=title, link=link, unique_id=link, description=told, updateddate=evening)
    return HttpResponse(made.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")

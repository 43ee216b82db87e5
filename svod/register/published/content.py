"""All that the public pages know, as plain JSON. What is not in it cannot get out.

{"numbers": {"activities": [201, null], "attendances": […], "reported": 14, "expected": 17},
 "regions": [{"code", "activities", "attendances"}], "kinds": [{"code", "activities"}],
 "activities": [{"day", "last_day", "kind", "title", "region", "place", "audience", "partners", "people",
                 "count", "online"}], "coming": [the same without people and count, with "key"],
 "recommendations": [{"who", "text"}], "photos": [{"name", "caption", "width", "height", "day"}],
     "materials": [{"kind", "title", "about", "versions": [{"language", "number", "file", "size", "link"}]}],
     "press": {"ru": {"title", "subtitle", "paragraphs"}}, "press_contact": "…"}
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

from django.db.models import Min, QuerySet
from django.utils import timezone
from django.utils.crypto import salted_hmac

from svod.guard import few_helped, without_few
from svod.records import Activity as Record, Bounds, Evidence, Period, Total
from svod.register.models import Activity, Campaign, Illustration, Photo, Plan, PlannedActivity, Recommendation, State
from svod.register.published.clean import Cleaner
from svod.register.published.materials import offered
from svod.register.published.press import releases
from svod.register.totals import Part, View, counted, coverage, ledger, reconciled


def content(campaign: Campaign, cleaner: Cleaner) -> dict[str, Any]:
    """Of what is confirmed. Runs in the worker: the guard reads as the extractor does."""
    part = Part(campaign, (campaign.organisation.path,))
    rows = counted(part, View.CONFIRMED)
    return {
        "made_at": timezone.now().isoformat(timespec="seconds"),
        "first_day": campaign.first_day.isoformat(),
        "last_day": campaign.last_day.isoformat(),
        **_numbers(part, rows),
        "activities": sorted(_held(rows, cleaner), key=_order),
        "coming": sorted(_coming(campaign, cleaner), key=_order),
        "recommendations": list(_recommendations(campaign, cleaner)),
        "photos": list(_photos(campaign, cleaner)),
        "materials": list(offered(campaign, cleaner)),
        "press": releases(campaign, _cases(rows, cleaner)),
        "press_contact": campaign.press_contact,  # as somebody wrote it for everybody
    }


def _numbers(part: Part, rows: QuerySet[Activity]) -> dict[str, Any]:
    """Sums of regions and of all, each with what is reported of it, so that the regions come to the whole.

    `few_helped` hides so much below them that they tell nobody's number."""
    books, cover = ledger(rows), coverage(part)
    settled = reconciled(part, View.CONFIRMED, books)
    region = next((share for share in cover.by_level() if share.level == "region"), None)
    return {
        "numbers": {
            "activities": _settled(settled.value("activities"), books.whole.activities),
            "attendances": _settled(settled.value("participants"), books.whole.attendances),
            "reported": region.reported if region else 0,
            "expected": region.expected if region else 0,
        },
        "regions": [
            {
                "code": code,
                "activities": _settled(settled.value("activities", code), one.activities),
                "attendances": _settled(settled.value("participants", code), one.attendances),
            }
            for code, one in sorted(books.by("region").items())
            if code
        ],
        "kinds": sorted(
            (
                {"code": code, "activities": _settled(settled.value("activities", kind=code), one.activities)}
                for code, one in books.by("kind").items()
            ),
            key=lambda one: (-one["activities"][0], one["code"]),
        ),
    }


def _held(rows: QuerySet[Activity], cleaner: Cleaner) -> Iterator[dict[str, Any]]:
    """Each as it may be told."""
    listed = rows.select_related("document").defer("document__text", "document__blocks", "words", "reasons")
    released = {one.key for one in cleaner.released}
    found = [
        (row.pk, _without_case(row, released), row.document.language or "ru")
        for row in listed.order_by("pk").iterator(500)
    ]
    few = few_helped({str(number): record for number, record, _ in found}, cleaner.pack)
    for number, record, language in found:
        safe = cleaner.activity(number, without_few(record, few.get(str(number))), language)
        people = _pair(safe.participants) if safe.participants else None
        yield {**_told(safe), "people": people, "count": _pair(safe.count)}


def _without_case(row: Activity, released: Collection[str]) -> Record:
    """What is told by a sentence that tells a case of violence has neither title nor place."""
    return replace(row.record(), title=None, place=None) if _in_a_case(row, released) else row.record()


def _in_a_case(row: Activity, released: Collection[str]) -> bool:
    held = row.document.held_back(released)
    return any(one.kind == "story" and one.start <= row.start < one.end for one in held)


def _cases(rows: QuerySet[Activity], cleaner: Cleaner) -> set[int]:
    listed = rows.select_related("document").defer("document__text", "document__blocks", "words", "reasons")
    released = {one.key for one in cleaner.released}
    return {row.pk for row in listed.iterator(500) if _in_a_case(row, released)}


def _coming(campaign: Campaign, cleaner: Cleaner) -> Iterator[dict[str, Any]]:
    """What approved plans have and nobody has told of as held. What is for those concerned alone stays out."""
    closed = [kind.code for kind in campaign.pack.kinds if kind.closed]
    rows = PlannedActivity.objects.filter(plan__campaign=campaign, plan__state=Plan.State.APPROVED, held__isnull=True)
    for row in rows.exclude(kind__in=closed).select_related("plan__organisation").order_by("pk"):
        record = _record(row, row.plan.organisation.region)
        yield {**_told(cleaner.activity(-row.pk, record, "ru")), "key": _key(row)}


def _key(row: PlannedActivity) -> str:
    """The same in every file, of no other server, and telling nothing: calendars know by it what they have."""
    return salted_hmac("svod.register.published.coming", str(row.pk)).hexdigest()[:32]


def _record(row: PlannedActivity, region: str) -> Record:
    """As the core knows it, for the same rules to hold."""
    days = Period(row.first_day, row.last_day) if row.first_day and row.last_day else None
    return Record(
        kind=row.kind,
        evidence=Evidence("plan", 0, 1),
        title=row.title or None,
        date=days,
        region=region or None,
        place=row.place or None,
        audience=row.audience,
        partners=row.partners,
        planned=True,
    )


def _told(safe: Record) -> dict[str, Any]:
    return {
        "day": safe.date.first.isoformat() if safe.date else None,
        "last_day": safe.date.last.isoformat() if safe.date else None,
        "kind": safe.kind,
        "title": safe.title,
        "region": safe.region,
        "place": safe.place,
        "audience": list(safe.audience),
        "partners": list(safe.partners),
        "online": safe.online,
    }


def _recommendations(campaign: Campaign, cleaner: Cleaner) -> Iterator[dict[str, Any]]:
    rows = Recommendation.objects.filter(report__campaign=campaign, report__organisation=campaign.organisation)
    seen: set[str] = set()
    for row in rows.select_related("report").order_by("pk"):
        text = cleaner.text(0, "recommendation", row.text, row.report.language)
        if text and text not in seen:
            seen.add(text)
            yield {"who": cleaner.text(0, "recommendation", row.who, row.report.language) or "", "text": text}


def _photos(campaign: Campaign, cleaner: Cleaner) -> Iterator[dict[str, Any]]:
    """Those that stand in a report with somebody's consent on record; none whose caption must be kept back whole."""
    for row in chosen_photos(campaign):
        caption = cleaner.text(0, "caption", row.caption, row.report.language)
        if caption:
            size = {"width": row.photo.width, "height": row.photo.height}
            yield {"name": f"photo-{row.photo_id}.jpg", "caption": caption, **size, "day": _day_of(row.photo)}


def _day_of(photo: Photo) -> str | None:
    """Where all that its submission tells of was held on one day: there it stands in the diary."""
    told = Activity.objects.filter(document__submission=photo.submission_id, state=State.CONFIRMED, planned=False)
    days = set(told.values_list("first_day", "last_day"))
    (first, last) = days.pop() if len(days) == 1 else (None, None)
    return first.isoformat() if first and first == last else None


def chosen_photos(campaign: Campaign) -> QuerySet[Illustration]:
    """One row for each photo: a photo may stand in several reports."""
    rows = Illustration.objects.filter(report__campaign=campaign, report__organisation=campaign.organisation)
    first = rows.order_by().values("photo").annotate(first=Min("pk")).values("first")
    return Illustration.objects.filter(pk__in=first).select_related("photo", "report").order_by("pk")


def _settled(total: Total | None, listed: Bounds) -> list[int | None]:
    """With what is reported, where anything is."""
    return _pair(total.value if total else listed)


def _pair(bounds: Bounds) -> list[int | None]:
    return [bounds.least, bounds.most]


def _order(told: dict[str, Any]) -> tuple[str, str, str, str]:
    return (told["day"] or "9999", told["region"] or "", told["kind"], told["title"] or "")

"""Reviews that are done, as annotated texts to learn from: what people let stand, masked where it names somebody."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from svod.guard import Masked, find, mask
from svod.packs import Pack
from svod.register.models import Activity, Campaign, Document, ReportedTotal, State, Submission
from svod.register.models.finding import Finding
from svod.register.models.submission import STANDING
from svod.register.services.numbers import stands

Told = dict[str, Any]
COMPOSED = (Submission.Channel.FORM, Submission.Channel.ODK, Submission.Channel.TABLE)  # texts that nobody wrote
SAID = {"typed", "corrected"}  # by a person


def reviewed(campaign: Campaign) -> QuerySet[Document]:
    """The campaign's documents of which everything is decided, and something was."""
    submissions = Submission.objects.filter(STANDING, campaign=campaign).exclude(channel__in=COMPOSED)
    documents = Document.objects.filter(submission__in=submissions)
    decided, open_ones = Q(pk__in=()), Q(pk__in=())
    for model in (Activity, ReportedTotal):
        rows = model.objects.filter(document=OuterRef("pk"))
        decided |= Q(Exists(rows.exclude(state=State.DRAFT)))
        open_ones |= Q(Exists(rows.filter(_is_open(model))))
    return documents.filter(decided).exclude(open_ones).order_by("pk")


def _is_open(model: type[Finding]) -> Q:
    """A draft that counts by itself, or something asked back and not answered."""
    draft = Q(state=State.DRAFT) & (Q(same_as__isnull=True) if model is Activity else Q())
    return draft | (~Q(question="") & Q(answer=""))


def corrections(documents: QuerySet[Document], campaign: Campaign) -> Iterator[Told]:
    """A record for each, in the form that `svod learn` reads."""
    found = documents.select_related("submission").prefetch_related("activitys", "reportedtotals")
    for document in found.iterator(chunk_size=100):
        yield _annotated(document, campaign)


def _annotated(document: Document, campaign: Campaign) -> Told:
    masked = _masked(document, campaign.pack)
    kept = [one for one in document.activitys.all() if one.state == State.CONFIRMED or one.same_as_id]
    again = {one.pk for one in kept}
    activities = [one for one in kept if one.state != State.REJECTED and one.same_as_id not in again]
    totals = [one for one in document.reportedtotals.all() if one.state == State.CONFIRMED]
    return {
        "id": f"{campaign.slug}-{document.pk}",
        "lang": document.language or None,
        "year": campaign.year,
        "source": f"{campaign.slug}-{document.submission.organisation_id}",
        "text": masked.text,
        "activities": [_activity(one, document, masked) for one in sorted(activities, key=_place)],
        "totals": [_total(one, document, masked) for one in sorted(totals, key=_place)],
    }


def _place(row: Finding) -> tuple[int, int]:
    return row.start, row.pk


def _masked(document: Document, pack: Pack) -> Masked:
    """Nobody is named, not even in office: whoever teaches a program with it needs no names."""
    finds = find(document.text, document.language, pack)
    everybody = [replace(one, kind="name") if one.kind == "official" else one for one in finds]
    return mask(document.text, everybody, language=document.language or "ru")


def _activity(row: Activity, document: Document, masked: Masked) -> Told:
    row.document = document
    return {
        **_evidence(row, masked),
        "kind": row.kind,
        "title": _standing(row.title, masked),
        "date": str(row.date) if row.date else None,
        "region": _region(row),
        "place": _standing(row.place, masked),
        "organiser": _standing(row.organiser, masked),
        "audience": list(row.audience),
        "participants": row.participants.as_list() if row.participants and stands(row, "participants") else None,
        "count": row.count.as_list(),
        "partners": list(row.partners),
        "materials": list(row.materials),
        "online": row.online,
        "planned": row.planned,
    }


def _total(row: ReportedTotal, document: Document, masked: Masked) -> Told:
    row.document = document
    told = {
        "measure": row.measure,
        "value": row.value.as_list(),
        "kind": row.kind or None,
        "region": row.region or None,
    }
    return {**_evidence(row, masked), **told}


def _evidence(row: Finding, masked: Masked) -> Told:
    words, start = masked.cut(row.start, row.end), masked.at(row.start)
    return {"evidence": words, "span": [start, start + len(words)]}


def _standing(words: str, masked: Masked) -> str | None:
    """Words that stand in the text as it is given out: what somebody typed may name anybody."""
    return words if words and words in masked.text else None


def _region(row: Activity) -> str | None:
    """Where the text tells it, or a person did; else it is only that of the organisation."""
    told = row.sources.keys() & {"region", "place"} or row.origins.get("region") in SAID
    return row.region or None if told else None

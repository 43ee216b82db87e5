"""What a number of the report stands on: the sentences, each in its submission."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from svod.publishing.quotes import Quote, quote
from svod.records import Evidence
from svod.register.consolidated.facts import key_of
from svod.register.consolidated.told import extent_of, told
from svod.register.models import Activity, Document, Report, ReportedTotal
from svod.register.models.finding import Finding
from svod.register.totals.pieces import LOG, log_of
from svod.web.reports.doors import report_or_404
from svod.web.reports.page import workbench

SHOWN = 100


@dataclass(frozen=True, slots=True)
class Basis:
    """The words, the places that say so, and the activities counted in them."""

    words: str
    places: tuple[Evidence, ...]
    activities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    quote: Quote
    address: str
    organisation: str


@dataclass(frozen=True, slots=True)
class Given:
    """A number that people gave, for a reason, where its words do not say so."""

    row: Finding
    is_activity: bool


@require_safe
def source(request: HttpRequest, slug: str, pk: int, number: int) -> HttpResponse:
    """By its number in square brackets."""
    report = report_or_404(request, slug, pk)
    return _page(request, report, basis_of_source(report, number))


@require_safe
def fact(request: HttpRequest, slug: str, pk: int, name: str) -> HttpResponse:
    """By the name of a fact."""
    report = report_or_404(request, slug, pk)
    return _page(request, report, basis_of_fact(report, name))


def basis_of_source(report: Report, number: int) -> Basis:
    """What stands behind the number in square brackets. Raises Http404."""
    for one in workbench(report).references:
        if one.number == number:
            return Basis("; ".join(one.labels), one.evidences, one.activities)
    raise Http404(number)


def basis_of_fact(report: Report, name: str) -> Basis:
    """What stands behind a fact. Raises Http404."""
    now, groups = told(report), {}
    for kept in report.passages.values_list("groups", flat=True):
        groups |= kept
    for passage in now.passages:
        groups |= passage.groups
    found = now.facts.get(name, groups)
    if found is None:
        raise Http404(name)
    return Basis(found.words, found.evidences, found.activities)


def _page(request: HttpRequest, report: Report, basis: Basis) -> HttpResponse:
    shown = sources(report, basis.places[:SHOWN])
    around = {
        "report": report,
        "words": basis.words,
        "sources": shown,
        "more": len(basis.places) - SHOWN,
        "given": list(islice(given(report, basis), SHOWN)),
    }
    return render(request, "reports/sources.html", around)


def given(report: Report, basis: Basis) -> Iterator[Given]:
    """What of it people gave for a reason: of few rows there is one, so these are looked through."""
    keys, places = {int(key_of(name)) for name in basis.activities}, set(basis.places)
    for model in (Activity, ReportedTotal):
        rows = model.objects.filter(campaign=report.campaign).exclude(number_reason="")
        for row in rows.select_related("decided_by").order_by("pk"):
            if row.pk in keys if model is Activity else row.evidence in places:
                yield Given(row, model is Activity)


def sources(report: Report, places: tuple[Evidence, ...]) -> list[Source]:
    logged = [place for place in places if place.document == LOG]
    places = tuple(place for place in places if place.document != LOG)
    keys = {int(place.document) for place in places}
    rows = Document.objects.filter(pk__in=keys, submission__campaign=report.campaign)
    documents = {row.pk: row for row in rows.select_related("submission__organisation", "submission__campaign")}
    told = _told(keys)
    places = _once(places, told)
    return [*_logged(report, logged)] + [
        Source(
            quote(place, {place.document: row.record()}),
            reverse("submission", args=(report.campaign.slug, row.submission_id)) + _anchor(place, told[row.pk]),
            row.submission.organisation.name,
        )
        for place in places
        if (row := documents.get(int(place.document)))
    ]


def _once(places: Sequence[Evidence], told: dict[int, list[tuple[int, int, str]]]) -> tuple[Evidence, ...]:
    """Without what an activity stands on where a number within it is shown, too: its sentence would be read twice."""
    rows = {(key, start, end) for key, found in told.items() for start, end, _ in found}
    of_rows = [(int(place.document), *place.span) in rows for place in places]
    inside: dict[str, list[Evidence]] = defaultdict(list)
    for place, is_row in zip(places, of_rows, strict=True):
        if not is_row:
            inside[place.document].append(place)
    return tuple(
        place
        for place, is_row in zip(places, of_rows, strict=True)
        if not (is_row and any(place.start <= one.start and one.end <= place.end for one in inside[place.document]))
    )


def _logged(report: Report, places: Sequence[Evidence]) -> Iterator[Source]:
    """Lines of the log of what was handed out."""
    _handed, log = log_of(extent_of(report).handed_out()) if places else ((), None)
    for place in places if log else ():
        address = reverse("hand_outs", args=(report.campaign.slug,))
        yield Source(quote(place, {LOG: log}), address, report.organisation.name)


def _told(documents: set[int]) -> dict[int, list[tuple[int, int, str]]]:
    """By document, where its activities and totals stand, and where on its page they are reviewed."""
    found: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
    for letter, model in (("a", Activity), ("t", ReportedTotal)):
        rows = model.objects.filter(document__in=documents).order_by("pk")
        for pk, document, start, end in rows.values_list("pk", "document", "start", "end"):
            found[document].append((start, end, f"#{letter}{pk}"))
    return found


def _anchor(place: Evidence, told: list[tuple[int, int, str]]) -> str:
    """Of what stands exactly there; else of what stands around it, or begins last before it."""

    def far(one: tuple[int, int, str]) -> tuple[bool, bool, int]:
        start, end, _ = one
        return (start, end) != place.span, not start <= place.start < end, abs(place.start - start)

    return min(told, key=far)[2] if told else ""

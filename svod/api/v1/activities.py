"""Activities and reported totals: what was read or told, each with its evidence."""

from datetime import date, datetime
from typing import Any

from django.db.models import F, QuerySet
from django.db.models.functions import Substr
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language, gettext as _
from ninja import Field, Query, Schema

from svod.api.plumbing.openapi import file_of
from svod.api.plumbing.paging import Listing, Page, key_of, piece
from svod.api.plumbing.problems import Said, checked
from svod.api.plumbing.versions import seen
from svod.api.v1.router import noun
from svod.api.v1.shapes import Bounds, Place, Who, one_of
from svod.register.models import Activity, State
from svod.register.models.finding import Finding
from svod.register.totals import part_of
from svod.register.workbook import XLSX
from svod.web.activities.asked import told_or_404
from svod.web.activities.exports import MOST_OF_A_WORKBOOK, export
from svod.web.activities.selection import Filters, Selection, TotalsSelection
from svod.web.base.doors import campaign_or_404

router = noun("activities")


class FindingOut(Schema):
    id: int
    version: int
    state: one_of(State)
    organisation: Place
    submission: int
    document: int
    start: int = Field(description="where its words begin in the document's text, in code points")
    end: int
    quote: str = Field(description="the words that say so", examples=["состоялся круглый стол"])
    kind: str = Field(examples=["round_table"])
    region: str = Field(examples=["KZ-39"])
    place: str
    confidence: float = Field(examples=[0.95])
    origins: dict[str, str] = Field(description="by field: typed, corrected or organisation; else the machine read it")
    reasons: list[str] = Field(description="the rules that decided")
    number_reason: str
    question: str
    answer: str
    decided_by: Who | None
    decided_at: datetime | None

    @staticmethod
    def resolve_submission(obj: Finding) -> int:
        return obj.document.submission_id

    @staticmethod
    def resolve_document(obj: Finding) -> int:
        return obj.document_id

    @staticmethod
    def resolve_quote(obj: Any) -> str:
        return str(obj.words_told)


class ActivityOut(FindingOut):
    title: str = Field(examples=["Семья без страха"])
    first_day: date | None
    last_day: date | None
    organiser: str
    audience: list[str] = Field(examples=[["pupils"]])
    participants: Bounds | None
    count: Bounds
    partners: list[str]
    materials: list[str]
    online: bool
    planned: bool
    same_as: int | None = Field(description="the activity that this one tells again: it counts there")

    @staticmethod
    def resolve_same_as(obj: Activity) -> int | None:
        return obj.same_as_id


class TotalOut(FindingOut):
    measure: str = Field(examples=["participants"])
    value: Bounds


class TotalsAsked(Listing):
    state: list[one_of(State)] = Field([], description="drafts and confirmed ones, unless others are asked for")
    region: str = Field("", description="a code, or none")
    organisation: int | None = Field(None, description="itself and all below it")
    kind: str = Field("", description="a code, or none")
    asked: str = Field("", description="open: asked back without an answer; answered")
    measure: str = ""


class ActivitiesAsked(Listing):
    """As the table of activities is filtered: each once, and only what was held, unless something else is asked for."""

    state: list[one_of(State)] = Field([], description="drafts and confirmed ones, unless others are asked for")
    region: str = Field("", description="a code, or none")
    organisation: int | None = Field(None, description="itself and all below it")
    kind: str = ""
    asked: str = Field("", description="open: asked back without an answer; answered")
    q: str = Field("", max_length=200, description="words, in any of their forms")
    audience: str = Field("", description="a code, or none")
    partner: str = ""
    material: str = ""
    first: date | None = Field(None, description="not over before this day")
    last: date | None = Field(None, description="begun by this day")
    on: str = Field("", max_length=10, description="the day on which it began; before, after or none")
    submission: int | None = None
    planned: str = Field("", description="yes: only planned ones; all")
    online: str = Field("", description="yes or no")
    people: str = Field("", description="yes or no: whether a number of people is given")
    look: bool = Field(False, description="only those that a person should look at")
    copies: str = Field("", description="all: with those told again; only: only those")


@router.get("/campaigns/{slug}/activities", response=Page[ActivityOut])
def list_activities(request: HttpRequest, slug: str, asked: Query[ActivitiesAsked]) -> object:
    return piece(told(_next(request, slug, Selection, asked)), asked)


@router.get("/campaigns/{slug}/totals", response=Page[TotalOut])
def list_totals(request: HttpRequest, slug: str, asked: Query[TotalsAsked]) -> object:
    """What texts sum up in their own words."""
    return piece(told(_next(request, slug, TotalsSelection, asked)), asked)


@router.get("/campaigns/{slug}/activities/{int:pk}", response=ActivityOut)
def get_activity(request: HttpRequest, slug: str, pk: int) -> object:
    return shown(request, told_or_404(request, campaign_or_404(request, slug), "activity", pk))


@router.get("/campaigns/{slug}/totals/{int:pk}", response=TotalOut)
def get_total(request: HttpRequest, slug: str, pk: int) -> object:
    return shown(request, told_or_404(request, campaign_or_404(request, slug), "total", pk))


@router.get("/campaigns/{slug}/activities.xlsx", openapi_extra=file_of(XLSX))
def export_activities_xlsx(request: HttpRequest, slug: str, asked: Query[ActivitiesAsked]) -> HttpResponse:
    """The table with all rows that the filters let through; who took it is on record."""
    return _export(request, slug, "activities", "xlsx")


@router.get("/campaigns/{slug}/activities.csv", openapi_extra=file_of("text/csv"))
def export_activities_csv(request: HttpRequest, slug: str, asked: Query[ActivitiesAsked]) -> HttpResponse:
    return _export(request, slug, "activities", "csv")


@router.get("/campaigns/{slug}/activities.jsonl", openapi_extra=file_of("application/x-ndjson"))
def export_activities_jsonl(request: HttpRequest, slug: str, asked: Query[ActivitiesAsked]) -> HttpResponse:
    """A row in each line, for engines that read many."""
    return _export(request, slug, "activities", "jsonl")


@router.get("/campaigns/{slug}/totals.xlsx", openapi_extra=file_of(XLSX))
def export_totals_xlsx(request: HttpRequest, slug: str, asked: Query[TotalsAsked]) -> HttpResponse:
    return _export(request, slug, "totals", "xlsx")


@router.get("/campaigns/{slug}/totals.csv", openapi_extra=file_of("text/csv"))
def export_totals_csv(request: HttpRequest, slug: str, asked: Query[TotalsAsked]) -> HttpResponse:
    return _export(request, slug, "totals", "csv")


@router.get("/campaigns/{slug}/totals.jsonl", openapi_extra=file_of("application/x-ndjson"))
def export_totals_jsonl(request: HttpRequest, slug: str, asked: Query[TotalsAsked]) -> HttpResponse:
    return _export(request, slug, "totals", "jsonl")


def told(rows: QuerySet[Any]) -> QuerySet[Any]:
    """With all that is told of them, the words without the texts they stand in."""
    words = Substr("document__text", F("start") + 1, F("end") - F("start"))
    known = rows.select_related("organisation", "document", "decided_by")
    return known.defer("document__text", "document__blocks").annotate(words_told=words)


def shown(request: HttpRequest, row: Finding) -> Finding:
    """The row as it is now."""
    seen(request, row)
    found: Finding = told(type(row)._base_manager).get(pk=row.pk)
    return found


def _next(request: HttpRequest, slug: str, of: type[Filters], asked: Listing) -> QuerySet[Any]:
    """The rows of a page, by their keys; and one more, which says that there are others."""
    part = part_of(campaign_or_404(request, slug), request.user)
    selection = checked(of(request.GET, part, request.user, get_language() or "ru"))
    keys = selection.in_order(0, asked.limit + 1, after=key_of(asked.cursor))
    return selection.rows().model.objects.filter(pk__in=keys)


def _export(request: HttpRequest, slug: str, table: str, form: str) -> HttpResponse:
    """What is wrong with the filters is told by field, and that a workbook does not hold so much as a problem."""
    part = part_of(campaign_or_404(request, slug), request.user)
    selection = Selection if table == "activities" else TotalsSelection
    asked = checked(selection(request.GET, part, request.user, get_language() or "ru"))
    if form == "xlsx" and len(asked.some(MOST_OF_A_WORKBOOK + 1)) > MOST_OF_A_WORKBOOK:
        raise Said(
            _("A workbook does not hold that many rows well: take them as CSV or JSON Lines."), "too_many_rows", 409
        )
    return export(request, slug, table, form)

"""The dashboard's figures: honest totals of what the token's person sees, never rounded, drafts apart."""

from datetime import date

from django.http import HttpRequest
from ninja import Field, Query, Schema

from svod.api.v1.router import noun
from svod.api.v1.shapes import Bounds, one_of
from svod.api.v1.sums import SumOut
from svod.records import Contradiction
from svod.register.models import Organisation, State
from svod.register.permissions import row_or_404
from svod.register.totals import Part, View, by_day, counted, ledger, once, part_of, reconciled
from svod.web.base.doors import campaign_or_404

router = noun("figures")


class FiguresAsked(Schema):
    view: one_of(View) = Field(View.CONFIRMED.value, description="all: drafts too")
    below: int | None = Field(None, description="an organisation: its part only")


class ScopeOut(Schema):
    """What a number counts; null: every region, every kind."""

    measure: str = Field(examples=["participants"])
    region: str | None
    kind: str | None


class Honest(Schema):
    """At least the larger of what is listed and what somebody reported; `unknown` activities give no number."""

    scope: ScopeOut
    value: Bounds
    listed: Bounds
    reported: Bounds | None
    unknown: int


class Conflict(Schema):
    """Two numbers that cannot both be true, each with the documents that say so; none: the register lists it."""

    scope: ScopeOut
    place: str | None = Field(description="the district or town both speak of, where that is narrower than the scope")
    title: str | None = Field(description="of the one activity whose tellers disagree")
    one: Bounds
    other: Bounds
    one_documents: list[int]
    other_documents: list[int]

    @staticmethod
    def resolve_one_documents(obj: Contradiction) -> list[int]:
        return _documents(obj.one_evidence)

    @staticmethod
    def resolve_other_documents(obj: Contradiction) -> list[int]:
        return _documents(obj.other_evidence)


class Row(Schema):
    code: str = Field(description="empty where the text names none", examples=["KZ-39"])
    sum: SumOut


class DaySum(Schema):
    day: date
    sum: SumOut


class Figures(Schema):
    view: one_of(View)
    listed: SumOut = Field(description="what activities add up to, each counted once")
    totals: list[Honest] = Field(description="what holds beside it: by measure, then by region and kind where reported")
    conflicts: list[Conflict]
    by_region: list[Row]
    by_kind: list[Row]
    by_audience: list[Row] = Field(description="audiences share activities: never add these up")
    by_day: list[DaySum]
    drafts: int = Field(description="activities that wait for a decision")


@router.get("/campaigns/{slug}/figures", response=Figures)
def get_figures(request: HttpRequest, slug: str, asked: Query[FiguresAsked]) -> Figures:
    part, view = _part(request, slug, asked.below), View(asked.view)
    rows = counted(part, view)
    books = ledger(rows)
    beside = reconciled(part, view, books)
    return Figures(
        view=view.value,
        listed=books.whole,
        totals=list(beside.totals.values()),
        conflicts=list(beside.contradictions),
        by_region=[{"code": code, "sum": one} for code, one in sorted(books.by("region").items())],
        by_kind=[{"code": code, "sum": one} for code, one in sorted(books.by("kind").items())],
        by_audience=[{"code": code, "sum": one} for code, one in sorted(books.by_audience().items())],
        by_day=[{"day": day, "sum": one} for day, one in by_day(rows).items()],
        drafts=once(part.activities().filter(state=State.DRAFT), part).count(),
    )


def _part(request: HttpRequest, slug: str, below: int | None) -> Part:
    campaign = campaign_or_404(request, slug)
    part = part_of(campaign, request.user)
    if below is None:
        return part
    rows = Organisation.objects.filter(path__startswith=campaign.organisation.path)
    return part.below(row_or_404(rows, request.user, through="", pk=below))


def _documents(places: object) -> list[int]:
    return sorted({int(one.document) for one in places if one.document.isdecimal()})

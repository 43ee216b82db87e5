"""The federation's tree, and how each organisation stands in a campaign."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Field, Query, Schema, Status

from svod.api.plumbing.paging import Listing, Page, piece
from svod.api.plumbing.problems import checked
from svod.api.plumbing.versions import seen, unchanged
from svod.api.v1.router import noun
from svod.api.v1.shapes import one_of
from svod.api.v1.sums import SumOut
from svod.register.find import ORGANISATION, with_words
from svod.register.models import Expected, Level, Organisation
from svod.register.permissions import row_or_404, visible
from svod.register.services.organise import add_organisation, change_organisation
from svod.register.totals import View, coverage, part_of, whole
from svod.web.base.doors import campaign_or_404
from svod.web.organise.forms import Describe
from svod.web.organise.views import may_change

router = noun("organisations")


class OrganisationOut(Schema):
    id: int
    version: int
    name: str = Field(examples=["Школа № 7"])
    name_kk: str
    short: str
    level: one_of(Level)
    unit: str = Field(description="where it works, as a code of the geography", examples=["KZ-39/rudny"])
    number: str = Field(description="as the federation numbers it")
    contact: str
    is_closed: bool
    above: int | None = Field(
        None, description="the organisation above it; null where it is not seen, or there is none"
    )


class OrganisationIn(Schema):
    name: str = Field(max_length=300, examples=["Школа № 7"])
    level: one_of(Level) = Field(examples=["primary"])
    name_kk: str = Field("", max_length=300)
    short: str = Field("", max_length=80)
    unit: str = Field("", max_length=100, description="region, district or town as it is called", examples=["Рудный"])
    number: str = Field("", max_length=40)
    contact: str = Field("", max_length=200)


class OrganisationChange(Schema):
    name: str | None = Field(None, max_length=300, examples=["Школа № 7 имени Алтынсарина"])
    level: one_of(Level) | None = None
    name_kk: str | None = Field(None, max_length=300)
    short: str | None = Field(None, max_length=80)
    unit: str | None = Field(None, max_length=100)
    number: str | None = Field(None, max_length=40)
    contact: str | None = Field(None, max_length=200)
    is_closed: bool | None = None


class Asked(Listing):
    q: str = Field("", max_length=100, description="words of its name")
    level: one_of(Level) | None = None
    below: int | None = Field(None, description="itself and all below it")


class Standing(Schema):
    """How an organisation stands in a campaign, with all below it."""

    organisation: OrganisationOut
    heard: str | None = Field(description="itself, denied, below or nothing; null for who holds the campaign")
    is_late: bool
    due: date
    excused_why: str
    confirmed: SumOut
    all: SumOut = Field(description="drafts too")


@router.get("/organisations", response=Page[OrganisationOut])
def list_organisations(request: HttpRequest, asked: Query[Asked]) -> object:
    """Those that the token's person sees."""
    return _listed(request, visible(Organisation.objects.all(), request.user, through=""), asked)


@router.get("/campaigns/{slug}/organisations", response=Page[OrganisationOut])
def list_campaign_organisations(request: HttpRequest, slug: str, asked: Query[Asked]) -> object:
    """Those that take part in a campaign."""
    campaign = campaign_or_404(request, slug)
    rows = Organisation.objects.filter(path__startswith=campaign.organisation.path)
    return _listed(request, visible(rows, request.user, through=""), asked)


@router.get("/organisations/{int:pk}", response=OrganisationOut)
def get_organisation(request: HttpRequest, pk: int) -> object:
    return _told(request, row_or_404(Organisation.objects.all(), request.user, through="", pk=pk))


@router.get("/campaigns/{slug}/organisations/{int:pk}", response=Standing)
def get_standing(request: HttpRequest, slug: str, pk: int) -> Standing:
    """Whether it has reported, by when it has to, and the sums of what it and those below it told."""
    campaign = campaign_or_404(request, slug)
    rows = Organisation.objects.filter(path__startswith=campaign.organisation.path)
    one = row_or_404(rows, request.user, through="", pk=pk)
    part = part_of(campaign, request.user).below(one)
    cover = coverage(part)
    excused = Expected.objects.filter(campaign=campaign, organisation=one).values_list("excused_why", flat=True).first()
    return Standing(
        organisation=_told(request, one),
        heard=None if one == campaign.organisation else cover.heard(one.path),
        is_late=cover.late(one.path),
        due=cover.due(one.path),
        excused_why=excused or "",
        confirmed=whole(part, View.CONFIRMED),
        all=whole(part, View.ALL),
    )


@router.post("/organisations/{int:pk}/below", response={201: OrganisationOut})
def add_an_organisation(request: HttpRequest, pk: int, told: OrganisationIn) -> object:
    """Below the one of the address."""
    above = row_or_404(Organisation.objects.all(), request.user, "organise", through="", pk=pk)
    form = checked(Describe(told.dict(), parent=above))
    return Status(201, _told(request, add_organisation(above, request.user, **form.columns())))


@router.patch("/organisations/{int:pk}", response=OrganisationOut)
def change_an_organisation(request: HttpRequest, pk: int, told: OrganisationChange = OrganisationChange()) -> object:
    """What is left out stays as it is."""
    place = row_or_404(Organisation.objects.all(), request.user, through="", pk=pk)
    above = Organisation.objects.get_parent(place)
    if not may_change(request.user, place, above):
        raise PermissionDenied("organise")
    unchanged(request, place)
    shown = Describe(instance=place, parent=above)
    now = {name: shown.get_initial_for_field(field, name) for name, field in shown.fields.items()}
    form = checked(Describe({**now, **told.dict(exclude_unset=True)}, instance=place, parent=above))
    change_organisation(place, request.user, **form.columns())
    return _told(request, place)


def _listed(request: HttpRequest, rows: QuerySet[Organisation], asked: Asked) -> object:
    if asked.level:
        rows = rows.filter(level=asked.level)
    if asked.below is not None:
        rows = rows.filter(path__startswith=row_or_404(rows, request.user, through="", pk=asked.below).path)
    found = piece(with_words(rows, asked.q, ORGANISATION), asked)
    _name_above(request, found["items"])
    return found


def _told(request: HttpRequest, one: Organisation) -> Organisation:
    _name_above(request, [one])
    seen(request, one)
    return one


def _name_above(request: HttpRequest, rows: list[Organisation]) -> None:
    paths = {one.path[: -Organisation.steplen] for one in rows}
    above = visible(Organisation.objects.filter(path__in=paths), request.user, through="")
    keys = dict(above.values_list("path", "pk"))
    for one in rows:
        one.above = keys.get(one.path[: -Organisation.steplen])

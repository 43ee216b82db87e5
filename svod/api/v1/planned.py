"""One thing that a plan has: changed, dropped, held; and plans taken over from tables."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from ninja import Field, File, Schema, Status
from ninja.files import UploadedFile

from svod.api.plumbing.openapi import file_of
from svod.api.plumbing.problems import checked
from svod.api.plumbing.versions import seen, unchanged
from svod.api.v1.activities import ActivityOut, shown
from svod.api.v1.router import noun
from svod.api.v1.shapes import Bounds, Done, Place, one_of
from svod.register.models import Activity, Campaign, PlannedActivity, PlanSheet
from svod.register.permissions import row_or_404
from svod.register.services.draft_plan import change, drop, plan_of
from svod.register.services.hold_planned import hold_planned, link, unlink
from svod.register.services.import_plan import already_there, receive_sheet, take
from svod.register.workbook import XLSX
from svod.web.base.doors import campaign_or_404
from svod.web.plan.doors import place, planned_or_404
from svod.web.plan.forms import HeldAsPlanned, PlannedForm, told_by
from svod.web.plan.sheets import WHY, TableFile, table_template

router = noun("plans")
HERE = "/campaigns/{slug}"
ONE = HERE + "/planned/{int:pk}"


class PlannedOut(Schema):
    id: int
    version: int
    organisation: Place
    kind: str
    title: str
    first_day: date | None
    last_day: date | None
    place: str
    responsible: str
    audience: list[str]
    partners: list[str]
    expected: Bounds | None
    held: int | None = Field(description="the activity that came of it")

    @staticmethod
    def resolve_organisation(obj: PlannedActivity) -> Any:
        return obj.plan.organisation

    @staticmethod
    def resolve_held(obj: PlannedActivity) -> int | None:
        return obj.held_id


class PlannedIn(Schema):
    kind: str = Field(examples=["seminar"])
    title: str = Field("", max_length=500)
    first_day: date | None = Field(None, examples=["2025-11-28"])
    last_day: date | None = None
    place: str = Field("", max_length=200)
    responsible: str = Field("", max_length=200, description="an office rather than a name")
    audience: list[str] = []
    partners: list[str] = []
    expected: str = Field("", max_length=100, description="as one says it", examples=["около 50"])


class PlannedChange(Schema):
    kind: str | None = None
    title: str | None = Field(None, max_length=500)
    first_day: date | None = None
    last_day: date | None = None
    place: str | None = Field(None, max_length=200)
    responsible: str | None = Field(None, max_length=200)
    audience: list[str] | None = None
    partners: list[str] | None = None
    expected: str | None = Field(None, max_length=100)


class HeldAs(Schema):
    day: date = Field(examples=["2025-11-28"])
    people: str = Field("", max_length=100, description="as one says it", examples=["45 учащихся"])


class LinkIn(Schema):
    activity: int | None = Field(None, description="of the same organisation; null: none stands for it any more")


class SheetRow(Schema):
    number: int
    kind: str
    title: str
    first_day: date | None
    last_day: date | None
    is_there: bool = Field(description="the plan has it already")


class SheetOut(Schema):
    id: int
    name: str
    state: one_of(PlanSheet.State)
    problem: str = Field(description="why there are no rows")
    rows: list[SheetRow]


class TakeIn(Schema):
    rows: list[int] = Field(max_length=5000, examples=[[2, 3]])
    kinds: dict[str, str] = Field({}, description="another kind for a row, by its number")


@router.patch(ONE, response=PlannedOut)
def change_planned(request: HttpRequest, slug: str, pk: int, told: PlannedChange = PlannedChange()) -> object:
    planned = planned_or_404(request, slug, pk)
    unchanged(request, planned)
    now = told_by(planned, get_language() or "ru")
    change(planned, clean({**now, **told.dict(exclude_unset=True)}, planned.plan.campaign), request.user)
    seen(request, planned)
    return planned


@router.delete(ONE, response=Done)
def drop_planned(request: HttpRequest, slug: str, pk: int) -> Done:
    planned = planned_or_404(request, slug, pk)
    unchanged(request, planned)
    drop(planned, request.user)
    return Done()


@router.post(ONE + "/held", response={201: ActivityOut})
def hold_a_planned(request: HttpRequest, slug: str, pk: int, told: HeldAs) -> object:
    """It becomes an activity of the register; twice gives the same one."""
    planned = planned_or_404(request, slug, pk)
    given = checked(HeldAsPlanned(told.dict())).cleaned_data
    return Status(201, shown(request, hold_planned(planned, given["day"], given["people"], request.user)))


@router.put(ONE + "/link", response=PlannedOut)
def link_planned(request: HttpRequest, slug: str, pk: int, told: LinkIn = LinkIn()) -> object:
    """An activity that was told otherwise stands for it, or none does."""
    planned = planned_or_404(request, slug, pk)
    if told.activity is None:
        unlink(planned, request.user)
    else:
        rows = Activity.objects.filter(campaign=planned.plan.campaign, organisation=planned.plan.organisation)
        link(planned, get_object_or_404(rows, pk=told.activity), request.user)
    return planned


@router.get(HERE + "/plan-sheets/template", openapi_extra=file_of(XLSX))
def download_plan_template(request: HttpRequest, slug: str) -> HttpResponse:
    return table_template(request, slug)


@router.post(HERE + "/plan/{int:pk}/sheets", response={201: SheetOut})
def send_plan_sheet(request: HttpRequest, slug: str, pk: int, file: File[UploadedFile]) -> object:
    """A table of planned activities (XLSX, DOCX) for an organisation's plan. A worker reads it; nothing is in the plan
    before rows are taken over."""
    campaign, organisation = place(request, slug, pk, "plan")
    given = checked(TableFile({}, {"file": file})).cleaned_data["file"]
    return Status(
        201, _told(receive_sheet(plan_of(campaign, organisation, request.user), given, given.name, request.user))
    )


@router.get(HERE + "/plan-sheets/{int:pk}", response=SheetOut)
def get_plan_sheet(request: HttpRequest, slug: str, pk: int) -> object:
    return _told(_sheet(request, slug, pk))


@router.post(HERE + "/plan-sheets/{int:pk}/take", response=Done)
def take_plan_sheet(request: HttpRequest, slug: str, pk: int, told: TakeIn) -> Done:
    """The chosen rows are in the plan; how many there are."""
    sheet = _sheet(request, slug, pk)
    known = {one.code for one in sheet.plan.campaign.pack.kinds}
    kinds = {int(number): kind for number, kind in told.kinds.items() if number.isdecimal() and kind in known}
    return Done(number=len(take(sheet, kinds, set(told.rows), request.user)))


def clean(told: dict[str, Any], campaign: Campaign) -> dict[str, Any]:
    """The columns, if the page's form takes them."""
    return checked(PlannedForm(told, pack=campaign.pack)).columns()


def _sheet(request: HttpRequest, slug: str, pk: int) -> PlanSheet:
    rows = PlanSheet.objects.filter(plan__campaign=campaign_or_404(request, slug))
    rows = rows.select_related("plan__campaign", "plan__organisation")
    return row_or_404(rows, request.user, "plan", through="plan__organisation", pk=pk)


def _told(sheet: PlanSheet) -> dict[str, Any]:
    there = already_there(sheet)
    known = {name: getattr(sheet, name) for name in ("id", "name", "state")}
    rows = [{**row, "is_there": row["number"] in there} for row in sheet.rows]
    return {**known, "problem": str(WHY.get(sheet.problem, "")), "rows": rows}

"""A table of planned activities: received, read by the worker, and taken over row by row as a person decides."""

from collections.abc import Collection, Mapping
from datetime import date
from io import BytesIO
from types import MappingProxyType
from typing import IO, Any

from django.core.files.storage import default_storage
from django.db import transaction

from svod.register.errors import SheetTaken
from svod.register.models import Person, Plan, PlannedActivity, PlanSheet
from svod.register.services.draft_plan import put
from svod.register.services.keep import keep

KINDS_OF_FILE = (".xlsx", ".docx")
COLUMNS = ("title", "place", "responsible", "audience", "partners", "expected_least", "expected_most")


def receive_sheet(plan: Plan, stream: IO[bytes], name: str, person: Person) -> PlanSheet:
    from svod.register.tasks import read_plan_sheet

    kept = keep(stream)
    with transaction.atomic():
        sheet = PlanSheet.objects.create(plan=plan, name=name[:300], file=kept.place, received_by=person)
        transaction.on_commit(lambda: read_plan_sheet.enqueue(sheet.pk))
    return sheet


def read_sheet(key: int) -> None:
    """Read the rows of that sheet, or note why there are none."""
    from svod.register.plan_cells import NoTable
    from svod.register.plan_table import read_table

    sheet = PlanSheet.objects.select_related("plan__campaign").filter(pk=key, state=PlanSheet.State.RECEIVED).first()
    if sheet is None:
        return
    campaign = sheet.plan.campaign
    with default_storage.open(sheet.file.name) as file:
        stream = BytesIO(file.read())
    try:
        sheet.rows = [row.as_json() for row in read_table(stream, sheet.name, campaign.pack, campaign.year)]
        sheet.state = PlanSheet.State.READ
    except NoTable as refusal:
        sheet.state, sheet.problem = PlanSheet.State.REFUSED, refusal.args[0]
    sheet.save()


def take(
    sheet: PlanSheet,
    kinds: Mapping[int, str],
    chosen: Collection[int],
    person: Person,
    days: Mapping[int, date] = MappingProxyType({}),
) -> list[PlannedActivity]:
    """Take the chosen rows over, by number, with the kind a person gave each, and the day where the table said none.

    Raises SheetTaken the second time, and PlanClosed.
    """
    with transaction.atomic():
        fresh = PlanSheet.objects.filter(pk=sheet.pk, state=PlanSheet.State.READ)
        if not fresh.update(state=PlanSheet.State.TAKEN):
            raise SheetTaken
        rows = (row for row in sheet.rows if row["number"] in chosen)
        told = [_columns(row, kinds.get(row["number"], row["kind"]), days.get(row["number"])) for row in rows]
        return put(sheet.plan, told, person)


def already_there(sheet: PlanSheet) -> set[int]:
    """The numbers of rows that say what the plan has: of that title, on that day."""
    has = {(one.title.casefold(), one.first_day) for one in sheet.plan.activities.all()}
    return {row["number"] for row in sheet.rows if (row["title"].casefold(), _day(row["first_day"])) in has}


def _columns(row: Mapping[str, Any], kind: str, day: date | None) -> dict[str, Any]:
    days = {name: _day(row[name]) or day for name in ("first_day", "last_day")}
    return {"kind": kind, **days, **{name: row[name] for name in COLUMNS}}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None

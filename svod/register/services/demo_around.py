"""What stands around the reports in the demonstration: who is to report, a plan, the public page."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from svod.register.models import Campaign, Organisation, Person, Role
from svod.register.services.approve_plan import approve, send_up
from svod.register.services.contacts import name_press_contact
from svod.register.services.draft_plan import plan_of, put
from svod.register.services.expect import freeze
from svod.register.services.hold_planned import link
from svod.register.services.publish import draw_up, fill, publish
from svod.register.totals.plans import told_already


def stand_around(campaign: Campaign, people: Mapping[str, Person], plan: Sequence[Mapping[str, Any]]) -> None:
    """The reporter's organisation plans, the coordinator approves; one is linked with what was told, the others not
    yet. `day` counts those of the campaign."""
    chief, reporter = people[Role.ADMINISTRATOR], people[Role.REPORTER]
    freeze(campaign, {}, chief)
    drafted = plan_of(campaign, Organisation.objects.get(roles__person=reporter), reporter)
    rows = put(drafted, [_planned(row, campaign) for row in plan], reporter)
    send_up(drafted, reporter)
    approve(drafted, people[Role.COORDINATOR])
    told = told_already(rows)
    for planned, row in zip(rows, plan, strict=True):
        if "held" in row:
            link(planned, told[planned.pk][0], reporter)


def show_to_everybody(campaign: Campaign, person: Person, press_contact: str) -> None:
    """The public page, as all the rest stands by now."""
    name_press_contact(campaign, press_contact, person)
    made = draw_up(campaign, person)
    fill(made.pk)
    made.refresh_from_db()
    publish(made, None, person)


def _planned(row: Mapping[str, Any], campaign: Campaign) -> dict[str, Any]:
    day = campaign.first_day + timedelta(days=row["day"] - 1)
    told = {name: value for name, value in row.items() if name not in ("day", "held")}
    least = row["expected_least"]
    return {**told, "audience": tuple(row["audience"]), "first_day": day, "last_day": day, "expected_most": least}

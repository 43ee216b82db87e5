"""Letters to who is late: looked at before they go, kept after."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import reverse
from ninja import Field, Query, Schema, Status

from svod.api.plumbing.paging import Listing, Page, piece
from svod.api.plumbing.problems import checked
from svod.api.v1.router import noun
from svod.api.v1.shapes import Below, Key, Place, Who, one_of
from svod.register.models import Letter, Organisation
from svod.register.permissions import needed, needed_anywhere, visible
from svod.register.services.remind import overdue_below, plan, remind
from svod.register.services.remind_by_rule import set_rule
from svod.register.totals import coverage, part_of
from svod.web.base.doors import campaign_or_404
from svod.web.coverage.tops import top
from svod.web.reminders.forms import Reminding, Rule
from svod.web.reminders.views import link_to_hand_in

router = noun("coverage")
HERE = "/campaigns/{slug}"


class LetterOut(Schema):
    id: int
    about: one_of(Letter.About)
    way: one_of(Letter.Way)
    state: one_of(Letter.State)
    person: Who
    sent_by: Who | None
    organisations: list[Place]
    made_at: datetime
    ended_at: datetime | None

    @staticmethod
    def resolve_organisations(obj: Letter) -> Any:
        return obj.organisations.all()


class Going(Schema):
    person: Who
    way: str
    organisations: list[Place]


class WouldGo(Schema):
    """Whom letters would reach now, and why others get none."""

    letters: list[Going]
    resting: list[Place] = Field(description="reminded not long ago")
    nobody: list[Place] = Field(description="nobody who can be written to answers for it")


class RemindIn(Schema):
    organisations: list[Key] = Field(min_length=1, description="those that are late")
    note: str = Field("", max_length=500)


class RuleIn(Schema):
    """Days after the due day; null: no letter goes without a person's word."""

    remind_after: int | None = Field(None, ge=1, le=60, examples=[3])
    escalate_after: int | None = Field(None, ge=1, le=90, examples=[7])


@router.get(HERE + "/reminders", response=Page[LetterOut])
def list_reminders(request: HttpRequest, slug: str, asked: Query[Listing]) -> object:
    """Letters about organisations that the person looks after."""
    campaign = campaign_or_404(request, slug)
    needed_anywhere(request.user, "remind")
    rows = visible(Letter.objects.filter(campaign=campaign), request.user, "remind", "reminders__organisation")
    return piece(rows.distinct().select_related("person", "sent_by").prefetch_related("organisations"), asked)


@router.get(HERE + "/reminders/new", response=WouldGo)
def preview_reminders(request: HttpRequest, slug: str, asked: Query[Below]) -> WouldGo:
    _here, late = _late(request, slug)
    planned = plan(campaign_or_404(request, slug), late)
    letters = [{"person": to, "way": planned.ways[to], "organisations": about} for to, about in planned.letters.items()]
    return WouldGo(letters=letters, resting=planned.resting, nobody=planned.nobody)


@router.post(HERE + "/reminders", response={201: list[LetterOut]})
def send_reminders(request: HttpRequest, slug: str, told: RemindIn, asked: Query[Below]) -> object:
    """Letters to who answers for these organisations, as far as they are late; they go soon."""
    here, late = _late(request, slug)
    campaign = campaign_or_404(request, slug)
    form = checked(Reminding(told.dict(), late=late)).cleaned_data
    link = link_to_hand_in(request, campaign)
    planned = plan(campaign, form["organisations"])
    return Status(201, remind(campaign, here, planned, request.user, link, form["note"]))


@router.put(HERE + "/reminders/rule", response=RuleIn)
def change_reminder_rule(request: HttpRequest, slug: str, told: RuleIn = RuleIn()) -> object:
    campaign = campaign_or_404(request, slug)
    needed(request.user, "remind", campaign.organisation)
    given = checked(Rule(told.dict())).cleaned_data
    set_rule(campaign, request.user, **given, link=request.build_absolute_uri(reverse("coverage", args=[slug])))
    return campaign


def _late(request: HttpRequest, slug: str) -> tuple[Organisation, list[Organisation]]:
    campaign = campaign_or_404(request, slug)
    here = top(request, campaign, "remind")
    if here is None:
        raise PermissionDenied("remind")
    return here, overdue_below(coverage(part_of(campaign, request.user).below(here)), here)

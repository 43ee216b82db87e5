"""Letters that go without a person's word, as the campaign's rule says: off until a coordinator sets it."""

from datetime import datetime, timedelta

from django.db.models import Count

from svod.register.history import operation
from svod.register.models import Campaign, Letter, Organisation, Person, Reminder
from svod.register.reachable import can_write
from svod.register.services.remind import overdue_below, plan, remind
from svod.register.totals import Coverage, Part, coverage

MOST = 3  # letters about the same organisation; then people talk
OFFICE_HOURS = range(9, 18)
WEEKEND = (5, 6)


def set_rule(
    campaign: Campaign, person: Person, remind_after: int | None, escalate_after: int | None, link: str
) -> None:
    """Set the rule. `link` is where its letters lead: a worker does not know by what address people reach the pages."""
    with operation("rule_reminders", person, campaign, campaign.organisation) as deed:
        deed.update(campaign, remind_after=remind_after, escalate_after=escalate_after, remind_link=link)


def remind_by_rule(now: datetime) -> int:
    """Queue the letters that are due; how many. This runs often; who was reminded is left alone for a while
    (remind.py)."""
    if not can_write() or now.hour not in OFFICE_HOURS or now.weekday() in WEEKEND:
        return 0
    ruled = Campaign.objects.select_related("organisation").exclude(remind_link="")
    return sum(len(_remind(campaign, now)) for campaign in ruled)


def _remind(campaign: Campaign, now: datetime) -> list[Letter]:
    cover = coverage(Part(campaign, (campaign.organisation.path,)), now.date())
    late = overdue_below(cover, campaign.organisation)
    made: list[Letter] = []
    for about, days in ((Letter.About.OWN, campaign.remind_after), (Letter.About.BELOW, campaign.escalate_after)):
        if days is not None:
            ripe = _ripe(campaign, late, cover, now, days, about)
            planned = plan(campaign, ripe, about)
            if planned.letters:
                made += remind(campaign, campaign.organisation, planned, None, campaign.remind_link, about=about)
    return made


def _ripe(
    campaign: Campaign, late: list[Organisation], cover: Coverage, now: datetime, days: int, about: str
) -> list[Organisation]:
    """Those whose day is long enough over, and about whom not too many letters went."""
    gone = Reminder.objects.filter(letter__campaign=campaign, letter__about=about, letter__state=Letter.State.SENT)
    letters = dict(gone.values_list("organisation").annotate(Count("letter__made_at__date", distinct=True)).order_by())
    return [
        one
        for one in late
        if cover.due(one.path) + timedelta(days=days) <= now.date() and letters.get(one.pk, 0) < MOST
    ]

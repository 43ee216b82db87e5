"""Fix who is to report in a campaign and by when, and change that list afterwards, on record."""

from collections.abc import Mapping
from datetime import date

from svod.register.errors import FrozenAlready, ReasonNeeded
from svod.register.history import operation
from svod.register.models import Campaign, Expected, Organisation, Person
from svod.register.totals.coverage import below_holder


def freeze(campaign: Campaign, due: Mapping[str, date], person: Person) -> int:
    """Put every open organisation below the campaign's on its list; `due` is the day of each level, the campaign's
    where none is named. Returns how many there are. Raises FrozenAlready."""
    with operation("freeze_expected", person, campaign, campaign.organisation) as deed:
        if Expected.objects.filter(campaign=campaign).exists():
            raise FrozenAlready
        open_ones = Organisation.objects.filter(below_holder(campaign), is_closed=False).order_by("path")
        made = Expected.objects.bulk_create(
            (_duty(campaign, one, due.get(one.level, campaign.report_by)) for one in open_ones), batch_size=1000
        )
        deed.created_many(made)
    return len(made)


def expect(campaign: Campaign, organisation: Organisation, due: date, person: Person) -> None:
    """Put an organisation on the list; one that is on it gets the new day, and is no longer excused."""
    listed = Expected.objects.filter(campaign=campaign, organisation=organisation).first()
    with operation("expect", person, campaign, organisation, note=str(organisation)) as deed:
        if listed is None:
            deed.create(_duty(campaign, organisation, due))
        else:
            deed.update(listed, due=due, excused_why="")


def excuse(listed: Expected, why: str, person: Person) -> None:
    """Excuse an organisation from reporting: from now on no rate counts it. Raises ReasonNeeded."""
    if not why.strip():
        raise ReasonNeeded
    with operation("excuse", person, listed.campaign, listed.organisation, note=why) as deed:
        deed.update(listed, excused_why=why.strip()[:500])


def _duty(campaign: Campaign, organisation: Organisation, due: date) -> Expected:
    return Expected(campaign=campaign, organisation=organisation, due=due)

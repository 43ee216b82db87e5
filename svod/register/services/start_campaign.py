"""Make a campaign from a pack, and move its days."""

from datetime import date, timedelta

from django.db import IntegrityError
from django.utils.text import slugify

from svod.packs import load
from svod.register.errors import HeldAlready
from svod.register.history import operation
from svod.register.models import Campaign, Organisation, Person

DAYS_TO_REPORT = 5  # after the last day, unless the coordinator says otherwise


def start_campaign(pack_code: str, year: int, organisation: Organisation, person: Person | None) -> Campaign:
    """Make the pack's campaign of that year, on the pack's days.

    Raises PackError for a pack that is not there, HeldAlready where the organisation holds that campaign already.
    """
    pack = load(pack_code)
    first, last = pack.days(year)
    campaign = Campaign(
        slug=slugify(f"{pack_code}-{year}-{organisation.pk}"),
        pack_code=pack_code,
        year=year,
        organisation=organisation,
        first_day=first,
        last_day=last,
        report_by=last + timedelta(days=DAYS_TO_REPORT),
    )
    try:
        with operation("start_campaign", person, None, organisation, note=f"{pack_code} {year}") as deed:
            deed.create(campaign)
    except IntegrityError as error:
        raise HeldAlready(year=year) from error
    return campaign


def move_days(campaign: Campaign, person: Person, first_day: date, last_day: date, report_by: date) -> None:
    with operation("move_days", person, campaign, campaign.organisation) as deed:
        deed.update(campaign, first_day=first_day, last_day=last_day, report_by=report_by)

"""Help contacts that somebody has to make sure of again, and who did; whom the press may ask."""

from datetime import timedelta

from django.utils import timezone

from svod.packs.pack import Contact
from svod.register.errors import LastContact
from svod.register.history import operation
from svod.register.models import Campaign, Person

CHECKED_FOR = timedelta(days=90)


def to_check(campaign: Campaign) -> list[Contact]:
    """The contacts that nobody has rung lately, as far as the pack and the campaign's people say."""
    since = timezone.localdate() - CHECKED_FOR
    return [one for one in campaign.pack.contacts if one.checked_on is None or one.checked_on < since]


def ring(campaign: Campaign, number: str, works: bool, person: Person) -> None:
    """Note that somebody rang the contact today: it is shown with that day or, where it does not work, no more.

    `number` is one of the pack's. Raises LastContact where no other would be left to show.
    """
    with operation("ring_contact", person, campaign, campaign.organisation, note=number) as deed:
        locked = Campaign.objects.select_for_update().get(pk=campaign.pk)
        told = {"on": timezone.localdate().isoformat(), "works": works}
        rung = {**locked.contacts_rung, number: told}
        if not any(rung.get(one.number, {"works": True})["works"] for one in campaign.contacts):
            raise LastContact
        deed.update(campaign, contacts_rung=rung)
    campaign.__dict__.pop("pack", None)  # it was read with the day before


def name_press_contact(campaign: Campaign, told: str, person: Person) -> None:
    """Set whom the press may ask, shown from the next public file on; nobody where `told` is empty."""
    with operation("name_press_contact", person, campaign, campaign.organisation) as deed:
        deed.update(campaign, press_contact=told)

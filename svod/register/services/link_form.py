"""Make and withdraw links by which apps fetch the form and send its answers."""

from django.utils import timezone

from svod.register.history import operation
from svod.register.models import Campaign, FormLink, Organisation, Person
from svod.register.permissions import may


def link_form(campaign: Campaign, organisation: Organisation, person: Person) -> FormLink:
    """Make a link; earlier ones go on, for the phones that have them."""
    made = FormLink(campaign=campaign, organisation=organisation, created_by=person)
    with operation("link_form", person, campaign, organisation) as deed:
        deed.create(made)
    return made


def withdraw_link(link: FormLink, person: Person) -> None:
    """Withdraw the link: nothing comes by it any more. What came stays."""
    with operation("withdraw_form_link", person, link.campaign, link.organisation) as deed:
        deed.update(link, withdrawn_at=timezone.now())


def holds(link: FormLink) -> bool:
    """Whether answers may come by the link: it is not withdrawn, who made it could make it today, and the organisation
    is not closed."""
    maker = link.created_by
    known = link.withdrawn_at is None and maker.is_active and not link.organisation.is_closed
    return known and may(maker, "invite", link.organisation)

"""How a view reaches the campaign it is about."""

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from svod.register.errors import Refused
from svod.register.models import Campaign, Person
from svod.register.permissions import reach
from svod.web.base.refusals import words


def campaigns_of(person: Person) -> QuerySet[Campaign]:
    """Those held by an organisation above or below one of the person's: they may have a part in them."""
    found = Q(pk__in=())
    for path in reach(person, "see"):
        above = [path[:end] for end in range(4, len(path) + 1, 4)]
        found |= Q(organisation__path__in=above) | Q(organisation__path__startswith=path)
    return Campaign.objects.filter(found).select_related("organisation")


def campaign_or_404(request: HttpRequest, slug: str) -> Campaign:
    """The campaign of the address; the frame of the page shows its name and its pages."""
    campaign = get_object_or_404(campaigns_of(request.user), slug=slug)
    request.campaign = campaign
    return campaign


def tell(request: HttpRequest, refusal: Refused) -> None:
    """Show a service's refusal to the person."""
    messages.error(request, words(refusal))

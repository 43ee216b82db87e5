"""How a view reaches the campaign it is about."""

from django.contrib import messages
from django.db.models import Q, QuerySet, SlugField
from django.http import Http404, HttpRequest

from svod.register.errors import Refused
from svod.register.models import Campaign, Person
from svod.register.often import Given, Often
from svod.register.permissions import reach
from svod.web.base.refusals import words

CAMPAIGN = Often(Campaign.objects.select_related("organisation").filter(slug=Given("slug", SlugField())))


def campaigns_of(person: Person) -> QuerySet[Campaign]:
    """The campaigns that the person may have a part in: held by an organisation above or below one of theirs."""
    found = Q(pk__in=())
    for path in reach(person, "see"):
        above = [path[:end] for end in range(4, len(path) + 1, 4)]
        found |= Q(organisation__path__in=above) | Q(organisation__path__startswith=path)
    return Campaign.objects.filter(found).select_related("organisation")


def has_part(person: Person, campaign: Campaign) -> bool:
    """Whether it is one of `campaigns_of`; of one campaign that asks the database less."""
    holds = campaign.organisation.path
    return any(holds.startswith(path) or path.startswith(holds) for path in reach(person, "see"))


def campaign_or_404(request: HttpRequest, slug: str) -> Campaign:
    """The campaign of the address; the frame of the page shows its name and its pages."""
    campaign = CAMPAIGN.row(slug=slug)
    if campaign is None or not has_part(request.user, campaign):
        raise Http404
    request.campaign = campaign
    return campaign


def tell(request: HttpRequest, refusal: Refused) -> None:
    """Show a service's refusal to the person."""
    messages.error(request, words(refusal))

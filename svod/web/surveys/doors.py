"""How a view reaches the survey it is about."""

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from svod.register.models import Campaign, Organisation, Person, Survey
from svod.register.permissions import reach, row_or_404, visible
from svod.register.services.locks import above
from svod.web.base.doors import campaign_or_404


def survey_or_404(request: HttpRequest, slug: str, pk: int, action: str = "see") -> Survey:
    campaign = campaign_or_404(request, slug)
    rows = Survey.objects.filter(campaign=campaign).select_related("campaign", "organisation")
    return row_or_404(rows, request.user, action, pk=pk)


def open_above(campaign: Campaign, person: Person) -> QuerySet[Survey]:
    """Those that an organisation above theirs holds, which people answer at theirs: to be hung up, nothing else."""
    paths = {one for path in reach(person, "see") for one in above(Organisation(path=path))}
    rows = Survey.objects.filter(campaign=campaign, organisation__path__in=paths, closed_on__isnull=True)
    own = visible(Survey.objects.all(), person)
    return rows.exclude(pk__in=own.values("pk")).select_related("organisation")


def hung_up_or_404(request: HttpRequest, slug: str, pk: int) -> Survey:
    """One of theirs, or one that is open above them."""
    campaign = campaign_or_404(request, slug)
    own, others = visible(Survey.objects.all(), request.user), open_above(campaign, request.user)
    theirs = Q(pk__in=own.values("pk")) | Q(pk__in=others.values("pk"))
    return get_object_or_404(Survey.objects.filter(theirs, campaign=campaign), pk=pk)

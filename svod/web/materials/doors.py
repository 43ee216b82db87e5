"""How a view reaches materials, and which of them a person sees: those of organisations above and below theirs."""

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from svod.register.models import Campaign, Issue, Material, Organisation, Person, PieceMove
from svod.register.permissions import may, needed, reach
from svod.register.services.locks import above
from svod.register.totals import part_of
from svod.web.base.doors import campaign_or_404


def materials_of(campaign: Campaign, person: Person) -> QuerySet[Material]:
    """What is made for an organisation is made for all below it, and is their business above it."""
    seen = Q(pk__in=())
    for path in reach(person, "see"):
        seen |= Q(organisation__path__startswith=path) | Q(organisation__path__in=above(Organisation(path=path)))
    return Material.objects.filter(seen, campaign=campaign).select_related("organisation", "campaign")


def issues_of(campaign: Campaign, person: Person) -> QuerySet[Issue]:
    rows = Issue.objects.filter(material__in=materials_of(campaign, person))
    return rows.select_related("material__organisation", "material__campaign")


def moves_of(campaign: Campaign, person: Person) -> QuerySet[PieceMove]:
    """Lines of the log that begin or end at an organisation of theirs."""
    part = part_of(campaign, person)
    rows = PieceMove.objects.filter(part.within("source") | part.within("target"), issue__material__campaign=campaign)
    return rows.select_related("issue__material", "source", "target", "activity")


def material_or_404(request: HttpRequest, slug: str, pk: int, action: str = "see") -> Material:
    """Raises PermissionDenied where the person may see it but not do that where it is made."""
    campaign = campaign_or_404(request, slug)
    found = get_object_or_404(materials_of(campaign, request.user), pk=pk)
    if action != "see":
        needed(request.user, action, found.organisation)
    return found


def issue_or_404(request: HttpRequest, slug: str, pk: int, action: str = "see") -> Issue:
    campaign = campaign_or_404(request, slug)
    found = get_object_or_404(issues_of(campaign, request.user), pk=pk)
    if action != "see":
        needed(request.user, action, found.material.organisation)
    return found


def supplies(person: Person, material: Material) -> bool:
    return may(person, "supply", material.organisation)

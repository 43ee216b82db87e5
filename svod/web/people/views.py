"""Who has which role in one's part of the tree: the list, and a page for each person."""

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from svod.register.find import with_words
from svod.register.models import Person, RoleAt
from svod.register.permissions import may, may_anywhere, may_give, may_manage, row_or_404, visible
from svod.web.base.pages import one_page
from svod.web.people.forms import ChangeRole, Search, roles_up_to

COLUMNS = ("person__username", "person__first_name", "person__last_name", "organisation__name", "organisation__short")


def roles_seen_by(person: Person) -> QuerySet[RoleAt]:
    """The roles below where the person may invite. Raises PermissionDenied where that is nowhere."""
    if not may_anywhere(person, "invite"):
        raise PermissionDenied("invite")
    return visible(RoleAt.objects.all(), person, "invite").select_related("person", "organisation")


def person_or_404(request: HttpRequest, pk: int) -> Person:
    """Somebody with a role that one sees."""
    return get_object_or_404(Person, pk=pk, pk__in=roles_seen_by(request.user).values("person"))


def managed_or_404(request: HttpRequest, pk: int) -> Person:
    """The same, of an account that one looks after. Raises PermissionDenied for others."""
    other = person_or_404(request, pk)
    if not may_manage(request.user, other):
        raise PermissionDenied("administer")
    return other


def role_or_404(request: HttpRequest, pk: int) -> RoleAt:
    """Somebody's role at an organisation that one administers."""
    return row_or_404(RoleAt.objects.select_related("person", "organisation"), request.user, "administer", pk=pk)


def people(request: HttpRequest) -> HttpResponse:
    found = roles_seen_by(request.user).order_by("organisation__path", "person__username", "pk")
    search = Search(request.GET)
    if search.is_valid():
        found = with_words(found, search.cleaned_data["q"], COLUMNS)
        if search.cleaned_data["role"]:
            found = found.filter(role=search.cleaned_data["role"])
    return render(request, "people/page.html", {"search": search, "page": one_page(request, found)})


def person(request: HttpRequest, pk: int) -> HttpResponse:
    other = person_or_404(request, pk)
    held = roles_seen_by(request.user).filter(person=other).order_by("organisation__path")
    rows = [(one, _form(request.user, one)) for one in held]
    manage = may_manage(request.user, other)
    factors = other.authenticator_set.exists()
    return render(request, "people/person.html", {"other": other, "rows": rows, "manage": manage, "factors": factors})


def _form(person: Person, held: RoleAt) -> ChangeRole | None:
    place = held.organisation
    if not (may(person, "administer", place) and may_give(person, held.role, place)):
        return None
    return ChangeRole(initial={"role": held.role}, choices=roles_up_to(person, place), auto_id=f"id_%s_{held.pk}")

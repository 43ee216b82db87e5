"""Add and change one organisation."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from svod.register.errors import Refused
from svod.register.models import Organisation, Person
from svod.register.permissions import may, row_or_404
from svod.register.services.organise import add_organisation, change_organisation
from svod.web.base.doors import tell
from svod.web.organise.forms import Describe


def add(request: HttpRequest, pk: int) -> HttpResponse:
    parent = row_or_404(Organisation.objects.all(), request.user, "organise", through="", pk=pk)
    form = Describe(request.POST or None, parent=parent)
    if request.method == "POST" and form.is_valid():
        try:
            made = add_organisation(parent, request.user, **form.columns())
            messages.success(request, _("%(name)s is added.") % {"name": made.name})
            return redirect(_after(made))
        except Refused as refusal:
            tell(request, refusal)
    return render(request, "organise/page.html", {"form": form, "parent": parent})


def change(request: HttpRequest, pk: int) -> HttpResponse:
    place = row_or_404(Organisation.objects.all(), request.user, "see", through="", pk=pk)
    parent = Organisation.objects.get_parent(place)
    if not may_change(request.user, place, parent):
        raise PermissionDenied("organise")
    form = Describe(request.POST or None, instance=place, parent=parent)
    if request.method == "POST" and form.is_valid():
        try:
            change_organisation(place, request.user, **form.columns())
            messages.success(request, _("%(name)s is changed.") % {"name": place.name})
            return redirect(_after(place))
        except Refused as refusal:
            tell(request, refusal)
    return render(request, "organise/page.html", {"form": form, "parent": parent, "place": place})


def may_change(person: Person, place: Organisation, parent: Organisation | None) -> bool:
    """A coordinator changes what lies below their own organisation, an administrator that one too."""
    return may(person, "administer", place) or (parent is not None and may(person, "organise", parent))


def _after(place: Organisation) -> str:
    """The tree, where it is found by its name."""
    return f"{reverse('organisations')}?{urlencode({'q': place.name})}"

"""Open an invitation: choose the organisation where it is for several, make an account or sign in, have the role."""

from typing import Any

from allauth.core import ratelimit
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext as _
from django.views.decorators.cache import never_cache

from svod.register.errors import InvitationClosed, Refused
from svod.register.find import ORGANISATION, with_words
from svod.register.models import Invitation, Level, Organisation, Person
from svod.register.permissions import may
from svod.register.services.enrol import enrol
from svod.register.services.join import holds, join
from svod.web.account.new import NewAccount
from svod.web.base.doors import campaigns_of, tell
from svod.web.base.refusals import words
from svod.web.invitations.forms import Choose

SHOWN = 20


@login_not_required
@never_cache
def open_invitation(request: HttpRequest, token: str) -> HttpResponse:
    found = Invitation.objects.select_related("organisation", "created_by").filter(token=token).first()
    if found is None or not holds(found):
        return render(request, "join/closed.html", {"why": words(InvitationClosed())}, status=404)
    place = _place(request, found)
    if place is None:
        return render(request, "join/choose.html", {"one": found, **_choice(request, found)})
    if request.user.is_authenticated:
        return _join_as(request, found, place) if request.method == "POST" else _ask(request, found, place, None)
    form = NewAccount(request.POST or None)
    if request.method == "POST" and (limited := ratelimit.consume_or_429(request, action="signup")):
        return limited
    if request.method == "POST" and form.is_valid():
        return _come_in(request, found, place, form)
    return _ask(request, found, place, form)


def _place(request: HttpRequest, found: Invitation) -> Organisation | None:
    """The organisation it is for; None where one has still to choose."""
    if not found.below:
        return found.organisation
    chosen = request.GET.get("organisation", "")
    return _below(found).filter(pk=chosen).first() if chosen.isdecimal() else None


def _below(found: Invitation) -> Any:
    top = found.organisation
    return Organisation.objects.filter(path__startswith=top.path, is_closed=False).exclude(pk=top.pk).order_by("path")


def _choice(request: HttpRequest, found: Invitation) -> dict[str, Any]:
    choose = Choose(request.GET)
    asked = choose.cleaned_data["q"] if choose.is_valid() else ""
    places = list(with_words(_below(found), asked, ORGANISATION)[: SHOWN + 1])
    return {"choose": choose, "found": places[:SHOWN], "more": len(places) > SHOWN}


def _ask(request: HttpRequest, found: Invitation, place: Organisation, form: NewAccount | None) -> HttpResponse:
    return render(request, "join/page.html", {"one": found, "place": place, "form": form})


def _come_in(request: HttpRequest, found: Invitation, place: Organisation, form: NewAccount) -> HttpResponse:
    """The account and its role, both or neither."""
    try:
        with transaction.atomic():
            person = enrol(**form.account(), language=get_language() or "")
            join(found, person, place)
    except IntegrityError:  # somebody took the name while one typed
        form.add_error("username", _("Somebody has this user name already. Choose another one."))
        return _ask(request, found, place, form)
    except Refused as refusal:
        tell(request, refusal)
        return redirect(request.get_full_path())
    login(request, person, backend=settings.AUTHENTICATION_BACKENDS[0])
    return _welcome(request, person, place)


def _join_as(request: HttpRequest, found: Invitation, place: Organisation) -> HttpResponse:
    try:
        join(found, request.user, place)
    except Refused as refusal:
        tell(request, refusal)
        return redirect(request.get_full_path())
    return _welcome(request, request.user, place)


def _welcome(request: HttpRequest, person: Person, place: Organisation) -> HttpResponse:
    messages.success(request, _("Welcome, %(person)s: %(place)s.") % {"person": person, "place": place.called})
    today = timezone.localdate()
    campaign = min(campaigns_of(person), key=lambda one: one.distance(today), default=None)
    if campaign and place.level == Level.PRIMARY and may(person, "submit", place):
        return redirect("tell", campaign.slug)  # what the chair of a school came for
    return redirect("home")

"""Make an invitation, print it, withdraw it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from svod.register.errors import Refused
from svod.register.find import ORGANISATION, with_words
from svod.register.models import Invitation, Organisation
from svod.register.permissions import may_give, row_or_404, visible
from svod.register.services.invite import invite, withdraw
from svod.register.services.join import holds
from svod.web.base.doors import tell
from svod.web.base.qr import qr_code
from svod.web.invitations.forms import Choose, Invite
from svod.web.people.views import roles_seen_by

SHOWN = 50


def invitations(request: HttpRequest) -> HttpResponse:
    """The open ones, and the organisations to make a new one for."""
    roles_seen_by(request.user)  # whoever may invite nobody is refused
    opened = visible(Invitation.objects.select_related("organisation", "created_by"), request.user, "invite")
    opened = opened.filter(withdrawn_at=None, uses_left__gt=0, expires_at__gt=timezone.now()).order_by("-created_at")
    places = visible(Organisation.objects.order_by("path"), request.user, "invite", through="")
    choose = Choose(request.GET)
    words = choose.cleaned_data["q"] if choose.is_valid() else ""
    found = list(with_words(places, words, ORGANISATION)[: SHOWN + 1])
    context = {"opened": opened[:200], "choose": choose, "found": found[:SHOWN], "more": len(found) > SHOWN}
    return render(request, "invitations/page.html", context)


def new_invitation(request: HttpRequest, pk: int) -> HttpResponse:
    place = row_or_404(Organisation.objects.all(), request.user, "invite", through="", pk=pk)
    form = Invite(request.POST or None, person=request.user, organisation=place)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            made = invite(
                place, request.user, told["role"], below=told.get("below", False), uses=told["uses"], days=told["days"]
            )
            return redirect("invitation", made.pk)
        except Refused as refusal:
            tell(request, refusal)
    return render(request, "invitations/new.html", {"form": form, "place": place})


@never_cache
def invitation(request: HttpRequest, pk: int) -> HttpResponse:
    """The sheet for the wall. Only who could make such a link sees it."""
    one = invitation_or_404(request, pk)
    link = request.build_absolute_uri(reverse("join", args=(one.token,)))
    context = {"one": one, "holds": holds(one)}
    if may_give(request.user, one.role, one.organisation):
        context |= {"link": link, "qr": qr_code(link), "letter": _letter(one, link), "subject": _subject(one)}
    return render(request, "invitations/sheet.html", context)


def _subject(one: Invitation) -> str:
    return _("Invitation to Svod: %(organisation)s") % {"organisation": one.organisation.called}


def _letter(one: Invitation, link: str) -> str:
    """What one's own mail program begins with: it goes from the person's address, and an answer comes back there."""
    until = date_format(timezone.localtime(one.expires_at), "SHORT_DATE_FORMAT")
    told = {"link": link, "day": until, "role": one.get_role_display()}
    parts = [_("Good day!"), _("Open this link to come in (%(role)s), until %(day)s: %(link)s") % told]
    return "\n\n".join(parts)


@require_POST
def withdraw_invitation(request: HttpRequest, pk: int) -> HttpResponse:
    withdraw(invitation_or_404(request, pk), request.user)
    messages.success(request, _("The invitation is withdrawn. Who came by it stays."))
    return redirect("invitations")


def invitation_or_404(request: HttpRequest, pk: int) -> Invitation:
    return row_or_404(Invitation.objects.select_related("organisation", "created_by"), request.user, "invite", pk=pk)

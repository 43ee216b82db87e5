"""What came by e-mail or Telegram and is held back, since nobody can tell whose it is: a coordinator says so."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from svod.register.errors import Refused
from svod.register.models import Campaign, Incoming
from svod.register.permissions import needed
from svod.register.services.assign import assign, refuse
from svod.register.services.hold import UPLOAD
from svod.web.base.doors import campaign_or_404, tell
from svod.web.inbox.choices import organisations_for
from svod.web.inbox.download import given
from svod.web.inbox.forms import Refusal, Whose
from svod.web.inbox.whose import grounds_in_words

ON_A_PAGE = 50


@require_safe
def listed(request: HttpRequest, slug: str) -> HttpResponse:
    """Those that wait for a word; those that were refused, where they are asked for."""
    campaign = campaign_held(request, slug)
    state = Incoming.State.REFUSED if request.GET.get("state") == "refused" else Incoming.State.HELD
    rows = Incoming.objects.filter(campaign=campaign, state=state).select_related("person", "decided_by", "proposed")
    rows = rows.exclude(channel=UPLOAD, state=Incoming.State.HELD)  # what was dropped here is asked for in whose.py
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "inbox/held.html", {"page": page, "refused": state == Incoming.State.REFUSED})


@require_safe
def one(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    return _page(request, message_or_404(request, slug, key))


@require_safe
def file(request: HttpRequest, slug: str, key: int) -> FileResponse:
    message = message_or_404(request, slug, key)
    if not message.file:
        raise Http404(_("The file is kept no longer."))
    return given(message.file, message.name)


@require_POST
def assigned(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    message = message_or_404(request, slug, key)
    form = whose(request, message.campaign, request.POST)
    if not form.is_valid():
        return _page(request, message, whose_form=form)
    return _done(request, message, _("It is received."), assign, form.cleaned_data["organisation"])


@require_POST
def refused(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    message = message_or_404(request, slug, key)
    form = Refusal(request.POST)
    if not form.is_valid():
        return _page(request, message, refusal_form=form)
    return _done(request, message, _("It is refused."), refuse, form.cleaned_data["why"])


def campaign_held(request: HttpRequest, slug: str) -> Campaign:
    """Nobody's message may be anybody's, so it is shown to who answers for the whole campaign."""
    campaign = campaign_or_404(request, slug)
    needed(request.user, "assign", campaign.organisation)
    return campaign


def message_or_404(request: HttpRequest, slug: str, key: int) -> Incoming:
    campaign = campaign_held(request, slug)
    rows = Incoming.objects.filter(campaign=campaign).select_related(
        "campaign__organisation", "person", "decided_by", "proposed"
    )
    return get_object_or_404(rows, pk=key)


def whose(request: HttpRequest, campaign: Campaign, *given_: Any) -> Whose:
    choices = organisations_for(request.user, campaign, "submit")
    search = reverse("inbox_organisations", args=[campaign.slug])
    return Whose(*given_, choices=choices, search=search)


def _done(request: HttpRequest, message: Incoming, said: str, service: Any, *given_: Any) -> HttpResponse:
    slug = message.campaign.slug
    try:
        service(message, *given_, request.user)
    except Refused as refusal:
        tell(request, refusal)
        return redirect("held_one", slug, message.pk)
    messages.success(request, said)
    return redirect("held", slug)


def _page(request: HttpRequest, message: Incoming, **forms: Form) -> HttpResponse:
    shown = {"whose_form": whose(request, message.campaign), "refusal_form": Refusal(), **forms}
    shown["said"] = grounds_in_words(message)
    return render(request, "inbox/held_one.html", {"message": message, **shown}, status=422 if forms else 200)

"""Who asks for how many pieces, and what the office answers."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from svod.register.errors import Refused
from svod.register.models import PieceRequest
from svod.register.permissions import may_anywhere, needed, needed_anywhere, row_or_404, visible
from svod.register.services.hand_out import ask_pieces
from svod.register.services.supply import decline, grant, send
from svod.register.totals.pieces import held_by
from svod.web.base.doors import campaign_or_404, tell
from svod.web.base.pages import one_page
from svod.web.base.places import places
from svod.web.materials.doors import issues_of, supplies
from svod.web.materials.forms import Ask, Decide, Send


@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    campaign = campaign_or_404(request, slug)
    rows = visible(PieceRequest.objects.filter(issue__material__campaign=campaign), request.user)
    state = request.GET.get("state", "")
    shown = rows.filter(state=state) if state in PieceRequest.State.values else rows
    shown = shown.select_related("issue__material__organisation", "organisation", "asked_by")
    context = {
        "page": one_page(request, shown),
        "states": PieceRequest.State.choices,
        "state": state,
        "may_ask": may_anywhere(request.user, "hand_out"),
    }
    return render(request, "materials/requests.html", context)


def ask(request: HttpRequest, slug: str) -> HttpResponse:
    campaign = campaign_or_404(request, slug)
    needed_anywhere(request.user, "hand_out")
    known = {"places": places(request.user, "hand_out", campaign, below=2), "issues": issues_of(campaign, request.user)}
    form = Ask(request.POST or None, initial={"issue": request.GET.get("issue")}, **known)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        needed(request.user, "hand_out", told["organisation"])
        ask_pieces(told["issue"], told["organisation"], told["pieces"], told["note"], request.user)
        messages.success(request, _("The office has your request."))
        return redirect("piece_requests", slug)
    return render(request, "materials/ask.html", {"form": form})


def decide(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One request; who supplies the material grants it, turns it down or sends what was granted."""
    campaign = campaign_or_404(request, slug)
    rows = PieceRequest.objects.filter(issue__material__campaign=campaign)
    rows = rows.select_related("issue__material__organisation", "issue__material__campaign", "organisation")
    asked = row_or_404(rows, request.user, pk=pk)
    office = supplies(request.user, asked.issue.material)
    if request.method == "POST":
        if not office:
            raise PermissionDenied("supply")
        return _decided(request, asked)
    context = {
        "asked": asked,
        "supplies": office,
        "decide": Decide(request=asked),
        "send": Send(request=asked),
        "held": (held := _held(asked)),
        "too_many": (asked.granted or asked.pieces) > held,
        "sent": asked.sent.first(),
    }
    return render(request, "materials/request.html", context)


def _held(asked: PieceRequest) -> int:
    return held_by(asked.issue, asked.issue.material.organisation)


def _decided(request: HttpRequest, asked: PieceRequest) -> HttpResponse:
    done = _deed(request, asked)
    if done is None:
        messages.error(request, _("Say how many pieces, or on which day."))
    else:
        try:
            done()
            messages.success(request, _("Done."))
            _warn(request, asked)
        except Refused as refusal:
            tell(request, refusal)
    return redirect("piece_request", asked.issue.material.campaign.slug, asked.pk)


def _warn(request: HttpRequest, asked: PieceRequest) -> None:
    """More may be granted than is there: some may still be printed. Whoever does so should know."""
    held = _held(asked)
    if asked.state == PieceRequest.State.GRANTED and (asked.granted or 0) > held:
        words = _("%(granted)s pieces are granted, and only %(held)s are there by the log.")
        messages.warning(request, words % {"granted": asked.granted, "held": held})


def _deed(request: HttpRequest, asked: PieceRequest) -> Callable[[], object] | None:
    """What the pressed button does; None where what it needs is missing."""
    if request.POST.get("deed") == "send":
        sending = Send(request.POST, request=asked)
        told = sending.cleaned_data if sending.is_valid() else None
        return told and (lambda: send(asked, told["pieces"], told["day"], told["why"], request.user))
    form = Decide(request.POST, request=asked)
    if not form.is_valid():
        return None
    answer, granted = form.cleaned_data["answer"], form.cleaned_data["granted"]
    if request.POST.get("deed") == "decline":
        return lambda: decline(asked, answer, request.user)
    return granted and (lambda: grant(asked, granted, answer, request.user))

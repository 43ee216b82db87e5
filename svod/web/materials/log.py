"""The log of pieces: what was printed, passed on and given out, and what the report tells of it."""

from typing import Any

from django.contrib import messages
from django.db.models import Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from svod.register.errors import Refused
from svod.register.models import Activity, Campaign, Person, PieceMove
from svod.register.permissions import may_anywhere, needed, needed_anywhere, reach, visible
from svod.register.services.hand_out import give_out, pass_on
from svod.register.totals import part_of
from svod.register.totals.pieces import given_out
from svod.web.base.doors import campaign_or_404, tell
from svod.web.base.pages import one_page
from svod.web.base.places import places, tops
from svod.web.base.tags import named
from svod.web.materials.doors import issues_of, moves_of
from svod.web.materials.forms import HandOut


@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    campaign = campaign_or_404(request, slug)
    given = given_out(part_of(campaign, request.user))
    shown = request.GET.get("what", "")
    rows = given if shown == "given" else moves_of(campaign, request.user)
    context = {
        "page": one_page(request, rows.select_related("issue__material", "source", "target", "activity"), 100),
        "what": shown,
        "sums": _sums(given, campaign),
        "may_note": may_anywhere(request.user, "hand_out"),
    }
    return render(request, "materials/log.html", context)


def _sums(given: Any, campaign: Campaign) -> list[tuple[str, int]]:
    """What people were given, by kind, the most first."""
    by_kind = given.order_by().values_list("issue__material__kind").annotate(pieces=Sum("pieces"))
    return [(str(named(campaign.pack, "materials", kind)), pieces) for kind, pieces in by_kind.order_by("-pieces")]


def note(request: HttpRequest, slug: str) -> HttpResponse:
    """What became of pieces that an organisation had."""
    campaign = campaign_or_404(request, slug)
    needed_anywhere(request.user, "hand_out")
    form = _form(request, campaign)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        needed(request.user, "hand_out", told["source"])
        try:
            write(told, request.user)
            messages.success(request, _("It is in the log."))
            return redirect("hand_outs", slug)
        except Refused as refusal:
            tell(request, refusal)
    return render(request, "materials/note.html", {"form": form, "activity": _activity(request, campaign)})


def _form(request: HttpRequest, campaign: Campaign) -> HandOut:
    at = _activity(request, campaign)
    initial = {"issue": request.GET.get("issue"), "source": request.GET.get("source")}
    if at is not None:
        initial |= {"activity": at.pk, "source": at.organisation_id, **({"day": at.first_day} if at.first_day else {})}
    known = {name: value for name, value in initial.items() if value}
    return hand_out_form(request.user, campaign, request.POST or None, initial=known)


def hand_out_form(person: Person, campaign: Campaign, given: Any, **more: Any) -> HandOut:
    """With what the person may choose from."""
    offered = places(person, "hand_out", campaign, below=2)
    return HandOut(
        given,
        **more,
        places=offered,
        targets=offered.exclude(path__in=tops(reach(person, "hand_out"))),
        issues=issues_of(campaign, person),
        activities=visible(Activity.objects.filter(campaign=campaign), person, "hand_out"),
    )


def _activity(request: HttpRequest, campaign: Campaign) -> Activity | None:
    """Where the pieces were given out, if one comes from the page of an activity."""
    key = request.POST.get("activity") or request.GET.get("activity", "")
    rows = visible(Activity.objects.filter(campaign=campaign), request.user, "hand_out")
    return rows.filter(pk=int(key)).first() if key.isdecimal() else None


def write(told: dict[str, Any], person: Person) -> PieceMove:
    known = {name: told[name] for name in ("issue", "source", "pieces", "day", "why")}
    if told.get("what") == "pass":
        return pass_on(**known, target=told["target"], person=person)
    return give_out(**known, person=person, activity=told["activity"])

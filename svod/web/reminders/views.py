"""Letters to who is late: looked at before they go, kept after."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from svod.register.errors import Refused
from svod.register.models import Campaign, Letter, Organisation, Person
from svod.register.permissions import may, needed_anywhere, visible
from svod.register.reachable import can_write
from svod.register.services.post import words
from svod.register.services.remind import Plan, overdue_below, plan, remind
from svod.register.totals import Coverage, coverage, part_of
from svod.web.base.doors import campaign_or_404, tell
from svod.web.coverage.tops import top
from svod.web.reminders.forms import Reminding

ON_A_PAGE = 50


@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """The record: what went to whom about organisations that the person looks after."""
    campaign = campaign_or_404(request, slug)
    needed_anywhere(request.user, "remind")
    seen = visible(Letter.objects.filter(campaign=campaign), request.user, "remind", "reminders__organisation")
    letters = seen.distinct().select_related("person", "sent_by").prefetch_related("organisations")
    context = {
        "page": Paginator(letters, ON_A_PAGE).get_page(request.GET.get("page")),
        "may_rule": may(request.user, "remind", campaign.organisation),
        "can_write": can_write(),
    }
    return render(request, "reminders/page.html", context)


def new(request: HttpRequest, slug: str) -> HttpResponse:
    """Whom a letter would reach, and what it says; sent when the person says so."""
    campaign = campaign_or_404(request, slug)
    here = top(request, campaign, "remind")
    if here is None:
        raise PermissionDenied("remind")
    cover = coverage(part_of(campaign, request.user).below(here))
    late = overdue_below(cover, here)
    form = Reminding(request.POST or None, late=late)
    if request.method == "POST" and form.is_valid():
        planned = plan(campaign, form.cleaned_data["organisations"])
        try:
            made = remind(
                campaign, here, planned, request.user, link_to_hand_in(request, campaign), form.cleaned_data["note"]
            )
            sent = ngettext("%(number)s letter is on its way.", "%(number)s letters are on their way.", len(made))
            messages.success(request, sent % {"number": len(made)})
            return redirect("reminders", slug)
        except Refused as refusal:
            tell(request, refusal)
    return render(request, "reminders/new.html", _shown(request, campaign, here, form, plan(campaign, late), cover))


def _shown(
    request: HttpRequest, campaign: Campaign, here: Organisation, form: Reminding, planned: Plan, cover: Coverage
) -> dict[str, object]:
    going = planned.organisations
    return {
        "top": here,
        "form": form,
        "planned": planned,
        "going": [
            (one, cover.due(one.path), [_named(to, planned) for to, about in planned.letters.items() if one in about])
            for one in sorted(going, key=lambda one: one.path)
        ],
        "sample": _sample(request.user, campaign, planned, link_to_hand_in(request, campaign)),
        "by_hand": _by_hand(request.user, campaign, planned, link_to_hand_in(request, campaign)),
        "can_write": can_write(),
    }


def _named(to: Person, planned: Plan) -> str:
    """ "Айгүл Серікқызы (by Telegram)"."""
    return f"{to} ({Letter.Way(planned.ways[to]).label})"


def _sample(sender: Person, campaign: Campaign, planned: Plan, link: str) -> tuple[str, str] | None:
    """Subject and text of the first letter, as it would be written now."""
    for to, about in planned.letters.items():
        letter = Letter(campaign=campaign, person=to, way=planned.ways[to], sent_by=sender, link=link)
        return words(letter, about)
    return None


def _by_hand(sender: Person, campaign: Campaign, planned: Plan, link: str) -> str:
    """The same words for those whom nobody here can write to: for a chat that the sender shares with them."""
    if not planned.nobody:
        return ""
    letter = Letter(campaign=campaign, person=sender, way=Letter.Way.MAIL, sent_by=sender, link=link)
    return words(letter, planned.nobody)[1]


def link_to_hand_in(request: HttpRequest, campaign: Campaign) -> str:
    """Where one hands in."""
    return request.build_absolute_uri(reverse("inbox", args=[campaign.slug]))

"""All tellings that surely repeat what is confirmed, joined at once: shown first, taken back by one press."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _, ngettext
from django.views.decorators.http import require_http_methods

from svod.register.errors import Refused
from svod.register.models import Activity, Campaign, Operation, Resemblance, Submission
from svod.register.permissions import may_anywhere, may_undo, needed_anywhere, visible
from svod.register.services.join_copies import certain_copies, join_copies, told_in
from svod.register.services.merge import goodness
from svod.web.base.doors import campaign_or_404, tell
from svod.web.base.waterfall import Waterfall, waterfall
from svod.web.review.tellings import others

ON_A_PAGE = 100


@dataclass(frozen=True)
class Copy:
    """`head` is what stays, `copy` what counts as it from then on."""

    pair: Resemblance
    head: Activity
    copy: Activity
    why: Waterfall

    @property
    def both(self) -> tuple[Activity, Activity]:
        return self.head, self.copy


@require_http_methods(["GET", "POST"])
def copies(request: HttpRequest, slug: str) -> HttpResponse:
    """Those of the campaign, or of one submission (`?of=12`). Who joins nothing sees what others may join."""
    campaign = campaign_or_404(request, slug)
    may_review = may_anywhere(request.user, "review")
    found = certain_copies(campaign, request.user, "review" if may_review else "see")
    of = _submission(request, campaign)
    found = told_in(found, of) if of else found
    if request.method == "POST":
        needed_anywhere(request.user, "review")
        return _join(request, found)
    page = Paginator(found.order_by("-score", "pk"), ON_A_PAGE).get_page(request.GET.get("page"))
    around = {"of": of, "page": page, "rows": _rows(page, campaign), "may_review": may_review}
    return render(request, "review/copies.html", {**around, "done": _done(request, campaign)})


def _submission(request: HttpRequest, campaign: Campaign) -> Submission | None:
    asked = request.GET.get("of", "")
    rows = visible(Submission.objects.filter(campaign=campaign), request.user)
    return rows.filter(pk=int(asked)).first() if asked.isascii() and asked.isdecimal() else None


def _rows(page: Page[Resemblance], campaign: Campaign) -> list[Copy]:
    pairs = list(page.object_list)
    known = others(key for pair in pairs for key in (pair.one_id, pair.other_id))
    found = []
    for pair in pairs:
        head, copy = sorted((known[pair.one_id], known[pair.other_id]), key=goodness)
        found.append(Copy(pair, head, copy, waterfall(pair, campaign.pack)))
    return found


def _join(request: HttpRequest, found: QuerySet[Resemblance]) -> HttpResponse:
    """Those that were ticked, where they are still to be joined."""
    ticked = {int(key) for key in request.POST.getlist("pair") if key.isascii() and key.isdecimal()}
    chosen = found.filter(pk__in=ticked).select_related(
        "one__campaign__organisation", "one__organisation", "other__campaign", "other__organisation"
    )
    asked = {"of": request.GET["of"]} if "of" in request.GET else {}
    try:
        done = join_copies(chosen.order_by("-score", "pk"), request.user)
    except Refused as refusal:
        tell(request, refusal)
        return HttpResponseRedirect(f"{request.path}?{urlencode(asked)}")
    number = sum(int(one.note) for one in done)
    words = ngettext("%(number)s telling is joined.", "%(number)s tellings are joined.", number)
    if number:
        messages.success(request, words % {"number": number})
    else:
        messages.info(request, _("Nothing was ticked that is still to be joined."))
    return HttpResponseRedirect(f"{request.path}?{urlencode({**asked, 'done': [one.pk for one in done]}, doseq=True)}")


def _done(request: HttpRequest, campaign: Campaign) -> list[Operation]:
    """What the person has just joined here, and may take back."""
    keys = [int(key) for key in request.GET.getlist("done") if key.isascii() and key.isdecimal()]
    rows = Operation.objects.filter(campaign=campaign, person=request.user, verb="merge", undone_by=None, pk__in=keys)
    return [one for one in rows.select_related("organisation") if may_undo(request.user, one)]

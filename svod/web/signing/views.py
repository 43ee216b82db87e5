"""The page where an organisation signs its part of a campaign, or opens it again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from svod.register.errors import Refused
from svod.register.models import Campaign, Organisation, Signature
from svod.register.permissions import row_or_404, visible
from svod.register.services.reopen import reopen
from svod.register.services.sign import sign
from svod.web.base.doors import campaign_or_404, tell
from svod.web.signing.ladder import ladder

SHOWN = 20


@require_GET
def page(request: HttpRequest, slug: str) -> HttpResponse:
    campaign = campaign_or_404(request, slug)
    reopened = visible(Signature.objects.filter(campaign=campaign, reopened_at__isnull=False), request.user)
    around = {
        "rungs": ladder(campaign, request.user),
        "reopened": reopened.select_related("organisation", "signed_by", "reopened_by").order_by("-reopened_at")[
            :SHOWN
        ],
    }
    return render(request, "signing/page.html", around)


@require_POST
def sign_part(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    campaign, organisation = part_or_404(request, slug, pk)
    try:
        sign(campaign, organisation, request.user)
        messages.success(request, _("Signed. Nothing in this part can be changed until it is reopened."))
    except Refused as refusal:
        tell(request, refusal)
    return _back(slug, pk)


@require_POST
def reopen_part(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    campaign, organisation = part_or_404(request, slug, pk)
    try:
        opened = reopen(campaign, organisation, request.user, request.POST.get("why", ""))
        names = ", ".join(str(one.organisation) for one in opened)
        messages.success(request, _("Reopened: %(names)s.") % {"names": names})
    except Refused as refusal:
        tell(request, refusal)
    return _back(slug, pk)


def part_or_404(request: HttpRequest, slug: str, pk: int) -> tuple[Campaign, Organisation]:
    campaign = campaign_or_404(request, slug)
    below = Organisation.objects.filter(path__startswith=campaign.organisation.path)
    return campaign, row_or_404(below, request.user, "sign", through="", pk=pk)


def _back(slug: str, pk: int) -> HttpResponseRedirect:
    return HttpResponseRedirect(f"{reverse('signing', args=(slug,))}#p{pk}")

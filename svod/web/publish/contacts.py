"""Help contacts: somebody rings them, and the day is shown beside each. And whom the press may ask."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from svod.packs.pack import Contact
from svod.register.errors import Refused
from svod.register.models import Campaign
from svod.register.services.contacts import name_press_contact, ring
from svod.web.base.doors import tell
from svod.web.publish.forms import PressContact
from svod.web.publish.views import campaign_to_publish


def contact_or_404(campaign: Campaign, number: str) -> Contact:
    found = next((one for one in campaign.contacts if one.number == number), None)
    if found is None:
        raise Http404
    return found


@require_POST
def rung(request: HttpRequest, slug: str) -> HttpResponse:
    campaign = campaign_to_publish(request, slug)
    contact, works = contact_or_404(campaign, request.POST.get("number", "")), request.POST.get("works") == "yes"
    try:
        ring(campaign, contact.number, works, request.user)
        messages.success(request, _("It is noted.") if works else _("It is shown no more until it works again."))
    except Refused as refusal:
        tell(request, refusal)
    return redirect("publishing", slug)


@require_POST
def for_the_press(request: HttpRequest, slug: str) -> HttpResponse:
    campaign, form = campaign_to_publish(request, slug), PressContact(request.POST)
    if form.is_valid():
        name_press_contact(campaign, form.cleaned_data["press_contact"], request.user)
        messages.success(request, _("It is noted. The public sees it once a new draft is published."))
    else:
        messages.error(request, _("Say it in at most 300 letters."))
    return redirect("publishing", slug)

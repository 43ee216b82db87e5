"""A word before something is sent that names somebody or tells a case. It is never in the way of sending."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from svod.packs import Pack
from svod.register.care import Care, care_for
from svod.web.base.doors import campaign_or_404

IN_WORDS = {"held": ("title", "place"), "text": ("text",), "nothing": ("reason",)}  # what one writes freely, by form
KNOWING = "knowing"  # sent by who has read the warning


@csrf_exempt  # it changes nothing, and a page that a phone kept has an old token
@require_POST
def look(request: HttpRequest, slug: str) -> HttpResponse:
    """What the script shows before it sends; nothing where there is nothing to think about."""
    campaign = campaign_or_404(request, slug)
    care = care_about(request.POST, campaign.pack)
    if care is None:
        return HttpResponse(status=204)
    return render(request, "tell/_care.html", {"care": care, "contacts": campaign.pack.contacts})


def care_about(given: QueryDict, pack: Pack) -> Care | None:
    """What to think about in the words of the form that was sent; None for who has thought about it."""
    if KNOWING in given:
        return None
    what = given.get("what", "text")
    words = (given.get(f"{what}-{name}", "") for name in IN_WORDS.get(what, ()))
    return care_for("\n".join(words), pack)

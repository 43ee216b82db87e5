"""What takes the tellings of the phone's queue. Many phones send at once, so nothing is asked or made that only a page
would show."""

from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _

from svod.register.errors import Refused
from svod.register.models import Campaign
from svod.web.base.refusals import words
from svod.web.inbox.choices import chosen_by_key
from svod.web.tell.forms import FORMS, ToldForm
from svod.web.tell.telling import receipt, remember, told


def take(request: HttpRequest, campaign: Campaign) -> JsonResponse:
    """ "Received", or in a line why this will never be. Raises PermissionDenied for who hands in for nobody."""
    choices = chosen_by_key(request.user, campaign, "submit")
    what = request.POST.get("what", "")
    if what not in FORMS:
        return _refused(_("Choose what to tell."))
    form = FORMS[what](request.POST, prefix=what, pack=campaign.pack, **choices)
    if not form.is_valid():
        return _refused(_reasons(form))
    try:
        submission = told(form, campaign, request)
    except Refused as refusal:
        return _refused(words(refusal))
    remember(request, submission)
    return JsonResponse(receipt(submission, campaign))


def _reasons(form: ToldForm) -> str:
    return " ".join(f"{form[name].label}: {' '.join(errors)}" for name, errors in form.errors.items())


def _refused(why: str) -> JsonResponse:
    return JsonResponse({"state": "refused", "message": why}, status=422)

"""What ODK Collect and KoboCollect speak: the form list, the form, what goes with it, and filled-in forms sent.

The link is what an app has in place of a password, as an app user's key is in ODK Central. Django's server or gunicorn
adds the Date that the protocol asks for.
"""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _, gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from svod.odk import openrosa
from svod.odk.answers import NoAnswers
from svod.odk.instance import MOST_BYTES
from svod.odk.questions import ORGANISATIONS
from svod.odk.xform import XForm, xform
from svod.register.errors import Refused, TooManyAnswers
from svod.register.models import FormLink
from svod.register.pictures import MOST_BYTES as MOST_PHOTO
from svod.register.services.link_form import holds
from svod.register.services.take_answers import Arrived, take_sent
from svod.web.base.refusals import words
from svod.web.odk.organisations import is_asked, organisations_csv

AT_ONCE = 10 * 1024 * 1024  # bytes of one request: Collect parts its photos so, and a poor line loses less
MOST_AT_ONCE = 100 * 1024 * 1024  # what some other program may send
ANSWERS = "xml_submission_file"
NO_ANSWERS = {
    "too_large": gettext_lazy("The form is too large."),
    "no_xml": gettext_lazy("What was sent is no filled-in form."),
    "encrypted": gettext_lazy("Encrypted forms are not read here. Send it without encryption."),
    "without_instance": gettext_lazy(
        "The filled-in form has no number of its own. Fill it in with ODK Collect or KoboCollect."
    ),
    "another_form": gettext_lazy("This is a filled-in form of another kind. Fetch the campaign's form anew."),
}

View = Callable[[HttpRequest, FormLink], HttpResponse]


def spoken(view: View) -> Callable[..., HttpResponse]:
    """By a link that holds; each answer says which version of the protocol it is in."""

    @login_not_required
    @never_cache
    @wraps(view)
    def answer(request: HttpRequest, token: str) -> HttpResponse:
        known = FormLink.objects.select_related("campaign__organisation", "organisation", "created_by")
        link = known.filter(token=token).first()
        if link is None or not holds(link):
            found = told(_("This link no longer holds. Ask whoever gave it to you for a new one."), 404)
        else:
            found = view(request, link)
        found["X-OpenRosa-Version"] = "1.0"
        found["X-OpenRosa-Accept-Content-Length"] = str(AT_ONCE)
        return found

    return answer


@require_safe
@spoken
def form_list(request: HttpRequest, link: FormLink) -> HttpResponse:
    asks = is_asked(link.organisation)
    manifest = _address(request, "openrosa_manifest", link) if asks else ""
    return _xml(openrosa.form_list(_form(link), _address(request, "openrosa_form", link), manifest))


@require_safe
@spoken
def form(request: HttpRequest, link: FormLink) -> HttpResponse:
    return _xml(_form(link).xml)


@require_safe
@spoken
def manifest(request: HttpRequest, link: FormLink) -> HttpResponse:
    if not is_asked(link.organisation):
        return _xml(openrosa.manifest())
    address = _address(request, "openrosa_organisations", link)
    return _xml(openrosa.manifest(ORGANISATIONS, organisations_csv(link.organisation), address))


@require_safe
@spoken
def organisations(request: HttpRequest, link: FormLink) -> HttpResponse:
    return HttpResponse(organisations_csv(link.organisation), content_type="text/csv; charset=utf-8")


@csrf_exempt
@require_http_methods(["HEAD", "POST"])
@spoken
def submission(request: HttpRequest, link: FormLink) -> HttpResponse:
    """A filled-in form with all its photos or some of them: an app parts them among several requests, and sends them
    again where it did not hear that they came. Before it sends, it asks (HEAD) whether it may."""
    if request.method == "HEAD":
        return HttpResponse(status=204)
    length = request.headers.get("Content-Length", "")
    if not length.isdecimal():
        return told(_("The request does not say how long it is."), 411)  # sent in chunks, Django reads nothing of it
    if int(length) > MOST_AT_ONCE:
        return told(_("More was sent at once than the server takes."), 413)
    if ANSWERS not in request.FILES:
        return told(NO_ANSWERS["no_xml"], 400)
    photos = [one for name, one in request.FILES.items() if name != ANSWERS]
    try:
        arrived = take_sent(
            request.FILES[ANSWERS].read(MOST_BYTES + 1), (one.read(MOST_PHOTO + 1) for one in photos), link
        )
    except NoAnswers as reason:
        return told(NO_ANSWERS[reason.code], 413 if reason.code == "too_large" else 400)
    except TooManyAnswers as refusal:
        return told(words(refusal), 429)
    except Refused as refusal:
        return told(words(refusal), 409)
    return told(_received(arrived), 201, "submit_success")


def _received(arrived: Arrived) -> str:
    said = _("Received by the office, number %(number)s.") % {"number": arrived.submission.pk}
    if arrived.astray:
        name = arrived.submission.organisation.name
        said += " " + _(
            "The organisation in the form is none of this link’s, so it was taken as a report of: %(name)s."
        ) % {"name": name}
    if arrived.lost:
        said += " " + _("Not kept, since they are no photos or too many: %(number)s.") % {"number": arrived.lost}
    return said


def told(message: str, status: int, nature: str = "submit_error") -> HttpResponse:
    return _xml(openrosa.response(str(message), nature), status)


def _xml(data: bytes, status: int = 200) -> HttpResponse:
    return HttpResponse(data, status=status, content_type="text/xml; charset=utf-8")


def _form(link: FormLink) -> XForm:
    top = link.organisation
    return xform(link.campaign.pack, link.campaign.year, whose=is_asked(top), region=top.region)


def _address(request: HttpRequest, name: str, link: FormLink) -> str:
    return request.build_absolute_uri(reverse(name, args=[link.token]))

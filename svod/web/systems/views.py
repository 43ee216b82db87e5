"""The page of the files, and the files. They are made of the public file: what it keeps back is in none of them."""

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, gettext_lazy as _
from django.views.decorators.http import require_safe

from svod.language import LANGUAGES
from svod.register.history import operation
from svod.register.models import Campaign, Publication
from svod.register.permissions import may, needed_anywhere
from svod.standards.formats import FORMATS, IATI, XML
from svod.standards.iati import IDENTIFIER, iati
from svod.web.base.doors import campaign_or_404
from svod.web.systems.figures import figures, newest

TOLD = {  # what each is, as the page says it
    "hxl": (_("HXL"), _("Each activity, with a row of tags by which humanitarian programs know the columns.")),
    "3w": (_("3W, 5W"), _("Who does what, where, when and for whom, added up by month. HXL tags under the head.")),
    "3w-csv": (_("3W as CSV"), _("The same for programs.")),
    "activityinfo": (_("ActivityInfo"), _("For “Import” in a form's table view. A second import changes records.")),
    "dhis2": (_("DHIS2"), _("A data value set: activities and attendances of each region, by kind too.")),
    "dhis2-xml": (_("DHIS2 as XML"), _("The same for older servers.")),
    "dhis2-metadata": (_("DHIS2, codes"), _("The data elements and category options, to be imported first.")),
}


class Identifier(forms.Form):
    identifier = forms.RegexField(
        f"^{IDENTIFIER.pattern}$",
        label=_("Identifier of the organisation, as registered with IATI"),
        max_length=100,
        help_text=_("As in KZ-BIN-000140000000."),
        error_messages={"invalid": _("An identifier holds no space and none of / & | ?, as KZ-BIN-000140000000.")},
    )


@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    campaign = _campaign(request, slug)
    return _drawn(request, campaign, Identifier())


@require_safe
def as_file(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    if form not in FORMATS:
        raise Http404
    campaign, wanted = _campaign(request, slug), FORMATS[form]
    language = request.GET.get("language", get_language() or "")
    told = figures(campaign, _source(request, campaign).content)
    data = wanted.write(told, language if language in LANGUAGES else LANGUAGES[0])
    return _file(request, campaign, data, wanted.name, wanted.kind)


@require_safe
def as_iati(request: HttpRequest, slug: str) -> HttpResponse:
    campaign = _campaign(request, slug)
    source, form = _source(request, campaign), Identifier(request.GET)
    if not form.is_valid():
        return _drawn(request, campaign, form, 400)
    data = iati(figures(campaign, source.content), form.cleaned_data["identifier"])
    return _file(request, campaign, data, IATI, XML)


def _campaign(request: HttpRequest, slug: str) -> Campaign:
    campaign = campaign_or_404(request, slug)
    needed_anywhere(request.user, "export")
    return campaign


def _source(request: HttpRequest, campaign: Campaign) -> Publication:
    found = newest(campaign, request.user)
    if found is None:
        raise Http404
    return found


def _drawn(request: HttpRequest, campaign: Campaign, form: Identifier, status: int = 200) -> HttpResponse:
    context = {
        "source": newest(campaign, request.user),
        "files": [(code, one.has_words, *TOLD[code]) for code, one in FORMATS.items()],
        "languages": LANGUAGES,
        "form": form,
        "may_publish": may(request.user, "publish", campaign.organisation),
    }
    return render(request, "systems/page.html", context, status=status)


def _file(request: HttpRequest, campaign: Campaign, data: bytes, name: str, kind: str) -> HttpResponse:
    """Who took what is on record, as for every table that leaves."""
    with operation("export", request.user, campaign, campaign.organisation, note=f"{campaign.slug}-{name}"):
        pass  # a deed that changes no row
    answer = HttpResponse(data, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{campaign.slug}-{name}"'
    answer["Cache-Control"] = "private, no-store"
    return answer

"""Files that were dropped without a word of whose they are: what is proposed for each, and one button for all."""

from copy import deepcopy
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _, gettext_lazy, ngettext
from django.views.decorators.http import require_safe

from svod.register.errors import Refused
from svod.register.models import Campaign, Incoming, Organisation
from svod.register.permissions import needed_anywhere
from svod.register.services.assign import assign, refuse
from svod.register.services.hold import to_say
from svod.web.base.doors import campaign_or_404, tell
from svod.web.inbox.choices import OrganisationField, organisations_for, written
from svod.web.inbox.download import given

ON_A_PAGE = 50
MOST_TO_CHOOSE = 60  # for each file; among more one is searched for
MOST_OFFERED = 500  # names that a browser is given at once to complete what is typed
WHERE = {
    "folder": gettext_lazy("folder “%(words)s”"),
    "sender": gettext_lazy("sender “%(words)s”"),
    "name": gettext_lazy("file name “%(words)s”"),
    "text": gettext_lazy("at the head of the text “%(words)s”"),
}
SUBJECT = gettext_lazy("subject “%(words)s”")


class Each(forms.Form):
    """An organisation for each file; what is left empty goes on waiting."""

    def __init__(self, *given_: Any, files: list[Incoming], search: str, choices: Any, **options: Any) -> None:
        super().__init__(*given_, **options)
        asked = OrganisationField(
            choices, search, required=False, empty_label=_("not handed in yet: choose"), most=MOST_TO_CHOOSE
        )
        listed = None if asked.is_searched else list(asked.choices)
        for file in files:
            field = deepcopy(asked)
            field.label, field.initial = _("Whose: %(name)s") % {"name": file.name}, file.proposed
            if listed is not None:
                field.widget.choices = listed
            self.fields[str(file.pk)] = field
        self.is_searched = asked.is_searched


def whose(request: HttpRequest, slug: str) -> HttpResponse:
    campaign = _campaign(request, slug)
    files = _files(request, campaign)
    page = Paginator(files, ON_A_PAGE).get_page(request.GET.get("page"))
    rows = list(page.object_list)
    choices = organisations_for(request.user, campaign, "submit")
    search = reverse("inbox_organisations", args=[slug])
    form = Each(request.POST or None, files=rows, search=search, choices=choices)
    if request.method == "POST" and (key := request.POST.get("refuse", "")).isdecimal():
        return _refuse(request, campaign, int(key))
    if request.method == "POST" and form.is_valid():
        return _hand_in(request, campaign, form.cleaned_data, rows)
    waiting = 0 if form.is_bound or "now" in request.GET else sum(one.looked_at is None for one in rows)
    context = {
        "page": page,
        "waiting": waiting,
        "read": len(rows) - waiting,
        "form": form,
        "parts": _parts(form, rows),
        "offered": [written(one) for one in choices[:MOST_OFFERED]] if form.is_searched else [],
    }
    return render(request, "inbox/whose.html", context, status=422 if form.is_bound else 200)


@require_safe
def file(request: HttpRequest, slug: str, key: int) -> FileResponse:
    row = get_object_or_404(_files(request, _campaign(request, slug)), pk=key)
    return given(row.file, row.name.rpartition("/")[2])


def _campaign(request: HttpRequest, slug: str) -> Campaign:
    campaign = campaign_or_404(request, slug)
    needed_anywhere(request.user, "submit")
    return campaign


def _files(request: HttpRequest, campaign: Campaign) -> Any:
    return to_say(request.user, campaign).select_related("proposed", "person", "campaign").order_by("name", "pk")


def _parts(form: Each, rows: list[Incoming]) -> list[tuple[str, list[tuple[Incoming, Any, list[str]]]]]:
    """What a person has to think about first, then what only wants a look."""
    shown = [(one, form[str(one.pk)], grounds_in_words(one)) for one in rows]
    open_ = [row for row in shown if row[0].proposed is None]
    proposed = [row for row in shown if row[0].proposed is not None]
    parts = ((_("Not clear: say whose they are"), open_), (_("Proposed: look whether it is so"), proposed))
    return [(title, some) for title, some in parts if some]


def grounds_in_words(row: Incoming) -> list[str]:
    """What says whose it is; a letter has no file's name but a subject."""
    known = WHERE | {"name": SUBJECT} if row.channel == "email" else WHERE
    return [known[where] % {"words": words} for where, words in row.grounds if where in known]


def _hand_in(request: HttpRequest, campaign: Campaign, said: dict[str, Organisation], rows: list[Incoming]) -> Any:
    handed_in: list[int] = []
    for row in rows:
        if organisation := said[str(row.pk)]:
            try:
                handed_in.append(assign(row, organisation, request.user).pk)
            except Refused as refusal:
                tell(request, refusal)
    if number := len(set(handed_in)):
        text = ngettext("%(number)s file is received.", "%(number)s files are received.", number)
        messages.success(request, text % {"number": number})
        if again := len(handed_in) - number:
            text = ngettext(
                "%(number)s file is the same as another one of them, and counts once.",
                "%(number)s files are the same as others of them, and count once.",
                again,
            )
            messages.success(request, text % {"number": again})
    else:
        messages.error(request, _("Nothing was handed in: say whose at least one file is."))
    return _back(request, campaign)


def _refuse(request: HttpRequest, campaign: Campaign, key: int) -> HttpResponse:
    row = get_object_or_404(_files(request, campaign), pk=key)
    try:
        refuse(row, _("no report"), request.user)
        messages.success(request, _("“%(name)s” is no report, and is put away.") % {"name": row.name})
    except Refused as refusal:
        tell(request, refusal)
    return _back(request, campaign)


def _back(request: HttpRequest, campaign: Campaign) -> HttpResponse:
    """To what is left, without waiting where one did not; to the inbox where nothing is."""
    is_left = to_say(request.user, campaign).exists()
    address = reverse("inbox_whose" if is_left else "inbox", args=[campaign.slug])
    return redirect(f"{address}?now" if is_left and "now" in request.GET else address)

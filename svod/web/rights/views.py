"""What is held of a person, given or erased: of somebody named in reports, and of somebody who signs in."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _, gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from svod.register.errors import Refused
from svod.register.models import Erasure, Person
from svod.register.permissions import may_manage, needed_everywhere
from svod.register.rights.account import erase_account, held_of
from svod.register.rights.erase import begin_erasing, look_for
from svod.web.base.doors import tell
from svod.web.people.views import person_or_404

PLACES = {  # where words stand, as the navigation calls it
    gettext_lazy("Submission"): ("Document", "Submission", "Incoming"),
    gettext_lazy("Activity"): ("Activity", "Resemblance"),
    gettext_lazy("Reported total"): ("ReportedTotal",),
    gettext_lazy("Plan"): ("Plan", "PlannedActivity", "PlanSheet"),
    gettext_lazy("Materials"): ("Material", "PieceRequest", "PieceMove"),
    gettext_lazy("Own table"): ("ActivityTable",),
    gettext_lazy("Surveys"): ("Survey",),
    gettext_lazy("Letters sent"): ("Letter",),
    gettext_lazy("Telegram"): ("Chat", "Update", "Outgoing"),
    gettext_lazy("Consolidated report"): ("Report", "Passage", "Comment", "Recommendation", "Illustration"),
    gettext_lazy("Versions"): ("Edition",),
    gettext_lazy("Public page"): ("Publication", "Released"),
    gettext_lazy("Signing"): ("Signature",),
    gettext_lazy("Coverage"): ("Expected",),
    gettext_lazy("History"): ("Operation", "Change"),
}
CALLED = {model: name for name, models in PLACES.items() for model in models}


class Asked(forms.Form):
    words = forms.CharField(
        label=gettext_lazy("Name, or number"),
        max_length=200,
        help_text=gettext_lazy("Surname and first name as in a passport; other forms of it are found by themselves."),
    )
    reason = forms.CharField(label=gettext_lazy("Who asks, and why"), max_length=500)


def for_all(person: Person) -> None:
    """Reports of every organisation are read: only who administers the whole federation may have that done."""
    needed_everywhere(person, "administer")


def erasures(request: HttpRequest) -> HttpResponse:
    for_all(request.user)
    form = Asked(request.POST or None)
    if request.method == "POST" and form.is_valid():
        asked = look_for(form.cleaned_data["words"], form.cleaned_data["reason"], request.user)
        return redirect("erasure", asked.pk)
    asked_before = Erasure.objects.select_related("asked_by").defer("places")[:50]
    return render(request, "rights/page.html", {"form": form, "erasures": asked_before})


@require_safe
def erasure(request: HttpRequest, pk: int) -> HttpResponse:
    for_all(request.user)
    asked = get_object_or_404(Erasure, pk=pk)
    places = [(CALLED[model], quote) for model, _row, _column, quote in asked.places]
    return render(request, "rights/one.html", {"asked": asked, "places": places})


@require_safe
def held_of_somebody(request: HttpRequest, pk: int) -> HttpResponse:
    """For the person who asks: every place, with the words around it."""
    for_all(request.user)
    asked = get_object_or_404(Erasure, pk=pk)
    places = [dict(zip(("where", "number", "field", "words"), place, strict=True)) for place in asked.places]
    return _download({"asked": asked.asked_at, "places": places}, f"held-{pk}.json")


@require_POST
def go(request: HttpRequest, pk: int) -> HttpResponse:
    for_all(request.user)
    begin_erasing(get_object_or_404(Erasure, pk=pk), request.user)
    return redirect("erasure", pk)


@require_POST
def erase_one(request: HttpRequest, pk: int) -> HttpResponse:
    other = person_or_404(request, pk)
    if not may_manage(request.user, other):
        raise PermissionDenied("administer")
    try:
        erase_account(other, request.user)
        messages.success(request, _("The account is erased. What was decided by it stays, without a name."))
    except Refused as refusal:
        tell(request, refusal)
        return redirect("person", pk)
    return redirect("people")


@require_safe
def held_of_me(request: HttpRequest) -> HttpResponse:
    return _download(held_of(request.user), "held.json")


def _download(told: dict[str, Any], name: str) -> JsonResponse:
    answer = JsonResponse(told, json_dumps_params={"ensure_ascii": False, "indent": 1})
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "private, no-store"
    return answer

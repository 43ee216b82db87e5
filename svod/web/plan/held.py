"""What was planned was held: two taps, or an activity that was told otherwise stands for it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from svod.register.errors import Refused
from svod.register.models import Activity
from svod.register.services.hold_planned import hold_planned, link, unlink
from svod.register.totals.plans import unlinked
from svod.web.base.doors import tell
from svod.web.plan.doors import planned_or_404
from svod.web.plan.forms import HeldAsPlanned


def page(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    planned = planned_or_404(request, slug, pk)
    today = timezone.localdate()
    form = HeldAsPlanned(request.POST or None, initial={"day": min(planned.first_day or today, today)})
    if request.method == "POST" and form.is_valid():
        try:
            hold_planned(planned, form.cleaned_data["day"], form.cleaned_data["people"], request.user)
            messages.success(request, _("It is in the register."))
            return redirect("plan", slug, planned.plan.organisation_id)
        except Refused as refusal:
            tell(request, refusal)
    return render(request, "plan/held.html", {"form": form, "planned": planned, "told": unlinked(planned)})


@require_POST
def link_one(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """An activity of the same organisation stands for it; without one, none does any more."""
    planned = planned_or_404(request, slug, pk)
    key = request.POST.get("activity", "")
    try:
        if key.isdecimal():
            plan = planned.plan
            rows = Activity.objects.filter(campaign=plan.campaign, organisation=plan.organisation)
            link(planned, get_object_or_404(rows, pk=int(key)), request.user)
        else:
            unlink(planned, request.user)
    except Refused as refusal:
        tell(request, refusal)
    where = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(where, {request.get_host()}):
        return redirect(where)
    return redirect("plan", slug, planned.plan.organisation_id)

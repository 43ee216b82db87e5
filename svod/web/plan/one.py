"""One activity of a plan: added, changed, dropped."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext as _
from django.views.decorators.http import require_POST

from svod.register.errors import Refused
from svod.register.services.draft_plan import change, drop, plan_of, put
from svod.web.base.doors import tell
from svod.web.plan.doors import place, planned_or_404
from svod.web.plan.forms import PlannedForm, told_by


def add(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    campaign, organisation = place(request, slug, pk, "plan")
    form = PlannedForm(request.POST or None, pack=campaign.pack, initial={"first_day": request.GET.get("day", "")})
    if request.method == "POST" and form.is_valid():
        try:
            put(plan_of(campaign, organisation, request.user), [form.columns()], request.user)
            messages.success(request, _("It is in the plan."))
            return redirect("plan_activity" if "more" in request.POST else "plan", slug, pk)
        except Refused as refusal:
            tell(request, refusal)
    return render(request, "plan/one.html", {"form": form, "organisation": organisation})


def change_one(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    planned = planned_or_404(request, slug, pk)
    form = PlannedForm(
        request.POST or None, pack=planned.plan.campaign.pack, initial=told_by(planned, get_language() or "ru")
    )
    if request.method == "POST" and form.is_valid():
        planned.version = form.cleaned_data["version"] or planned.version
        try:
            change(planned, form.columns(), request.user)
            messages.success(request, _("The plan is changed."))
            return redirect("plan", slug, planned.plan.organisation_id)
        except Refused as refusal:
            tell(request, refusal)
    around = {"form": form, "organisation": planned.plan.organisation, "planned": planned}
    return render(request, "plan/one.html", around)


@require_POST
def drop_one(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    planned = planned_or_404(request, slug, pk)
    try:
        drop(planned, request.user)
        messages.success(request, _("It is no longer in the plan."))
    except Refused as refusal:
        tell(request, refusal)
    return redirect("plan", slug, planned.plan.organisation_id)

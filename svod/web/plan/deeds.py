"""What is done with a whole plan: begun from last year's, sent up, approved or sent back."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _, ngettext
from django.views.decorators.http import require_POST

from svod.register.errors import Refused
from svod.register.models import Plan
from svod.register.services.approve_plan import approve, may_approve, send_back, send_up, take_back
from svod.register.services.draft_plan import copy_from, plan_of
from svod.web.base.doors import tell
from svod.web.plan.doors import place
from svod.web.plan.views import earlier_plan


@require_POST
def copy(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    campaign, organisation = place(request, slug, pk, "plan")
    earlier = earlier_plan(campaign, organisation)
    if earlier is None:
        raise Http404
    try:
        number = len(copy_from(earlier, plan_of(campaign, organisation, request.user), request.user))
        taken = ngettext("%(number)s activity is taken over.", "%(number)s activities are taken over.", number)
        messages.success(request, taken % {"number": number})
    except Refused as refusal:
        tell(request, refusal)
    return redirect("plan", slug, pk)


@require_POST
def send(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Up to be approved, or back while nobody has decided on it."""
    campaign, organisation = place(request, slug, pk, "plan")
    plan = plan_of(campaign, organisation, request.user)
    try:
        if "back" in request.POST:
            take_back(plan, request.user)
            messages.success(request, _("The plan is back: change it and send it up again."))
        else:
            send_up(plan, request.user)
            messages.success(request, _("The plan is sent up."))
    except Refused as refusal:
        tell(request, refusal)
    return redirect("plan", slug, pk)


@require_POST
def decide(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """By the organisation above: approved, or sent back with a remark."""
    campaign, organisation = place(request, slug, pk)
    if not may_approve(request.user, organisation):
        raise PermissionDenied("approve")
    found = Plan.objects.filter(campaign=campaign, organisation=organisation).first()
    if found is None:
        raise Http404
    try:
        if "approve" in request.POST:
            approve(found, request.user)
            messages.success(request, _("The plan is approved."))
        else:
            send_back(found, request.POST.get("remark", ""), request.user)
            messages.success(request, _("The plan is sent back."))
    except Refused as refusal:
        tell(request, refusal)
    return redirect("plan", slug, pk)

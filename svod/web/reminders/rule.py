"""When letters go without a person's word."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from svod.register.permissions import needed
from svod.register.services.remind_by_rule import MOST, set_rule
from svod.web.base.doors import campaign_or_404
from svod.web.reminders.forms import Rule


def rule(request: HttpRequest, slug: str) -> HttpResponse:
    campaign = campaign_or_404(request, slug)
    needed(request.user, "remind", campaign.organisation)
    given = {"remind_after": campaign.remind_after, "escalate_after": campaign.escalate_after}
    form = Rule(request.POST or None, initial=given)
    if request.method == "POST" and form.is_valid():
        link = request.build_absolute_uri(reverse("coverage", args=[slug]))
        set_rule(campaign, request.user, **form.cleaned_data, link=link)
        messages.success(request, _("The rule is changed."))
        return redirect("reminders", slug)
    return render(request, "reminders/rule.html", {"form": form, "most": MOST})

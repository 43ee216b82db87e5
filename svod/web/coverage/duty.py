"""What one organisation owes a campaign: its day, or why it need not report."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from svod.register.models import Expected, Organisation
from svod.register.permissions import needed, row_or_404
from svod.register.services.expect import excuse, expect
from svod.web.base.doors import campaign_or_404
from svod.web.coverage.forms import Duty


def duty(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    campaign = campaign_or_404(request, slug)
    rows = Organisation.objects.filter(path__startswith=campaign.organisation.path).exclude(pk=campaign.organisation_id)
    organisation = row_or_404(rows, request.user, through="", pk=pk)
    needed(request.user, "organise", campaign.organisation)  # the rates are the campaign's, not the region's own
    if not Expected.objects.filter(campaign=campaign).exists():
        messages.info(request, _("Fix the list first: until then it follows the tree of organisations."))
        return redirect("freeze_expected", slug)
    listed = Expected.objects.filter(campaign=campaign, organisation=organisation).first()
    given = {"due": listed.due, "excused_why": listed.excused_why} if listed else {"due": campaign.report_by}
    form = Duty(request.POST or None, initial=given)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        expect(campaign, organisation, told["due"], request.user)
        if told["excused_why"]:
            listed = Expected.objects.get(campaign=campaign, organisation=organisation)
            excuse(listed, told["excused_why"], request.user)
        messages.success(request, _("The list is changed."))
        return redirect("organisation", slug, pk)
    return render(request, "coverage/duty.html", {"form": form, "organisation": organisation, "listed": listed})

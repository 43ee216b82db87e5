"""Photos of submissions, chosen for the report: with a caption, and with who agreed."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from svod.register.consolidated.discreet import discreet
from svod.register.consolidated.told import extent_of
from svod.register.errors import Refused
from svod.register.models import Illustration, Photo, Report, Submission
from svod.register.models.submission import STANDING
from svod.register.permissions import may
from svod.register.services.illustrate import drop_illustration, illustrate
from svod.web.base.doors import tell
from svod.web.base.pages import one_page
from svod.web.reports.doors import report_or_404

ON_A_PAGE = 24


@require_http_methods(["GET", "HEAD", "POST"])
def photos(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    if request.method == "POST":
        report = report_or_404(request, slug, pk, "report")
        key = request.POST.get("photo", "")
        photo = get_object_or_404(photos_for(report), pk=int(key) if key.isdecimal() else 0)
        try:
            caption, consent, faces = (request.POST.get(name, "") for name in ("caption", "consent", "faces"))
            illustrate(report, photo, caption, consent, request.user, faces)
            messages.success(request, _("The photo is in the report."))
        except Refused as refusal:
            tell(request, refusal)
        return redirect("report_photos", slug, pk)
    report = report_or_404(request, slug, pk)
    chosen = list(report.illustrations.select_related("photo__submission", "chosen_by"))
    guard = discreet(report)
    others = photos_for(report).exclude(pk__in=[one.photo_id for one in chosen])
    around = {
        "report": report,
        "chosen": [(one, guard.private(one.caption)) for one in chosen],
        "page": one_page(request, others.select_related("submission__organisation"), ON_A_PAGE),
        "faces": Illustration.Faces.choices,
        "may_write": may(request.user, "report", report.organisation),
        "may_release": may(request.user, "publish", report.campaign.organisation),
    }
    return render(request, "reports/photos.html", around)


@require_POST
def drop(request: HttpRequest, slug: str, pk: int, number: int) -> HttpResponse:
    report = report_or_404(request, slug, pk, "report")
    drop_illustration(get_object_or_404(report.illustrations, pk=number), request.user)
    messages.success(request, _("Taken out."))
    return redirect("report_photos", slug, pk)


def photos_for(report: Report) -> QuerySet[Photo]:
    """Those that came with submissions of the report's part of the tree."""
    part = extent_of(report).part
    standing = Submission.objects.filter(part.within(), STANDING, campaign=report.campaign)
    return Photo.objects.filter(submission__in=standing)

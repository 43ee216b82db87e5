from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from svod.web.base.doors import campaigns_of


def home(request: HttpRequest) -> HttpResponse:
    """The campaigns one has a part in, those of these days first; with a single one, its dashboard."""
    today = timezone.localdate()
    campaigns = sorted(campaigns_of(request.user), key=lambda one: one.distance(today))
    if len(campaigns) == 1:
        return redirect("dashboard", campaigns[0].slug)
    return render(request, "home/page.html", {"campaigns": [(one, one.phase(today)) for one in campaigns]})

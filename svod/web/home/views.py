from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from svod.web.base.doors import campaigns_of


def home(request: HttpRequest) -> HttpResponse:
    """The campaigns one has a part in; with a single one, its dashboard."""
    campaigns = list(campaigns_of(request.user))
    if len(campaigns) == 1:
        return redirect("dashboard", campaigns[0].slug)
    return render(request, "home/page.html", {"campaigns": campaigns})

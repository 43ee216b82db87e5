from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from svod.web.base.doors import campaigns_of


def home(request: HttpRequest) -> HttpResponse:
    return render(request, "home/page.html", {"campaigns": campaigns_of(request.user)})

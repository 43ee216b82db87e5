from django.urls import path

from svod.web.organisations.one import one
from svod.web.organisations.views import everywhere, of_campaign

urlpatterns = [
    path("organisations/", everywhere, name="organisations"),
    path("c/<slug:slug>/organisations/", of_campaign, name="campaign_organisations"),
    path("c/<slug:slug>/organisations/<int:pk>/", one, name="organisation"),
]

from django.urls import path

from svod.web.campaigns import views

urlpatterns = [
    path("campaigns/", views.campaigns, name="campaigns"),
    path("campaigns/new/", views.new_campaign, name="new_campaign"),
    path("campaigns/<slug:slug>/days/", views.days, name="campaign_days"),
    path("campaigns/<slug:slug>/remove/", views.remove, name="remove_campaign"),
]

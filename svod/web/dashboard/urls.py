from django.urls import path

from svod.web.dashboard.views import dashboard

urlpatterns = [path("c/<slug:slug>/dashboard/", dashboard, name="dashboard")]

from django.urls import path

from svod.web.coverage.duty import duty
from svod.web.coverage.freeze import freeze_list
from svod.web.coverage.views import page

urlpatterns = [
    path("c/<slug:slug>/coverage/", page, name="coverage"),
    path("c/<slug:slug>/coverage/freeze/", freeze_list, name="freeze_expected"),
    path("c/<slug:slug>/organisations/<int:pk>/duty/", duty, name="duty"),
]

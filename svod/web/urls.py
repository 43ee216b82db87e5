"""Every address, page by page."""

from django.urls import include, path

urlpatterns = [
    path("", include("svod.web.home.urls")),
    path("account/", include("allauth.urls")),
    path("i18n/", include("django.conf.urls.i18n")),
]

from django.urls import path, register_converter

from svod.language import LANGUAGES
from svod.web.help import views


class Language:
    """One that the guide is written in."""

    regex = "|".join(LANGUAGES)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Language, "guide")

urlpatterns = [
    path("", views.in_own_language, name="help_own"),
    path("<guide:language>/", views.contents, name="help"),
    path("<guide:language>/<slug:topic>/", views.show, name="help_page"),
    path("reference/<slug:reference_name>/", views.show_reference, name="help_reference"),
    path("<slug:topic>/", views.in_own_language, name="help_own_page"),
]

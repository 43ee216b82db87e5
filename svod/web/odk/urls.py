"""The page within the campaign; what apps speak with below a link, as below an app user's key of ODK Central."""

from django.urls import path

from svod.odk.questions import ORGANISATIONS
from svod.web.odk import openrosa, views

urlpatterns = [
    path("c/<slug:slug>/odk/", views.page, name="odk"),
    path("c/<slug:slug>/odk/form.xlsx", views.taken_away, {"what": "form"}, name="xlsform"),
    path(f"c/<slug:slug>/odk/{ORGANISATIONS}", views.taken_away, {"what": ORGANISATIONS}, name="form_organisations"),
    path("c/<slug:slug>/odk/links/", views.make_link, name="make_form_link"),
    path("c/<slug:slug>/odk/links/<int:pk>/", views.link, name="form_link"),
    path("c/<slug:slug>/odk/links/<int:pk>/withdraw/", views.withdraw, name="withdraw_form_link"),
    path("odk/<str:token>/formList", openrosa.form_list, name="openrosa_list"),
    path("odk/<str:token>/form.xml", openrosa.form, name="openrosa_form"),
    path("odk/<str:token>/manifest", openrosa.manifest, name="openrosa_manifest"),
    path(f"odk/<str:token>/{ORGANISATIONS}", openrosa.organisations, name="openrosa_organisations"),
    path("odk/<str:token>/submission", openrosa.submission, name="openrosa_submission"),
]

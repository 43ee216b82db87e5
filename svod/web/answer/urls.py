"""Under /s/<token>/, for everybody who has it."""

from django.urls import path

from svod.web.answer import views

urlpatterns = [
    path("", views.in_some_language, name="answer_survey"),
    path("<str:language>/", views.form, name="answer"),
    path("<str:language>/thanks/", views.thanks, name="answer_thanks"),
    path("<str:language>/safety/", views.safety, name="answer_safety"),
]

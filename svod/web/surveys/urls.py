from django.urls import path

from svod.web.surveys import deeds, files, views

urlpatterns = [
    path("c/<slug:slug>/surveys/", views.surveys, name="surveys"),
    path("c/<slug:slug>/surveys/open/", deeds.open_one, name="open_survey"),
    path("c/<slug:slug>/surveys/results/", views.results, name="survey_results"),
    path("c/<slug:slug>/surveys/<int:pk>/", views.survey, name="survey"),
    path("c/<slug:slug>/surveys/<int:pk>/close/", deeds.close_one, name="close_survey"),
    path("c/<slug:slug>/surveys/<int:pk>/discard/", deeds.discard_one, name="discard_survey"),
    path("c/<slug:slug>/surveys/<int:pk>/posters/<str:language>/", files.poster, name="survey_poster"),
    path("c/<slug:slug>/surveys/results/<int:pk>.csv", files.table, name="survey_table"),
]

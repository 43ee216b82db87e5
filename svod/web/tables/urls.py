from django.urls import path

from svod.web.tables import look, views

urlpatterns = [
    path("c/<slug:slug>/tables/", views.page, name="tables"),
    path("c/<slug:slug>/tables/template/", views.taken_away, name="table_template"),
    path("c/<slug:slug>/tables/<int:pk>/", look.page, name="table"),
]

from django.urls import path

from svod.web.organise import sheets, views

urlpatterns = [
    path("organisations/<int:pk>/add/", views.add, name="add_organisation"),
    path("organisations/<int:pk>/change/", views.change, name="change_organisation"),
    path("organisations/import/", sheets.choose, name="import_organisations"),
    path("organisations/import/rows/", sheets.look, name="look_at_import"),
    path("organisations/import/template/", sheets.sheet_template, name="import_template"),
    path("organisations/import/<int:pk>/undo/", sheets.undo_import, name="undo_import"),
]

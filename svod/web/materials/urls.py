from django.urls import path

from svod.web.materials import issues, log, requests, views

CAMPAIGN = "c/<slug:slug>/"

urlpatterns = [
    path(f"{CAMPAIGN}materials/", views.page, name="materials"),
    path(f"{CAMPAIGN}materials/add/", views.add, name="add_material"),
    path(f"{CAMPAIGN}materials/<int:pk>/", views.one, name="material"),
    path(f"{CAMPAIGN}materials/<int:pk>/change/", views.change, name="change_material"),
    path(f"{CAMPAIGN}materials/<int:pk>/versions/", issues.add, name="add_issue"),
    path(f"{CAMPAIGN}issues/<int:pk>/file/", issues.file, name="issue_file"),
    path(f"{CAMPAIGN}issues/<int:pk>/printed/", issues.printed, name="print_pieces"),
    path(f"{CAMPAIGN}requests/", requests.page, name="piece_requests"),
    path(f"{CAMPAIGN}requests/ask/", requests.ask, name="ask_pieces"),
    path(f"{CAMPAIGN}requests/<int:pk>/", requests.decide, name="piece_request"),
    path(f"{CAMPAIGN}hand-outs/", log.page, name="hand_outs"),
    path(f"{CAMPAIGN}hand-outs/note/", log.note, name="note_hand_out"),
]

from django.urls import path

from svod.web.inbox import download, held, page, pieces, receive, ways_on, whose

urlpatterns = [
    path("c/<slug:slug>/inbox/", page.inbox, name="inbox"),
    path("c/<slug:slug>/inbox/progress/", page.progress, name="inbox_progress"),
    path("c/<slug:slug>/inbox/organisations/", page.organisations, name="inbox_organisations"),
    path("c/<slug:slug>/inbox/files/", receive.files, name="inbox_files"),
    path("c/<slug:slug>/inbox/text/", receive.text, name="inbox_text"),
    path("c/<slug:slug>/inbox/uploads/", pieces.begin, name="inbox_begin"),
    path("c/<slug:slug>/inbox/uploads/<uuid:key>/", pieces.piece, name="inbox_piece"),
    path("c/<slug:slug>/inbox/uploads/<uuid:key>/drop/", pieces.drop, name="inbox_drop"),
    path("c/<slug:slug>/inbox/<int:key>/", ways_on.way_on, name="inbox_way_on"),
    path("c/<slug:slug>/inbox/<int:key>/copy/", ways_on.better_copy, name="inbox_better_copy"),
    path("c/<slug:slug>/inbox/<int:key>/text/", ways_on.typed, name="inbox_typed"),
    path("c/<slug:slug>/inbox/<int:key>/aside/", ways_on.aside, name="inbox_aside"),
    path("c/<slug:slug>/inbox/whose/", whose.whose, name="inbox_whose"),
    path("c/<slug:slug>/inbox/whose/<int:key>/file/", whose.file, name="inbox_whose_file"),
    path("c/<slug:slug>/inbox/held/", held.listed, name="held"),
    path("c/<slug:slug>/inbox/held/<int:key>/", held.one, name="held_one"),
    path("c/<slug:slug>/inbox/held/<int:key>/file/", held.file, name="held_file"),
    path("c/<slug:slug>/inbox/held/<int:key>/assign/", held.assigned, name="held_assign"),
    path("c/<slug:slug>/inbox/held/<int:key>/refuse/", held.refused, name="held_refuse"),
    path("c/<slug:slug>/submissions/<int:key>/file/", download.file, name="submission_file"),
]

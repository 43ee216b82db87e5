"""Under /p/<campaign>/<language>/, for everybody."""

from django.urls import path

from svod.web.public import events, files, near, pupils, views

app_name = "public"
urlpatterns = [
    path("", views.home, name="home"),
    path("activities/", views.activities, name="activities"),
    path("regions/<str:code>/", views.region, name="region"),
    path("near/", near.near, name="near"),
    path("diary/", views.diary, name="diary"),
    path("about/<slug:code>/", views.explained, name="explained"),
    path("help/", views.plain, {"template": "help"}, name="help"),
    path("help/pupils/", pupils.pupils, name="pupils"),
    path("safety/", views.plain, {"template": "safety"}, name="safety"),
    path("press/", views.plain, {"template": "press"}, name="press"),
    path("press.docx", files.release, name="release"),
    path("data/", views.plain, {"template": "data"}, name="data"),
    path("photos/", views.plain, {"template": "gallery"}, name="gallery"),
    path("photos/<str:name>", files.photo, name="photo"),
    path("materials/", views.materials, name="materials"),
    path("materials/<str:name>", files.material, name="material"),
    path("calendar.ics", events.calendar, name="calendar"),
    path("feed.atom", events.feed, name="feed"),
    path("data/activities.csv", files.table, name="csv"),
    path("data/activities.json", files.plain_json, name="json"),
    path("data/activities.parquet", files.parquet, name="parquet"),
    path("data/activities-hxl.csv", files.tagged, {"form": "hxl"}, name="hxl"),
    path("data/3w.csv", files.tagged, {"form": "3w-csv"}, name="three_w"),
    path("data/datapackage.json", files.descriptor, name="descriptor"),
    path("diary.pdf", files.album, name="album"),
    path("share.png", files.share, name="share"),
]

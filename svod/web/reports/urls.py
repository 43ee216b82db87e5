from django.urls import path

from svod.web.reports import listing, page, passages, sources

HERE = "c/<slug:slug>/reports/<int:pk>/"
PASSAGE = HERE + "passages/<slug:key>/"

urlpatterns = [
    path("c/<slug:slug>/reports/", listing.reports, name="reports"),
    path("c/<slug:slug>/reports/new/", listing.new_report, name="report_new"),
    path(HERE, page.page, name="report"),
    path(HERE + "about/", listing.change, name="report_about"),
    path(HERE + "facts/<str:name>/", sources.fact, name="report_fact"),
    path(HERE + "sources/<int:number>/", sources.source, name="report_source"),
    path(PASSAGE, passages.show, name="passage"),
    path(PASSAGE + "write/", passages.write, name="passage_write"),
    path(PASSAGE + "renew/", passages.renew, name="passage_renew"),
    path(PASSAGE + "restore/", passages.restore, name="passage_restore"),
    path(PASSAGE + "seen/", passages.seen, name="passage_seen"),
]

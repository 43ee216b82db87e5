from django.urls import path

from svod.web.reports import (
    comments,
    compare,
    editions,
    listing,
    page,
    passages,
    photos,
    preview,
    recommendations,
    release,
    sign,
    sources,
)

HERE = "c/<slug:slug>/reports/<int:pk>/"
VERSION = HERE + "versions/<int:number>/"
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
    path(HERE + "preview/", preview.preview, name="report_preview"),
    path(HERE + "versions/", editions.editions, name="editions"),
    path(HERE + "versions/progress/", editions.progress, name="editions_progress"),
    path(HERE + "freeze/", editions.freeze, name="report_freeze"),
    path(VERSION + "sign/", sign.sign, name="edition_sign"),
    path(VERSION + "withdraw/", editions.withdraw, name="edition_withdraw"),
    path(VERSION + "sheet/", editions.sheet, name="edition_sheet"),
    path(VERSION + "files/<str:name>", editions.download, name="edition_file"),
    path(VERSION + "compare/", compare.compare, name="edition_compare"),
    path(PASSAGE + "comment/", comments.add, name="report_comment"),
    path(HERE + "comments/<int:number>/settle/", comments.close, name="report_settle"),
    path(HERE + "recommendations/", recommendations.recommendations, name="report_recommendations"),
    path(HERE + "recommendations/<int:number>/drop/", recommendations.drop, name="report_recommendation_drop"),
    path(HERE + "release/", release.let_through, name="report_release"),
    path(HERE + "photos/", photos.photos, name="report_photos"),
    path(HERE + "illustrations/<int:number>/drop/", photos.drop, name="report_photo_drop"),
]

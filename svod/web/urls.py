"""Every address, page by page."""

from django.urls import include, path

from svod.web.account.views import choose_language
from svod.web.public.robots import robots
from svod.web.public.views import in_some_language

urlpatterns = [
    path("", include("svod.web.home.urls")),
    path("", include("svod.web.inbox.urls")),
    path("", include("svod.web.tell.urls")),
    path("", include("svod.web.dashboard.urls")),
    path("", include("svod.web.activities.urls")),
    path("", include("svod.web.tables.urls")),
    path("", include("svod.web.odk.urls")),
    path("", include("svod.web.systems.urls")),
    path("", include("svod.web.materials.urls")),
    path("", include("svod.web.organisations.urls")),
    path("", include("svod.web.welcome.urls")),
    path("", include("svod.web.people.urls")),
    path("", include("svod.web.rights.urls")),
    path("", include("svod.web.invitations.urls")),
    path("", include("svod.web.join.urls")),
    path("", include("svod.web.organise.urls")),
    path("", include("svod.web.campaigns.urls")),
    path("", include("svod.web.collecting.urls")),
    path("", include("svod.web.assistant.urls")),
    path("", include("svod.web.review.urls")),
    path("", include("svod.web.history.urls")),
    path("", include("svod.web.learning.urls")),
    path("", include("svod.web.signing.urls")),
    path("", include("svod.web.coverage.urls")),
    path("", include("svod.web.plan.urls")),
    path("", include("svod.web.reminders.urls")),
    path("", include("svod.web.reports.urls")),
    path("", include("svod.web.verify.urls")),
    path("", include("svod.web.publish.urls")),
    path("robots.txt", robots, name="public_robots"),
    path("p/<slug:slug>/", in_some_language, name="public_home"),
    path("p/<slug:slug>/<str:language>/", include("svod.web.public.urls", namespace="public")),
    path("preview/<int:publication>/<str:language>/", include("svod.web.public.urls", namespace="preview")),
    path("", include("svod.web.surveys.urls")),
    path("s/<str:token>/", include("svod.web.answer.urls")),
    path("", include("svod.api.urls")),
    path("help/", include("svod.web.help.urls")),
    path("account/", include("svod.web.account.urls")),
    path("i18n/setlang/", choose_language, name="set_language"),
]

handler400 = "svod.web.errors.views.not_understood"
handler403 = "svod.web.errors.views.refused"
handler404 = "svod.web.errors.views.not_found"
handler500 = "svod.web.errors.views.failed"

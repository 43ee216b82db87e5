from django.urls import path

from svod.web.activities.asked import answer, ask
from svod.web.activities.exports import export
from svod.web.activities.one import one
from svod.web.activities.total import total
from svod.web.activities.views import show

CAMPAIGN = "c/<slug:slug>/"

urlpatterns = [
    path(f"{CAMPAIGN}activities/", show, {"table": "activities"}, name="activities"),
    path(f"{CAMPAIGN}totals/", show, {"table": "totals"}, name="totals"),
    path(f"{CAMPAIGN}activities/<int:pk>/", one, name="activity"),
    path(f"{CAMPAIGN}activities/<int:pk>/ask/", ask, {"what": "activity"}, name="activity_ask"),
    path(f"{CAMPAIGN}activities/<int:pk>/answer/", answer, {"what": "activity"}, name="activity_answer"),
    path(f"{CAMPAIGN}totals/<int:pk>/", total, name="total"),
    path(f"{CAMPAIGN}totals/<int:pk>/ask/", ask, {"what": "total"}, name="total_ask"),
    path(f"{CAMPAIGN}totals/<int:pk>/answer/", answer, {"what": "total"}, name="total_answer"),
    *(
        path(f"{CAMPAIGN}{table}/export.{form}", export, {"table": table, "form": form}, name=f"{table}_{form}")
        for table in ("activities", "totals")
        for form in ("xlsx", "csv", "jsonl")
    ),
]

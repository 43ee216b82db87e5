"""The dashboard of a large part is drawn by the worker, all of one moment; people see the latest one, with its time."""

import hashlib

from django.core.cache import cache
from django.utils.translation import override
from django_tasks import task

from svod.register.models import Campaign
from svod.register.totals import Part, keep_latest, latest
from svod.register.totals.keeping import catch_up, kept_in
from svod.register.totals.remembered import Latest
from svod.web.dashboard.drawing import draw

LARGE = 5_000  # activities: more are not added up and settled while somebody waits
AGAIN = 60  # seconds after which a drawing that nobody heard of is asked for again


def is_large(part: Part) -> bool:
    return part.activities().order_by()[LARGE : LARGE + 1].exists()


def drawn(part: Part, view: str, language: str) -> Latest | None:
    """The latest one, if there is any; a newer one is asked for where anything changed since."""
    found = latest(part, ("dashboard", view, language))
    if found is None or not found.is_current:
        asked = (part.campaign.pk, list(part.paths), view, language)
        if cache.add(_asked_for(*asked), 1, AGAIN):
            draw_later.enqueue(*asked)
    return found


@task()
def draw_later(campaign: int, paths: list[str], view: str, language: str) -> None:
    part = Part(Campaign.objects.select_related("organisation").get(pk=campaign), tuple(paths))
    if book := kept_in(part):
        catch_up(book)
    with override(language):
        keep_latest(part, ("dashboard", view, language), lambda: draw(part, view, language))
    cache.delete(_asked_for(campaign, paths, view, language))


def _asked_for(*what: object) -> str:
    return f"dashboard-{hashlib.sha256(repr(what).encode()).hexdigest()}"

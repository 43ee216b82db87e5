"""Who says for itself that nothing was held. As in the core, it holds where nobody tells what was held, or a number."""

from django.db.models import Exists, OuterRef, QuerySet

from svod.register.models import Activity, ReportedTotal, State, Submission
from svod.register.models.submission import STANDING
from svod.register.totals.counted import Part

# As its index has it, with the value itself: SQLite uses no partial index for one that is given beside the query.
SAYING_SO = 'NOT ("register_submission"."nothing_held" = \'[]\')'


def denying(rows: QuerySet[Submission]) -> QuerySet[Submission]:
    """Those of the submissions that say so and tell nothing that was held."""
    inside = {"document__submission": OuterRef("pk")}
    told = Exists(_held().filter(**inside)) | Exists(_numbers().filter(**inside))
    return rows.filter(STANDING).exclude(nothing_held=[]).exclude(told)


def denied(part: Part) -> frozenset[str]:
    """The paths of the organisations that say so, and no submission of theirs tells otherwise."""
    rows = Submission.objects.filter(part.within(), STANDING, campaign=part.campaign)
    says = rows.extra(where=[SAYING_SO])  # noqa: S610 # a constant
    paths = set(says.order_by().values_list("organisation__path", flat=True).distinct())
    for found in (_held(), _numbers()) if paths else ():
        told = found.filter(campaign=part.campaign, organisation__path__in=paths)
        paths -= set(told.order_by().values_list("organisation__path", flat=True).distinct())
    return frozenset(paths)


def _held() -> QuerySet[Activity]:
    return Activity.objects.filter(planned=False).exclude(state=State.REJECTED)


def _numbers() -> QuerySet[ReportedTotal]:
    return ReportedTotal.objects.exclude(state=State.REJECTED).exclude(value_most=0)

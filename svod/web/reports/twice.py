"""What a report may count twice."""

from svod.register.consolidated.told import extent_of
from svod.register.models import Report
from svod.web.dashboard.first import alike


def told_twice(report: Report) -> int:
    """How many pairs of what it counts may each be one activity, and wait for somebody to decide."""
    extent = extent_of(report)
    states, days = extent.view.states, extent.period
    rows = alike(extent.part).filter(one__state__in=states, other__state__in=states)
    return (rows.filter(one__first_day__lte=days.last, one__last_day__gte=days.first) if days else rows).count()

"""What of a campaign a report is about: an organisation with all below it, some days, with drafts or without."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from svod.records import Period
from svod.register.models import Activity, PieceMove, ReportedTotal, State, Submission
from svod.register.models.submission import STUCK
from svod.register.totals import Part, View, counted
from svod.register.totals.pieces import given_out


@dataclass(frozen=True, slots=True)
class Extent:
    """`period` is None for all days. Of what has no day nobody can say that it lies in some: it is left out there, and
    so are reported totals, which sum up over a whole report."""

    part: Part
    view: View
    period: Period | None = None

    def activities(self, *, planned: bool) -> QuerySet[Activity]:
        """The rows that count, each activity once: as the dashboard counts them."""
        return counted(self.part, self.view, planned=planned).filter(self._in_time())

    def tellings(self) -> QuerySet[Activity]:
        """Every row that tells one of them, or tells it again: whoever merged a draft stands by it."""
        stood_by = Q(state__in=self.view.states) | Q(same_as__state__in=self.view.states)
        return self.part.activities().filter(stood_by).exclude(state=State.REJECTED)

    def dateless(self) -> int:
        """How many activities are left out because nobody knows their day."""
        rows = counted(self.part, self.view)
        return rows.filter(first_day__isnull=True).count() if self.period else 0

    def reported(self) -> QuerySet[ReportedTotal]:
        rows = self.part.reported().filter(state__in=self.view.states)
        return rows.none() if self.period else rows

    def handed_out(self) -> QuerySet[PieceMove]:
        """The pieces of materials that were given out on these days."""
        rows = given_out(self.part)
        return rows.filter(day__range=(self.period.first, self.period.last)) if self.period else rows

    def regions_of_drafts(self) -> set[str]:
        """The regions of which submissions tell something that nobody has confirmed yet."""
        activities = self.part.activities().filter(self._in_time(), state=State.DRAFT)
        totals = self.part.reported().filter(state=State.DRAFT)
        drafts = (activities,) if self.period else (activities, totals)
        return {region for rows in drafts for region in rows.order_by().values_list("region", flat=True).distinct()}

    def submissions(self) -> QuerySet[Submission]:
        own = Submission.objects.filter(self.part.within(), campaign=self.part.campaign)
        return own.filter(state=Submission.State.READ)

    def unread(self) -> QuerySet[Submission]:
        """What was handed in and gave no text, and nobody found a way on."""
        return Submission.objects.filter(self.part.within(), STUCK, campaign=self.part.campaign)

    def _in_time(self) -> Q:
        if self.period is None:
            return Q()
        return Q(first_day__lte=self.period.last, last_day__gte=self.period.first)

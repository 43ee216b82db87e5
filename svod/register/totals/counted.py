"""Which rows count. The same activity told again counts once; what was rejected never does."""

from dataclasses import dataclass

from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from svod.register.models import Activity, Campaign, Organisation, Person, ReportedTotal, State
from svod.register.permissions import reach, within


class View(models.TextChoices):
    """Drafts never count as confirmed: a page says which of the two it shows."""

    CONFIRMED = "confirmed", _("confirmed only")
    ALL = "all", _("confirmed and drafts")

    @property
    def states(self) -> tuple[State, ...]:
        return (State.CONFIRMED,) if self == View.CONFIRMED else (State.CONFIRMED, State.DRAFT)


@dataclass(frozen=True, slots=True)
class Part:
    """The part of a campaign that somebody looks at: what lies below these paths of organisations."""

    campaign: Campaign
    paths: tuple[str, ...]

    @property
    def whole(self) -> bool:
        return any(self.campaign.organisation.path.startswith(path) for path in self.paths)

    def within(self, through: str = "organisation") -> Q:
        return Q() if self.whole else within(self.paths, through)

    def holds(self, organisation: Organisation) -> bool:
        return any(organisation.path.startswith(path) for path in self.paths)

    def activities(self) -> QuerySet[Activity]:
        return Activity.objects.filter(self.within(), campaign=self.campaign)

    def reported(self) -> QuerySet[ReportedTotal]:
        return ReportedTotal.objects.filter(self.within(), campaign=self.campaign)

    def below(self, organisation: Organisation) -> "Part":
        """What of it lies in the organisation's subtree."""
        if self.holds(organisation):
            return Part(self.campaign, (organisation.path,))
        return Part(self.campaign, tuple(path for path in self.paths if path.startswith(organisation.path)))


def part_of(campaign: Campaign, person: Person) -> Part:
    """What of the campaign the person may see."""
    return Part(campaign, tuple(sorted(reach(person, "see"))))


def once(rows: QuerySet[Activity], part: Part) -> QuerySet[Activity]:
    """Each activity once: the telling it counts at."""
    return rows.filter(counts_here(part))


def counts_here(part: Part) -> Q:
    """Whether an activity counts at this telling of it.

    Where the one it counts at lies outside the part, the earliest telling inside stands for it, so that an
    organisation's own activities count for it also when the region told them, too.
    """
    if part.whole:
        return Q(same_as__isnull=True)
    earlier = part.activities().filter(same_as=OuterRef("same_as"), pk__lt=OuterRef("pk"))
    return Q(same_as__isnull=True) | ~part.within("same_as__organisation") & ~Q(
        same_as__state=State.REJECTED
    ) & ~Exists(earlier.exclude(state=State.REJECTED))


def counted(part: Part, view: View, *, planned: bool = False) -> QuerySet[Activity]:
    """The rows that count in that view: held ones, or planned ones."""
    return once(part.activities().filter(state__in=view.states, planned=planned), part)

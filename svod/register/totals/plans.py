"""Plans added up: days that clash or are overloaded, and what was planned beside what was held."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q, QuerySet

from svod.language.fold import fold
from svod.register.models import Activity, Plan, PlannedActivity, State
from svod.register.totals.counted import Part, View, counted

BUSY = 3  # activities of one organisation on one day; more are a lot for its people
HELD = Q(held__isnull=False) & ~Q(held__state=State.REJECTED)
LONGEST = 7  # days; what lasts longer is a background, as an exhibition: it clashes with nothing


@dataclass(frozen=True, slots=True)
class Clash:
    """Several activities on one day at one place."""

    day: date
    place: str
    activities: tuple[PlannedActivity, ...]


@dataclass(frozen=True, slots=True)
class Against:
    """A kind or a region: `planned` of which `held` came about; `beyond` was held and stands in no plan."""

    code: str
    planned: int
    held: int
    beyond: int

    @property
    def untold(self) -> int:
        """Planned, and nobody has said which activity it is: it may have been held, and even told, all the same."""
        return self.planned - self.held


def days_of(planned: PlannedActivity) -> Iterator[date]:
    """The days of a planned activity; none where it has none, or lasts so long that it is a background."""
    first, last = planned.first_day, planned.last_day
    if first is None or last is None or (last - first).days >= LONGEST:
        return
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)


def clashes(rows: Iterable[PlannedActivity]) -> list[Clash]:
    """Activities at the same place on the same day, in one organisation's plan or in a whole district's."""
    at: dict[tuple[date, str], list[PlannedActivity]] = defaultdict(list)
    for one in rows:
        place = fold(one.place).strip(" .")
        for day in days_of(one) if place else ():
            at[day, place].append(one)
    return [Clash(day, found[0].place, tuple(found)) for (day, _), found in sorted(at.items()) if len(found) > 1]


def overloaded(rows: Iterable[PlannedActivity]) -> list[tuple[date, int]]:
    """Days of one organisation on which more than BUSY things are planned, with their number."""
    on: dict[date, int] = defaultdict(int)
    for one in rows:
        for day in days_of(one):
            on[day] += 1
    return [(day, number) for day, number in sorted(on.items()) if number > BUSY]


def planned_in(part: Part) -> "PlannedRows":
    """The activities of plans that were sent up or approved."""
    up = (Plan.State.SENT, Plan.State.APPROVED)
    rows = PlannedActivity.objects.filter(part.within("plan__organisation"), plan__campaign=part.campaign)
    return PlannedRows(part, rows.filter(plan__state__in=up))


class PlannedRows:
    def __init__(self, part: Part, rows: QuerySet[PlannedActivity]) -> None:
        self.part, self.rows = part, rows

    def against(self, field: str) -> list[Against]:
        """By "kind" or by "region", in the order of the codes; what no plan names comes last."""
        column = "kind" if field == "kind" else "plan__organisation__unit"
        held = Count("pk", filter=HELD)
        planned: dict[str, tuple[int, int]] = {}
        counts = self.rows.order_by().values(column).annotate(planned=Count("pk"), came=held)
        for code, all_of, came in counts.values_list(column, "planned", "came"):
            code = code.partition("/")[0] if field == "region" else code
            before = planned.get(code, (0, 0))
            planned[code] = (before[0] + all_of, before[1] + came)
        beyond = self._beyond(field)
        codes = sorted({*planned, *beyond}, key=lambda code: (code not in planned, code))
        return [Against(code, *planned.get(code, (0, 0)), beyond.get(code, 0)) for code in codes]

    def open(self, field: str, code: str) -> QuerySet[PlannedActivity]:
        """Those of a kind or a region that stand under `untold`, by whose they are and their day."""
        rows = self.rows.exclude(HELD)
        if field == "kind":
            rows = rows.filter(kind=code)
        elif field == "region":
            unit = "plan__organisation__unit"
            rows = rows.filter(
                Q(**{unit: code}) | Q(**{f"{unit}__startswith": f"{code}/"}) if code else Q(**{unit: ""})
            )
        known = rows.select_related("plan__campaign", "plan__organisation", "held")
        return known.order_by("plan__organisation__path", "first_day", "pk")

    def _beyond(self, field: str) -> dict[str, int]:
        """Activities that count and stand in no plan."""
        rows = counted(self.part, View.ALL).filter(planned_as__isnull=True)
        return dict(rows.order_by().values(field).annotate(number=Count("pk")).values_list(field, "number"))


def unlinked(planned: PlannedActivity) -> list[Activity]:
    """Activities of the organisation that may be what was planned: of that kind, and standing for nothing else yet."""
    return list(_standing_for_nothing([planned.plan]).filter(kind=planned.kind)[:10])


def told_already(rows: Collection[PlannedActivity]) -> dict[int, list[Activity]]:
    """By the key of each row that nobody has said was held: the activities of its organisation that, by their kind and
    day or by their title, are probably it."""
    told: dict[tuple[int, int], list[Activity]] = defaultdict(list)
    for activity in _standing_for_nothing({one.plan for one in rows}).defer("words", "sources", "reasons"):
        told[activity.campaign_id, activity.organisation_id].append(activity)
    found = {}
    for one in rows:
        here = () if one.is_held else told[one.plan.campaign_id, one.plan.organisation_id]
        if likely := [activity for activity in here if _is_likely(one, activity)]:
            found[one.pk] = likely
    return found


def _standing_for_nothing(plans: Iterable[Plan]) -> QuerySet[Activity]:
    places = {(plan.campaign_id, plan.organisation_id) for plan in plans}
    of = {"campaign__in": {one for one, _ in places}, "organisation__in": {one for _, one in places}}
    rows = Activity.objects.filter(**of, planned=False, same_as__isnull=True, planned_as__isnull=True)
    return rows.exclude(state=State.REJECTED).order_by("first_day", "pk")


def _is_likely(planned: PlannedActivity, activity: Activity) -> bool:
    if planned.title and fold(planned.title) == fold(activity.title):
        return True
    if planned.kind != activity.kind or not (planned.first_day and activity.first_day):
        return False
    return planned.first_day <= activity.last_day and activity.first_day <= planned.last_day

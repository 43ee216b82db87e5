"""Made-up registers for the laws of counting, and what their numbers are."""

from collections.abc import Iterable
from dataclasses import replace

from hypothesis import strategies as st

from svod.counting import Counting, count
from svod.linking import link
from svod.records import Activity, Bounds, DistinctActivity, Evidence, NothingHeld, Reading, Scope, Total
from tests.linking.made import AKMOLA, KOSTANAY, PACK, submission, told, total

BOUNDS = st.tuples(st.integers(0, 500), st.none() | st.integers(0, 50)).map(
    lambda drawn: Bounds(drawn[0], None if drawn[1] is None else drawn[0] + drawn[1])
)
NUMBERS = st.sampled_from([1, 5, 30, (2, None), (21, None), (25, 35)])
REGIONS = st.sampled_from([KOSTANAY, KOSTANAY, AKMOLA, None])
KINDS = st.sampled_from(["round_table", "seminar", "lecture"])
MEASURES = ("activities", "participants", "people", "reach", "materials", "organisations")
MENTIONS = st.builds(
    told,
    kind=KINDS,
    title=st.sampled_from([None, None, "Мир в каждой семье", "Права ребёнка", "Диалог"]),
    on=st.sampled_from([None, None, "2022-12-05", "2022-12-06"]),
    region=REGIONS,
    place=st.sampled_from([None, None, "Рудный", "Карасуский район"]),
    organiser=st.sampled_from([None, None, "Школа № 5", "Школа № 7", "Районный отдел", "Областной профсоюз"]),
    audience=st.sampled_from([(), ("pupils",), ("parents", "pupils")]),
    participants=st.none() | NUMBERS,
    count=st.sampled_from([1, 1, 1, 12, (2, None)]),
    planned=st.sampled_from([False, False, False, True]),
)
TOTALS = st.builds(
    total,
    st.sampled_from(MEASURES),
    NUMBERS,
    region=REGIONS,
    kind=st.none() | KINDS,
    place=st.sampled_from([None, None, None, "Рудный", "Карасуский район", "Аулиекольский район"]),
)
CONTENTS = st.tuples(st.lists(MENTIONS, max_size=4), st.lists(TOTALS, max_size=3))
READINGS = st.lists(CONTENTS, max_size=4).map(
    lambda drawn: [submission(f"d{number}", *told, totals=tuple(totals)) for number, (told, totals) in enumerate(drawn)]
)
SCOPES = st.builds(
    Scope, st.sampled_from(MEASURES[:3]), REGIONS, st.none() | KINDS, st.sampled_from([None, None, None, "pupils"])
)


def counted(readings: list[Reading]) -> Counting:
    return count(link(readings, PACK), readings, PACK)


def numbers(counting: Counting) -> dict[Scope, tuple[Bounds, Bounds, Bounds | None, int]]:
    return {one.scope: (one.value, one.listed, one.reported, one.unknown) for one in counting.totals}


def by_scope(counting: Counting) -> dict[Scope, Total]:
    return {one.scope: one for one in counting.totals}


def taken_apart(scope: Scope, totals: dict[Scope, Total]) -> Iterable[list[Total]]:
    """The disjoint scopes right below: of a region its kinds, of a kind its regions, of the campaign either."""
    below = [one for one in totals.values() if one.scope.measure == scope.measure and not one.scope.audience]
    if scope.region is None:
        yield [one for one in below if one.scope.region and one.scope.kind == scope.kind]
    if scope.kind is None:
        yield [one for one in below if one.scope.kind and one.scope.region == scope.region]


def placeless(readings: list[Reading]) -> list[Reading]:
    """The same without districts and towns: then every total may speak for its whole region."""
    return [
        replace(
            reading,
            activities=tuple(replace(one, place=None) for one in reading.activities),
            totals=tuple(replace(one, place=None) for one in reading.totals),
        )
        for reading in readings
    ]


def alone(name: str, activity: Activity) -> DistinctActivity:
    return DistinctActivity(name, activity, (activity,))


def assert_not_lowered(before: Counting, after: Counting) -> None:
    known = by_scope(after)
    for one in before.totals:
        assert known[one.scope].value.least >= one.value.least, one.scope
        assert known[one.scope].listed.least >= one.listed.least, one.scope


def share_nothing(one: Scope, other: Scope) -> bool:
    """Whether no activity can be in both, by what the two scopes say of themselves."""
    if one.audience or other.audience:
        return False
    pairs = ((one.region, other.region), (one.kind, other.kind))
    return any(here and there and here != there for here, there in pairs)


def nothing_held(name: str, region: str) -> Reading:
    return replace(submission(name), nothing_held=(NothingHeld(Evidence(name, 0, 9), region),))

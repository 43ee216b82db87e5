"""The laws of counting (docs/counting.md), each as a property over made-up registers."""

from collections.abc import Iterable
from dataclasses import replace
from random import Random

from hypothesis import assume, given, settings, strategies as st

from svod.counting import Counting, count
from svod.linking import link
from svod.records import Activity, Bounds, DistinctActivity, Evidence, Reading, Scope, Total
from tests.linking.made import AKMOLA, KOSTANAY, PACK, copy, submission, told, total

NUMBERS = st.sampled_from([1, 5, 30, (2, None), (21, None), (25, 35)])
REGIONS = st.sampled_from([KOSTANAY, KOSTANAY, AKMOLA, None])
KINDS = st.sampled_from(["round_table", "seminar", "lecture"])
MENTIONS = st.builds(
    told,
    kind=KINDS,
    title=st.sampled_from([None, None, "Мир в каждой семье", "Права ребёнка", "Диалог"]),
    on=st.sampled_from([None, None, "2022-12-05", "2022-12-06"]),
    region=REGIONS,
    place=st.sampled_from([None, None, "Рудный", "Карасуский район"]),
    organiser=st.sampled_from([None, None, "Школа № 5", "Школа № 7"]),
    audience=st.sampled_from([(), ("pupils",), ("parents", "pupils")]),
    participants=st.none() | NUMBERS,
    count=st.sampled_from([1, 1, 1, 12, (2, None)]),
    planned=st.sampled_from([False, False, False, True]),
)
TOTALS = st.builds(
    total,
    st.sampled_from(["activities", "participants", "materials", "organisations"]),
    NUMBERS,
    region=REGIONS,
    kind=st.none() | KINDS,
    place=st.sampled_from([None, None, None, "Рудный", "Карасуский район", "Аулиекольский район"]),
)
CONTENTS = st.tuples(st.lists(MENTIONS, max_size=4), st.lists(TOTALS, max_size=3))
READINGS = st.lists(CONTENTS, max_size=4).map(
    lambda drawn: [submission(f"d{number}", *told, totals=tuple(totals)) for number, (told, totals) in enumerate(drawn)]
)
law = settings(deadline=None, max_examples=80)


def counted(readings: list[Reading]) -> Counting:
    return count(link(readings, PACK), readings, PACK)


def numbers(counting: Counting) -> dict[Scope, tuple[Bounds, Bounds, Bounds | None, int]]:
    return {one.scope: (one.value, one.listed, one.reported, one.unknown) for one in counting.totals}


def by_scope(counting: Counting) -> dict[Scope, Total]:
    return {one.scope: one for one in counting.totals}


@law
@given(READINGS)
def test_a_value_is_at_least_what_is_listed_and_what_is_reported(readings: list[Reading]) -> None:
    for one in counted(readings).totals:
        assert one.value.least >= one.listed.least
        assert one.reported is None or one.value.least >= one.reported.least


@law
@given(READINGS)
def test_a_scope_is_at_least_its_parts_together(readings: list[Reading]) -> None:
    totals = by_scope(counted(readings))
    for scope, whole in totals.items():
        if scope.audience:
            continue
        for parts in taken_apart(scope, totals):
            assert whole.value.least >= sum(part.value.least for part in parts)


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


@law
@given(READINGS)
def test_a_reported_total_is_never_added_to_what_it_may_cover(readings: list[Reading]) -> None:
    for one in counted(placeless(readings)).totals:
        if one.scope.region and one.scope.kind:
            assert one.value.least == max(one.listed.least, one.reported.least if one.reported else 0)


@law
@given(READINGS)
def test_numbers_that_cannot_both_be_true_are_never_silent(readings: list[Reading]) -> None:
    counting = counted(placeless(readings))
    flagged = {found.scope for found in counting.contradictions}
    for one in counting.totals:
        if one.scope.region and one.reported and exceeds(one.value, one.reported):
            assert one.scope in flagged
            assert one.value.most is None


def exceeds(bounds: Bounds, other: Bounds) -> bool:
    return other.most is not None and bounds.least > other.most


@law
@given(READINGS)
def test_a_contradiction_is_two_numbers_that_cannot_both_be_true(readings: list[Reading]) -> None:
    for found in counted(readings).contradictions:
        assert not found.one.overlaps(found.other)
        assert found.one_evidence
        assert found.other_evidence


@law
@given(READINGS)
def test_without_reported_totals_a_value_is_what_is_listed(readings: list[Reading]) -> None:
    counting = counted([replace(reading, totals=()) for reading in readings])
    assert all(one.value == one.listed for one in counting.totals)


@law
@given(READINGS, st.randoms())
def test_the_order_of_submissions_and_of_the_register_changes_nothing(readings: list[Reading], chance: Random) -> None:
    shuffled = list(readings)
    chance.shuffle(shuffled)
    distinct = list(link(shuffled, PACK))
    chance.shuffle(distinct)
    assert count(distinct, shuffled, PACK) == counted(readings)


@law
@given(READINGS, st.data())
def test_a_submission_that_came_twice_changes_no_number(readings: list[Reading], data: st.DataObject) -> None:
    copies = data.draw(st.lists(st.sampled_from(readings), max_size=2)) if readings else []
    copied = [*readings, *(copy(reading, f"{number}copy") for number, reading in enumerate(copies))]
    before, after = counted(readings), counted(copied)
    assert numbers(after) == numbers(before)
    assert after.coverage == before.coverage
    assert {found.scope for found in after.contradictions} == {found.scope for found in before.contradictions}


@law
@given(READINGS, CONTENTS)
def test_a_submission_more_never_lowers_a_least(
    readings: list[Reading], content: tuple[list[dict[str, object]], list[dict[str, object]]]
) -> None:
    """Its activities are new; the next law adds tellers to those that are listed."""
    more = submission("more", *content[0], totals=tuple(content[1]))
    before = link(readings, PACK)
    after = [*before, *(_alone(f"+{number}", one) for number, one in enumerate(more.activities))]
    assert_not_lowered(count(before, readings, PACK), count(after, [*readings, more], PACK))


@law
@given(READINGS, st.data())
def test_another_teller_never_lowers_a_least(readings: list[Reading], data: st.DataObject) -> None:
    before = link(readings, PACK)
    assume(before)
    place = data.draw(st.integers(0, len(before) - 1))
    listed = before[place]
    told_again = replace(listed.activity, evidence=Evidence("more", 0, 9), reasons=())
    more = replace(submission("more"), activities=(told_again,))
    joined = replace(listed, members=(*listed.members, told_again))
    after = [joined if one is listed else one for one in before]
    assert_not_lowered(count(before, readings, PACK), count(after, [*readings, more], PACK))


def _alone(name: str, activity: Activity) -> DistinctActivity:
    return DistinctActivity(name, activity, (activity,))


def assert_not_lowered(before: Counting, after: Counting) -> None:
    known = by_scope(after)
    for one in before.totals:
        assert known[one.scope].value.least >= one.value.least, one.scope
        assert known[one.scope].listed.least >= one.listed.least, one.scope


@law
@given(READINGS)
def test_coverage_never_exceeds_what_is_expected(readings: list[Reading]) -> None:
    coverage = counted(readings).coverage
    assert sorted((*coverage.reported, *coverage.silent)) == sorted(coverage.expected)

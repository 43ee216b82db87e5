"""The laws of counting, continued: what is kept apart, and what a number leaves open."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, assume, given, settings, strategies as st

from svod.counting import CannotAddError, Counting, count, together
from svod.linking import link
from svod.records import Bounds, Reading, Scope, Total
from svod.register.models import Document, Organisation, Submission
from svod.register.totals import View, counted as counted_rows, coverage, ledger, part_of, reconciled
from tests.counting.made_up import MEASURES, READINGS, TOTALS, by_scope, counted, nothing_held
from tests.linking.made import AKMOLA, KOSTANAY, PACK, submission, told, total
from tests.register import made
from tests.register.test_totals import add, claims, fill, registers, rows
from tests.world import World

law = settings(deadline=None, max_examples=80)
in_the_register = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@in_the_register
@given(registers, claims, rows)
def test_law_9_confirmed_and_draft_are_counted_apart(world: World, register: list, reported: list, more: dict) -> None:
    """What nobody stands behind is in no confirmed number; what is confirmed is in both views."""
    fill(world, register, reported)
    before = in_view(world, View.CONFIRMED)
    documents = [one.documents.get() for one in world.campaign.submissions.order_by("pk")]
    add(world, documents, {**more, "state": "draft"})
    made.total(world, documents[0], value_least=99, value_most=99)
    assert in_view(world, View.CONFIRMED) == before
    confirmed, drafts_too = (in_view(world, view)[0] for view in (View.CONFIRMED, View.ALL))
    assert confirmed.attendances.least <= drafts_too.attendances.least
    assert confirmed.rows <= drafts_too.rows


def in_view(world: World, view: View) -> list:
    part = part_of(world.campaign, world.people["chief"])
    books, beside = ledger(counted_rows(part, view)), reconciled(part, view)
    return [
        books.whole,
        books.by("kind"),
        books.by("region"),
        books.by_audience(),
        beside.totals,
        beside.contradictions,
    ]


@law
@given(READINGS, st.lists(TOTALS, max_size=3), st.sampled_from(MEASURES))
def test_law_10_different_measures_are_never_added(
    readings: list[Reading], more: list[dict[str, object]], measure: str
) -> None:
    """Whatever is reported in one measure changes no number of another."""
    reported = submission("more", totals=tuple({**one, "measure": measure, "region": KOSTANAY} for one in more))
    here = [submission("here", {"kind": "lecture", "region": KOSTANAY}), *readings]  # Kostanay is spoken of before
    before, after = (by_scope(counted(all_of_them)) for all_of_them in (here, [*here, reported]))
    others = [scope for scope in before if scope.measure != measure]
    assert [after[scope].value for scope in others] == [before[scope].value for scope in others]
    for scope in others:
        with pytest.raises(CannotAddError):
            together([before[scope], Total(replace(scope, measure=measure), Bounds.exactly(1), Bounds.exactly(1))])


def values(counting: Counting) -> dict[Scope, Bounds]:
    return {one.scope: one.value for one in counting.totals}


@law
@given(READINGS, st.lists(st.integers(0, 90), min_size=1, max_size=4))
def test_law_11_where_groups_overlap_the_highest_counts(readings: list[Reading], said: list[int]) -> None:
    """Audiences share activities, and reports of one region may count the same."""
    totals = by_scope(counted(readings))
    whole = {measure: totals.get(Scope(measure)) for measure in ("activities", "participants")}
    for scope, of_audience in totals.items():
        if scope.audience:
            assert of_audience.value.least <= whole[scope.measure].value.least
    listed = link(readings, PACK)
    unnamed = [replace(one, activity=replace(one.activity, audience=())) for one in listed]
    for scope, value in values(count(unnamed, readings, PACK)).items():
        assert value == values(count(listed, readings, PACK))[scope]  # no number comes from the audiences
    reports = [submission(f"r{number}", totals=(total("participants", one),)) for number, one in enumerate(said)]
    assert by_scope(counted(reports))[Scope("participants", KOSTANAY)].value.least == max(said)


ANSWERS = st.sampled_from(["silent", "nothing held", "zero", "some"])


@law
@given(st.fixed_dictionaries(dict.fromkeys(PACK.expected, ANSWERS)), st.integers(1, 30))
def test_law_12_zero_nothing_held_and_not_reported_are_three_things(answers: dict[str, str], some: int) -> None:
    told = {"nothing held": nothing_held, "zero": _activities(0), "some": _activities(some)}
    counting = counted([told[answer](f"d-{region}", region) for region, answer in answers.items() if answer in told])
    totals = by_scope(counting)
    for region, answer in answers.items():
        value = totals.get(Scope("activities", region))
        assert (region in counting.coverage.silent) == (answer == "silent")
        assert (region in counting.coverage.nothing_held) == (answer == "nothing held")
        expected = {"zero": Bounds.exactly(0), "some": Bounds.exactly(some)}.get(answer)
        assert (value and value.value) == expected


def _activities(number: int) -> Callable[[str, str], Reading]:
    return lambda name, region: submission(name, totals=(total("activities", number, region=region),))


@in_the_register
@given(st.lists(st.tuples(st.integers(0, 4), st.booleans()), max_size=8), READINGS)
def test_law_13_no_rate_exceeds_one_hundred_per_cent(
    world: World, handed_in: list[tuple[int, bool]], readings: list[Reading]
) -> None:
    """However often one reports, and whoever else does."""
    Document.objects.all().delete()
    Submission.objects.all().delete()
    organisations = list(Organisation.objects.order_by("path"))
    Organisation.objects.update(is_closed=False)
    for place, closed_later in handed_in:
        made.document(world, organisations[place])
        Organisation.objects.filter(pk=organisations[place].pk).update(is_closed=closed_later)
    found = coverage(part_of(world.campaign, world.people["chief"]))
    for share in (*found.by_level(), *found.shares_of(found.expected).values()):
        assert 0 <= (share.rate or 0) <= 100
        assert 0 <= (share.timeliness or 0) <= 100
    strangers = submission("stranger", {"kind": "lecture", "region": "KZ-75"})
    expected = replace(PACK, expected=(AKMOLA,))
    core = count(link([*readings, strangers], PACK), [*readings, strangers], expected).coverage
    assert sorted((*core.reported, *core.silent)) == [AKMOLA]


@law
@given(READINGS, st.integers(1, 60))
def test_law_14_what_is_reported_beyond_the_list_leaves_the_most_open(readings: list[Reading], over: int) -> None:
    """It may be of any kind, and a kind's surplus may lie in any region."""
    bare = [replace(reading, totals=()) for reading in readings]
    before = by_scope(counted(bare)).get(Scope("activities", KOSTANAY))
    assume(before is not None and before.listed.most is not None)
    claim = submission("more", totals=(total("activities", before.listed.most + over),))
    after = by_scope(counted([*bare, claim]))
    for scope, one in after.items():
        if scope.measure == "activities" and scope.region == KOSTANAY and scope.kind:
            assert one.value.most is None


@law
@given(st.lists(st.integers(1, 40), min_size=1, max_size=5), st.integers(2, 120), st.integers(2, 200))
def test_law_16_a_summary_is_never_added_to_what_it_may_hold(schools: list[int], district: int, region: int) -> None:
    """Schools, their district and their region each tell how many class hours they held, and of how many pupils."""

    def tells(name: str, organiser: str, number: int) -> Reading:
        return submission(name, told("class_hour", organiser=organiser, count=number, participants=7 * number))

    readings = [
        *(tells(f"school {n}", f"СШ № {n}", number) for n, number in enumerate(schools, start=1)),
        tells("district", "Районный отдел образования", district),
        tells("region", "Областной профсоюз", region),
    ]
    totals = by_scope(counted(readings))
    fewest = max(sum(schools), district, region)
    assert totals[Scope("activities", KOSTANAY)].value.least == fewest
    assert totals[Scope("participants", KOSTANAY)].value.least == 7 * fewest

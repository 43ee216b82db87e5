"""Honest totals over the register: what counts, once, in which view, and what is reported beside it."""

from datetime import datetime, timedelta
from itertools import product

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings, strategies as st

from svod.counting import count
from svod.records import Bounds, DistinctActivity, Document, Reading, Scope
from svod.register.consolidated import Extent, register_of
from svod.register.models import Activity, Organisation, ReportedTotal, State, Submission
from svod.register.services.organise import change_organisation
from svod.register.services.reject import reject
from svod.register.totals import View, by_day, counted, coverage, ledger, listed, part_of, reconciled
from svod.register.totals.coverage import Heard
from svod.register.totals.texts import text_named
from tests.register import made
from tests.world import World


@pytest.fixture
def chief_part(world: World):
    return part_of(world.campaign, world.people["chief"])


def test_it_works(world: World, chief_part) -> None:
    of = made.document(world)
    made.activity(world, of, title="Один", participants_least=45, participants_most=45, state=State.CONFIRMED)
    made.activity(world, of, title="Два", participants_least=301, count_least=2, count_most=2, kind="training")
    confirmed, both = (ledger(counted(chief_part, view)) for view in (View.CONFIRMED, View.ALL))
    assert (confirmed.whole.rows, confirmed.whole.activities, confirmed.whole.attendances) == (
        1,
        Bounds(1, 1),
        Bounds(45, 45),
    )
    assert (both.whole.rows, both.whole.activities, both.whole.attendances) == (2, Bounds(3, 3), Bounds(346, None))
    assert {kind: found.activities for kind, found in both.by("kind").items()} == {
        "seminar": Bounds(1, 1),
        "training": Bounds(2, 2),
    }


def test_rejected_planned_and_told_again_never_count(world: World, chief_part) -> None:
    of = made.document(world)
    one = made.activity(world, of, title="Один")
    made.activity(world, of, title="Два", state=State.REJECTED)
    made.activity(world, of, title="Три", planned=True)
    made.activity(world, made.document(world), title="Один", same_as=one)
    assert listed(counted(chief_part, View.ALL)).rows == 1
    assert listed(counted(chief_part, View.CONFIRMED)).rows == 0
    assert listed(counted(chief_part, View.ALL, planned=True)).rows == 1


def test_what_another_part_tells_first_counts_here_once(world: World) -> None:
    head = made.activity(world, made.document(world, world.abai), title="Один")
    for _ in range(2):
        made.activity(world, made.document(world), title="Один", same_as=head)
    here = part_of(world.campaign, world.people["reader"])
    assert listed(counted(here, View.ALL)).rows == 1
    assert listed(counted(part_of(world.campaign, world.people["chief"]), View.ALL)).rows == 1
    Activity.objects.filter(pk=head.pk).update(
        state=State.REJECTED, decided_by=world.people["chief"], decided_at=timezone.now()
    )
    assert listed(counted(here, View.ALL)).rows == 0


def test_what_may_be_the_same_is_not_added(world: World, chief_part) -> None:
    for _ in range(2):
        made.activity(world, made.document(world), count_least=2, count_most=None, audience=("parents",))
    found = ledger(counted(chief_part, View.ALL))
    assert found.whole.activities == Bounds(2, None)
    assert found.by("kind")["seminar"].activities == Bounds(2, None)
    assert found.by_audience()["parents"].activities == Bounds(2, None)


def test_days_are_those_on_which_activities_began(world: World, chief_part) -> None:
    of = made.document(world)
    for first, last in ((1, 1), (1, 5), (3, 3)):
        made.activity(world, of, first_day=made.day(first), last_day=made.day(last))
    made.activity(world, of)
    assert {day: found.rows for day, found in by_day(counted(chief_part, View.ALL)).items()} == {
        made.day(1): 2,
        made.day(3): 1,
    }


def test_reported_and_listed_are_never_added(world: World, chief_part) -> None:
    of = made.document(world)
    made.activity(world, of, title="Один")
    made.total(world, of, value_least=8, value_most=8)
    found = reconciled(chief_part, View.ALL).value("activities", "KZ-39")
    assert (found.value, found.listed, found.reported) == (Bounds(8, 8), Bounds(1, 1), Bounds(8, 8))


def test_numbers_that_cannot_both_be_true_are_shown_with_their_sources(world: World, chief_part) -> None:
    of = made.document(world)
    made.activity(world, of, title="Один", count_least=9, count_most=9)
    made.total(world, of, value_least=4, value_most=4)
    (found, *_) = reconciled(chief_part, View.ALL).contradictions
    assert {found.one, found.other} == {Bounds(9, 9), Bounds(4, 4)}
    assert any(evidence.document == str(of.pk) for evidence in found.other_evidence)
    assert not reconciled(chief_part, View.CONFIRMED).contradictions


def test_tellers_who_disagree_are_found_and_change_no_number(world: World, chief_part) -> None:
    one = made.activity(world, made.document(world), title="Один", participants_least=10, participants_most=10)
    before = listed(counted(chief_part, View.ALL))
    made.activity(
        world, made.document(world, world.rudny), title="Один", participants_least=90, participants_most=90, same_as=one
    )
    assert listed(counted(chief_part, View.ALL)) == before
    (found,) = reconciled(chief_part, View.ALL).contradictions
    assert (found.scope.measure, found.one, found.other) == ("participants", Bounds(10, 10), Bounds(90, 90))


def test_a_table_whose_last_row_says_more_than_its_rows_is_shown(world: World, chief_part) -> None:
    """Not while a part of them waits to be confirmed."""
    of = made.document(world)
    sums_up = {"measure": "participants", "value_least": 90, "value_most": 90, "reasons": ["table_sums_up"]}
    made.total(world, of, **sums_up, state=State.CONFIRMED)
    made.activity(world, of, title="Один", participants_least=20, participants_most=20, state=State.CONFIRMED)
    second = made.activity(world, of, title="Два", participants_least=30, participants_most=30)
    (found,) = reconciled(chief_part, View.ALL).contradictions
    assert (found.one, found.other) == (Bounds(50, 50), Bounds(90, 90))
    assert not reconciled(chief_part, View.CONFIRMED).contradictions
    made.activity(world, of, title="Три", participants_least=40, participants_most=40)
    assert not reconciled(chief_part, View.ALL).contradictions
    reject(second, world.people["chief"])
    assert reconciled(chief_part, View.ALL).contradictions


def test_a_draft_that_was_merged_is_stood_by(world: World, chief_part) -> None:
    """The same report once more, one number corrected: what it says now is no longer said by nobody."""
    numbers = {"title": "Один", "participants_least": 45, "participants_most": 45}
    one = made.activity(world, made.document(world), **numbers, state=State.CONFIRMED)
    numbers |= {"participants_least": 54, "participants_most": 54}
    copy = made.activity(world, made.document(world, world.rudny), **numbers, same_as=one)
    (found,) = reconciled(chief_part, View.CONFIRMED).contradictions
    assert (found.one, found.other) == (Bounds(45, 45), Bounds(54, 54))
    (shown,) = register_of(Extent(chief_part, View.CONFIRMED)).contradictions
    assert (shown.one, shown.other, shown.title) == (Bounds(45, 45), Bounds(54, 54), "Один")
    reject(copy, world.people["chief"])
    assert not reconciled(chief_part, View.CONFIRMED).contradictions
    assert not register_of(Extent(chief_part, View.CONFIRMED)).contradictions


def test_a_stranger_learns_no_number_of_another_part(world: World) -> None:
    of = made.document(world)
    made.activity(world, of, title="Один", count_least=9, count_most=9)
    made.total(world, of, value_least=4, value_most=4)
    part = part_of(world.campaign, world.people["stranger"])
    assert listed(counted(part, View.ALL)).rows == 0
    assert not reconciled(part, View.ALL).contradictions
    assert not reconciled(part, View.ALL).reported


def test_coverage_names_who_has_reported(world: World, chief_part) -> None:
    made.submission(world)
    found = coverage(chief_part)
    assert found.heard(world.school.path) == Heard.ITSELF
    assert found.heard(world.kostanay.path) == Heard.BELOW
    assert found.heard(world.abai.path) == Heard.NOTHING
    shares = {share.level: (share.reported, share.expected, share.silent) for share in found.by_level()}
    assert shares == {"region": (1, 2, 1), "district": (1, 1, 0), "primary": (1, 1, 0)}


def test_what_is_closed_is_expected_no_more(world: World, chief_part) -> None:
    before = len(coverage(chief_part).expected)
    change_organisation(Organisation.objects.get(pk=world.school.pk), world.people["chief"], is_closed=True)
    assert len(coverage(chief_part).expected) == before - 1


def test_what_came_after_the_day_is_late(world: World, chief_part) -> None:
    made.submission(world)
    due = datetime.combine(world.campaign.report_by, datetime.min.time(), timezone.get_current_timezone())
    Submission.objects.update(received_at=due + timedelta(hours=23))
    assert not coverage(chief_part).late(world.school.path)
    Submission.objects.update(received_at=due + timedelta(hours=25))
    assert coverage(chief_part).late(world.school.path)
    assert [share.late for share in coverage(chief_part).by_level()] == [1, 1, 1]
    made.submission(world)  # it spoke in time as well: what came late only adds to that
    assert [share.late for share in coverage(chief_part).by_level()] == [0, 0, 0]


# Properties: many small registers, each in the database.

bounds = st.one_of(
    st.none(),
    st.tuples(st.integers(1, 60), st.one_of(st.none(), st.integers(0, 20))).map(
        lambda pair: (pair[0], None if pair[1] is None else pair[0] + pair[1])
    ),
)
rows = st.fixed_dictionaries(
    {
        "of": st.integers(0, 2),
        "kind": st.sampled_from(["seminar", "training"]),
        "region": st.sampled_from(["KZ-39", "KZ-10", ""]),
        "title": st.sampled_from(["", "Дом без страха"]),
        "audience": st.sampled_from([(), ("parents",), ("parents", "pupils")]),
        "place": st.sampled_from(["", "Рудный", "Денисовский район"]),
        "organiser": st.sampled_from(["", "СШ № 5", "СШ № 7", "Районная организация профсоюза"]),
        "people": bounds,
        "count": st.tuples(st.integers(1, 4), st.one_of(st.none(), st.integers(0, 3))),
        "state": st.sampled_from([State.DRAFT, State.CONFIRMED, State.REJECTED]),
        "planned": st.booleans(),
    }
)
registers = st.lists(rows, max_size=7)
claims = st.lists(st.tuples(st.integers(0, 2), st.sampled_from(["KZ-39", ""]), st.integers(1, 30)), max_size=3)
few = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def fill(world: World, register: list[dict], reported: list[tuple[int, str, int]] = ()) -> list[Activity]:
    ReportedTotal.objects.all().delete()
    Activity.objects.update(same_as=None)
    Activity.objects.all().delete()
    while Submission.objects.count() < 3:
        made.document(world, (world.school, world.rudny, world.abai)[Submission.objects.count()])
    documents = [submission.documents.get() for submission in Submission.objects.order_by("pk")]
    for place, region, value in reported:
        made.total(world, documents[place], region=region, value_least=value, value_most=value)
    return [add(world, documents, row) for row in register]


def add(world: World, documents: list, row: dict, **more: object) -> Activity:
    people, (least, over) = row["people"], row["count"]
    return made.activity(
        world,
        documents[row["of"]],
        **{name: row[name] for name in ("kind", "region", "title", "audience", "place", "organiser")},
        **{name: row[name] for name in ("state", "planned")},
        participants_least=people and people[0],
        participants_most=people and people[1],
        count_least=least,
        count_most=None if over is None else least + over,
        **more,
    )


def numbers(world: World, person: str = "chief") -> list:
    part = part_of(world.campaign, world.people[person])
    found = []
    for view in View:
        books = ledger(counted(part, view))
        found += [books.whole, books.by("kind"), books.by("region"), books.by_audience(), reconciled(part, view).totals]
    return found


@few
@given(registers.filter(bool), rows)
def test_a_duplicate_that_was_merged_changes_no_number(world: World, register, copy) -> None:
    made_rows = fill(world, register)
    before = numbers(world)
    head = made_rows[0]
    documents = [one.documents.get() for one in Submission.objects.order_by("pk")]
    add(world, documents, copy, same_as=head)
    assert numbers(world) == before


@few
@given(registers, rows, claims)
def test_what_is_rejected_changes_no_number(world: World, register, more, reported) -> None:
    fill(world, register, reported)
    before = numbers(world)
    documents = [one.documents.get() for one in Submission.objects.order_by("pk")]
    add(world, documents, {**more, "state": State.REJECTED})
    assert numbers(world) == before


@few
@given(registers, rows)
def test_a_draft_never_changes_what_is_confirmed(world: World, register, more) -> None:
    fill(world, register)
    part = part_of(world.campaign, world.people["chief"])
    before = ledger(counted(part, View.CONFIRMED)).whole
    documents = [one.documents.get() for one in Submission.objects.order_by("pk")]
    add(world, documents, {**more, "state": State.DRAFT})
    assert ledger(counted(part, View.CONFIRMED)).whole == before


@few
@given(registers, claims)
def test_the_register_counts_as_the_core_does(world: World, register, reported) -> None:
    fill(world, register, reported)
    part = part_of(world.campaign, world.people["chief"])
    found = reconciled(part, View.ALL).totals
    readings = []
    for submission in Submission.objects.order_by("pk"):
        document = submission.documents.get()
        states = View.ALL.states
        readings.append(
            Reading(
                Document(str(document.pk), text_named(submission.sha256, document.position)),
                tuple(row.record() for row in document.activitys.filter(state__in=states)),
                tuple(row.record() for row in document.reportedtotals.filter(state__in=states)),
            )
        )
    distinct = [
        DistinctActivity(str(key), one, (one,))
        for key, one in enumerate(one for reading in readings for one in reading.activities)
    ]
    expected = count(distinct, readings, world.campaign.pack).totals
    shown = {total.scope: (total.value, total.listed, total.reported, total.unknown) for total in expected}
    for scope, total in found.items():
        assert shown[scope] == (total.value, total.listed, total.reported, total.unknown)
    books = ledger(counted(part, View.ALL)).by_audience()
    for audience, measure in product(("parents", "pupils"), ("activities", "participants")):
        scope = Scope(measure, audience=audience)
        own = books.get(audience)
        listed_there = own and (own.activities if measure == "activities" else own.attendances)
        assert (shown[scope][1] if scope in shown else None) == listed_there

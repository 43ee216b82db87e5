"""The rows of the register become the core's records: what counts, what stands behind it, and nothing else."""

from collections.abc import Callable
from datetime import date

import pytest

from svod.records import Bounds, Period, Scope
from svod.register.consolidated import Extent, register_of
from svod.register.models import Activity, Organisation, State, Submission
from svod.register.services.merge import merge
from svod.register.totals import Part, View, counted, ledger, reconciled
from tests.register import made
from tests.world import World


def extent(world: World, organisation: Organisation | None = None, **more: object) -> Extent:
    organisation = organisation or world.national
    return Extent(Part(world.campaign, (organisation.path,)), **{"view": View.ALL, **more})


def test_it_counts_as_the_dashboard_does(world: World) -> None:
    """In both views, listed and reported."""
    document = made.document(world)
    made.activity(world, document, title="Один", participants_least=45, participants_most=45, state=State.CONFIRMED)
    made.activity(world, document, title="Два", participants_least=30, participants_most=None)
    made.activity(world, document, title="Три", state=State.REJECTED)
    made.activity(world, document, title="Четыре", planned=True, state=State.CONFIRMED)
    made.total(world, document, value_least=7, value_most=7, state=State.CONFIRMED)
    for view in View:
        whole = extent(world, view=view)
        register = register_of(whole)
        beside = reconciled(whole.part, view)
        assert register.total(Scope("activities")).value == beside.value("activities").value
        assert register.total(Scope("activities")).listed == ledger(counted(whole.part, view)).whole.activities
        assert register.confirmed == (view == View.CONFIRMED)
        assert [one.activity.title for one in register.planned] == ["Четыре"]


def test_what_is_merged_is_one_with_all_its_evidence(world: World) -> None:
    head = made.activity(world, made.document(world), title="Семья", state=State.CONFIRMED)
    copy = made.activity(world, made.document(world, world.kostanay), title="Семья и школа", state=State.CONFIRMED)
    merge(head, copy, world.people["chief"])
    (one,) = register_of(extent(world)).activities
    assert (one.id, one.activity.title) == (f"М-{head.pk:04d}", "Семья")
    assert {place.document for place in one.evidences} == {str(head.document_id), str(copy.document_id)}


def test_a_part_keeps_its_own_telling_of_what_counts_elsewhere(world: World) -> None:
    head = made.activity(world, made.document(world, world.abai), title="Общее", region="KZ-10")
    copy = made.activity(world, made.document(world), title="Общее у нас")
    merge(head, copy, world.people["chief"])
    (one,) = register_of(extent(world, world.kostanay)).activities
    assert (one.id, [place.document for place in one.evidences]) == (f"М-{copy.pk:04d}", [str(copy.document_id)])


def test_an_id_outlives_other_changes(world: World) -> None:
    document = made.document(world)
    later = made.activity(world, document, title="Позже", first_day=made.day(9), last_day=made.day(9))
    before = {one.activity.title: one.id for one in register_of(extent(world)).activities}
    made.activity(world, document, title="Раньше", first_day=made.day(1), last_day=made.day(1))
    after = {one.activity.title: one.id for one in register_of(extent(world)).activities}
    assert list(after) == ["Раньше", "Позже"]
    assert before["Позже"] == after["Позже"] == f"М-{later.pk:04d}"


def test_a_period_leaves_out_other_days_and_what_has_none(world: World) -> None:
    document = made.document(world)
    made.activity(world, document, title="Внутри", first_day=made.day(1), last_day=made.day(3))
    made.activity(world, document, title="Снаружи", first_day=made.day(5), last_day=made.day(6))
    made.activity(world, document, title="Без дня")
    made.total(world, document, value_least=70, value_most=70)
    some = extent(world, period=Period(date(2025, 12, 3), date(2025, 12, 4)))
    register = register_of(some)
    assert [one.activity.title for one in register.activities] == ["Внутри"]
    assert (register.reported, some.dateless()) == ((), 1)
    assert register.total(Scope("activities")).value == Bounds(1, 1)


def test_every_region_is_heard_from_that_handed_something_in(world: World) -> None:
    made.document(world, world.abai, "Ничего.")
    whole = register_of(extent(world)).coverage
    assert (whole.reported, "KZ-39" in whole.silent) == (("KZ-10",), True)
    part = register_of(extent(world, world.abai)).coverage
    assert (part.expected, part.silent) == ((), ())


def test_a_region_whose_drafts_wait_is_neither_silent_nor_without_activities(world: World) -> None:
    """Also where one of its schools said that nothing was held there."""
    answer = made.document(world, world.kostanay).submission
    answer.nothing_held = [[0, 0, 4, "KZ-39"]]
    answer.save()
    made.activity(world, made.document(world, world.abai), region="KZ-10")
    made.activity(world, made.document(world), region="KZ-39")
    seen = register_of(extent(world, view=View.CONFIRMED))
    assert (seen.coverage.unconfirmed, seen.coverage.nothing_held) == (("KZ-10", "KZ-39"), ())
    assert not {"KZ-10", "KZ-39"} & {*seen.coverage.silent}
    assert register_of(extent(world)).coverage.unconfirmed == ()
    made.activity(world, made.document(world, world.abai), region="KZ-10", state=State.CONFIRMED)
    assert register_of(extent(world, view=View.CONFIRMED)).coverage.unconfirmed == ("KZ-39",)


def test_a_region_whose_file_could_not_be_read_is_not_called_silent(world: World) -> None:
    made.activity(world, made.document(world), region="KZ-39")
    broken = made.submission(world, world.abai)
    Submission.objects.filter(pk=broken.pk).update(state=Submission.State.UNREADABLE)
    seen = register_of(extent(world)).coverage
    assert (seen.unread, "KZ-10" in seen.silent, "KZ-10" in seen.reported) == (("KZ-10",), False, False)
    made.activity(world, made.document(world, world.abai), region="KZ-10")
    assert register_of(extent(world)).coverage.unread == ()


def test_where_nothing_was_held_it_is_said(world: World) -> None:
    document = made.document(world, world.abai, "Мероприятия не проводились.")
    document.submission.nothing_held = [[0, 0, 27, "KZ-10"]]
    document.submission.save()
    assert register_of(extent(world)).coverage.nothing_held == ("KZ-10",)
    made.activity(world, document, region="KZ-10")
    assert register_of(extent(world)).coverage.nothing_held == ()


@pytest.mark.parametrize("texts", [True, False])
def test_texts_are_there_where_they_are_wanted(world: World, texts: bool) -> None:
    made.document(world)
    (document,) = register_of(extent(world), texts=texts).documents
    assert bool(document.text) == texts


def test_it_asks_the_database_a_few_times(world: World, django_assert_max_num_queries: Callable) -> None:
    for _ in range(3):
        document = made.document(world)
        for number in range(4):
            made.activity(world, document, title=f"Беседа {number}", kind="talk")
    assert Activity.objects.count() == 12
    with django_assert_max_num_queries(10):
        register_of(extent(world))

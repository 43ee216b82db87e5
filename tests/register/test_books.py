"""Sums that are kept are those of a full recount, whatever is done to the register, by whatever way, and for whom."""

from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone
from hypothesis import HealthCheck, given, settings, strategies as st

from svod.register import signs
from svod.register.models import Activity, Book, State, Tally, Touched
from svod.register.proof.sums import kept
from svod.register.queue import queued
from svod.register.tasks import count_anew
from svod.register.totals import Part, View, books, counted, keeping, ledger, states, touched
from svod.register.totals.keeping import catch_up
from svod.register.totals.listed import states_of
from svod.register.triggers import ensure, known
from tests.register import made
from tests.register.test_totals import fill, registers
from tests.world import World


@pytest.fixture(autouse=True)
def every_part_is_worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "WORTH", 0)


def parts(world: World) -> list[Part]:
    places = (world.national, world.kostanay, world.rudny, world.school, world.abai)
    return [Part(world.campaign, (one.path,)) for one in places]


def taken_apart(found: Any) -> list[object]:
    by = {field: found.by(field) for field in ("region", "kind")}
    return [found.whole, found.dateless, by, found.by_audience(), found.by_day(), found.cells()]


def look(part: Part) -> list[object]:
    found = [books(part, view) for view in View]
    assert not any(one.behind for one in found)
    return [*map(taken_apart, found), states(part)]


def recount(part: Part) -> list[object]:
    return [*(taken_apart(ledger(counted(part, view))) for view in View), states_of(part)]


CHANGES: dict[str, Callable[[World, Any], object]] = {
    "confirmed": lambda world, rows: rows.update(state="confirmed", **decided(world)),
    "rejected": lambda world, rows: rows.update(state="rejected", **decided(world)),
    "a draft again": lambda world, rows: rows.update(state="draft"),
    "another kind": lambda world, rows: rows.update(kind="lecture"),
    "another region": lambda world, rows: rows.update(region="KZ-10"),
    "another organisation": lambda world, rows: rows.update(organisation=world.rudny),
    "a day": lambda world, rows: rows.update(first_day=made.day(2), last_day=made.day(2)),
    "planned": lambda world, rows: rows.update(planned=True),
    "no people": lambda world, rows: rows.update(participants_least=None, participants_most=None),
    "another audience": lambda world, rows: rows.update(audience=("women",)),
    "the same as the first": lambda world, rows: rows.exclude(pk=first()).update(same_as=first()),
    "apart": lambda world, rows: rows.update(same_as=None),
    "gone": lambda world, rows: rows.filter(told_again=None).delete(),
}
changes = st.lists(st.tuples(st.sampled_from(sorted(CHANGES)), st.integers(0, 6)), min_size=1, max_size=6)


def decided(world: World) -> dict[str, Any]:
    return {"decided_by": world.people["reviewer"], "decided_at": timezone.now()}


def first() -> int:
    """The one that the others may tell again: nothing is told again of what tells again itself."""
    return Activity.objects.filter(same_as=None).order_by("pk").values_list("pk", flat=True).first() or 0


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(registers.filter(bool), changes)
def test_what_is_kept_is_what_a_recount_gives(world: World, register, done) -> None:
    keys = [row.pk for row in fill(world, register)]
    for part in parts(world):
        assert look(part) == recount(part)
    for what, number in done:
        CHANGES[what](world, Activity.objects.filter(pk=keys[number % len(keys)]))
    for part in parts(world):
        assert look(part) == recount(part)
    assert not list(kept())


def test_what_is_small_has_no_book(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "WORTH", 1)
    part = parts(world)[0]
    made.activity(world, made.document(world))
    assert taken_apart(books(part, View.ALL)) == taken_apart(ledger(counted(part, View.ALL)))
    assert not Book.objects.exists()
    made.activity(world, made.document(world))
    assert look(part) == recount(part)
    assert Book.objects.get().organisation == world.national


def test_what_would_take_long_is_counted_in_the_background(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    part = parts(world)[0]
    for kind in ("seminar", "training", "lecture"):
        for title in ("Один", "Два"):
            made.activity(world, made.document(world), kind=kind, title=title)
    monkeypatch.setattr(keeping, "AT_ONCE", 2)
    assert books(part, View.ALL).behind == 2
    book = Book.objects.get()
    assert queued(count_anew) == {book.pk}
    assert books(part, View.ALL).behind == 1
    catch_up(book)
    assert look(part) == recount(part)


def test_a_change_marks_its_cell_in_its_own_transaction(world: World) -> None:
    activity = made.activity(world, made.document(world))
    Touched.objects.all().delete()
    Activity.objects.filter(pk=activity.pk).update(question="Когда?")
    assert not Touched.objects.exists()
    Activity.objects.filter(pk=activity.pk).update(kind="lecture")
    assert set(Touched.objects.values_list("organisation", "region", "kind")) == {
        (world.school.pk, "KZ-39", "seminar"),
        (world.school.pk, "KZ-39", "lecture"),
    }


@pytest.mark.parametrize("kept", [touched, signs])
def test_triggers_that_a_migration_lost_come_back(world: World, kept: ModuleType) -> None:
    before = known(connection, kept.PREFIX)
    assert len(before) >= 2
    ensure(connection, kept.PREFIX, {})
    assert not known(connection, kept.PREFIX)
    kept.set_up()
    assert known(connection, kept.PREFIX) == before


def test_a_sum_that_differs_is_found(world: World) -> None:
    made.activity(world, made.document(world), state=State.CONFIRMED)
    part = parts(world)[0]
    books(part, View.ALL)
    assert not list(kept())
    Tally.objects.update(rows=7)
    (flaw,) = kept()
    assert "KZ-39" in flaw.what

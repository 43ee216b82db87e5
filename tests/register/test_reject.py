"""What is no activity is turned down, and stays on record."""

import pytest

from svod.register.errors import ToldAgain
from svod.register.models import Activity, ReportedTotal, State
from svod.register.services.merge import merge
from svod.register.services.reject import reject
from tests.world import World


def test_it_works(world: World) -> None:
    world.submission()
    for row in (Activity.objects.get(kind="training"), ReportedTotal.objects.get()):
        reject(row, world.people["reviewer"])
        row.refresh_from_db()
        assert (row.state, row.decided_by) == (State.REJECTED, world.people["reviewer"])


def test_not_while_others_are_merged_into_it(world: World) -> None:
    world.submission()
    head, copy = Activity.objects.order_by("pk")
    merge(head, copy, world.people["reviewer"])
    with pytest.raises(ToldAgain):
        reject(head, world.people["reviewer"])
    copy.refresh_from_db()
    reject(copy, world.people["reviewer"])
    copy.refresh_from_db()
    assert (copy.state, copy.same_as) == (State.REJECTED, None)

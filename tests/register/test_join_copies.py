"""What surely tells again what is confirmed is joined at once, and parted again at once."""

from collections.abc import Sequence

import pytest

from svod.register.errors import Locked, Refused
from svod.register.models import Activity, Operation, Organisation, Resemblance, State
from svod.register.services.join_copies import certain_copies, join_copies
from svod.register.services.reject import reject
from svod.register.services.sign import sign
from svod.register.services.undo import undo
from tests.register import made
from tests.world import World


def telling(world: World, organisation: Organisation, state: str = State.DRAFT) -> Activity:
    return made.activity(world, made.document(world, organisation), state=state)


def sure(one: Activity, other: Activity, *, certain: bool = True) -> Resemblance:
    one, other = sorted((one, other), key=lambda row: row.pk)
    return Resemblance.objects.create(one=one, other=other, score=9, certain=certain)


@pytest.fixture
def tellings(world: World) -> list[Activity]:
    """The first one confirmed, the others surely tell it."""
    head = telling(world, world.school, State.CONFIRMED)
    rows = [head, telling(world, world.rudny), telling(world, world.kostanay, State.CONFIRMED)]
    for row in rows[1:]:
        sure(head, row)
    return rows


def heads(rows: Sequence[Activity]) -> list[Activity | None]:
    return [Activity.objects.get(pk=row.pk).same_as for row in rows]


def join(world: World, name: str = "reviewer") -> list[Operation]:
    return join_copies(certain_copies(world.campaign, world.people[name]), world.people[name])


def test_it_works(world: World, tellings: list[Activity]) -> None:
    (done,) = join(world)
    assert (done.verb, done.note, done.organisation) == ("merge", "2", world.kostanay)
    assert heads(tellings) == [None, tellings[0], tellings[0]]
    assert set(Resemblance.objects.values_list("decision", flat=True)) == {"same"}
    assert not certain_copies(world.campaign, world.people["reviewer"]).exists()
    undo(done, world.people["reviewer"])
    assert heads(tellings) == [None, None, None]
    assert certain_copies(world.campaign, world.people["reviewer"]).count() == 2


def test_only_what_is_certain_and_told_of_what_is_confirmed(world: World) -> None:
    confirmed, rejected = telling(world, world.school, State.CONFIRMED), telling(world, world.rudny)
    sure(confirmed, telling(world, world.rudny), certain=False)
    sure(telling(world, world.rudny), telling(world, world.school))
    sure(confirmed, rejected)
    reject(rejected, world.people["reviewer"])
    assert not certain_copies(world.campaign, world.people["reviewer"]).exists()
    assert join(world) == []


def test_only_where_one_reviews_both(world: World) -> None:
    sure(telling(world, world.school, State.CONFIRMED), telling(world, world.abai))
    assert join(world) == []
    assert join(world, "chief")[0].organisation == world.national


def test_in_each_part_by_itself(world: World, tellings: list[Activity]) -> None:
    """Who reviews in two parts reviews nothing above them, and takes each back."""
    both = world.person("reviewer", world.rudny, "both")
    both.roles.create(organisation=world.abai, role="reviewer")
    sure(telling(world, world.abai, State.CONFIRMED), telling(world, world.abai))
    done = join(world, "both")
    assert {one.organisation for one in done} == {world.rudny, world.abai}
    for one in done:
        undo(one, both)
    assert heads(tellings) == [None, None, None]


def test_what_is_signed_is_left(world: World, tellings: list[Activity]) -> None:
    """Its number would change: the copy counts there no more."""
    abai = telling(world, world.abai, State.CONFIRMED)
    pair = sure(tellings[0], abai)
    sign(world.campaign, world.abai, world.people["chief"])
    join(world, "chief")
    assert heads([*tellings, abai]) == [None, tellings[0], tellings[0], None]
    with pytest.raises(Locked):
        join_copies([pair], world.people["chief"])
    assert Operation.objects.filter(verb="merge").count() == 1


def test_what_one_report_tells_apart_stays_two(world: World) -> None:
    """The first two of the pairs make the last one wrong."""
    report = made.document(world, world.rudny)
    first, second = made.activity(world, report), made.activity(world, report, start=20, end=30)
    head = telling(world, world.school, State.CONFIRMED)
    sure(head, first)
    pair = sure(head, second)
    join(world)
    assert sorted(one == head for one in heads([first, second])) == [False, True]
    with pytest.raises(Refused):
        join_copies([pair], world.people["reviewer"])

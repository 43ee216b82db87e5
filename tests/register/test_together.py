"""Two people change the same row at the same moment: one of them wins, the other is told, and nothing is mixed."""

from collections.abc import Callable
from threading import Barrier, Event, Thread

import pytest
from django.db import connection, connections, transaction
from django.test import Client
from django.urls import reverse

from svod.register.errors import Locked, Stale
from svod.register.models import Activity, Change, Operation, Person, State
from svod.register.services.confirm import confirm, drafts_of
from svod.register.services.correct import correct
from svod.register.services.reject import reject
from svod.register.services.sign import sign
from tests.world import World, make_world

ROUNDS = 5
WAIT = 60  # seconds: a busy machine


@pytest.fixture
def world(transactional_db: None) -> World:
    """Committed: each thread has a connection of its own."""
    return make_world()


def at_once(*deeds: Callable[[], object]) -> list[BaseException | object]:
    """What each deed gave or raised, all begun at the same moment."""
    gate, found = Barrier(len(deeds)), [None] * len(deeds)

    def run(place: int) -> None:
        try:
            connection.ensure_connection()
            gate.wait(WAIT)
            found[place] = deeds[place]()
        except BaseException as error:
            found[place] = error
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=(place,)) for place in range(len(deeds))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(WAIT)
    assert not any(thread.is_alive() for thread in threads)
    return found


def draft(world: World) -> Activity:
    return Activity.objects.select_related("campaign", "organisation", "document").get(kind="round_table")


@pytest.mark.parametrize("number", range(ROUNDS))
def test_one_wins_and_the_other_is_told(world: World, number: int) -> None:
    world.submission()
    names = ("reviewer", "coordinator", "administrator")
    titles = {name: f"Семья без страха, {name}" for name in names}
    rows = {name: draft(world) for name in names}  # each saw the row as it was

    def deed(name: str) -> Callable[[], object]:
        return lambda: correct(rows[name], {"title": titles[name]}, world.people[name])

    found = at_once(*(deed(name) for name in names))
    told = [isinstance(one, Stale) for one in found]
    assert sorted(told) == [False, True, True], found
    (winner,) = (name for name, lost in zip(names, told, strict=True) if not lost)
    row = draft(world)
    assert row.title == titles[winner]
    assert row.version == 2
    change = Change.objects.get(model="activity", row=row.pk)
    assert (change.operation.person, change.after["title"]) == (world.people[winner], titles[winner])
    assert Operation.objects.filter(verb="correct").count() == 1  # of a refused deed nothing is left


@pytest.mark.parametrize("number", range(ROUNDS))
def test_confirmed_or_rejected_never_both(world: World, number: int) -> None:
    world.submission()
    one, other = draft(world), draft(world)
    found = at_once(
        lambda: confirm([one], world.people["reviewer"]), lambda: reject(other, world.people["coordinator"])
    )
    assert sorted(isinstance(outcome, Stale) for outcome in found) == [False, True], found
    wanted = State.REJECTED if isinstance(found[0], Stale) else State.CONFIRMED
    assert draft(world).state == wanted


@pytest.mark.parametrize("number", range(ROUNDS))
def test_nobody_changes_what_is_being_signed(world: World, number: int) -> None:
    """The signature is written and not yet committed when the other begins: they wait, and are refused."""
    confirm(drafts_of(world.submission()), world.people["reviewer"], "звонок")
    row, signed, begun = draft(world), Event(), Event()

    def sign_slowly() -> None:
        with transaction.atomic():
            sign(world.campaign, world.school, world.people["coordinator"])
            signed.set()
            assert begun.wait(WAIT)

    def change() -> None:
        assert signed.wait(WAIT)
        begun.set()
        correct(row, {"title": "Иное"}, world.people["reviewer"])

    found = at_once(sign_slowly, change)
    assert found[0] is None
    assert isinstance(found[1], Locked)
    assert draft(world).title != "Иное"


def test_on_the_page_the_other_is_told(world: World) -> None:
    """The whole way, as two browsers send it."""
    world.submission()
    row = draft(world)

    def send(person: Person, name: str) -> Callable[[], object]:
        client = Client(headers={"accept-language": "en"})
        client.force_login(person)
        address = reverse(name, args=[world.campaign.slug, f"a{row.pk}"])
        return lambda: client.post(address, {"version": row.version}, follow=True).content.decode()

    pages = at_once(
        send(world.people["reviewer"], "review_confirm"), send(world.people["coordinator"], "review_reject")
    )
    told = ["Somebody else changed this meanwhile" in str(page) for page in pages]
    assert sorted(told) == [False, True], pages
    assert draft(world).state == (State.REJECTED if told[0] else State.CONFIRMED)

"""What is remembered is what would be found now: any change asks anew."""

from collections.abc import Callable
from io import BytesIO

import pytest

from svod.register.models import Activity, Operation, Submission
from svod.register.services.add import add
from svod.register.services.confirm import confirm
from svod.register.services.organise import add_organisation, change_organisation
from svod.register.services.read import read
from svod.register.services.reject import reject
from svod.register.services.resemble import resemble
from svod.register.services.submit import submit
from svod.register.services.undo import undo
from svod.register.totals import part_of, remembered
from svod.register.totals.remembered import stamp
from tests.world import World


def activity() -> Activity:
    return Activity.objects.order_by("pk").first()


CHANGES: dict[str, Callable[[World], object]] = {
    "confirmed": lambda world: confirm([activity()], world.people["reviewer"]),
    "rejected": lambda world: reject(activity(), world.people["reviewer"]),
    "added": lambda world: add(activity().document, 0, 9, "seminar", world.people["reviewer"]),
    "received": lambda world: submit(BytesIO(b"text"), "a.txt", world.campaign, world.rudny, None),
    "read": lambda world: read(Submission.objects.get(state="received")),
    "compared": lambda world: (resemble(world.campaign), world.campaign.refresh_from_db()),
    "an organisation more": lambda world: add_organisation(
        world.kostanay, world.people["chief"], name="Школа № 8", level="primary"
    ),
    "an organisation closed": lambda world: change_organisation(world.abai, world.people["chief"], is_closed=True),
}


@pytest.fixture
def prepared(world: World) -> World:
    world.submission()
    submit(BytesIO("28 ноября 2025 года прошёл семинар.".encode()), "b.txt", world.campaign, world.kostanay, None)
    return world


@pytest.mark.parametrize("change", CHANGES)
def test_any_change_asks_anew(prepared: World, change: str) -> None:
    part = part_of(prepared.campaign, prepared.people["chief"])
    assert remembered(part, ("x",), lambda: 1) == 1
    assert remembered(part, ("x",), lambda: 2) == 1
    CHANGES[change](prepared)
    part = part_of(prepared.campaign, prepared.people["chief"])
    assert remembered(part, ("x",), lambda: 2) == 2


def test_an_undo_asks_anew(prepared: World) -> None:
    reviewer = prepared.people["reviewer"]
    confirm([activity()], reviewer)
    part = part_of(prepared.campaign, prepared.people["chief"])
    before = stamp(part)
    undo(Operation.objects.get(verb="confirm"), reviewer)
    assert stamp(part) != before


def test_parts_and_questions_are_told_apart(prepared: World) -> None:
    chief = part_of(prepared.campaign, prepared.people["chief"])
    reader = part_of(prepared.campaign, prepared.people["reader"])
    assert remembered(chief, ("x",), lambda: 1) == 1
    assert remembered(reader, ("x",), lambda: 2) == 2
    assert remembered(chief, ("y",), lambda: 3) == 3

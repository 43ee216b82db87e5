"""The ladder: a level signs after the levels below it; signing locks; reopening opens what stands on it too."""

import pytest

from svod.register.errors import CannotUndo, DraftsLeft, Locked, NotReady, NotSigned, ReasonNeeded
from svod.register.models import Activity, Operation, Signature
from svod.register.services.confirm import confirm, drafts_of
from svod.register.services.correct import correct
from svod.register.services.reopen import reopen
from svod.register.services.sign import sign
from svod.register.services.undo import undo
from tests.world import World


@pytest.fixture
def checked(world: World) -> World:
    for organisation in (world.school, world.kostanay):
        confirm(drafts_of(world.submission(organisation)), world.people["reviewer"])
    return world


def signed(world: World) -> list[str]:
    held = Signature.objects.filter(reopened_at__isnull=True)
    return sorted(held.values_list("organisation__level", flat=True))


def test_it_works(checked: World) -> None:
    world, coordinator = checked, checked.people["coordinator"]
    with pytest.raises(NotReady) as refused:
        sign(world.campaign, world.kostanay, coordinator)
    assert refused.value.details["below"] == "Школа № 7"
    sign(world.campaign, world.school, coordinator)
    sign(world.campaign, world.kostanay, coordinator)
    sign(world.campaign, world.national, world.people["chief"])
    assert signed(world) == ["national", "primary", "region"]


def test_not_while_drafts_are_left(world: World) -> None:
    world.submission()
    with pytest.raises(DraftsLeft) as refused:
        sign(world.campaign, world.school, world.people["coordinator"])
    assert refused.value.details == {"drafts": 3, "unread": 0}


def test_nobody_signs_twice(checked: World) -> None:
    sign(checked.campaign, checked.school, checked.people["coordinator"])
    with pytest.raises(Locked):
        sign(checked.campaign, checked.school, checked.people["coordinator"])


def test_signing_locks_what_comes_later_too(checked: World) -> None:
    world = checked
    sign(world.campaign, world.school, world.people["coordinator"])
    late = world.submission(world.school, text="Проведена беседа «Мы вместе» для родителей.\n")
    with pytest.raises(Locked):
        confirm(drafts_of(late), world.people["reviewer"])
    with pytest.raises(Locked):
        correct(Activity.objects.filter(organisation=world.school).first(), {"title": "x"}, world.people["reviewer"])
    with pytest.raises(Locked):
        undo(Operation.objects.filter(verb="confirm", organisation=world.school).get(), world.people["reviewer"])
    with pytest.raises(CannotUndo):
        undo(Operation.objects.get(verb="sign"), world.people["coordinator"])
    reopen(world.campaign, world.school, world.people["coordinator"], "опоздавший отчёт")
    confirm(drafts_of(late), world.people["reviewer"])


def test_reopening_opens_everything_above(checked: World) -> None:
    world = checked
    for organisation in (world.school, world.kostanay, world.national):
        sign(world.campaign, organisation, world.people["chief"])
    with pytest.raises(ReasonNeeded):
        reopen(world.campaign, world.school, world.people["coordinator"], "  ")
    opened = reopen(world.campaign, world.kostanay, world.people["coordinator"], "ошибка в числе")
    assert {one.organisation for one in opened} == {world.kostanay, world.national}
    assert signed(world) == ["primary"]
    assert {one.reopened_why for one in Signature.objects.exclude(reopened_at=None)} == {"ошибка в числе"}
    with pytest.raises(NotSigned):
        reopen(world.campaign, world.abai, world.people["chief"], "нечего")

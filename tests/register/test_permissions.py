"""Who reaches what."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from svod.register.models import Activity, Organisation, Submission
from svod.register.permissions import ACTIONS, may, row_or_404, visible
from tests.world import World

# role, and whether it may do that at its organisation
TABLE = """
see export submit plan survey hand_out answer review comment supply discard undo remind assign sign report publish \
    invite organise campaign administer
reader yes yes no no no no no no no no no no no no no no no no no no no
reporter yes yes yes yes yes yes yes no no no no no no no no no no no no no no
reviewer yes yes yes yes yes yes yes yes yes no no no no no no no no no no no no
coordinator yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes no no
administrator yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes
"""
HEAD, *ROWS = (line.split() for line in TABLE.strip().splitlines())


def test_the_table_names_every_action() -> None:
    assert set(HEAD) == set(ACTIONS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_what_a_role_may_do(world: World, row: list[str]) -> None:
    person = world.people[row[0]]
    allowed = {action: answer == "yes" for action, answer in zip(HEAD, row[1:], strict=True)}
    assert {action: may(person, action, world.kostanay) for action in HEAD} == allowed
    assert {action: may(person, action, world.school) for action in HEAD} == allowed  # and below
    assert not any(may(person, action, world.national) for action in HEAD)  # not above
    assert not any(may(person, action, world.abai) for action in HEAD)  # not beside


def test_a_stranger_finds_nothing(world: World) -> None:
    world.submission()
    stranger = world.people["stranger"]
    assert not visible(Submission.objects.all(), stranger).exists()
    assert not visible(Activity.objects.all(), stranger).exists()
    assert list(visible(Organisation.objects.all(), stranger, through="")) == [world.abai]
    with pytest.raises(Http404):
        row_or_404(Submission.objects.all(), stranger, pk=Submission.objects.get().pk)


def test_a_reader_sees_but_may_not_write(world: World) -> None:
    submission = world.submission()
    reader = world.people["reader"]
    assert row_or_404(Submission.objects.all(), reader, pk=submission.pk) == submission
    with pytest.raises(PermissionDenied):
        row_or_404(Submission.objects.all(), reader, "review", pk=submission.pk)

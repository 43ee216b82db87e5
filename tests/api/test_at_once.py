"""The same request under the same key, sent several times at the same moment, is done once."""

import pytest
from django.http import HttpResponse

from svod.register.models import Operation, Submission
from tests.api.calling import Caller
from tests.register.test_together import at_once
from tests.world import TEXT, World, make_world


@pytest.fixture
def world(transactional_db: None) -> World:
    """Committed: each thread has a connection of its own."""
    return make_world()


def test_it_works(world: World) -> None:
    first = Caller(world.people["reporter"])
    place, told = f"/campaigns/{world.campaign.slug}/submissions/text", {"organisation": world.school.pk, "text": TEXT}

    def send() -> HttpResponse:
        caller = Caller(None)
        caller.headers |= first.headers
        return caller("POST", place, told, Idempotency_Key="a")

    answers = at_once(*[send] * 4)
    assert [one.status_code for one in answers] == [201] * 4, answers
    assert len({one.content for one in answers}) == 1
    assert sorted("Idempotency-Replayed" in one for one in answers) == [False, True, True, True]
    assert Submission.objects.count() == Operation.objects.filter(verb="submit").count() == 1

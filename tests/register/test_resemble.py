"""What two submissions tell is shown to a person once, with the reasons; their decision is kept."""

import pytest

from svod.linking import explain
from svod.linking.findings import Finding
from svod.register.models import Activity, Resemblance
from svod.register.services.merge import different, merge
from svod.register.services.reject import reject
from svod.register.services.resemble import resemble
from tests.world import World

SCHOOL = "28 ноября 2025 года в школе прошёл круглый стол «Семья без страха», участвовали 45 человек.\n"
DISTRICT = "28.11.2025 в Рудном состоялся круглый стол «Семья без страха» с участием 45 педагогов.\n"


@pytest.fixture
def pair(world: World) -> Resemblance:
    world.submission(world.school, text=SCHOOL)
    world.submission(world.rudny, text=DISTRICT)
    assert resemble(world.campaign) == 1
    return Resemblance.objects.get()


def test_it_works(pair: Resemblance) -> None:
    assert pair.one.document.submission != pair.other.document.submission
    assert pair.certain
    words = explain([Finding(*finding).code for finding in pair.findings], "ru")
    assert "тот же день" in words
    assert "столько же участников (45)" in words


def test_again_changes_nothing(world: World, pair: Resemblance) -> None:
    assert resemble(world.campaign) == 1
    assert Resemblance.objects.get().pk == pair.pk


def test_a_decision_stays(world: World, pair: Resemblance) -> None:
    different(pair, world.people["reviewer"])
    assert resemble(world.campaign) == 0
    assert Resemblance.objects.get().decision == Resemblance.Decision.DIFFERENT


def test_never_within_one_submission(world: World) -> None:
    world.submission(text=SCHOOL + DISTRICT)
    assert resemble(world.campaign) == 0


def test_the_same_text_twice(world: World) -> None:
    world.submission(world.school)
    world.submission(world.rudny)
    assert resemble(world.campaign) == 2
    assert {one.findings[0][0] for one in Resemblance.objects.all()} == {"same_text"}


def test_what_was_rejected_resembles_nothing(world: World, pair: Resemblance) -> None:
    reject(pair.one, world.people["reviewer"])
    assert resemble(world.campaign) == 0
    assert not Resemblance.objects.exists()


def test_a_merged_one_stands_for_its_tellings(world: World, pair: Resemblance) -> None:
    head = merge(pair.one, pair.other, world.people["reviewer"])
    world.submission(world.kostanay, text=DISTRICT)
    resemble(world.campaign)
    open_pairs = Resemblance.objects.filter(decision=Resemblance.Decision.OPEN)
    assert [head.pk in (one.one_id, one.other_id) for one in open_pairs] == [True]
    assert Activity.objects.filter(same_as=head).count() == 1


def test_the_last_one_read_starts_the_search(world: World, django_capture_on_commit_callbacks: object) -> None:
    from django_tasks_db.models import DBTaskResult

    from svod.register.tasks import look_for_resemblances

    submission = world.submission()
    look_for_resemblances(world.campaign.pk)
    assert DBTaskResult.objects.filter(task_path__endswith="find_resemblances").count() == 1
    type(submission).objects.filter(pk=submission.pk).update(state="reading", read_at=None)
    look_for_resemblances(world.campaign.pk)
    assert DBTaskResult.objects.filter(task_path__endswith="find_resemblances").count() == 1

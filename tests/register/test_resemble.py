"""What two submissions tell is shown to a person once, with the reasons; their decision is kept."""

from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from hypothesis import HealthCheck, given, settings, strategies as st

from svod.linking import explain
from svod.linking.findings import Finding
from svod.register.errors import CannotMerge
from svod.register.models import Activity, Campaign, Resemblance
from svod.register.services.merge import different, merge, proposed
from svod.register.services.reject import reject
from svod.register.services.resemble import resemble
from svod.register.tasks import COMPARE_EVERY, find_resemblances, look_for_resemblances
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


SERIES = "28 ноября 2025 года прошла лекция «Право». 29 ноября 2025 года прошла лекция «Право».\n"
UNDATED = "Прошла лекция «Право», её слушали родители{}.\n"


def test_what_one_submission_tells_apart_is_not_offered_through_another(world: World) -> None:
    world.submission(world.school, text=SERIES)
    world.submission(world.rudny, text=UNDATED.format(""))
    assert resemble(world.campaign) == 2
    first, second = Resemblance.objects.order_by("pk")
    proposed(first, world.people["reviewer"])
    with pytest.raises(CannotMerge):
        proposed(second, world.people["reviewer"])
    assert resemble(world.campaign) == 0


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(5)))
def test_whatever_a_person_accepts_one_submission_s_activities_stay_apart(world: World, order: list[int]) -> None:
    with transaction.atomic():
        for organisation, text in ((world.school, SERIES), (world.rudny, SERIES.replace("прошла", "состоялась"))):
            world.submission(organisation, text=text)
        world.submission(world.kostanay, text=UNDATED.format(" и учителя"))
        resemble(world.campaign)
        pairs = list(Resemblance.objects.order_by("pk"))
        assert len(pairs) > 2
        for place in order:
            with suppress(CannotMerge, IndexError):
                proposed(Resemblance.objects.get(pk=pairs[place].pk), world.people["reviewer"])
        told = Activity.objects.values_list("document__submission", Coalesce("same_as", "pk"))
        assert len(set(told)) == len(told)
        transaction.set_rollback(True)


def test_one_search_that_waits_is_enough(world: World) -> None:
    """Reports in a stream: each would compare all of the campaign anew."""
    world.submission()
    for _ in range(3):
        look_for_resemblances(world.campaign)
    assert searches().get() in DBTaskResult.objects.ready()


def test_a_search_is_followed_by_another_one(world: World, django_assert_num_queries: Any) -> None:
    world.submission()
    look_for_resemblances(world.campaign)
    searches().delete()
    find_resemblances.call(world.campaign.pk)
    world.campaign.refresh_from_db()
    assert searches().get().run_after == world.campaign.compared_at + COMPARE_EVERY
    with django_assert_num_queries(0):
        look_for_resemblances(world.campaign)  # the one that follows will see it
    find_resemblances.call(world.campaign.pk)  # another worker's, of the same stream
    assert searches().count() == 1


def test_what_follows_ends_with_the_stream(world: World) -> None:
    world.submission()
    find_resemblances.call(world.campaign.pk)
    searches().delete()
    a_while_ago(world.campaign)
    find_resemblances.call(world.campaign.pk)  # nothing came meanwhile
    assert not searches().exists()
    look_for_resemblances(world.campaign)  # then whoever comes next looks again
    assert searches().get() in DBTaskResult.objects.ready()


def test_a_clock_put_back_stops_no_search(world: World) -> None:
    world.submission()
    world.campaign.compared_at = timezone.now() + timedelta(days=1)
    look_for_resemblances(world.campaign)
    assert searches().exists()


def searches() -> QuerySet[DBTaskResult]:
    return DBTaskResult.objects.filter(task_path=find_resemblances.module_path)


def a_while_ago(campaign: Campaign) -> None:
    """When the last search was."""
    campaign.compared_at = timezone.now() - COMPARE_EVERY
    campaign.save(update_fields=["compared_at"])


def test_the_last_one_read_starts_the_search(world: World) -> None:
    submission = world.submission()
    type(submission).objects.filter(pk=submission.pk).update(state="reading", read_at=None)
    look_for_resemblances(world.campaign)
    find_resemblances.call(world.campaign.pk)  # one that was queued before leaves it to whoever reads, too
    assert not searches().exists()
    type(submission).objects.filter(pk=submission.pk).update(state="read", read_at=timezone.now())
    look_for_resemblances(world.campaign)
    assert searches().count() == 1

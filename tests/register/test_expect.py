"""The list of who is to report: fixed once, changed only with a reason, and the rates that stand on it."""

from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings, strategies as st

from svod.register.errors import FrozenAlready, ReasonNeeded
from svod.register.models import Campaign, Expected, Level, Operation, Organisation, Submission
from svod.register.services.expect import excuse, expect, freeze
from svod.register.services.organise import add_organisation, change_organisation
from svod.register.totals import Coverage, Part, coverage
from tests.register import made
from tests.world import World


def cover(world: World) -> Coverage:
    return coverage(Part(Campaign.objects.get(pk=world.campaign.pk), (world.national.path,)))


def received(submission: Submission, days_after: int, world: World) -> None:
    day = world.campaign.report_by + timedelta(days=days_after)
    Submission.objects.filter(pk=submission.pk).update(received_at=timezone.make_aware(datetime.combine(day, time(12))))


def test_it_works(world: World) -> None:
    early = world.campaign.report_by - timedelta(days=3)
    assert freeze(world.campaign, {Level.PRIMARY: early}, world.people["chief"]) == 4
    found = cover(world)
    assert found.frozen
    assert found.due(world.school.path) == early
    assert found.due(world.kostanay.path) == world.campaign.report_by
    assert Operation.objects.latest("pk").verb == "freeze_expected"


def test_what_joins_or_closes_later_changes_no_rate(world: World) -> None:
    freeze(world.campaign, {}, world.people["chief"])
    add_organisation(world.rudny, None, name="Школа № 8", level=Level.PRIMARY)
    change_organisation(Organisation.objects.get(pk=world.abai.pk), world.people["chief"], is_closed=True)
    assert len(cover(world).expected) == 4


def test_one_more_is_expected_by_a_day_of_its_own(world: World) -> None:
    freeze(world.campaign, {}, world.people["chief"])
    late_comer = add_organisation(world.rudny, None, name="Школа № 8", level=Level.PRIMARY)
    day = world.campaign.report_by + timedelta(days=7)
    expect(world.campaign, late_comer, day, world.people["chief"])
    expect(world.campaign, late_comer, day + timedelta(days=1), world.people["chief"])
    assert cover(world).due(late_comer.path) == day + timedelta(days=1)
    assert Expected.objects.filter(organisation=late_comer).count() == 1


def test_who_is_excused_is_in_no_rate_and_stays_on_record(world: World) -> None:
    freeze(world.campaign, {}, world.people["chief"])
    listed = Expected.objects.get(organisation=world.abai)
    with pytest.raises(ReasonNeeded):
        excuse(listed, "  ", world.people["chief"])
    excuse(listed, "организация создаётся", world.people["chief"])
    (region,) = [share for share in cover(world).by_level() if share.level == "region"]
    assert region.expected == 1
    assert Expected.objects.get(organisation=world.abai).excused_why == "организация создаётся"
    expect(world.campaign, world.abai, world.campaign.report_by, world.people["chief"])
    assert len(cover(world).expected) == 4


def test_it_is_fixed_once(world: World) -> None:
    freeze(world.campaign, {}, world.people["chief"])
    with pytest.raises(FrozenAlready):
        freeze(world.campaign, {}, world.people["chief"])


def test_each_is_late_by_its_own_day(world: World) -> None:
    freeze(world.campaign, {Level.PRIMARY: world.campaign.report_by - timedelta(days=3)}, world.people["chief"])
    received(made.submission(world, world.school), -1, world)
    received(made.submission(world, world.rudny), -1, world)
    found = cover(world)
    assert (found.late(world.school.path), found.late(world.rudny.path)) == (True, False)
    assert [(share.level, share.rate, share.timeliness) for share in found.by_level()] == [
        ("region", 0, 0),
        ("district", 100, 100),
        ("primary", 100, 0),
    ]


def test_a_subtree_is_the_sum_of_what_is_in_it(world: World) -> None:
    received(made.submission(world, world.school), 1, world)
    found = cover(world)
    shares = found.shares_of([*found.expected, world.national.path])
    assert (shares[world.kostanay.path].expected, shares[world.kostanay.path].answered) == (3, 1)
    assert shares[world.national.path].expected == 4
    assert world.national.path not in cover(world).expected  # it does not report to itself


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    told=st.lists(st.tuples(st.sampled_from(["kostanay", "rudny", "school", "abai"]), st.integers(-9, 9)), max_size=9),
    excused=st.sets(st.sampled_from(["rudny", "school", "abai"])),
    fixed=st.booleans(),
)
def test_no_rate_exceeds_the_whole(world: World, told: list[tuple[str, int]], excused: set[str], fixed: bool) -> None:
    Submission.objects.all().delete()
    Expected.objects.all().delete()
    for name, days in told:
        received(made.submission(world, getattr(world, name)), days, world)
    if fixed:
        freeze(world.campaign, {}, world.people["chief"])
        Expected.objects.filter(organisation__in=[getattr(world, name) for name in excused]).update(excused_why="нет")
    found = cover(world)
    for share in (*found.by_level(), *found.shares_of(found.expected).values()):
        assert 0 <= share.on_time <= share.answered <= share.reported <= share.expected
        assert share.denied <= share.answered
        assert 0 <= share.timeliness <= share.rate <= 100
        assert (share.rate == 100) == (share.answered == share.expected)
    assert sum(share.expected for share in found.by_level()) == len(found.expected)

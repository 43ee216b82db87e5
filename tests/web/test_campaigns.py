"""Campaigns are made from packs, and their days moved."""

from datetime import date

import pytest
from django.http import Http404
from django.test import Client, RequestFactory

from svod.register.models import Campaign, Operation, Organisation, Person
from svod.register.services.expect import freeze
from svod.register.services.start_campaign import start_campaign
from svod.web.base.doors import campaign_or_404, campaigns_of
from tests.world import World


@pytest.fixture
def chief(client: Client, world: World) -> Client:
    client.force_login(world.people["chief"])
    return client


def test_it_works(chief: Client, world: World) -> None:
    assert '<option value="" selected>' in chief.get("/campaigns/new/").text  # one is chosen, none is found chosen
    told = {"pack": "safety_day", "year": "2027", "organisation": world.national.pk}
    answer = chief.post("/campaigns/new/", told)
    campaign = Campaign.objects.get(pack_code="safety_day")
    assert answer.url == f"/campaigns/{campaign.slug}/days/"  # type: ignore[attr-defined]
    assert campaign.first_day.year == 2027


def test_the_days_are_moved(chief: Client, world: World) -> None:
    address = f"/campaigns/{world.campaign.slug}/days/"
    assert 'value="2025-11-25"' in chief.get(address).text
    chief.post(address, {"first_day": "2025-11-24", "last_day": "2025-12-11", "report_by": "2025-12-20"})
    world.campaign.refresh_from_db()
    assert world.campaign.report_by == date(2025, 12, 20)
    assert Operation.objects.get(verb="move_days").changes.get().before["first_day"] == "2025-11-25"


def test_the_list_leads_to_the_days(chief: Client, world: World) -> None:
    assert f"/campaigns/{world.campaign.slug}/days/" in chief.get("/campaigns/").text
    chief.force_login(world.people["administrator"])
    assert world.campaign.slug not in chief.get("/campaigns/").text.partition("<main")[2]
    chief.force_login(world.people["coordinator"])
    assert chief.get("/campaigns/").status_code == 403


def test_days_out_of_order(chief: Client, world: World) -> None:
    address = f"/campaigns/{world.campaign.slug}/days/"
    page = chief.post(address, {"first_day": "2025-12-24", "last_day": "2025-12-11", "report_by": "2025-12-20"})
    assert "message error" in page.text
    assert Campaign.objects.get(pk=world.campaign.pk).first_day == date(2025, 11, 25)


def test_the_same_campaign_twice(chief: Client, world: World) -> None:
    told = {"pack": "sixteen_days", "year": "2025", "organisation": world.national.pk}
    assert "message error" in chief.post("/campaigns/new/", told).text
    assert Campaign.objects.count() == 1


@pytest.mark.parametrize("wrong", [{"pack": "none"}, {"year": "1"}, {"organisation": "0"}])
def test_bad_input(chief: Client, world: World, wrong: dict[str, str]) -> None:
    told = {"pack": "safety_day", "year": "2027", "organisation": world.national.pk, **wrong}
    assert "errorlist" in chief.post("/campaigns/new/", told).text
    assert Campaign.objects.count() == 1


def test_a_coordinator_makes_none_and_moves_none(client: Client, world: World) -> None:
    client.force_login(world.people["coordinator"])
    assert client.get("/campaigns/new/").status_code == 403
    assert client.get(f"/campaigns/{world.campaign.slug}/days/").status_code == 403


def test_a_regions_administrator_does_not_move_the_days_of_the_nation(client: Client, world: World) -> None:
    client.force_login(world.people["administrator"])
    assert client.post(f"/campaigns/{world.campaign.slug}/days/").status_code == 403


def test_one_that_was_made_by_mistake_is_removed_and_its_history_stays(chief: Client, world: World) -> None:
    campaign = start_campaign("safety_day", 2027, world.national, world.people["chief"])
    name = str(campaign)
    freeze(campaign, {}, world.people["chief"])
    assert f"/campaigns/{campaign.slug}/remove/" in chief.get("/campaigns/").text
    assert '<button class="danger">' in chief.get(f"/campaigns/{campaign.slug}/remove/").text  # it is asked first
    assert Campaign.objects.filter(pk=campaign.pk).exists()
    answer = chief.post(f"/campaigns/{campaign.slug}/remove/", follow=True)
    assert name in answer.text.partition("<main")[2]
    assert not Campaign.objects.filter(pk=campaign.pk).exists()
    removed = Operation.objects.get(verb="remove_campaign")
    assert removed.changes.get(model="campaign").before["year"] == 2027
    assert removed.changes.filter(model="expected").exists()
    assert Operation.objects.filter(verb="start_campaign", note="safety_day 2027").exists()
    assert start_campaign("safety_day", 2027, world.national, None)  # and may be made again


def test_one_that_holds_something_stays(chief: Client, world: World) -> None:
    world.submission()
    page = chief.get(f"/campaigns/{world.campaign.slug}/remove/").text
    assert '<button class="danger">' not in page
    assert chief.post(f"/campaigns/{world.campaign.slug}/remove/").status_code == 200
    assert Campaign.objects.filter(pk=world.campaign.pk).exists()
    assert not Operation.objects.filter(verb="remove_campaign").exists()


def test_a_regions_administrator_does_not_remove_the_nations(client: Client, world: World) -> None:
    client.force_login(world.people["administrator"])
    assert client.post(f"/campaigns/{world.campaign.slug}/remove/").status_code == 403


def test_signed_out(client: Client, world: World) -> None:
    assert client.get("/campaigns/new/").url.startswith("/account/login/")  # type: ignore[attr-defined]


def test_the_door_opens_to_what_is_listed(world: World) -> None:
    """Above, at and below one of a person's organisations, and nowhere else."""
    for organisation in (world.kostanay, world.school, world.abai):
        start_campaign("safety_day", 2025, organisation, None)
    world.person("reporter", world.school, "chair")
    Person.objects.create_user("of no organisation")
    seen = {person.username: _behind_the_door(person) for person in Person.objects.all()}
    listed = {person.username: set(campaigns_of(person)) for person in Person.objects.all()}
    assert seen == listed
    assert _holding(seen["chair"]) == {world.national, world.kostanay, world.school}
    assert not seen["of no organisation"]


def _behind_the_door(person: Person) -> set[Campaign]:
    found = set()
    for campaign in Campaign.objects.all():
        request = RequestFactory().get("/")
        request.user = person
        try:
            found.add(campaign_or_404(request, campaign.slug))
        except Http404:
            continue
    return found


def _holding(campaigns: set[Campaign]) -> set[Organisation]:
    return {campaign.organisation for campaign in campaigns}

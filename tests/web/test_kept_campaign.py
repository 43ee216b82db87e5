"""The navigation leads back into the campaign one works in, from pages that belong to none."""

import pytest
from django.test import Client
from lxml import html

from svod.register.models import Person
from svod.register.services.start_campaign import start_campaign
from tests.world import World

OUTSIDE = ("/people/", "/account/", "/help/ru/", "/campaigns/", "/collecting/", "/account/password/change/")


@pytest.fixture
def chief(client: Client, world: World) -> Client:
    client.force_login(world.people["chief"])
    return client


def leads_to(client: Client, address: str, world: World, page: str = "inbox") -> bool:
    """Whether the navigation there has that page of the campaign."""
    answer = client.get(address, follow=True)
    assert answer.status_code == 200
    return f"/c/{world.campaign.slug}/{page}/" in html.fromstring(answer.text).xpath("//header//nav//a/@href")


@pytest.mark.parametrize("address", OUTSIDE)
def test_it_works(chief: Client, world: World, address: str) -> None:
    assert not leads_to(chief, address, world)
    chief.get(f"/c/{world.campaign.slug}/dashboard/")
    assert leads_to(chief, address, world)
    assert leads_to(chief, address, world, "public")


def test_the_last_one_is_kept(chief: Client, world: World) -> None:
    other = start_campaign("sixteen_days", 2026, world.national, None)
    for campaign in (world.campaign, other):
        chief.get(f"/c/{campaign.slug}/inbox/")
        assert chief.cookies["campaign"].value == campaign.slug
        assert leads_to(chief, "/people/", world) == (campaign == world.campaign)


def test_nobody_is_led_to_a_campaign_of_others(client: Client, world: World) -> None:
    """Somebody else sat at this computer before, or wrote the cookie by hand."""
    own = start_campaign("sixteen_days", 2026, world.abai, None)
    for name, slug in (("coordinator", own.slug), ("stranger", "no-such"), ("stranger", "\x00")):
        client.force_login(world.people[name])
        client.cookies["campaign"] = slug
        page = client.get("/people/")
        assert page.status_code == 200
        assert "/inbox/" not in page.text


def test_only_pages_set_it_and_none_of_the_publics(client: Client, world: World) -> None:
    client.get(f"/p/{world.campaign.slug}/ru/")
    client.get("/help/ru/")
    client.force_login(Person.objects.get(username="chief"))
    client.get(f"/c/{world.campaign.slug}/activities/export/csv/")
    client.get("/c/no-such/inbox/")
    assert "campaign" not in client.cookies

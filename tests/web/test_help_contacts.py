"""Help contacts: who publishes rings them and notes it; the day stands beside each number from then on."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from svod.packs import load
from svod.register.errors import LastContact
from svod.register.models import Campaign, Operation
from svod.register.models.campaign import as_rung
from svod.register.services.contacts import ring, to_check
from tests.world import World


@pytest.fixture
def chief(client: Client, world: World) -> Client:
    client.force_login(world.people["chief"])
    client.cookies["django_language"] = "en"
    return client


def note(client: Client, world: World, number: str, works: str) -> str:
    address = reverse("rung_contact", args=[world.campaign.slug])
    return client.post(address, {"number": number, "works": works}, follow=True).text


def campaign() -> Campaign:
    return Campaign.objects.get()


def test_it_works(chief: Client, world: World) -> None:
    assert "150" in [one.number for one in to_check(campaign())]
    assert "It is noted." in note(chief, world, "150", "yes")
    assert "150" not in [one.number for one in to_check(campaign())]
    (rung,) = [one for one in campaign().pack.contacts if one.number == "150"]
    assert rung.checked_on == timezone.localdate()
    assert not rung.warning  # it told the campaign's people to ring
    told = Operation.objects.get(verb="ring_contact")
    assert (told.person, told.note) == (world.people["chief"], "150")


def test_what_does_not_work_is_shown_nowhere_until_it_works_again(chief: Client, world: World) -> None:
    tell = reverse("tell", args=[world.campaign.slug])
    assert "tel:103" in chief.get(tell).text
    assert "does not work, not shown" in note(chief, world, "103", "no")
    assert "tel:103" not in chief.get(tell).text
    assert "tel:111" in chief.get(tell).text
    note(chief, world, "103", "yes")
    assert "tel:103" in chief.get(tell).text


def test_the_last_one_stays(chief: Client, world: World) -> None:
    *others, last = (one.number for one in campaign().contacts)
    for number in others:
        note(chief, world, number, "no")
    assert "This is the last help contact that works." in note(chief, world, last, "no")
    assert [one.number for one in campaign().pack.contacts] == [last]
    with pytest.raises(LastContact):
        ring(campaign(), last, False, world.people["chief"])


def test_whichever_was_told_later_holds() -> None:
    early, late = date(2025, 11, 1), date(2025, 11, 20)
    contact = replace(load("sixteen_days").contacts[0], checked_on=early)
    other = replace(contact, number="0")
    told = {contact.number: {"on": late.isoformat(), "works": False}}
    assert as_rung([contact, other], told) == (other,)
    mended = replace(contact, checked_on=late + timedelta(days=1))  # in the pack, since
    assert as_rung([mended, other], told) == (mended, other)
    assert as_rung([contact], told) == (contact,)  # another pack, whose only number is one that did not work


def test_a_number_that_the_pack_has_not_is_none(chief: Client, world: World) -> None:
    address = reverse("rung_contact", args=[world.campaign.slug])
    assert chief.post(address, {"number": "911", "works": "yes"}).status_code == 404
    assert not campaign().contacts_rung


def test_who_does_not_publish_notes_nothing(client: Client, world: World) -> None:
    client.force_login(world.people["reviewer"])
    address = reverse("rung_contact", args=[world.campaign.slug])
    assert client.post(address, {"number": "111", "works": "no"}).status_code == 403
    assert not campaign().contacts_rung

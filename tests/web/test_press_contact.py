"""Whom the press may ask: said by who publishes, shown as it was said, from the next file on."""

from io import BytesIO

import docx
from django.test import Client
from django.urls import reverse

from svod.register.models import Campaign, Operation, Publication
from svod.register.services.publish import draw_up, fill, publish
from tests.world import World

DESK = "Пресс-служба: Айгүл Серікқызы, 8 701 234 56 78, press@example.kz"


def note(client: Client, world: World, told: str) -> str:
    client.cookies["django_language"] = "en"
    address = reverse("press_contact", args=[world.campaign.slug])
    return client.post(address, {"press_contact": told}, follow=True).text


def publish_anew(world: World) -> Publication:
    made = draw_up(world.campaign, world.people["chief"])
    fill(made.pk)
    made.refresh_from_db()
    publish(made, None, world.people["chief"])
    return made


def shown_to_the_press(client: Client, world: World) -> str:
    return client.get(reverse("public:press", args=[world.campaign.slug, "en"])).text


def test_it_works(client: Client, world: World) -> None:
    publish_anew(world)
    client.force_login(world.people["chief"])
    assert "It is noted." in note(client, world, DESK)
    assert DESK in client.get(reverse("publishing", args=[world.campaign.slug])).text
    assert "Айгүл" not in shown_to_the_press(client, world)  # not in the file that is public
    publish_anew(world)
    page = shown_to_the_press(client, world)
    assert "Айгүл Серікқызы, 8 701 234 56 78" in page
    assert 'href="mailto:press@example.kz"' in page


def test_the_release_says_it_too(client: Client, world: World) -> None:
    Campaign.objects.update(press_contact=DESK)
    world.campaign.refresh_from_db()
    publish_anew(world)
    answer = client.get(reverse("public:release", args=[world.campaign.slug, "kk"]))
    texts = [one.text for one in docx.Document(BytesIO(b"".join(answer))).paragraphs]
    assert f"БАҚ үшін байланыс: {DESK}" in texts


def test_without_one_nobody_is_named(client: Client, world: World) -> None:
    publish_anew(world)
    assert "Whom the press may ask" not in shown_to_the_press(client, world)


def test_a_novel_is_refused(client: Client, world: World) -> None:
    client.force_login(world.people["chief"])
    assert "at most 300 letters" in note(client, world, "я" * 301)
    assert not Operation.objects.filter(verb="name_press_contact").exists()


def test_who_does_not_publish_names_nobody(client: Client, world: World) -> None:
    client.force_login(world.people["reader"])
    address = reverse("press_contact", args=[world.campaign.slug])
    assert client.post(address, {"press_contact": DESK}).status_code == 403
    assert not Campaign.objects.get().press_contact


def test_the_numbers_are_of_the_regions_that_are_counted(client: Client, world: World) -> None:
    publish_anew(world)
    assert "activities in 0 regions" in shown_to_the_press(client, world)

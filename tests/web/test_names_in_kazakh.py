"""Who reads Kazakh sees organisations by their Kazakh names, where there are any; all others by the Russian ones."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.world import World


@pytest.fixture
def chief(client: Client, world: World) -> Client:
    world.abai.name_kk = "Абай облыстық ұйымы"
    world.abai.save(update_fields=["name_kk"])
    client.force_login(world.people["chief"])
    return client


def page(client: Client, world: World, name: str, language: str) -> str:
    client.cookies["django_language"] = language
    return client.get(reverse(name, args=[world.campaign.slug])).text


@pytest.mark.parametrize("name", ["inbox", "coverage", "campaign_organisations"])
def test_it_works(chief: Client, world: World, name: str) -> None:
    in_kazakh, in_russian = (page(chief, world, name, language) for language in ("kk", "ru"))
    assert "Абай облыстық ұйымы" in in_kazakh
    assert "Областная организация Абай" not in in_kazakh
    assert world.kostanay.name in in_kazakh  # it has none
    assert "Областная организация Абай" in in_russian

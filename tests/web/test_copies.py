"""The page of what surely tells again what is confirmed: one press joins all that is ticked, one takes it back."""

import pytest
from django.test import Client
from lxml import html

from svod.register.models import Activity, Resemblance, State
from tests.register.test_join_copies import sure, telling
from tests.world import World

HTMX = {"HX-Request": "true"}


@pytest.fixture
def pairs(world: World) -> list[Resemblance]:
    head = telling(world, world.school, State.CONFIRMED)
    return [sure(head, telling(world, place)) for place in (world.rudny, world.kostanay)]


@pytest.fixture
def address(world: World) -> str:
    return f"/c/{world.campaign.slug}/resemblances/certain/"


@pytest.fixture
def reviewer(client: Client, world: World) -> Client:
    client.force_login(world.people["reviewer"])
    client.cookies["django_language"] = "en"
    return client


def joined() -> int:
    return Activity.objects.filter(same_as__isnull=False).count()


def ticked(page: str) -> list[str]:
    return html.fromstring(page).xpath("//input[@name='pair'][@checked]/@value")


def test_it_works(reviewer: Client, address: str, pairs: list[Resemblance]) -> None:
    page = reviewer.get(address).text
    assert ticked(page) == [str(one.pk) for one in pairs]
    answer = reviewer.post(address, {"pair": ticked(page)}, follow=True)
    assert "2 tellings are joined." in answer.text
    assert "Nothing is left" in answer.text
    assert joined() == 2
    form = html.fromstring(answer.text).xpath("//form[contains(@action, '/undo/')]")[0]
    back = reviewer.post(form.action, dict(form.form_values()), follow=True)
    assert "Taken back." in back.text
    assert len(ticked(back.text)) == 2
    assert joined() == 0


def test_only_what_is_ticked(reviewer: Client, address: str, pairs: list[Resemblance]) -> None:
    answer = reviewer.post(address, {"pair": [pairs[0].pk, "x", "0"]}, follow=True).text
    assert "1 telling is joined." in answer
    assert ticked(answer) == [str(pairs[1].pk)]
    assert "Nothing was ticked" in reviewer.post(address, {"pair": [pairs[0].pk]}, follow=True).text


def test_it_is_offered_where_one_reviews_and_on_the_dashboard(
    reviewer: Client, address: str, pairs: list[Resemblance], world: World
) -> None:
    assert "2 of them surely tell what is confirmed" in reviewer.get(f"/c/{world.campaign.slug}/dashboard/").text
    report = pairs[0].other.document.submission_id
    page = reviewer.get(f"/c/{world.campaign.slug}/submissions/{report}/").text
    assert "Join 1 certain telling with what is confirmed…" in page
    assert f"{address}?of={report}" in page
    assert ticked(reviewer.get(f"{address}?of={report}").text) == [str(pairs[0].pk)]
    answer = reviewer.post(f"{address}?of={report}", {"pair": [one.pk for one in pairs]}, follow=True)
    assert "1 telling is joined." in answer.text


def test_who_reviews_nothing_sees_it_and_joins_nothing(
    client: Client, address: str, pairs: list[Resemblance], world: World
) -> None:
    client.force_login(world.people["reader"])
    page = client.get(address).text
    assert world.rudny.name in page
    assert 'type="checkbox"' not in page
    assert client.post(address, {"pair": pairs[0].pk}).status_code == 403
    client.force_login(world.people["stranger"])
    assert world.rudny.name not in client.get(address).text
    client.post(address, {"pair": pairs[0].pk})
    assert joined() == 0

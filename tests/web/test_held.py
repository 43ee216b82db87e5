"""Messages held back, and what a coordinator makes of them."""

import pytest
from django.test import Client
from lxml import html

from svod.register.models import Incoming, Submission
from svod.register.services.assign import assign
from svod.register.services.propose_whose import propose_whose
from svod.register.services.receive import receive
from tests.register.test_receive import message
from tests.world import World


@pytest.fixture
def held(world: World) -> Incoming:
    return receive(message(sender_name="Айгүл", name="Есеп.eml"))


@pytest.fixture
def address(world: World) -> str:
    return f"/c/{world.campaign.slug}/inbox/held/"


@pytest.fixture
def chief(client: Client, world: World) -> Client:
    client.force_login(world.people["chief"])
    client.cookies["django_language"] = "en"
    return client


def test_it_works(chief: Client, held: Incoming, address: str) -> None:
    assert "1 message is held back" in chief.get(address.removesuffix("held/")).text
    page = chief.get(address).text
    assert "Есеп.eml" in page
    assert "aigul@example.org" in page
    one = chief.get(f"{address}{held.pk}/").text
    assert "Семья без страха" in one
    assert "can be forged" in one


def test_its_file_is_given_to_be_kept(chief: Client, held: Incoming, address: str) -> None:
    answer = chief.get(f"{address}{held.pk}/file/")
    assert "attachment" in answer["Content-Disposition"]
    assert b"".join(answer.streaming_content).startswith("Отчёт".encode())


def test_it_is_assigned(chief: Client, held: Incoming, address: str, world: World) -> None:
    chief.post(f"{address}{held.pk}/assign/", {"organisation": world.school.pk})
    submission = Submission.objects.get()
    assert submission.organisation == world.school
    assert "By e-mail, from aigul@example.org" in chief.get(address.removesuffix("held/")).text
    assert f"/submissions/{submission.pk}/" in chief.get(f"{address}{held.pk}/").text


def test_whose_it_may_be_is_said_with_what_says_so_and_taken_by_one_press(
    chief: Client, address: str, world: World
) -> None:
    told = receive(message("2", name="Отчёт Рудненской городской организации.eml"))
    propose_whose(world.campaign.pk)
    assert world.rudny.called in chief.get(address).text
    page = html.fromstring(chief.get(f"{address}{told.pk}/").text)
    assert "subject “Рудненской" in page.text_content()
    (button,) = page.xpath("//button[@name='organisation']")
    assert world.rudny.called in button.text_content()  # it says to whom it goes
    assert page.xpath("//select[@name='organisation']/option[@selected]/@value") == [""]
    chief.post(f"{address}{told.pk}/assign/", {"organisation": button.get("value")})
    assert Submission.objects.get().organisation == world.rudny


def test_no_organisation_is_chosen_beforehand(chief: Client, held: Incoming, address: str) -> None:
    page = html.fromstring(chief.get(f"{address}{held.pk}/").text)
    assert page.xpath("//select[@name='organisation']/option[@selected]/@value") == [""]
    assert chief.post(f"{address}{held.pk}/assign/", {"organisation": ""}).status_code == 422


def test_the_reviewer_sees_how_it_came(chief: Client, held: Incoming, address: str, world: World) -> None:
    submission = assign(held, world.school, world.people["chief"])
    page = chief.get(f"/c/{world.campaign.slug}/submissions/{submission.pk}/").text
    assert "By e-mail, from aigul@example.org" in page


def test_it_is_refused_with_a_reason(chief: Client, held: Incoming, address: str) -> None:
    assert chief.post(f"{address}{held.pk}/refuse/", {"why": ""}).status_code == 422
    chief.post(f"{address}{held.pk}/refuse/", {"why": "реклама"})
    assert "реклама" in chief.get(f"{address}?state=refused").text
    assert "Nothing is held back" in chief.get(address).text


def test_an_organisation_of_another_campaign_is_not_offered(chief: Client, held: Incoming, address: str) -> None:
    assert chief.post(f"{address}{held.pk}/assign/", {"organisation": 10**6}).status_code == 422
    assert not Submission.objects.exists()


@pytest.mark.parametrize("who", ["reader", "reviewer", "coordinator", "stranger"])
def test_only_who_answers_for_the_whole_campaign_sees_it(
    client: Client, world: World, held: Incoming, address: str, who: str
) -> None:
    client.force_login(world.people[who])
    for place in (address, f"{address}{held.pk}/", f"{address}{held.pk}/file/"):
        assert client.get(place).status_code == 403
    assert client.post(f"{address}{held.pk}/assign/", {"organisation": world.school.pk}).status_code == 403

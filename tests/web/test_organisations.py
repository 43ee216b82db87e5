"""The tree of organisations, who has reported, and what became of what one of them told."""

from datetime import datetime, timedelta
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from svod.register.models import Activity, Campaign, Level, State, Submission
from svod.register.services.organise import add_organisation
from tests.register import made
from tests.web.follow import follow_all
from tests.world import World


def address(world: World, **query: str) -> str:
    return reverse("campaign_organisations", args=[world.campaign.slug]) + "?" + urlencode(query)


def one(world: World, organisation) -> str:
    return reverse("organisation", args=[world.campaign.slug, organisation.pk])


def names(client: Client, world: World, **query: str) -> list[str]:
    return [line.row.name for line in client.get(address(world, **query)).context["tree"].lines]


@pytest.fixture
def chief(client: Client, world: World) -> Client:
    client.force_login(world.people["chief"])
    return client


def test_it_works(chief: Client, world: World) -> None:
    assert names(chief, world) == [
        world.national.name,
        world.kostanay.name,
        world.rudny.name,
        world.school.name,
        world.abai.name,
    ]
    depths = [line.depth for line in chief.get(address(world)).context["tree"].lines]
    assert depths == [0, 1, 2, 3, 1]


def test_one_sees_the_own_part_alone(client: Client, world: World) -> None:
    client.force_login(world.people["stranger"])
    assert names(client, world) == [world.abai.name]
    assert client.get(one(world, world.school)).status_code == 404
    assert client.get(one(world, world.national)).status_code == 404


FOUND = [
    ({"q": "рудненская"}, ["rudny"]),
    ({"q": "ШКОЛА"}, ["school"]),
    ({"level": "region"}, ["kostanay", "abai"]),
    ({"region": "KZ-39"}, ["kostanay", "rudny", "school"]),
    ({"heard": "yes"}, ["kostanay", "rudny", "school"]),
    ({"heard": "itself"}, ["school"]),
    ({"heard": "below"}, ["kostanay", "rudny"]),
    ({"heard": "nothing"}, ["abai"]),
    ({"heard": "late"}, []),
    ({"heard": "expected"}, ["kostanay", "rudny", "school", "abai"]),
    ({"level": "region", "heard": "yes"}, ["kostanay"]),
    ({"level": "no_such"}, []),
]


@pytest.mark.parametrize(("query", "found"), FOUND, ids=str)
def test_filters(chief: Client, world: World, query: dict[str, str], found: list[str]) -> None:
    made.submission(world)
    assert names(chief, world, **query) == [getattr(world, name).name for name in found]


def test_what_came_late_is_late(chief: Client, world: World) -> None:
    made.submission(world)
    due = datetime.combine(world.campaign.report_by, datetime.min.time(), timezone.get_current_timezone())
    Submission.objects.update(received_at=due + timedelta(days=2))
    assert names(chief, world, heard="late", level="primary") == [world.school.name]


@pytest.mark.parametrize("person", ["chief", "reader", "stranger"])
def test_every_number_opens_what_it_counts(client: Client, world: World, person: str) -> None:
    made.submission(world)
    client.force_login(world.people[person])
    followed = follow_all(client, address(world))
    assert len(followed) >= 5
    assert [(one.address, one.shown) for one in followed] == [(one.address, one.found) for one in followed]


def test_the_numbers_of_one_open_what_they_count(chief: Client, world: World) -> None:
    of = made.document(world)
    made.activity(world, of, title="Один", state=State.CONFIRMED, participants_least=45, participants_most=45)
    made.activity(world, of, title="Два")
    followed = follow_all(chief, one(world, world.rudny))
    assert [one.shown for one in followed] == [one.found for one in followed]
    assert [one.shown for one in followed][:2] == ["1", "45"]


def test_many_are_shown_a_page_at_a_time(chief: Client, world: World, django_assert_max_num_queries) -> None:
    for number in range(130):
        add_organisation(world.rudny, None, name=f"Школа-лицей № {number:03}", level=Level.PRIMARY)
    with django_assert_max_num_queries(28):  # eleven of them to remember the rates
        first = names(chief, world, q="лицей")
    second = names(chief, world, q="лицей", page="2")
    assert (len(first), len(second)) == (100, 30)
    assert len({*first, *second}) == 130


def test_what_was_used_of_it_and_where(client: Client, world: World) -> None:
    of = made.document(world)
    head = made.activity(world, made.document(world, world.rudny), title="Голова")
    elsewhere = made.activity(world, made.document(world, world.abai), title="Чужая")
    made.activity(world, of, title="Принято", state=State.CONFIRMED)
    made.activity(world, of, title="Отклонено", state=State.REJECTED)
    made.activity(world, of, title="Повтор", same_as=head)
    made.activity(world, of, title="Повтор чужого", same_as=elsewhere)
    client.force_login(world.people["reporter"])
    answer = client.get(one(world, world.school))
    fates = {fate.row.title: fate.head and fate.head.title for fate in answer.context["fates"]}
    assert fates == {"Принято": None, "Отклонено": None, "Повтор": "Голова", "Повтор чужого": None}
    (submission,) = answer.context["submissions"]
    assert (submission.confirmed, submission.draft, submission.rejected, submission.again) == (1, 0, 1, 2)
    assert "Чужая" not in answer.content.decode()  # another part's words stay there


def test_what_was_asked_back_is_shown(chief: Client, world: World) -> None:
    of = made.document(world)
    made.activity(world, of, title="Один", question="Сколько было родителей?")
    made.activity(world, of, title="Два", question="Когда?", answer="5 декабря")
    page = chief.get(one(world, world.school)).content.decode()
    assert all(words in page for words in ("Сколько было родителей?", "Когда?", "5 декабря"))
    assert [row.title for row in chief.get(one(world, world.school)).context["asked"]] == ["Один", "Два"]


def test_an_organisation_of_another_tree_is_not_found(chief: Client, world: World) -> None:
    other = Campaign.objects.create(
        slug="other",
        pack_code="sixteen_days",
        year=2024,
        organisation=world.kostanay,
        first_day=made.day(1),
        last_day=made.day(2),
        report_by=made.day(3),
    )
    assert chief.get(reverse("organisation", args=[other.slug, world.abai.pk])).status_code == 404


def test_the_bare_address_leads_to_the_latest_campaign(chief: Client, world: World) -> None:
    assert chief.get("/organisations/")["Location"] == reverse("campaign_organisations", args=[world.campaign.slug])


def test_without_a_campaign_the_tree_stands_alone(chief: Client, world: World) -> None:
    Activity.objects.all().delete()
    Campaign.objects.all().delete()
    answer = chief.get("/organisations/")
    assert len(answer.context["tree"].lines) == 5


def test_signed_out_one_is_sent_to_sign_in(client: Client, world: World) -> None:
    assert client.get(address(world)).status_code == 302
    assert client.get(one(world, world.school)).status_code == 302

"""Opening a survey, closing it, and what of it is shown to whom."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from svod.register.models import Answer, Operation, Role, Survey
from svod.register.services.close_survey import close
from svod.register.services.print_posters import print_posters
from tests.register.test_surveys import answered, many, opened
from tests.world import World


@pytest.fixture
def client(client: Client, world: World) -> Client:
    client.force_login(world.people["coordinator"])
    client.cookies["django_language"] = "en"
    return client


def at(world: World, page: str = "") -> str:
    return f"/c/{world.campaign.slug}/surveys/{page}"


def form(world: World, **more: object) -> dict[str, object]:
    last_day = timezone.localdate() + timedelta(days=5)
    return {"organisation": world.rudny.pk, "code": "awareness", "wave": "before", "last_day": last_day, **more}


def test_it_works(client: Client, world: World) -> None:
    page = client.post(at(world, "open/"), form(world), follow=True).content.decode()
    survey = Survey.objects.get()
    assert (survey.organisation, survey.last_day) == (world.rudny, timezone.localdate() + timedelta(days=5))
    assert f"http://testserver/s/{survey.token}/?group=teachers" in page
    assert "fewer than 5 answers" in page
    assert survey.get_wave_display() in client.get(at(world)).content.decode()


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"last_day": "2020-01-01"}, "Choose a day from today on"),
        ({"last_day": timezone.localdate() + timedelta(days=200)}, "Choose a day from today on"),
        ({"code": "kings"}, "Select a valid choice"),
        ({"wave": "during"}, "Select a valid choice"),
        ({"organisation": ""}, "This field is required"),
    ],
)
def test_what_is_wrong_is_said(client: Client, world: World, more: dict[str, object], words: str) -> None:
    answer = client.post(at(world, "open/"), form(world, **more))
    assert words in answer.content.decode()
    assert not Survey.objects.exists()


def test_nobody_opens_one_elsewhere(client: Client, world: World) -> None:
    assert (
        "Select a valid choice"
        in client.post(at(world, "open/"), form(world, organisation=world.abai.pk)).content.decode()
    )
    client.force_login(world.people["reader"])
    assert client.post(at(world, "open/"), form(world)).status_code == 403


def test_the_same_wave_twice_is_refused_in_words(client: Client, world: World) -> None:
    opened(world, world.rudny)
    assert "has opened this survey" in client.post(at(world, "open/"), form(world)).content.decode()


def test_while_it_is_open_only_yesterday_s_number_is_shown(client: Client, world: World) -> None:
    survey = opened(world)
    many(survey, 7, 12)
    assert "fewer than 5 answers" in client.get(at(world, f"{survey.pk}/")).content.decode()
    Answer.objects.update(day=timezone.localdate() - timedelta(days=1))
    page = client.get(at(world, f"{survey.pk}/")).content.decode()
    assert "24 answers" in page
    assert "<table" not in page
    assert client.get(at(world, f"results/{survey.pk}.csv")).status_code == 404


def test_closed_it_shows_both_waves_side_by_side(client: Client, world: World) -> None:
    for wave, yes in (("before", 20), ("after", 40)):
        survey = opened(world, wave=wave)
        many(survey, yes, 20)
        answered(survey, ["yes"] * 4, "parents")
        client.post(at(world, f"{survey.pk}/close/"), {"sure": "on"})
    page = client.get(at(world, f"{survey.pk}/")).content.decode().replace("\xa0", " ")
    assert "The share of those who know where to turn for help rose from 44 % (20 of 45) to 62 % (40 of 65)." in page
    assert "<svg" in page
    assert "style=" not in page
    assert "fewer than 5" in page  # parents
    assert "rose from 44" in client.get(at(world, "results/")).content.decode()


def test_it_is_closed_only_when_one_says_so_twice(client: Client, world: World) -> None:
    """Nothing opens it again."""
    survey = opened(world)
    assert "It is still open." in client.post(at(world, f"{survey.pk}/close/"), follow=True).content.decode()
    survey.refresh_from_db()
    assert survey.state == "open"
    page = client.post(at(world, f"{survey.pk}/close/"), {"sure": "on"}, follow=True).content.decode()
    assert "The survey is closed and counted." in page


def test_the_table_has_what_may_be_told_and_is_on_record(client: Client, world: World) -> None:
    survey = opened(world)
    many(survey, 3, 20)
    close(survey, world.people["coordinator"])
    answer = client.get(at(world, f"results/{survey.pk}.csv"))
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert (
        "Do you know where to turn for help if somebody meets with violence?,no,pupils aged 14 and over,20,28" in lines
    )
    assert (
        "Do you know where to turn for help if somebody meets with violence?,yes,pupils aged 14 and over,,28" in lines
    )
    assert Operation.objects.filter(verb="export", note="awareness-before.csv").exists()


def test_nothing_is_shown_of_four(client: Client, world: World) -> None:
    survey = opened(world)
    answered(survey, ["yes"] * 4)
    close(survey, world.people["coordinator"])
    page = client.get(at(world, f"{survey.pk}/")).content.decode()
    assert "No group gave 5 answers or more" in page


def test_the_posters_are_there_while_it_is_open(client: Client, world: World) -> None:
    survey = opened(world)
    assert "being made" in client.get(at(world, f"{survey.pk}/")).content.decode()
    assert client.get(at(world, f"{survey.pk}/posters/ru/")).status_code == 404
    print_posters(survey.pk)
    poster = client.get(at(world, f"{survey.pk}/posters/ru/"))
    assert b"".join(poster).startswith(b"%PDF")  # type: ignore[arg-type]
    assert client.get(at(world, f"{survey.pk}/posters/de/")).status_code == 404
    close(survey, None)
    assert client.get(at(world, f"{survey.pk}/posters/ru/")).status_code == 404


def test_a_coordinator_decides_that_it_does_not_count(client: Client, world: World) -> None:
    survey = opened(world)
    answered(survey, ["yes"])
    assert "Say why" in client.post(at(world, f"{survey.pk}/discard/"), {"why": ""}, follow=True).content.decode()
    page = client.post(at(world, f"{survey.pk}/discard/"), {"why": "адрес попал в чат"}, follow=True).content.decode()
    assert "адрес попал в чат" in page
    assert not Answer.objects.exists()
    client.force_login(world.people["reporter"])
    assert client.post(at(world, f"{survey.pk}/discard/"), {"why": "ещё"}).status_code == 403


def test_a_stranger_finds_nothing(client: Client, world: World) -> None:
    survey = opened(world)
    client.force_login(world.people["stranger"])
    pages = (f"{survey.pk}/{page}" for page in ("", "close/", "discard/", "posters/ru/"))
    for page in (*pages, f"results/{survey.pk}.csv"):
        address = at(world, page)
        assert (client.post if page.endswith(("close/", "discard/")) else client.get)(address).status_code == 404


def test_a_page_of_the_list_asks_the_database_little(
    client: Client, world: World, django_assert_max_num_queries: object
) -> None:
    for place in (world.national, world.kostanay, world.rudny, world.school):
        opened(world, place)
    with django_assert_max_num_queries(16):  # type: ignore[operator]
        client.get(at(world))


def test_what_is_open_above_is_there_to_be_hung_up(client: Client, world: World) -> None:
    """Its poster and its link; what it says, and when it is closed, is theirs who opened it."""
    survey, elsewhere = opened(world, world.kostanay), opened(world, world.abai)
    print_posters(survey.pk)
    print_posters(elsewhere.pk)
    client.force_login(world.person(Role.REPORTER, world.school, "teacher"))
    page = client.get(at(world)).content.decode()
    assert "No survey was opened yet" not in page
    assert survey.link in page
    assert elsewhere.link not in page
    poster = client.get(at(world, f"{survey.pk}/posters/ru/"))
    assert poster.getvalue().startswith(b"%PDF")
    assert client.get(at(world, f"{elsewhere.pk}/posters/ru/")).status_code == 404
    assert client.get(at(world, f"{survey.pk}/")).status_code == 404
    assert client.post(at(world, f"{survey.pk}/close/"), {"sure": "on"}).status_code == 404
    close(survey, world.people["coordinator"])
    assert survey.link not in client.get(at(world)).content.decode()
    assert client.get(at(world, f"{survey.pk}/posters/ru/")).status_code == 404

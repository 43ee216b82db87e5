"""Answering a survey: for everybody who has its address, without a trace."""

import logging
from uuid import uuid4

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings, strategies as st

from svod.register.models import Answer, Survey
from svod.register.services.close_survey import close, discard
from svod.web.answer import views
from svod.web.answer.bucket import ROOM, Bucket
from tests.register.test_surveys import opened
from tests.world import World

ADDRESS = "203.0.113.77"


@pytest.fixture
def survey(world: World) -> Survey:
    return opened(world)


@pytest.fixture(autouse=True)
def empty_bucket(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "BUCKET", Bucket())


def at(survey: Survey, page: str = "", language: str = "ru") -> str:
    return f"/s/{survey.token}/{language}/{page}"


def sent(**more: object) -> dict[str, object]:
    return {"key": str(uuid4()), "group": "pupils", "q-knows_help": "yes", **more}


def test_it_works(client: Client, survey: Survey) -> None:
    answer = client.post(at(survey), sent(**{"q-numbers": ["102", "111"], "q-private": "1"}))
    assert (answer.status_code, answer.url) == (302, at(survey, "thanks/"))  # type: ignore[attr-defined]
    kept = Answer.objects.get()
    assert kept.chosen == {"knows_help": ["yes"], "numbers": ["102", "111"], "private": ["1"]}
    assert client.get(at(survey, "thanks/")).status_code == 200


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_every_page_has_the_way_out_and_the_contacts_in_each_language(
    client: Client, survey: Survey, language: str
) -> None:
    for page in ("", "thanks/", "safety/"):
        answer = client.get(at(survey, page, language))
        text = answer.content.decode()
        assert "data-exit" in text
        assert 'href="tel:111"' in text
        assert f'<html lang="{language}">' in text
        assert answer["X-Robots-Tag"] == "noindex"
        assert "no-store" in answer["Cache-Control"]
    assert survey.asked is not None
    assert survey.asked.questions[0].text[language] in client.get(at(survey, "", language)).content.decode()


def test_nothing_is_set_in_the_browser(client: Client, survey: Survey) -> None:
    for answer in (client.get(at(survey)), client.post(at(survey), sent()), client.get(at(survey, "thanks/"))):
        assert not answer.cookies
        assert "Set-Cookie" not in answer.headers


def test_it_leads_to_the_reader_s_language_and_keeps_the_group(client: Client, survey: Survey) -> None:
    answer = client.get(f"/s/{survey.token}/?group=teachers", headers={"accept-language": "kk"})
    assert answer.url == at(survey, "", "kk") + "?group=teachers"  # type: ignore[attr-defined]
    page = client.get(answer.url).content.decode()  # type: ignore[attr-defined]
    assert '<input type="hidden" name="group" value="teachers"' in page
    assert 'type="radio" name="group"' in client.get(at(survey) + "?group=kings").content.decode()


def test_no_address_is_in_a_row_or_in_a_log(client: Client, survey: Survey, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    client.post(at(survey), sent(), REMOTE_ADDR=ADDRESS, headers={"x-forwarded-for": ADDRESS})
    client.post(at(survey), {"group": "x"}, REMOTE_ADDR=ADDRESS)
    client.get("/s/nosuchcode/ru/", REMOTE_ADDR=ADDRESS)
    assert ADDRESS not in caplog.text
    assert ADDRESS not in str(list(Answer.objects.values()))


def test_the_same_form_sent_twice_is_one_answer(client: Client, survey: Survey) -> None:
    form = sent()
    for _ in range(2):
        assert client.post(at(survey), form).status_code == 302
    assert Answer.objects.count() == 1
    client.post(at(survey), sent())  # the page opened again: nothing hinders it, and docs/surveys.md says so
    assert Answer.objects.count() == 2


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"q-knows_help": ""}, "Answer at least one question."),
        ({"group": ""}, "This field is required."),
        ({"group": "kings"}, "Select a valid choice."),
        ({"q-knows_help": "maybe"}, "Select a valid choice."),
        ({"q-numbers": ["none", "111"]}, "Either none of them, or those that apply."),
        ({"key": "1"}, "Enter a valid UUID."),
    ],
)
def test_what_is_wrong_is_said_and_the_rest_is_kept(
    client: Client, survey: Survey, more: dict[str, object], words: str
) -> None:
    answer = client.post(
        at(survey, "", "en"), sent(**{"q-campaign": "no" if more.get("q-knows_help") != "" else "", **more})
    )
    page = answer.content.decode()
    assert answer.status_code == 200
    assert words in page
    assert not Answer.objects.exists()


def test_none_of_several_is_an_answer(client: Client, survey: Survey) -> None:
    client.post(at(survey), sent(**{"q-numbers": ["none"]}))
    assert Answer.objects.get().chosen["numbers"] == []


def test_a_closed_one_is_gone_and_still_names_the_contacts(client: Client, world: World, survey: Survey) -> None:
    close(survey, world.people["coordinator"])
    for answer in (client.get(at(survey)), client.post(at(survey), sent())):
        assert answer.status_code == 410
        assert 'href="tel:111"' in answer.content.decode()
    discard(survey, "адрес попал в чат", world.people["coordinator"])
    assert client.get(at(survey)).status_code == 410
    assert not Answer.objects.exists()


def test_who_answers_needs_no_token_against_forgery(survey: Survey) -> None:
    assert Client(enforce_csrf_checks=True).post(at(survey), sent()).status_code == 302


def test_more_than_people_could_send_has_to_wait_and_is_kept_on_the_page(client: Client, survey: Survey) -> None:
    views.BUCKET.left[survey.pk] = (0.0, float("inf"))
    answer = client.post(at(survey, "", "en"), sent())
    assert (answer.status_code, answer["Retry-After"]) == (429, "60")
    assert 'value="yes" id="id_q-knows_help_0" checked' in answer.content.decode()
    assert not Answer.objects.exists()


def test_the_bucket_fills_again_and_is_each_survey_s_own() -> None:
    bucket = Bucket()
    assert [bucket.takes(1, 0.0) for _ in range(ROOM + 1)] == [True] * ROOM + [False]
    assert bucket.takes(2, 0.0)
    assert not bucket.takes(1, 0.4)
    assert bucket.takes(1, 0.5)


@pytest.mark.parametrize("place", ["/s/nosuchcode/", "/s/nosuchcode/ru/", "/s/%00/ru/"])
def test_an_address_that_leads_nowhere(client: Client, survey: Survey, place: str) -> None:
    assert client.get(place).status_code in (400, 404)
    assert client.get(f"/s/{survey.token}/de/").status_code == 404


VALUES = st.one_of(
    st.sampled_from(["", "yes", "no", "none", "1", "5", "pupils", "teachers", "111", "\x00", "a" * 5000, "🕊", "٣"]),
    st.uuids().map(str),
    st.text(max_size=20),
)
NAMES = st.sampled_from(
    ["key", "group", "q-knows_help", "q-numbers", "q-forms", "q-private", "q-campaign", "q-", "survey", "day", "chosen"]
)


def test_no_nonsense_is_a_fault_or_a_code_that_was_not_asked(client: Client, survey: Survey) -> None:
    asked = survey.asked
    assert asked is not None
    known = {one.code: {choice.code for choice in one.choices} for one in asked.questions}
    groups = {one.code for one in asked.groups}

    @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(st.dictionaries(NAMES, st.lists(VALUES, min_size=1, max_size=4), max_size=8), st.booleans())
    def send(form: dict[str, list[str]], twice: bool) -> None:
        with transaction.atomic():
            for _ in range(1 + twice):
                assert client.post(at(survey), form).status_code in (200, 302)
            kept = list(Answer.objects.all())
            assert len(kept) <= 1
            for one in kept:
                assert one.group in groups
                assert one.chosen
                assert all(set(codes) <= known[question] for question, codes in one.chosen.items())
            transaction.set_rollback(True)

    send()

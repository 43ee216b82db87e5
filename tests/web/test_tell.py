"""The page where one tells what was held: a plain form that does everything, and what its queue is answered."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from svod.records import Bounds
from svod.register.models import Activity, Organisation, Submission
from svod.register.services.read import read
from svod.register.services.resemble import resemble
from svod.register.totals import denying
from svod.web.inbox import choices
from tests.register.test_photos import jpeg
from tests.web.telling import asked, held, nothing, photo, text
from tests.world import World


@pytest.fixture
def address(world: World) -> str:
    return f"/c/{world.campaign.slug}/tell/"


@pytest.fixture
def chair(world: World, client: Client) -> Client:
    client.force_login(world.person("reporter", world.school, "chair"))
    return client


def test_it_works(chair: Client, world: World, address: str) -> None:
    answer = chair.post(address, {**held(world), "photos": [photo(), photo(jpeg(40, 30))]})
    made = Submission.objects.get()
    assert (answer.status_code, answer.url) == (302, f"{address}{made.pk}/")
    row = Activity.objects.get()
    assert (row.title, row.place, row.participants) == ("Семья без страха", "актовый зал", Bounds(45, 55))
    assert row.first_day == timezone.localdate() - timedelta(days=1)
    assert (row.organisation, made.received_by, made.photos.count()) == (world.school, world.people["chair"], 2)
    kept = chair.get(f"/c/{world.campaign.slug}/submissions/{made.pk}/file/")
    assert kept["Content-Disposition"].endswith(".txt")
    assert b"".join(kept.streaming_content).decode().startswith(made.name)
    told = chair.get(answer.url).content.decode()
    assert "Семья без страха" in told
    assert "Вам рассказали о насилии?" in told
    assert told.count("<img ") == 2


def test_help_and_care_stand_on_the_page(chair: Client, world: World, address: str) -> None:
    said = chair.get(address, headers={"Accept-Language": "en"}).content.decode()
    for contact in world.campaign.pack.contacts:
        assert f"tel:{contact.number}" in said
        assert contact.names["en"] in said.replace("&#x27;", "'")
    assert "Somebody told you of violence?" in said
    assert said.lower().count("not verified") == 1  # the pack says it in its own words
    assert said.count("No lists of participants") == 3  # beside each field of words
    assert said.count("no faces of children") == 2  # beside each field of photos


CASE = "Отчим избил ученицу 7 класса Динару Ахметову. Прошла лекция, участвовали 30 учащихся."


@pytest.mark.parametrize(
    "told",
    [
        lambda world: text(world, CASE),
        lambda world: held(world, title="Беседа с Динарой Ахметовой"),
        lambda world: {
            "what": "nothing",
            "nothing-organisation": world.school.pk,
            "nothing-key": uuid4(),
            "nothing-reason": CASE,
        },
    ],
)
def test_who_names_somebody_is_told_first_and_may_send_all_the_same(
    chair: Client, address: str, world: World, told: Any
) -> None:
    chair.cookies["django_language"] = "en"
    sent = told(world)
    warned = chair.post(address, sent)
    assert warned.status_code == 422
    assert "A word before you send it" in warned.text
    assert "Динар" in warned.text  # what was typed is there again
    assert not Submission.objects.exists()
    assert chair.post(address, {**sent, "knowing": "1"}).status_code == 302
    made = Submission.objects.get()
    if made.is_waiting:
        read(made)
    assert {one.kind for one in made.documents.get().held_back(())} <= {"name", "story"}
    assert "nowhere outside" in chair.get(f"{address}{made.pk}/").text
    chair.force_login(world.people["reviewer"])
    assert "nowhere outside" in chair.get(f"/c/{world.campaign.slug}/submissions/{made.pk}/").text


def test_the_queue_is_never_stopped_by_a_warning(chair: Client, world: World, address: str) -> None:
    assert asked(chair, address, text(world, CASE)).json()["state"] == "received"


def test_the_script_asks_first(chair: Client, world: World, address: str) -> None:
    chair.cookies["django_language"] = "en"
    warning = chair.post(f"{address}care/", text(world, CASE)).text
    assert "избил" in warning
    assert "tel:111" in warning
    assert chair.post(f"{address}care/", text(world)).status_code == 204


def test_signed_out(client: Client, address: str) -> None:
    assert client.get(address).status_code == 302


def test_a_reader_tells_nothing(client: Client, world: World, address: str) -> None:
    client.force_login(world.people["reader"])
    assert client.get(address).status_code == 403
    assert client.post(address, held(world)).status_code == 403


def test_nobody_tells_for_others(client: Client, world: World, address: str) -> None:
    client.force_login(world.people["stranger"])
    answer = client.post(address, held(world))
    assert answer.status_code == 422
    assert not Submission.objects.exists()


def test_sent_again_it_is_received_once(chair: Client, world: World, address: str) -> None:
    told = held(world)
    answers = [asked(chair, address, told).json() for _ in range(3)]
    assert answers[0] == answers[1] == answers[2]
    assert answers[0]["number"] == Submission.objects.get().pk
    assert chair.post(address, told).url == answers[0]["address"]


@pytest.mark.parametrize(("said", "kept"), [(-3, -3), (None, 0), (2, 0)])
def test_the_day_of_a_text_is_the_phone_s(
    chair: Client, world: World, address: str, said: int | None, kept: int
) -> None:
    """It may be sent days later; where the phone says nothing, or a day to come, it is today."""
    today = timezone.localdate()
    told = {"text-said_on": today + timedelta(days=said)} if said is not None else {}
    chair.post(address, {**text(world), **told})
    assert Submission.objects.get().said_on == today + timedelta(days=kept)


def test_the_queue_takes_for_those_who_may_be_chosen(world: World, client: Client, address: str) -> None:
    """By their keys, and for nobody else: above or beside, closed, of no such key."""
    person = world.people["reporter"]
    client.force_login(person)
    world.school.is_closed = True
    world.school.save()
    may = set(choices.organisations_for(person, world.campaign, "submit").values_list("pk", flat=True))
    taken = set()
    for key in (*Organisation.objects.values_list("pk", flat=True), 0, 10**17, 10**30):
        answer = asked(client, address, nothing(world) | {"nothing-organisation": key})
        assert answer.status_code == (200 if key in may else 422), key
        taken |= {key} if answer.status_code == 200 else set()
    assert taken == may == {world.kostanay.pk, world.rudny.pk}


def test_the_queue_takes_a_name_for_a_key(chair: Client, world: World, address: str) -> None:
    assert asked(chair, address, nothing(world) | {"nothing-organisation": world.school.name}).status_code == 200
    assert asked(chair, address, nothing(world) | {"nothing-organisation": world.rudny.name}).status_code == 422
    assert Submission.objects.get().organisation == world.school


@pytest.mark.parametrize(("what", "most"), [("held", 13), ("text", 13), ("nothing", 12)])
def test_many_may_tell_at_once(
    chair: Client, world: World, address: str, django_assert_max_num_queries: Any, what: str, most: int
) -> None:
    """The queue of a phone is answered with few questions to the database, and in one commit."""
    resemble(world.campaign)  # as it is while many tell
    asked(chair, address, held(world))  # the session remembers whose report it was
    told = {"held": held, "text": text, "nothing": nothing}[what](world)
    with django_assert_max_num_queries(most) as asked_for:
        assert asked(chair, address, told).status_code == 200
    assert sum(one["sql"].startswith(("UPDATE", "DELETE")) for one in asked_for) == 0
    assert sum(one["sql"].startswith("INSERT") for one in asked_for) == {"held": 5, "text": 4, "nothing": 4}[what]


def test_the_queue_is_told_why_not(client: Client, world: World, address: str) -> None:
    client.force_login(world.people["reader"])
    assert asked(client, address, held(world)).status_code == 403
    client.force_login(world.people["reporter"])
    for wrong in ({"what": "something"}, {**held(world), "held-organisation": world.abai.pk}):
        answer = asked(client, address, wrong)
        assert (answer.status_code, answer.json()["state"]) == (422, "refused")
        assert answer.json()["message"]
    assert not Submission.objects.exists()


@pytest.mark.parametrize("what", ["held", "text", "nothing"])
def test_each_way_has_its_receipt(chair: Client, world: World, address: str, what: str) -> None:
    told = {
        "held": held(world),
        "text": text(world),
        "nothing": nothing(world),
    }[what]
    answer = asked(chair, address, told).json()
    made = Submission.objects.get()
    assert answer == {
        "state": "received",
        "number": made.pk,
        "address": f"{address}{made.pk}/",
        "photos": f"{address}{made.pk}/photos/",
    }
    assert chair.get(answer["address"]).status_code == 200


def test_nothing_was_held(chair: Client, world: World, address: str) -> None:
    told = {"organisation": world.school.pk, "key": uuid4(), "reason": "карантин"}
    chair.post(address, {"what": "nothing", **{f"nothing-{name}": value for name, value in told.items()}})
    assert denying(Submission.objects.all()).exists()
    assert not Activity.objects.exists()


def test_what_the_worker_reads_is_shown(chair: Client, world: World, address: str) -> None:
    there = chair.post(address, text(world)).url
    waiting = chair.get(there).content.decode()
    assert 'http-equiv="refresh"' in waiting
    assert "every 1500ms" in waiting
    made = Submission.objects.get()
    read(made)
    part = chair.get(there, headers={"HX-Request": "true"}).content.decode()
    assert "every 1500ms" not in part
    assert part.count("draft-card") == Activity.objects.count() + 1  # and a reported total
    assert "review_confirm" not in part
    assert "<html" not in part


def test_who_may_confirms_on_the_spot(client: Client, world: World, address: str) -> None:
    client.force_login(world.people["reviewer"])
    there = client.post(address, text(world)).url
    read(Submission.objects.get())
    row = Activity.objects.first()
    confirm = f"/c/{world.campaign.slug}/review/a{row.pk}/confirm/"
    assert confirm in client.get(there).content.decode()


def test_who_only_tells_says_whether_it_is_right(chair: Client, world: World, address: str) -> None:
    chair.cookies["django_language"] = "en"
    there = chair.post(address, text(world)).url
    read(Submission.objects.get())
    row = Activity.objects.first()
    remark = f"{address}remarks/a{row.pk}/"
    assert chair.get(there).content.decode().count(remark) == 2
    assert "Write what is not right" in chair.post(remark, {"answer": " "}, follow=True).content.decode()
    for sent, said in (({"right": "1"}, "It is right."), ({"answer": "Их было 54"}, "Их было 54")):
        assert chair.post(remark, sent).url == f"{there}#a{row.pk}"
        row.refresh_from_db()
        assert (row.answer, row.state) == (said, "draft")
    office = Client()
    office.force_login(world.people["reviewer"])
    submission = f"/c/{world.campaign.slug}/submissions/{row.document.submission_id}/"
    assert "Их было 54" in office.get(submission).content.decode()
    assert "Их было 54" in office.get(f"/c/{world.campaign.slug}/activities/{row.pk}/").content.decode()
    assert remark not in office.get(there).content.decode()


@pytest.mark.parametrize(
    ("changed", "word"),
    [
        ({"kind": "no_such"}, "no_such"),
        ({"kind": ""}, "What was it"),
        ({"when": "other"}, "Choose the day"),
        ({"when": "other", "day": "31.31.2025"}, "Day"),
        ({"key": "1"}, "Key"),
        ({"title": "x" * 501}, "500"),
        ({"people": "1" * 101}, "100"),
        ({"audience": ["martians"]}, "martians"),
    ],
)
def test_what_cannot_be_taken_is_said(
    chair: Client, world: World, address: str, changed: dict[str, Any], word: str
) -> None:
    chair.cookies["django_language"] = "en"
    answer = asked(chair, address, held(world, **changed))
    assert answer.status_code == 422
    assert word in answer.json()["message"]
    page = chair.post(address, held(world, **changed))
    assert page.status_code == 422
    assert "актовый  зал" in page.content.decode()  # what was typed is still there
    assert not Submission.objects.exists()


def test_an_unknown_way(chair: Client, address: str) -> None:
    assert asked(chair, address, {"what": "gossip"}).status_code == 422
    assert chair.post(address, {}).status_code == 422


def test_whose_report_it_was_is_remembered(client: Client, world: World, address: str) -> None:
    client.force_login(world.people["coordinator"])
    assert f'value="{world.kostanay.pk}" selected' in client.get(address).content.decode()
    client.post(address, held(world))
    assert f'value="{world.school.pk}" selected' in client.get(address).content.decode()


def test_among_many_organisations_one_is_searched_for(
    client: Client, world: World, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choices, "MOST_TO_CHOOSE", 1)
    client.force_login(world.people["coordinator"])
    search = f"/c/{world.campaign.slug}/inbox/organisations/"
    assert f'hx-get="{search}"' in client.get(address).content.decode()
    assert "Школа № 7" in client.get(search, {"held-organisation": "школа"}).content.decode()
    client.post(address, held(world, organisation=choices.written(world.school)))
    assert Submission.objects.get().organisation == world.school


@pytest.mark.parametrize(("said", "word"), [("about 50", "45"), ("lots", "No number"), ("", "")])
def test_a_number_is_understood_while_one_types(chair: Client, address: str, said: str, word: str) -> None:
    chair.cookies["django_language"] = "en"
    answer = chair.get(f"{address}number/", {"held-people": said})
    assert word in answer.content.decode()


def test_who_tells_finds_the_page(chair: Client, client: Client, world: World, address: str) -> None:
    dashboard = f"/c/{world.campaign.slug}/dashboard/"
    assert f'href="{address}"' in chair.get(dashboard).content.decode()
    client.force_login(world.people["reader"])
    assert f'href="{address}"' not in client.get(dashboard).content.decode()


def test_a_page_takes_few_questions(
    chair: Client, world: World, address: str, django_assert_max_num_queries: Any
) -> None:
    for _ in range(3):
        chair.post(address, held(world))
    with django_assert_max_num_queries(16):
        chair.get(address)

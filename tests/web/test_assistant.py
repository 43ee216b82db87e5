"""The page of the language model, and reports that are read with one."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from svod.register.models import Activity, Assistant, Consultation, Operation, Submission
from tests.assistant.stand_in import StandIn, activity, sends, standing_in, tells
from tests.world import World

PAGE = "/collecting/model/"
HELD = "в школе состоялся круглый стол «Семья без страха», участвовали 45 учащихся"
MASKED = "Беседу вела Айгерим Сейтказиевна Оспанова, телефон 8 701 123 45 67."
SETTING = {"url": "https://models.example.org/v1", "model": "m", "seconds": 60, "price_in": 1, "price_out": 2}
GIVEN = {**SETTING, "currency": "KZT", "version": 1}


@pytest.fixture
def chief(client: Client, world: World) -> Client:
    client.cookies["django_language"] = "en"
    client.force_login(world.people["chief"])
    return client


@pytest.fixture
def stand_in() -> Iterator[StandIn]:
    with standing_in() as one:
        yield one


@pytest.fixture
def asked(stand_in: StandIn, db: None, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    """The stand-in is asked, and nobody waits between tries."""
    monkeypatch.setattr("svod.assistant.line.WAITS", (0.0, 0.0))
    Assistant.objects.create(is_on=True, url=stand_in.url, model="stand-in", is_own=True, price_in=1, seconds=5)
    return stand_in


def test_it_works(chief: Client) -> None:
    page = chief.get(PAGE).content.decode()
    assert "Nobody is asked. No text leaves this program." in page
    assert "Nothing was ever sent." in page
    answer = chief.post(PAGE, {**GIVEN, "is_on": "on"}, follow=True).content.decode()
    assert "Texts leave the house: they go to https://models.example.org/v1." in answer
    row = Assistant.objects.get()
    assert (row.is_on, row.is_own, row.currency) == (True, False, "KZT")
    assert Operation.objects.get(verb="set_assistant").person.username == "chief"
    chief.post(PAGE, GIVEN)
    assert not Assistant.objects.get().is_on


@pytest.mark.parametrize(
    "wrong",
    [
        {"url": "http://models.example.org/v1"},  # unmasked or not, what leaves the house goes by https
        {"url": "https://name:word@models.example.org/v1"},
        {"url": "javascript:alert(1)"},
        {"url": ""},
        {"model": ""},
        {"seconds": 0},
        {"price_in": -1},
        {"currency": "dollars"},
    ],
)
def test_what_cannot_be_used_is_said_and_not_kept(chief: Client, wrong: dict[str, Any]) -> None:
    page = chief.post(PAGE, {**GIVEN, "is_on": "on", **wrong}).content.decode()
    assert "errorlist" in page
    assert not Assistant.objects.exists()


def test_only_who_administers_everything_may_send_texts_away(client: Client, world: World) -> None:
    assert client.get(PAGE).status_code == 302
    for name in ("reader", "coordinator", "administrator", "stranger"):  # the administrator is one of a region
        client.force_login(world.people[name])
        assert client.get(PAGE).status_code == 403
        assert client.post(PAGE, {**GIVEN, "is_on": "on"}).status_code == 403
    assert not Assistant.objects.exists()


def test_two_who_change_it_do_not_undo_one_another(chief: Client) -> None:
    chief.post(PAGE, GIVEN)
    chief.post(PAGE, {**GIVEN, "model": "other"})
    answer = chief.post(PAGE, {**GIVEN, "model": "late"}, follow=True).content.decode()  # still version 1
    assert "Somebody else changed this meanwhile" in answer
    assert Assistant.objects.get().model == "other"


def test_nobody_is_asked_unless_it_is_turned_on(world: World, asked: StandIn) -> None:
    Assistant.objects.update(is_on=False)
    world.submission()
    assert (asked.asked, Consultation.objects.count()) == ([], 0)


def test_a_report_is_read_with_it(world: World, asked: StandIn, chief: Client) -> None:
    asked.plays(
        tells(
            activity(evidence=HELD, participants="45", title="Семья без страха"),
            activity(kind="concert", evidence="Отчёт профсоюзного комитета"),
            activity(kind="concert", evidence=HELD, participants="500"),
            activity(kind="<script>", evidence=HELD),
        )
    )
    submission = world.submission()
    rows = {row.kind: row for row in Activity.objects.all()}
    assert set(rows) == {"round_table", "training", "concert"}
    assert "model_agrees" in rows["round_table"].reasons
    assert (rows["concert"].state, rows["concert"].origins) == ("draft", {"region": "organisation", "kind": "model"})
    (sent,) = Consultation.objects.all()
    assert (sent.submission, sent.outcome, sent.own) == (submission, "answered", True)
    page = chief.get(PAGE).content.decode()
    assert "отчёт.txt" in page
    assert sent.sha256[:12] in page
    card = chief.get(f"/c/{world.campaign.slug}/submissions/{submission.pk}/").content.decode()
    assert "found by a language model" in card
    assert "<script>" not in card.replace('<script src="', "")


@pytest.mark.parametrize("act", [sends({}, 500), sends(b"", 302), tells(activity(evidence="нет"), activity())])
def test_bad_answers_leave_what_the_rules_read(world: World, asked: StandIn, act: Any) -> None:
    asked.plays(act)
    world.submission()
    assert sorted(Activity.objects.values_list("kind", flat=True)) == ["round_table", "training"]
    assert not any("model_found" in row.reasons for row in Activity.objects.all())


def test_where_it_fails_the_person_is_told(world: World, asked: StandIn, chief: Client) -> None:
    asked.plays(sends({}, 401))
    submission = world.submission()
    assert submission.state == Submission.State.READ
    assert [problem[1] for problem in submission.problems] == ["model_not_heard"]
    page = chief.get(f"/c/{world.campaign.slug}/submissions/{submission.pk}/").content.decode()
    assert "The language model did not answer" in page


def test_what_fails_again_and_again_is_left_alone(world: World, asked: StandIn) -> None:
    asked.plays(sends({}, 401))
    for number in range(5):
        world.submission(text=f"Прошёл семинар номер {number}.", name=f"{number}.txt")
    assert len(asked.asked) == 3
    assert all(one.problems[0][1] == "model_not_heard" for one in Submission.objects.all())


def test_nobody_is_named_to_a_foreign_one(world: World, asked: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    """Over http, as no foreign one may: the rule for addresses is not what is tried here."""
    monkeypatch.setattr("svod.assistant.endpoint._address", lambda url, own: url)
    Assistant.objects.update(is_own=False)
    asked.plays(tells())
    world.submission(text=f"Прошёл семинар. {MASKED}")
    (text,) = asked.texts
    assert "Оспанов" not in text
    assert "701" not in text
    assert Consultation.objects.get().masked == 2


def test_a_field_that_is_read_otherwise_is_said_to_be(world: World, asked: StandIn, chief: Client) -> None:
    asked.plays(tells(activity(evidence=HELD, planned=True)))
    submission = world.submission()
    assert Activity.objects.get(kind="round_table").origins == {"region": "organisation", "planned": "disputed"}
    page = chief.get(f"/c/{world.campaign.slug}/submissions/{submission.pk}/").content.decode()
    assert "a language model reads it otherwise" in page

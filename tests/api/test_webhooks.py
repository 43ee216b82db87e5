"""Webhooks: told with what happened or not at all, signed, sent until taken, and to no machine of one's own network."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from standardwebhooks import Webhook as Verifier

from svod.api.hooks import setting
from svod.api.hooks.deliver import HOURS, deliver, drop_old
from svod.api.hooks.safe import is_public
from svod.api.models import Delivery, Webhook
from svod.api.pages.forms import NewWebhook
from svod.api.tasks import tidy
from svod.register.errors import UnsafeAddress
from svod.register.models import Activity, Operation
from svod.register.services.confirm import confirm
from svod.register.services.move import move
from svod.register.services.undo import undo
from tests.api.calling import Caller
from tests.api.receiver import Receiver, receiving
from tests.api.test_tokens import signed_in
from tests.world import TEXT, World


@pytest.fixture
def private(settings: Any) -> None:
    """The receiver of a test is no machine of the internet."""
    settings.SVOD_WEBHOOKS_PRIVATE = True


def hook_of(world: World, receiver: Receiver, *events: str) -> Webhook:
    person = world.people["coordinator"]
    return setting.make_webhook(receiver.url, events, world.kostanay, person, "https://svod.example/")


def confirmed(world: World) -> Delivery:
    world.submission()
    confirm([Activity.objects.get(kind="round_table")], world.people["reviewer"])
    return Delivery.objects.get(event="confirm")


def time_passes(row: Delivery) -> None:
    """Until the next try."""
    Delivery.objects.filter(pk=row.pk).update(next_at=timezone.now())
    Webhook.objects.update(rests_until=None)


def test_it_is_sent_until_it_is_taken(world: World, private: None) -> None:
    with receiving(500, 0) as receiver:
        hook = hook_of(world, receiver, "confirm")
        row = confirmed(world)
        for _ in range(3):
            deliver(row.pk)
            time_passes(row)
    row.refresh_from_db()
    assert row.state == Delivery.State.DELIVERED
    assert [status for _at, status, _said in row.tries] == [500, 0, 200]
    assert len({headers["webhook-id"] for headers, _body in receiver.came}) == 1
    assert len({body for _headers, body in receiver.came}) == 1
    for headers, body in receiver.came:
        told = Verifier(hook.secret).verify(body, headers)  # raises where the signature is not right
    done = Operation.objects.get(verb="confirm")
    assert told["data"]["operation"] == done.pk
    assert told["data"]["address"].endswith(f"/api/v1/campaigns/{world.campaign.slug}/history/{done.pk}")
    assert not any(words in body.decode() for words in ("reviewer", "Семья", "Школа"))


def test_each_failure_waits_longer_and_lets_the_receiver_rest(world: World, private: None) -> None:
    with receiving(*[503] * 20) as receiver:
        hook_of(world, receiver, "confirm")
        row = confirmed(world)
        for hours in HOURS:
            before = timezone.now()
            deliver(row.pk)
            row.refresh_from_db()
            assert row.next_at - before >= timedelta(hours=hours)
            assert DBTaskResult.objects.filter(run_after=row.next_at).exists()
            assert row.hook.__class__.objects.get().rests_until > before
            time_passes(row)
        deliver(row.pk)
    row.refresh_from_db()
    assert (row.state, len(row.tries)) == (Delivery.State.GIVEN_UP, len(HOURS) + 1)


def test_what_rests_is_not_asked(world: World, private: None) -> None:
    with receiving(500) as receiver:
        hook_of(world, receiver, "confirm", "read")
        confirmed(world)
        first, second = Delivery.objects.order_by("pk")
        deliver(first.pk)
        deliver(second.pk)
        assert len(receiver.came) == 1
    second.refresh_from_db()
    assert second.next_at > timezone.now()


def test_nothing_is_told_of_what_was_not_done(world: World, private: None) -> None:
    with receiving() as receiver:
        hook_of(world, receiver)
        world.submission()
        there = Delivery.objects.count()
        with transaction.atomic():
            confirm([Activity.objects.get(kind="round_table")], world.people["reviewer"])
            assert Delivery.objects.count() == there + 1
            transaction.set_rollback(True)
    assert Delivery.objects.count() == there


def test_it_tells_of_its_part_of_the_tree_and_of_what_was_asked(world: World, private: None) -> None:
    with receiving() as receiver:
        hook_of(world, receiver, "submit", "read")
        world.submission()
        world.submission(world.abai, TEXT + "Ещё.")
    assert sorted(Delivery.objects.values_list("event", flat=True)) == ["read", "submit"]


def test_both_sides_are_told_of_what_is_moved_and_of_its_return(world: World, private: None) -> None:
    """Each once; the other side by the submission, since the operation is at the organisation that had it."""
    submission, chief = world.submission(), world.people["chief"]
    with receiving() as receiver:
        for place in (world.national, world.kostanay, world.abai):
            setting.make_webhook(receiver.url, ["move", "undo"], place, chief, "https://svod.example/")
        move(submission, world.abai, chief)
        undo(Operation.objects.get(verb="move"), chief)
    told = [(row.event, row.hook.organisation, json.loads(row.body)["data"]) for row in Delivery.objects.order_by("pk")]
    assert [(event, place) for event, place, _about in told if place != world.abai] == [
        *(("move", place) for place in (world.national, world.kostanay)),
        *(("undo", place) for place in (world.national, world.kostanay)),
    ]
    there = [(event, about) for event, place, about in told if place == world.abai]
    assert [event for event, _about in there] == ["move", "undo"]
    for _event, about in there:
        assert (about["submission"], about["organisation"]) == (submission.pk, world.abai.pk)
        assert about["address"].endswith(f"/submissions/{submission.pk}")


def test_whoever_loses_the_right_is_told_no_more(world: World, private: None) -> None:
    with receiving() as receiver:
        hook_of(world, receiver, "confirm")
        row = confirmed(world)
        world.people["coordinator"].roles.update(role="reviewer")
        deliver(row.pk)
        assert receiver.came == []
    row.refresh_from_db()
    assert row.state == Delivery.State.DROPPED


def test_redirects_are_not_followed_and_gone_switches_off(world: World, private: None) -> None:
    with receiving(307, 410) as receiver:
        hook = hook_of(world, receiver, "confirm")
        row = confirmed(world)
        deliver(row.pk)
        time_passes(row)
        deliver(row.pk)
    hook.refresh_from_db()
    row.refresh_from_db()
    assert [status for _at, status, _said in row.tries] == [307, 410]
    assert not hook.is_on


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2a00:1450:4001:80b::200e", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),  # noqa: S104 # nothing listens there
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_which_machines_are_of_the_internet(address: str, public: bool) -> None:
    assert is_public(address) is public


INSIDE = (
    *("http://example.org/", "https://localhost/", "https://127.0.0.1/", "https://[::1]/", "https://user@8.8.8.8/"),
    *("ftp://8.8.8.8/", "https://", "https://8.8.8.8:99999/", "https://2130706433/", "nonsense"),
)


def test_ones_own_network_is_refused(world: World) -> None:
    for url in INSIDE:
        with pytest.raises(UnsafeAddress):
            setting.make_webhook(url, (), world.kostanay, world.people["coordinator"], "https://svod.example")


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://example.org/", "begins with https://"),
        ("https://127.0.0.1/", "SVOD_WEBHOOKS_PRIVATE"),
        ("https://nobody.invalid/", "is not known"),
    ],
)
def test_it_is_said_why_an_address_is_refused(
    world: World, url: str, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def looked_up(name: str, *_more: Any, **_named: Any) -> list[Any]:
        if name == "nobody.invalid":
            raise OSError
        return [(0, 0, 0, "", (name, 443))]

    monkeypatch.setattr("svod.api.hooks.safe.socket.getaddrinfo", looked_up)
    told = {"url": url, "organisation": world.kostanay.pk}
    refused = Caller(world.people["coordinator"])("POST", "/webhooks", told)
    assert refused.status_code == 422
    assert why in refused.json()["detail"]


def test_the_events_stand_by_their_words(world: World) -> None:
    shown = [str(words) for _event, words in NewWebhook(person=world.people["coordinator"]).fields["events"].choices]
    assert shown == sorted(shown, key=str.casefold)
    assert not {"read", "edition_ready"} & set(shown)


def test_a_name_that_leads_inside_by_now_is_not_followed(world: World, settings: Any) -> None:
    settings.SVOD_WEBHOOKS_PRIVATE = True
    with receiving() as receiver:
        hook_of(world, receiver, "confirm")
        row = confirmed(world)
        settings.SVOD_WEBHOOKS_PRIVATE = False
        deliver(row.pk)
        assert receiver.came == []
    row.refresh_from_db()
    assert row.tries[0][1:] == [0, "unsafe_address"]


def test_what_waits_and_is_in_no_task_is_queued(world: World, private: None) -> None:
    with receiving() as receiver:
        hook_of(world, receiver, "confirm")
        row = confirmed(world)
    DBTaskResult.objects.all().delete()
    tidy()
    assert DBTaskResult.objects.get().args_kwargs["args"] == [row.pk]
    Delivery.objects.update(state="delivered", ended_at=timezone.now() - timedelta(days=31))
    assert drop_old() == 1


def test_by_the_api(world: World, private: None) -> None:
    caller = Caller(world.people["coordinator"])
    with receiving() as receiver:
        told = {"url": receiver.url, "organisation": world.kostanay.pk, "events": ["confirm"]}
        made = caller("POST", "/webhooks", told)
        assert made.status_code == 201, made.content.decode()
        place = f"/webhooks/{made.json()['id']}"
        assert "secret" not in caller.get(place)
        key = caller("POST", f"{place}/ping").json()["id"]
        deliver(key)
    [logged] = caller.get(f"{place}/deliveries")["items"]
    assert (logged["state"], logged["tries"][0]["status"]) == ("delivered", 200)
    assert json.loads(logged["body"])["type"] == "ping"
    assert caller("POST", f"{place}/deliveries/{key}/again").json()["state"] == "waiting"
    assert caller("PUT", f"{place}/switch", {"on": False}).json()["is_on"] is False
    assert caller("POST", "/webhooks", {**told, "events": ["?"]}).status_code == 422
    assert caller("DELETE", place).status_code == 200
    assert Caller(world.people["reviewer"])("POST", "/webhooks", told).status_code == 403


def test_by_its_pages(world: World, private: None) -> None:
    client: Client = signed_in("coordinator", world)
    with receiving() as receiver:
        given = {"url": receiver.url, "organisation": world.kostanay.pk}
        shown = client.post("/account/webhooks/", given).content.decode()
    hook = Webhook.objects.get()
    assert hook.secret in shown
    assert hook.secret not in client.get("/account/webhooks/").content.decode()
    place = f"/account/webhooks/{hook.pk}/"
    client.post(f"{place}change/", {"deed": "ping"})
    assert "ping" in client.get(place).content.decode()
    client.post(f"{place}change/", {"deed": "off"})
    hook.refresh_from_db()
    assert not hook.is_on
    assert signed_in("reader", world).get("/account/webhooks/").status_code == 403
    client.post(f"{place}change/", {"deed": "remove"})
    assert not Webhook.objects.exists()

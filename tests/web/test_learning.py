"""The page that gives reviews out to learn from."""

import json
from pathlib import Path
from typing import Any

from django.test import Client

from svod.learning import Weights, written
from svod.register.models import Operation, Role
from svod.register.services.confirm import confirm, drafts_of
from tests.world import World


def page_of(world: World) -> str:
    return f"/c/{world.campaign.slug}/learning/"


def test_it_works(client: Client, world: World) -> None:
    confirm(drafts_of(world.submission()), world.people["reviewer"])
    world.submission(text="Прошёл семинар, который ещё не проверен.", name="второй.txt")
    client.cookies["django_language"] = "en"
    client.force_login(world.people["chief"])
    assert "1 document is reviewed to the end" in client.get(page_of(world)).content.decode()
    assert page_of(world) in client.get(f"/c/{world.campaign.slug}/history/").content.decode()
    answer = client.post(page_of(world))
    (line,) = b"".join(answer.streaming_content).decode().splitlines()
    assert [one["kind"] for one in json.loads(line)["activities"]] == ["round_table", "training"]
    assert "attachment" in answer["Content-Disposition"]
    taken = Operation.objects.get(verb="take_corrections")
    assert (taken.person.username, taken.note) == ("chief", "1")


def test_without_any_there_is_nothing_to_take(client: Client, world: World) -> None:
    client.cookies["django_language"] = "en"
    client.force_login(world.people["chief"])
    page = client.get(page_of(world)).content.decode()
    assert "0 documents are reviewed to the end" in page
    assert "Take the file" not in page


def test_only_who_coordinates_the_campaign_takes_it(client: Client, world: World) -> None:
    assert client.get(page_of(world)).status_code == 302
    for name in ("reader", "reviewer", "coordinator", "stranger"):  # at a region: the campaign is held above it
        client.force_login(world.people[name])
        assert client.get(page_of(world)).status_code == 403
        assert client.post(page_of(world)).status_code == 403
    client.force_login(world.person(Role.COORDINATOR, world.national, "head"))
    assert client.get(page_of(world)).status_code == 200


def test_it_says_whether_anything_that_was_learned_is_in_use(
    client: Client, world: World, settings: Any, tmp_path: Path
) -> None:
    client.cookies["django_language"] = "en"
    client.force_login(world.people["chief"])
    assert "nothing that was learned is in use" in client.get(page_of(world)).content.decode()
    path = tmp_path / "learned.toml"
    path.write_text(written(Weights({"titled": 0.5}, {}, {"texts": 240})), encoding="utf-8")
    settings.LEARNED = str(path)
    assert "learned from documents: 240." in client.get(page_of(world)).content.decode()

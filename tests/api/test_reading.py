"""What is read: lists that stay right, versions, errors in words."""

import pytest

from svod.api.plumbing.throttle import brake
from svod.register.models import Activity, Organisation
from svod.register.services.organise import add_organisation
from svod.register.services.propose_whose import propose_whose
from svod.register.services.receive import receive
from tests.api.calling import Caller
from tests.register.test_receive import message
from tests.world import World


def test_it_works(world: World) -> None:
    submission = world.submission()
    caller = Caller(world.people["reader"])
    here = f"/campaigns/{world.campaign.slug}"
    [told] = caller.get(f"{here}/submissions")["items"]
    assert (told["id"], told["drafts"]) == (submission.pk, Activity.objects.count() + 1)
    whole = caller.get(f"{here}/submissions/{submission.pk}")
    activity = caller.get(f"{here}/activities?submission={submission.pk}")["items"][0]
    assert whole["documents"][0]["text"][activity["start"] : activity["end"]] == activity["quote"]
    assert activity["participants"] == {"least": 45, "most": 45}
    total = caller.get(f"{here}/totals")["items"][0]
    assert total["value"] == {"least": 301, "most": None}
    assert caller.get(f"{here}/words")["kinds"][0].keys() == {"code", "name"}


def test_a_stranger_finds_nothing(world: World) -> None:
    submission = world.submission()
    caller = Caller(world.people["stranger"])
    here = f"/campaigns/{world.campaign.slug}"
    assert caller.get(f"{here}/submissions")["items"] == []
    assert caller("GET", f"{here}/submissions/{submission.pk}").status_code == 404
    assert caller("GET", f"{here}/activities/{Activity.objects.first().pk}").status_code == 404


def test_pieces_of_a_list_tell_each_row_once_while_rows_come_and_go(world: World) -> None:
    for number in range(7):
        add_organisation(world.rudny, None, name=f"Школа {number}", level="primary")
    caller, told, cursor, there = Caller(world.people["reader"]), [], "", set(_below(world))
    while cursor is not None:
        piece = caller.get(f"/organisations?limit=2&cursor={cursor}")
        told += [one["id"] for one in piece["items"]]
        cursor = piece["next"]
        if len(told) == 4:  # one that was told goes, and another comes
            Organisation.objects.filter(pk=told[-1]).delete()
            add_organisation(world.rudny, None, name="Колледж", level="primary")
    assert len(told) == len(set(told))
    assert there <= set(told)


def _below(world: World) -> list[int]:
    return list(Organisation.objects.filter(path__startswith=world.kostanay.path).values_list("pk", flat=True))


def test_a_cursor_of_ones_own_is_refused(world: World) -> None:
    answer = Caller(world.people["reader"])("GET", "/organisations?cursor=nonsense!")
    assert (answer.status_code, answer.json()["code"]) == (422, "bad_cursor")


def test_what_has_not_changed_is_not_sent_again(world: World) -> None:
    caller, place = Caller(world.people["administrator"]), f"/organisations/{world.rudny.pk}"
    etag = caller("GET", place)["ETag"]
    assert caller("GET", place, If_None_Match=etag).status_code == 304
    caller("PATCH", place, {"short": "Рудный"})
    again = caller("GET", place, If_None_Match=etag)
    assert again.status_code == 200
    assert again["ETag"] != etag


def test_what_changed_meanwhile_is_not_written_over(world: World) -> None:
    caller, place = Caller(world.people["administrator"]), f"/organisations/{world.rudny.pk}"
    etag = caller("GET", place)["ETag"]
    new = caller("PATCH", place, {"short": "Рудный"}, If_Match=etag)["ETag"]
    late = caller("PATCH", place, {"short": "Другой"}, If_Match=etag)
    assert (late.status_code, late.json()["code"]) == (412, "stale")
    assert caller("PATCH", place, {"short": "Рудный город"}, If_Match=new).status_code == 200


def test_errors_are_told_in_the_callers_language(world: World) -> None:
    place, body = f"/organisations/{world.rudny.pk}/below", {"name": "Школа № 7", "level": "national"}
    found = {}
    for language in ("en", "ru"):
        answer = Caller(world.people["coordinator"], language=language)("POST", place, body)
        assert answer.status_code == 422
        assert answer["Content-Type"] == "application/problem+json"
        [found[language]] = answer.json()["errors"]
    assert found["en"]["field"] == found["ru"]["field"] == "level"
    assert found["en"]["message"].startswith("Select a valid choice.")
    assert found["en"]["message"] != found["ru"]["message"]


def test_what_no_operation_answers_is_a_problem_too(world: World) -> None:
    caller = Caller(world.people["reader"])
    for method, place, status in (
        ("GET", "/nothing", 404),
        ("DELETE", "/me", 405),
        ("GET", "/organisations?q=%00", 400),
    ):
        answer = caller(method, place)
        assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")


def test_a_table_is_taken_away(world: World) -> None:
    world.submission()
    caller, here = Caller(world.people["reader"]), f"/campaigns/{world.campaign.slug}"
    for table in ("activities", "totals"):
        csv = caller("GET", f"{here}/{table}.csv").data.decode("utf-8-sig")
        assert len(csv.splitlines()) > 1
        assert caller("GET", f"{here}/{table}.csv?kind=nonsense").status_code == 422
        assert caller("GET", f"{here}/{table}.xlsx").data[:2] == b"PK"
        assert caller("GET", f"{here}/{table}.jsonl").data.count(b"\n") == len(csv.splitlines()) - 1


def test_who_asks_too_often_waits(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(brake, "num_requests", 2)
    caller = Caller(world.people["reader"])
    assert [caller("GET", "/me").status_code for _ in range(3)] == [200, 200, 429]
    assert int(caller("GET", "/me")["Retry-After"]) >= 1


def test_coverage_is_told_from_the_top(world: World) -> None:
    told = Caller(world.people["chief"]).get(f"/campaigns/{world.campaign.slug}/coverage")
    assert [one["organisation"]["name"] for one in told["lines"]] == [world.kostanay.name, world.abai.name]
    assert told["by_level"][0]["rate"] == 0


def test_of_a_held_message_it_is_told_whose_it_may_be(world: World) -> None:
    row = receive(message(channel="telegram", sender_name="Рудненская городская организация", data=b"45", text="45"))
    caller, held = Caller(world.people["chief"]), f"/campaigns/{world.campaign.slug}/held"
    assert caller.get(held)["items"][0]["proposed"] is None
    propose_whose(world.campaign.pk)
    for told in (caller.get(held)["items"][0], caller.get(f"{held}/{row.pk}")):
        assert told["proposed"]["id"] == world.rudny.pk
        assert told["grounds"] == [{"where": "sender", "words": "Рудненская городская"}]

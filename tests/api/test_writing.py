"""What is changed: handed in, reviewed, taken back, by the rules of the pages."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from svod.api.models import Answered
from svod.register.models import Activity, Operation, ReportedTotal, State, Submission
from svod.register.services.read import read
from tests.api.calling import Caller
from tests.register import made
from tests.register.test_join_copies import sure, telling
from tests.register.test_photos import jpeg
from tests.world import TEXT, World


@pytest.fixture
def here(world: World) -> str:
    return f"/campaigns/{world.campaign.slug}"


def test_it_works(world: World, here: str) -> None:
    reporter, reviewer = (Caller(world.people[role]) for role in ("reporter", "reviewer"))
    made = reporter("POST", f"{here}/submissions/text", {"organisation": world.school.pk, "text": TEXT})
    assert made.status_code == 201, made.content.decode()
    key = made.json()["id"]
    read(Submission.objects.get(pk=key))
    first = reviewer.get(f"{here}/activities?submission={key}")["items"][0]
    place = f"{here}/activities/{first['id']}"
    corrected = reviewer("PATCH", place, {"title": "Семья", "participants": {"least": 45, "most": None}})
    assert corrected.status_code == 200, corrected.content.decode()
    assert corrected.json()["origins"]["participants"] == "corrected"
    refused = reviewer("POST", f"{place}/confirm")  # all its fields may be left out, so may the body
    assert (refused.status_code, refused.json()["code"]) == (422, "not_in_evidence")
    done = reviewer("POST", f"{place}/confirm", {"number_reason": "по списку"})
    assert (done.json()["state"], done.json()["decided_by"]["name"]) == ("confirmed", "reviewer")
    assert reviewer("POST", f"{here}/submissions/{key}/undo").status_code == 200
    assert reviewer.get(place)["state"] == "draft"


def test_an_organisation_out_of_reach_is_said_to_be(world: World, here: str) -> None:
    told = {"organisation": world.abai.pk, "text": TEXT}
    refused = Caller(world.people["reporter"])("POST", f"{here}/submissions/text", told).json()
    words = "There is no such organisation, or the token does not reach it."
    assert refused["errors"] == [{"field": "organisation", "message": words}]


def test_words_come_in_their_own_letters(world: World) -> None:
    answer = Caller(world.people["coordinator"])("GET", f"/organisations/{world.school.pk}")
    assert "Школа № 7" in answer.content.decode()


def test_files_are_taken_each_by_itself(world: World, here: str) -> None:
    files = [SimpleUploadedFile("отчёт.txt", TEXT.encode()), SimpleUploadedFile("пусто.txt", b"")]
    caller = Caller(world.people["reporter"])
    answer = caller.send(f"{here}/submissions/files", organisation=world.school.pk, files=files)
    assert [one["state"] for one in answer.json()["outcomes"]] == ["received", "refused"]
    again = [SimpleUploadedFile("ещё раз.txt", TEXT.encode())]
    answer = caller.send(f"{here}/submissions/files", organisation=world.school.pk, files=again)
    assert answer.json()["outcomes"][0]["state"] == "already"


def test_a_large_file_comes_in_pieces(world: World, here: str) -> None:
    caller, data = Caller(world.people["reporter"]), TEXT.encode()
    told = {"organisation": world.school.pk, "name": "отчёт.txt", "size": len(data)}
    place = f"{here}/uploads/{caller('POST', f'{here}/uploads', told).json()['id']}"

    def send(offset: int, piece: bytes) -> dict[str, object]:
        answer = caller.client.put(
            f"/api/v1{place}", piece, "application/octet-stream", headers={**caller.headers, "Upload-Offset": offset}
        )
        return {"status": answer.status_code, **answer.json()}

    assert send(0, data[:100])["arrived"] == 100
    late = send(0, data[:100])
    assert (late["status"], late["code"], late["arrived"]) == (409, "out_of_step", 100)
    assert caller.get(place)["arrived"] == 100
    assert send(100, data[100:])["submission"] == Submission.objects.get().pk


def test_what_is_told_field_by_field_is_told_once(world: World, here: str) -> None:
    caller = Caller(world.people["reporter"])
    told = {"organisation": world.school.pk, "key": str(uuid4()), "kind": "round_table", "day": "2025-11-28"}
    told |= {"people": "45 учащихся"}
    first, again = (caller("POST", f"{here}/submissions/held", told) for _ in range(2))
    assert first.json()["id"] == again.json()["id"]
    assert Activity.objects.get().participants_least == 45
    assert caller("POST", f"{here}/submissions/held", {**told, "key": str(uuid4()), "kind": "?"}).status_code == 422
    nothing = caller("POST", f"{here}/submissions/nothing", {"organisation": world.rudny.pk, "reason": "Карантин."})
    assert nothing.json()["denies"]


def test_a_photo_is_put_beside_and_taken_out(world: World, here: str) -> None:
    caller, key = Caller(world.people["reporter"]), world.submission().pk
    made = caller.send(f"{here}/submissions/{key}/photos", photo=SimpleUploadedFile("a.jpg", jpeg()))
    assert made.status_code == 201, made.content.decode()
    place = f"{here}/submissions/{key}/photos/{made.json()['id']}"
    assert caller("GET", place)["Content-Type"] == "image/jpeg"
    assert caller("DELETE", place).status_code == 200
    assert caller("GET", place).status_code == 404


def test_two_tellings_are_merged_and_separated(world: World, here: str) -> None:
    one, other = (
        world.submission(place).documents.get().activitys.get(kind="round_table") for place in (None, world.rudny)
    )
    caller = Caller(world.people["reviewer"])
    head = caller("POST", f"{here}/activities/{other.pk}/merge", {"other": one.pk}).json()["id"]
    copy = ({one.pk, other.pk} - {head}).pop()
    assert caller.get(f"{here}/activities/{copy}")["same_as"] == head
    assert caller("POST", f"{here}/activities/{copy}/separate").json()["same_as"] is None


def test_a_mention_of_several_is_split(world: World, here: str) -> None:
    world.submission()
    row = Activity.objects.get(count_least=2)
    parts = {"parts": [{"kind": "training", "participants": {"least": 5, "most": 5}}, {"kind": "lecture"}]}
    made = Caller(world.people["reviewer"])("POST", f"{here}/activities/{row.pk}/split", parts)
    assert [one["kind"] for one in made.json()] == ["training", "lecture"]


def test_what_was_asked_is_answered(world: World, here: str) -> None:
    world.submission()
    place = f"{here}/totals/{ReportedTotal.objects.get().pk}"
    Caller(world.people["reviewer"])("POST", f"{place}/ask", {"question": "Сколько?"})
    told = Caller(world.people["reporter"])("POST", f"{place}/answer", {"answer": "301."}).json()
    assert (told["question"], told["answer"]) == ("Сколько?", "301.")


def test_a_reader_changes_nothing(world: World, here: str) -> None:
    world.submission()
    caller, key = Caller(world.people["reader"]), Activity.objects.first().pk
    for place, body in ((f"/activities/{key}/confirm", {}), ("/submissions/text", {"organisation": 1, "text": "a"})):
        assert caller("POST", here + place, body).status_code == 403


def test_a_key_is_done_once(world: World, here: str) -> None:
    caller, told = Caller(world.people["reporter"]), {"organisation": world.school.pk, "text": TEXT}
    first = caller("POST", f"{here}/submissions/text", told, Idempotency_Key="a")
    again = caller("POST", f"{here}/submissions/text", told, Idempotency_Key="a")
    assert (again.status_code, again.json(), again["Idempotency-Replayed"]) == (201, first.json(), "true")
    assert Operation.objects.filter(verb="submit").count() == 1
    other = caller("POST", f"{here}/submissions/text", {**told, "text": "Иное."}, Idempotency_Key="a")
    assert (other.status_code, other.json()["code"]) == (422, "key_of_another_request")
    without = caller("POST", f"{here}/submissions/text", told)
    assert (without.status_code, without.json()["submission"]) == (409, first.json()["id"])


def test_a_form_with_files_is_done_once_too(world: World, here: str) -> None:
    caller = Caller(world.people["reporter"])
    caller.headers["Idempotency-Key"] = "a"
    answers = [
        caller.send(
            f"{here}/submissions/files",
            organisation=world.school.pk,
            files=[SimpleUploadedFile("a.txt", TEXT.encode())],
        ).json()
        for _ in range(2)
    ]
    assert answers[0] == answers[1]
    assert answers[0]["outcomes"][0]["state"] == "received"


def test_a_refusal_comes_again_under_its_key_and_leaves_nothing(world: World, here: str) -> None:
    world.submission()
    caller, place = Caller(world.people["reviewer"]), f"{here}/activities/{Activity.objects.first().pk}"
    first = caller("PATCH", place, {"kind": "?"}, Idempotency_Key="a")
    again = caller("PATCH", place, {"kind": "?"}, Idempotency_Key="a")
    assert (first.status_code, first.content) == (422, again.content)
    assert "Idempotency-Replayed" in again


def test_anothers_key_and_an_old_one_are_not_the_same(world: World, here: str) -> None:
    one, other = Caller(world.people["reporter"]), Caller(world.people["reviewer"])
    told = {"organisation": world.school.pk, "text": TEXT}
    assert one("POST", f"{here}/submissions/text", told, Idempotency_Key="a").status_code == 201
    assert other("POST", f"{here}/submissions/text", told, Idempotency_Key="a").status_code == 409
    Answered.objects.update(at=timezone.now() - timedelta(days=2))
    assert one("POST", f"{here}/submissions/text", told, Idempotency_Key="a").status_code == 409


def test_after_a_fault_neither_the_deed_nor_its_answer_is_there(
    world: World, here: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_given: object) -> None:
        raise OSError("the disk is full")

    caller, told = Caller(world.people["reporter"]), {"organisation": world.school.pk, "text": TEXT}
    with monkeypatch.context() as broken:
        broken.setattr("svod.api.plumbing.once._keep", fails)
        answer = caller("POST", f"{here}/submissions/text", told, Idempotency_Key="a")
    assert (answer.status_code, answer["Content-Type"]) == (500, "application/problem+json")
    assert not Submission.objects.exists()
    assert not Answered.objects.exists()
    assert caller("POST", f"{here}/submissions/text", told, Idempotency_Key="a").status_code == 201


def test_a_file_is_made_again_under_its_key(world: World, here: str) -> None:
    chief = Caller(world.people["chief"])
    answers = [chief("POST", f"{here}/learning", Idempotency_Key="a") for _ in range(2)]
    assert [one.status_code for one in answers] == [200, 200]
    assert "Idempotency-Replayed" not in answers[1]


def test_a_report_is_moved_and_withdrawn_as_a_whole(world: World, here: str) -> None:
    submission, reviewer = world.submission(), Caller(world.people["reviewer"])
    place = f"{here}/submissions/{submission.pk}"
    refused = reviewer("POST", f"{place}/move", {"organisation": world.abai.pk})
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "organisation")
    moved = reviewer("POST", f"{place}/move", {"organisation": world.rudny.pk})
    assert (moved.status_code, moved.json()["organisation"]["id"]) == (200, world.rudny.pk)
    assert reviewer("POST", f"{place}/withdraw", {"why": ""}).status_code == 422
    withdrawn = reviewer("POST", f"{place}/withdraw", {"why": "сдано дважды"}).json()
    assert (withdrawn["state"], withdrawn["drafts"], withdrawn["rejected"]) == ("withdrawn", 0, 3)
    again = reviewer("POST", f"{place}/withdraw", {"why": "сдано дважды"})
    assert (again.status_code, again.json()["code"]) == (409, "stale")
    assert Caller(world.people["reporter"])("POST", f"{place}/move", {"organisation": 1}).status_code == 403
    for before in ("read", "read"):  # one's own deeds, the last one first
        assert reviewer("POST", f"{place}/undo").status_code == 200
        assert reviewer.get(place)["state"] == before
    assert reviewer.get(place)["organisation"]["id"] == world.school.pk


def test_certain_copies_are_joined_at_once(world: World, here: str) -> None:
    head = telling(world, world.school, State.CONFIRMED)
    pairs = [sure(head, telling(world, place)) for place in (world.rudny, world.kostanay)]
    reviewer = Caller(world.people["reviewer"])
    join = f"{here}/resemblances/join"
    assert Caller(world.people["reader"])("POST", join).status_code == 403
    first = reviewer("POST", join, {"pairs": [pairs[0].pk]}).json()
    second = reviewer("POST", join).json()
    assert [len(one) for one in (first, second, reviewer("POST", join).json())] == [1, 1, 0]
    assert reviewer.get(f"{here}/resemblances")["items"] == []
    assert reviewer("POST", f"{here}/history/{second[0]}/undo").status_code == 200
    assert [one["id"] for one in reviewer.get(f"{here}/resemblances")["items"]] == [pairs[1].pk]
    assert reviewer("POST", join, {"submission": pairs[0].other.document.submission_id}).json() == []


def test_what_is_planned_and_not_linked_is_listed_with_what_is_probably_it(world: World, here: str) -> None:
    reporter = Caller(world.people["reporter"])
    plan = f"{here}/plan/{world.school.pk}"
    planned = reporter("POST", f"{plan}/activities", {"kind": "seminar", "first_day": "2025-12-01"}).json()
    reporter("POST", f"{plan}/send")
    told = made.activity(world, made.document(world), first_day=made.day(1), last_day=made.day(1))
    for asked in ("", "?by=kind&code=seminar", "?by=region&code=KZ-39"):
        (found,) = reporter.get(f"{here}/plans/unlinked{asked}")["items"]
        assert (found["planned"]["id"], found["likely"]) == (planned["id"], [told.pk])
    assert reporter.get(f"{here}/plans/unlinked?by=kind&code=lecture")["items"] == []
    reporter("PUT", f"{here}/planned/{planned['id']}/link", {"activity": told.pk})
    assert reporter.get(f"{here}/plans/unlinked")["items"] == []

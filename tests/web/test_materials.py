"""Materials on their pages: added, asked for, sent, handed out; who may do what of it."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from svod.register.models import Issue, Material, Operation, PieceMove, PieceRequest, Role
from svod.register.services.hand_out import ask_pieces, give_out
from svod.register.services.start_report import start_report
from svod.register.services.supply import add_issue, add_material, print_pieces
from svod.register.totals.pieces import held_by
from tests.register.made import activity, day, document
from tests.world import World

DAY = "2025-12-05"


@pytest.fixture
def myths(world: World) -> Issue:
    """The national office has 600 of them."""
    columns = {"kind": "brochure", "title": "Мифы домашнего насилия"}
    material = add_material(world.campaign, world.national, columns, world.people["chief"])
    issue = add_issue(material, "ru", world.people["chief"], SimpleUploadedFile("мифы.pdf", b"%PDF"))
    print_pieces(issue, 600, day(1), world.people["chief"])
    return issue


def as_(client: Client, world: World, name: str) -> Client:
    client.force_login(world.people[name])
    client.cookies["django_language"] = "en"
    return client


def address(world: World, rest: str) -> str:
    return f"/c/{world.campaign.slug}/{rest}"


def test_it_works(client: Client, world: World) -> None:
    """The office adds a brochure, a region asks for 500, gets 400, passes some on and gives some out."""
    as_(client, world, "chief")
    columns = {"kind": "brochure", "title": "Мифы домашнего насилия", "organisation": world.national.pk}
    made = client.post(address(world, "materials/add/"), columns)
    material = Material.objects.get()
    assert made.url == address(world, f"materials/{material.pk}/")
    file = SimpleUploadedFile("мифы.pdf", b"%PDF")
    client.post(address(world, f"materials/{material.pk}/versions/"), {"language": "kk", "file": file})
    issue = Issue.objects.get()
    client.post(address(world, f"issues/{issue.pk}/printed/"), {"pieces": 600, "day": DAY})
    assert "600" in client.get(made.url).text

    as_(client, world, "reporter")
    told = {"organisation": world.kostanay.pk, "issue": issue.pk, "pieces": 500, "note": "для школ"}
    client.post(address(world, "requests/ask/"), told)
    asked = PieceRequest.objects.get()
    where = address(world, f"requests/{asked.pk}/")
    assert client.post(where, {"deed": "grant", "granted": 500}).status_code == 403

    as_(client, world, "chief")
    assert "has 600 pieces by the log" in client.get(where).text
    client.post(where, {"deed": "grant", "granted": 400, "answer": "остальное позже"})
    assert client.get(where).context["send"]["pieces"].value() == 400
    client.post(where, {"deed": "send", "day": DAY, "pieces": 400})
    asked.refresh_from_db()
    assert (asked.state, asked.granted) == ("sent", 400)

    as_(client, world, "reporter")
    note = {"source": world.kostanay.pk, "issue": issue.pk, "day": DAY}
    client.post(address(world, "hand-outs/note/"), {**note, "what": "pass", "target": world.school.pk, "pieces": 150})
    client.post(address(world, "hand-outs/note/"), {**note, "what": "give", "pieces": 90})
    page = client.get(address(world, "hand-outs/"))
    assert "Brochure: <strong>90</strong>" in page.text
    assert [one.pieces for one in page.context["page"]] == [90, 150, 400]
    given = client.get(address(world, "hand-outs/"), {"what": "given"}).context["page"]
    assert [one.pieces for one in given] == [90]


def test_more_than_is_there_is_asked_about(client: Client, world: World, myths: Issue) -> None:
    as_(client, world, "reporter")
    note = {"source": world.school.pk, "issue": myths.pk, "day": DAY, "what": "give", "pieces": 20}
    page = client.post(address(world, "hand-outs/note/"), note)
    assert "Only 0 pieces are there" in page.text
    client.post(address(world, "hand-outs/note/"), {**note, "why": "с прошлого года"})
    assert PieceMove.objects.get(source=world.school).why == "с прошлого года"
    assert "more went than came" in client.get(address(world, f"materials/{myths.material_id}/")).text


def test_more_is_granted_than_is_there_and_less_is_sent(client: Client, world: World, myths: Issue) -> None:
    """Some may still be printed, so it is no fault; it is said at once, and the number that goes is corrected."""
    there = held_by(myths, world.national)
    asked = ask_pieces(myths, world.kostanay, there + 1, "", world.people["reporter"])
    where = address(world, f"requests/{asked.pk}/")
    as_(client, world, "chief")
    assert "More are asked for than are there." in client.get(where).text
    page = client.post(where, {"deed": "grant", "granted": there + 1}, follow=True).text
    assert f"{there + 1} pieces are granted, and only {there} are there by the log." in page
    sending = {"deed": "send", "day": DAY}
    assert f"Only {there} pieces are there." in client.post(where, {**sending, "pieces": there + 1}, follow=True).text
    assert f"<dt>Sent</dt><dd>{there}," in client.post(where, {**sending, "pieces": there}, follow=True).text
    assert asked.sent.get().pieces == there


def test_a_line_is_taken_back_by_who_wrote_it(client: Client, world: World, myths: Issue) -> None:
    as_(client, world, "reporter")
    note = {"source": world.school.pk, "issue": myths.pk, "day": DAY, "what": "give", "pieces": 20, "why": "были"}
    client.post(address(world, "hand-outs/note/"), note)
    done = Operation.objects.get(verb="give_out")
    client.post(address(world, f"history/{done.pk}/undo/"))
    assert not PieceMove.objects.filter(source=world.school).exists()


def test_passing_on_is_offered_where_somebody_is_below(client: Client, world: World, myths: Issue) -> None:
    form = as_(client, world, "reporter").get(address(world, "hand-outs/note/")).context["form"]
    assert [one.pk for one in form.fields["target"].queryset] == [world.rudny.pk, world.school.pk]
    teacher = world.person(Role.REPORTER, world.school, "teacher")
    client.force_login(teacher)
    assert not {"what", "target"} & set(client.get(address(world, "hand-outs/note/")).context["form"].fields)
    told = {"source": world.school.pk, "issue": myths.pk, "day": DAY, "pieces": 3, "why": "осталось"}
    client.post(address(world, "hand-outs/note/"), told)
    assert PieceMove.objects.get(source=world.school).target is None


def test_at_an_activity(client: Client, world: World, myths: Issue) -> None:
    talk = activity(world, document(world), title="Беседа", first_day=day(4), last_day=day(4))
    as_(client, world, "reporter")
    link = address(world, f"hand-outs/note/?activity={talk.pk}")
    assert link in client.get(address(world, f"activities/{talk.pk}/")).text
    form = client.get(link).context["form"]
    assert (form.initial["source"], form.initial["day"]) == (world.school.pk, day(4))
    note = {"source": world.school.pk, "issue": myths.pk, "day": DAY, "what": "give", "pieces": 5, "why": "были"}
    client.post(address(world, "hand-outs/note/"), {**note, "activity": talk.pk})
    assert PieceMove.objects.get(source=world.school).activity == talk


def test_the_file_is_given_to_be_kept(client: Client, world: World, myths: Issue) -> None:
    as_(client, world, "reader")
    answer: Any = client.get(address(world, f"issues/{myths.pk}/file/"))
    assert b"".join(answer.streaming_content) == b"%PDF"
    assert answer["Content-Disposition"].startswith("attachment")


def test_what_others_make_and_move_is_not_theirs_to_see(client: Client, world: World, myths: Issue) -> None:
    columns = {"kind": "leaflet", "title": "Наше"}
    material = add_material(world.campaign, world.kostanay, columns, world.people["coordinator"])
    give_out(myths, world.kostanay, 5, day(2), "были", world.people["reporter"])
    as_(client, world, "stranger")
    assert client.get(address(world, f"materials/{material.pk}/")).status_code == 404
    assert client.get(address(world, f"materials/{myths.material_id}/")).status_code == 200  # the office's, for all
    assert "Костанайская" not in client.get(address(world, "hand-outs/")).text
    assert client.get(address(world, f"materials/{myths.material_id}/change/")).status_code == 403


def test_a_material_of_others_is_not_asked_for(client: Client, world: World) -> None:
    columns = {"kind": "leaflet", "title": "Только района"}
    material = add_material(world.campaign, world.rudny, columns, world.people["coordinator"])
    issue = add_issue(material, "ru", world.people["coordinator"])
    as_(client, world, "reporter")
    told = {"organisation": world.kostanay.pk, "issue": issue.pk, "pieces": 5}
    assert "made for other organisations" in client.post(address(world, "requests/ask/"), told).text


def test_a_number_of_the_report_opens_the_log(client: Client, world: World, myths: Issue) -> None:
    give_out(myths, world.kostanay, 5, day(2), "были", world.people["reporter"])
    activity(world, document(world), state="confirmed", title="Беседа")
    settings = {"language": "ru", "length": "full", "style": "official", "with_drafts": False}
    report = start_report(world.campaign, world.kostanay, world.people["coordinator"], **settings)
    as_(client, world, "coordinator")
    page = client.get(address(world, f"reports/{report.pk}/facts/KZ-39.materials/"))
    assert "Мифы домашнего насилия | 5" in page.text
    assert address(world, "hand-outs/") in page.text
    assert "Брошюра" in client.get(address(world, f"reports/{report.pk}/")).text

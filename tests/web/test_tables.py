"""A region's own table on its pages: away, back, row by row, and taken back."""

from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook

from svod.register.models import Activity, ActivityTable, Operation, Organisation, State
from svod.register.services.correct import correct
from tests.register.filled import changed, row, taken_away
from tests.register.made import activity, day, document
from tests.world import World


@pytest.fixture
def talk(world: World) -> Activity:
    known = {"kind": "lecture", "title": "Право на защиту", "first_day": day(3), "last_day": day(3), "place": "класс"}
    return activity(world, document(world), state=State.CONFIRMED, **known)


@pytest.fixture
def reviewer(client: Client, world: World) -> Client:
    return signed_in(client, world, "reviewer")


def signed_in(client: Client, world: World, name: str) -> Client:
    client.force_login(world.people[name])
    client.cookies["django_language"] = "en"
    return client


def address(world: World, rest: str = "") -> str:
    return f"/c/{world.campaign.slug}/tables/{rest}"


def send(client: Client, world: World, data: bytes, organisation: Organisation | None = None) -> Any:
    file = SimpleUploadedFile("таблица.xlsx", data)
    return client.post(address(world), {"in-organisation": (organisation or world.kostanay).pk, "in-file": file})


def filled(world: World) -> bytes:
    def fill(sheet: Any) -> None:
        row(sheet, 2, place="двор")
        row(sheet, 3, kind="семинар", title="Тихий дом", participants="более 200")
        row(sheet, 4, kind="семинар", participants="много")

    return changed(taken_away(world), fill)


def test_it_works(reviewer: Client, world: World, talk: Activity) -> None:
    away = reviewer.get(address(world, "template/"), {"organisation": world.kostanay.pk, "language": "both"})
    assert load_workbook(BytesIO(away.content)).worksheets[0]["D2"].value == talk.title
    assert Operation.objects.get(verb="export").note.endswith("1")
    answer = send(reviewer, world, filled(world))
    page = reviewer.get(answer.url)
    assert [told.row.state for told in page.context["told"]] == ["error", "changed", "new"]
    assert "I4: “много” is no whole number" in page.text
    assert "<del>класс</del>" in page.text
    assert not Activity.objects.filter(title="Тихий дом").exists()
    assert "2 rows are taken over." in reviewer.post(answer.url, {"all": page.context["all_seen"]}, follow=True).text
    talk.refresh_from_db()
    assert talk.place == "двор"
    assert Activity.objects.get(title="Тихий дом").participants_least == 201
    done = Operation.objects.get(verb="take_table")
    assert f"/history/{done.pk}/undo/" in reviewer.get(answer.url).text
    reviewer.post(f"/c/{world.campaign.slug}/history/{done.pk}/undo/")
    assert not Activity.objects.filter(title="Тихий дом").exists()
    assert f"/history/{done.pk}/undo/" not in reviewer.get(answer.url).text


def test_the_workbook_is_a_submission_with_its_rows(reviewer: Client, world: World, talk: Activity) -> None:
    def fill(sheet: Any) -> None:
        row(sheet, 2, organisation=world.school.name, participants="более 200")
        row(sheet, 3, kind="семинар", title="Тихий дом")
        row(sheet, 4, organisation=world.school.name, kind="семинар", title="Свой голос")

    answer = send(reviewer, world, changed(taken_away(world), fill))
    reviewer.post(answer.url, {"all": reviewer.get(answer.url).context["all_seen"]})
    for title, name in (("Тихий дом", "таблица.xlsx"), ("Свой голос", "таблица.xlsx.txt")):
        submission = Activity.objects.get(title=title).document.submission
        page = reviewer.get(f"/c/{world.campaign.slug}/submissions/{submission.pk}/")
        assert title in page.text
        assert submission.name == name
    telling = reviewer.get(f"/c/{world.campaign.slug}/activities/{talk.pk}/").text
    assert "2 places tell it" in telling
    assert "<mark>Школа № 7 | лекция" in telling
    assert "Тихий дом" not in telling  # a row of others beside it


def test_only_what_is_ticked(reviewer: Client, world: World, talk: Activity) -> None:
    answer = send(reviewer, world, filled(world))
    told = reviewer.get(answer.url, {"state": "new"}).context["told"]
    reviewer.post(answer.url, {"row": [one.row.seen for one in told]})
    talk.refresh_from_db()
    assert (talk.place, Activity.objects.filter(title="Тихий дом").count()) == ("класс", 1)
    assert "Nothing was ticked" in reviewer.post(answer.url, follow=True).text


def test_all_is_what_the_person_saw(reviewer: Client, world: World, talk: Activity) -> None:
    answer = send(reviewer, world, filled(world))
    seal = reviewer.get(answer.url).context["all_seen"]
    correct(talk, {"title": "Право"}, world.people["reviewer"])
    assert "Somebody else changed this" in reviewer.post(answer.url, {"all": seal}, follow=True).text
    assert not Activity.objects.filter(title="Тихий дом").exists()


def test_rows_that_are_only_in_conflict_are_no_nothing(reviewer: Client, world: World, talk: Activity) -> None:
    data = changed(taken_away(world), lambda sheet: row(sheet, 2, place="двор"))
    correct(talk, {"place": "зал"}, world.people["reviewer"], number_reason="журнал")
    page = reviewer.get(send(reviewer, world, data).url)
    assert [told.row.state for told in page.context["told"]] == ["conflict"]
    assert "There is nothing new or changed" not in page.text
    assert "Tick those rows in conflict" in page.text
    assert "Tick the row to let the table prevail" in page.text
    assert "that stays" not in page.text


def test_history_says_changed_of_what_was_there(reviewer: Client, world: World, talk: Activity) -> None:
    answer = send(reviewer, world, filled(world))
    reviewer.post(answer.url, {"all": reviewer.get(answer.url).context["all_seen"]})
    page = reviewer.get(f"/c/{world.campaign.slug}/history/", {"verb": "take_table"})
    (deed,) = page.context["deeds"]
    assert [(one.made, "Право на защиту" in one.row.name) for one in deed.touched if one.row.name] == [
        (False, True),
        (True, False),
    ]
    assert "<del>класс</del> → <ins>двор</ins>" in page.text


def test_what_is_missing_and_what_is_not_read_is_said(reviewer: Client, world: World, talk: Activity) -> None:
    def strip(sheet: Any) -> None:
        row(sheet, 2, svod="", title="Тихий дом", kind="семинар")
        sheet.cell(1, 15, "Бюджет")

    page = reviewer.get(send(reviewer, world, changed(taken_away(world), strip)).url)
    assert "1 activity of the register is not in the file. It is not deleted." in page.text
    assert talk.title in page.text
    assert "These columns are not read: Бюджет." in page.text


def test_a_long_table_asks_the_database_a_few_times(
    reviewer: Client, world: World, django_assert_max_num_queries: Any
) -> None:
    told = document(world)
    for number in range(40):
        activity(world, told, title=f"Занятие {number}", participants_least=number)

    def fill(sheet: Any) -> None:
        for number in range(2, 42):
            row(sheet, number, place="двор")
            row(sheet, number + 40, organisation=world.school.name, kind="семинар", title=f"Новое {number}")

    where = send(reviewer, world, changed(taken_away(world), fill)).url
    with django_assert_max_num_queries(25):
        assert len(reviewer.get(where).context["told"]) == 80


def test_the_same_file_is_the_same_table(reviewer: Client, world: World, talk: Activity) -> None:
    data = filled(world)
    assert send(reviewer, world, data).url == send(reviewer, world, data).url
    assert ActivityTable.objects.count() == 1


def test_a_file_that_is_no_table(reviewer: Client, world: World) -> None:
    assert "This is no XLSX file" in send(reviewer, world, b"no table at all").text
    assert send(reviewer, world, b"no", world.abai).context["hand_in"].errors


def test_a_template_of_elsewhere(reviewer: Client, world: World) -> None:
    answer = reviewer.get(address(world, "template/"), {"organisation": world.abai.pk, "language": "ru"})
    assert answer.status_code == 400


def test_a_reader_takes_away_and_hands_nothing_in(client: Client, world: World, talk: Activity) -> None:
    signed_in(client, world, "reader")
    assert client.get(address(world)).context["hand_in"] is None
    assert (
        client.get(address(world, "template/"), {"organisation": world.kostanay.pk, "language": "kk"}).status_code
        == 200
    )
    assert send(client, world, filled(world)).status_code == 403


def test_a_stranger_finds_no_table(client: Client, world: World, talk: Activity) -> None:
    where = send(signed_in(client, world, "reviewer"), world, filled(world)).url
    signed_in(client, world, "stranger")
    assert client.get(where).status_code == 404
    client.logout()
    assert client.get(where).status_code == 302

"""Files of several organisations dropped at once: each is put before the person with what is proposed."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from lxml import html

from svod.register.models import Incoming, Submission, Upload
from svod.register.services.assign import assign
from svod.register.services.hold import hold
from svod.register.services.keep import keep
from svod.register.services.propose_whose import propose_whose
from svod.register.services.read import read
from svod.register.services.withdraw import withdraw
from svod.web.inbox import whose
from tests.world import TEXT, World


@pytest.fixture
def inbox(world: World) -> str:
    return f"/c/{world.campaign.slug}/inbox/"


@pytest.fixture
def chief(client: Client, world: World) -> Client:
    client.force_login(world.people["chief"])
    client.cookies["django_language"] = "en"
    return client


@pytest.fixture
def rows(world: World) -> list[Incoming]:
    """One that says whose it is, and one that does not."""
    made = [
        hold(keep(BytesIO(f"{TEXT}{name}".encode())), name, world.campaign, world.people["chief"])
        for name in ("Рудный/отчёт.txt", "без имени.txt")
    ]
    propose_whose(world.campaign.pk)
    return made


def selected(page: str, row: Incoming) -> list[str]:
    return html.fromstring(page).xpath(f"//select[@name='{row.pk}']/option[@selected]/@value")


def test_it_works(chief: Client, inbox: str, world: World, rows: list[Incoming]) -> None:
    assert "2 files wait until you say whose they are" in chief.get(inbox).text
    page = chief.get(f"{inbox}whose/").text
    assert "folder “Рудный”" in page
    assert selected(page, rows[0]) == [str(world.rudny.pk)]
    assert selected(page, rows[1]) == [""]
    answer = chief.post(f"{inbox}whose/", {str(rows[0].pk): world.rudny.pk, str(rows[1].pk): ""}, follow=True)
    assert "1 file is received." in answer.text
    assert answer.redirect_chain[-1][0] == f"{inbox}whose/"
    submission = Submission.objects.get()
    assert (submission.name, submission.organisation) == ("Рудный/отчёт.txt", world.rudny)
    answer = chief.post(f"{inbox}whose/", {str(rows[1].pk): world.abai.pk}, follow=True)
    assert answer.redirect_chain[-1][0] == inbox
    assert Submission.objects.count() == 2


def test_nothing_is_said(chief: Client, inbox: str, rows: list[Incoming]) -> None:
    answer = chief.post(f"{inbox}whose/", {str(rows[1].pk): ""}, follow=True)
    assert "say whose at least one file is" in answer.text
    assert not Submission.objects.exists()


def test_an_organisation_of_nobody_elses_choosing(chief: Client, inbox: str, rows: list[Incoming]) -> None:
    assert chief.post(f"{inbox}whose/", {str(rows[1].pk): "999999"}).status_code == 422
    assert not Submission.objects.exists()


def test_no_report_is_put_away(chief: Client, inbox: str, rows: list[Incoming]) -> None:
    answer = chief.post(f"{inbox}whose/", {"refuse": rows[1].pk, str(rows[0].pk): ""}, follow=True)
    assert "is no report" in answer.text
    rows[1].refresh_from_db()
    assert rows[1].state == "refused"
    assert not Submission.objects.exists()


def test_it_waits_for_what_is_looked_into_unless_one_does_not(chief: Client, inbox: str, world: World) -> None:
    row = hold(keep(BytesIO(b"x")), "отчёт.txt", world.campaign, world.people["chief"])
    assert f'name="{row.pk}"' not in chief.get(f"{inbox}whose/").text
    assert f'name="{row.pk}"' in chief.get(f"{inbox}whose/?now").text


def test_among_many_organisations_one_types(
    chief: Client, inbox: str, world: World, rows: list[Incoming], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whose, "MOST_TO_CHOOSE", 2)
    page = html.fromstring(chief.get(f"{inbox}whose/").text)
    written = f"Рудненская городская организация [{world.rudny.pk}]"
    assert page.xpath(f"//input[@name='{rows[0].pk}']/@value") == [written]
    assert written in page.xpath("//datalist/option/@value")
    chief.post(f"{inbox}whose/", {str(rows[0].pk): written})
    assert Submission.objects.get().organisation == world.rudny


def test_its_file_is_given_to_whom_it_waits_for(chief: Client, inbox: str, world: World, rows: list[Incoming]) -> None:
    answer = chief.get(f"{inbox}whose/{rows[0].pk}/file/")
    assert b"".join(answer.streaming_content).startswith("Отчёт".encode())
    chief.force_login(world.people["coordinator"])
    assert chief.get(f"{inbox}whose/{rows[0].pk}/file/").status_code == 404


def test_it_stands_in_no_other_list(chief: Client, inbox: str, rows: list[Incoming]) -> None:
    assert "is held back" not in chief.get(inbox).text
    assert "отчёт.txt" not in chief.get(f"{inbox}held/").text


def test_files_are_dropped_without_a_word_of_whose_they_are(chief: Client, inbox: str) -> None:
    page = html.fromstring(chief.get(inbox).text)
    assert page.xpath("//select[@name='files-organisation']/option[@selected]/@value") == [""]
    assert page.xpath("//select[@name='text-organisation']/option[@selected]/@value") == [""]
    files = [SimpleUploadedFile("отчёт.txt", TEXT.encode())]
    answer = chief.post(f"{inbox}files/", {"files-organisation": "", "files": files}, follow=True)
    assert answer.redirect_chain[-1][0] == f"{inbox}whose/"
    assert Incoming.objects.get().held_why == "unsaid"
    answer = chief.post(f"{inbox}text/", {"text-organisation": "", "text-text": TEXT})
    assert answer.status_code == 422  # of a text one knows whose it is


def test_a_region_finds_its_own_chosen(client: Client, inbox: str, world: World) -> None:
    client.force_login(world.people["coordinator"])
    page = html.fromstring(client.get(inbox).text)
    assert page.xpath("//select[@name='files-organisation']/option[@selected]/@value") == [str(world.kostanay.pk)]
    assert page.xpath("//select[@name='files-organisation']/option/@value")[0] == ""


def test_with_one_organisation_there_is_nothing_to_propose(client: Client, inbox: str, world: World) -> None:
    client.force_login(world.person("reporter", world.school, "teacher"))
    page = html.fromstring(client.get(inbox).text)
    assert page.xpath("//select[@name='files-organisation']/option/@value") == [str(world.school.pk)]


def test_what_was_withdrawn_may_be_dropped_again(chief: Client, inbox: str, world: World) -> None:
    """It is no file that was handed in before."""

    def drop() -> str:
        files = [SimpleUploadedFile("Рудный.txt", TEXT.encode())]
        return chief.post(f"{inbox}files/", {"files-organisation": "", "files": files}, follow=True).text

    drop()
    first = assign(Incoming.objects.get(), world.abai, world.people["chief"])
    assert "handed in before" in drop()
    read(first)
    withdraw(first, "чужой отчёт", world.people["chief"])
    assert "handed in before" not in drop()
    row = Incoming.objects.get()
    chief.post(f"{inbox}whose/", {str(row.pk): world.rudny.pk})
    assert {one.organisation: one.state for one in Submission.objects.all()} == {
        world.abai: "withdrawn",
        world.rudny: "received",
    }


def test_a_large_file_in_pieces(chief: Client, inbox: str) -> None:
    told = {"files-organisation": "", "name": "Костанай/a.txt", "size": "5", "modified": "1"}
    begun = chief.post(f"{inbox}uploads/", told).json()
    answer = chief.post(begun["address"], b"hello", "application/octet-stream", headers={"upload-offset": "0"}).json()
    assert answer == {"state": "held", "name": "Костанай/a.txt"}
    again = chief.post(begun["address"], b"hello", "application/octet-stream", headers={"upload-offset": "0"}).json()
    assert again == answer  # its answer got lost
    assert Upload.objects.get().held == Incoming.objects.get()
    assert "Half-sent" not in chief.get(inbox, headers={"accept-language": "en"}).text


def test_the_same_file_under_two_names_is_counted_once(chief: Client, world: World, inbox: str) -> None:
    chair = world.people["chief"]
    rows = [hold(keep(BytesIO(TEXT.encode())), name, world.campaign, chair) for name in ("a.txt", "b.txt")]
    page = chief.post(f"{inbox}whose/", {str(row.pk): world.school.pk for row in rows}, follow=True).text
    assert Submission.objects.count() == 1
    assert "1 file is received" in page
    assert "1 file is the same" in page

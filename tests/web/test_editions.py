"""The versions of a report as pages: frozen, signed, withdrawn, taken away, printed."""

from urllib.parse import quote

import pytest
from django.test import Client

from svod.register.models import Activity, Document, Edition, Person, Report, State
from svod.register.services.correct import correct
from svod.register.services.make_edition import make
from svod.register.services.sign import sign
from svod.register.services.start_report import start_report
from svod.register.services.write_passage import write_passage
from tests.register import made
from tests.world import World


def signed_in(client: Client, person: Person) -> Client:
    client.force_login(person)
    client.cookies["django_language"] = "en"
    return client


def address(report: Report, *more: object) -> str:
    return f"/c/{report.campaign.slug}/reports/{report.pk}/" + "".join(f"{part}/" for part in more)


@pytest.fixture
def activity(world: World) -> Activity:
    people = {"participants_least": 45, "participants_most": 45}
    return made.activity(world, made.document(world), title="Семья без страха", state=State.CONFIRMED, **people)


@pytest.fixture
def report(client: Client, world: World, activity: Activity) -> Report:
    signed_in(client, world.people["coordinator"])
    settings = {"language": "ru", "length": "full", "style": "official"}
    return start_report(world.campaign, world.kostanay, world.people["coordinator"], **settings)


@pytest.fixture
def edition(client: Client, report: Report) -> Edition:
    client.post(address(report, "freeze"))
    edition = report.editions.get()
    make(edition)
    edition.refresh_from_db()
    return edition


def test_it_is_frozen_with_progress(client: Client, report: Report) -> None:
    page = client.post(address(report, "freeze"), follow=True).text
    assert ("0 of 5 files made" in page, 'hx-trigger="every 1s"' in page) == (True, True)
    make(report.editions.get())
    part = client.get(address(report, "versions", "progress")).text
    assert ("report.pdf" in part, "hx-trigger" in part, "<main" in part) == (True, False, False)


def test_its_address_is_that_of_the_public_page(report: Report, edition: Edition) -> None:
    assert edition.address == f"http://testserver/verify/{edition.code}/"


def test_every_file_is_taken_away(client: Client, world: World, report: Report, edition: Edition) -> None:
    signed_in(client, world.people["reader"])
    for file in edition.files.all():
        answer = client.get(address(report, "versions", 1, "files")[:-1] + f"/{file.name}")
        assert answer["Content-Disposition"].startswith("attachment")
        assert quote("Костанай") in answer["Content-Disposition"]  # a name by which one finds it again
        assert len(b"".join(answer.streaming_content)) == file.size
    assert client.get(address(report, "versions", 1, "files") + "other.pdf").status_code == 404


def test_it_is_signed_and_withdrawn(client: Client, report: Report, edition: Edition) -> None:
    assert "Signed by coordinator" in client.post(address(report, "versions", 1, "sign"), follow=True).text
    again = client.post(address(report, "versions", 1, "sign"), follow=True).text
    assert "This version is signed already." in again
    assert "Say why." in client.post(address(report, "versions", 1, "withdraw"), follow=True).text
    gone = client.post(address(report, "versions", 1, "withdraw"), {"why": "Ошибка."}, follow=True).text
    assert ("signature withdrawn" in gone, "Ошибка." in gone) == (True, True)


def test_what_one_stands_behind_is_shown_before_it_is_signed(
    client: Client, world: World, report: Report, edition: Edition, activity: Activity
) -> None:
    page = client.get(address(report, "versions", 1, "sign")).text
    people = "суммарное число участников — 45."
    assert (people in page, "still says the same" in page, "The part of" in page) == (True, True, True)
    changed = {"participants_least": 46, "participants_most": 46}
    correct(activity, changed, world.people["chief"], number_reason="x")
    page = client.get(address(report, "versions", 1, "sign")).text
    assert ("still says the same" in page, "came to say something else" in page, people in page) == (False, True, True)
    edition.refresh_from_db()
    assert edition.signed_at is None


def test_what_is_signed_already_is_not_offered_again(client: Client, report: Report, edition: Edition) -> None:
    client.post(address(report, "versions", 1, "sign"))
    page = client.get(address(report, "versions", 1, "sign"), follow=True)
    assert ("This version is signed already." in page.text, page.redirect_chain[-1][0]) == (
        True,
        address(report, "versions"),
    )


def test_it_says_whether_the_part_is_signed(client: Client, world: World, report: Report) -> None:
    assert "is not signed yet" in client.get(address(report, "versions")).text
    for organisation in (world.school, world.kostanay):
        sign(world.campaign, organisation, world.people["coordinator"])
    assert "is not signed yet" not in client.get(address(report, "versions")).text


def test_the_sheet_is_printed_with_its_code(client: Client, report: Report, edition: Edition) -> None:
    sheet = client.get(address(report, "versions", 1, "sheet")).text
    assert ("<svg" in sheet, edition.code in sheet, edition.sha256 in sheet) == (True, True, True)


def test_nothing_untrue_is_frozen(client: Client, world: World, report: Report, activity: Activity) -> None:
    write_passage(report, "region-KZ-39", f"Было [45 #{activity.pk}.people].", world.people["coordinator"])
    correct(activity, {"participants_least": 46, "participants_most": 46}, world.people["chief"], number_reason="x")
    page = client.post(address(report, "freeze"), follow=True).text
    assert "no longer true in your words: 45." in page
    assert not report.editions.exists()


def test_the_preview_is_a_page_of_its_own(client: Client, report: Report) -> None:
    answer = client.get(address(report, "preview"))
    assert "script-src 'none'" in answer["Content-Security-Policy"]
    assert ("Семья без страха" in answer.text, "<script" in answer.text) == (True, False)


def test_no_source_is_called_by_a_persons_name(client: Client, report: Report, activity: Activity) -> None:
    Document.objects.filter(pk=activity.document_id).update(source="Консультация для Марии Олеговны Дроновой")
    page = client.get(address(report, "preview")).text
    assert ("Консультация для" in page, "Дронов" in page) == (True, False)


@pytest.mark.parametrize("name", ["reader", "reviewer"])
def test_who_reads_neither_freezes_nor_signs(
    client: Client, world: World, report: Report, edition: Edition, name: str
) -> None:
    signed_in(client, world.people[name])
    page = client.get(address(report, "versions")).text
    assert ("report.pdf" in page, "Freeze a version" in page) == (True, False)
    for more in (("freeze",), ("versions", 1, "sign"), ("versions", 1, "withdraw")):
        assert client.post(address(report, *more)).status_code == 403


def test_a_stranger_takes_nothing_away(client: Client, world: World, report: Report, edition: Edition) -> None:
    signed_in(client, world.people["stranger"])
    assert client.get(address(report, "versions")).status_code == 404
    assert client.get(address(report, "versions", 1, "files") + "report.pdf").status_code == 404


def test_numbers_that_stand_on_nothing_are_said_before_a_version_is_frozen(
    client: Client, world: World, report: Report
) -> None:
    assert "stand on nothing" not in client.get(address(report, "versions")).text
    write_passage(report, "region-KZ-39", "Нам помогали 7777 волонтёров.", world.people["coordinator"], 0)
    assert "stand on nothing in the register: 7777." in client.get(address(report, "versions")).text

"""The pages that move a submission to another organisation, or withdraw it."""

import pytest
from django.test import Client

from svod.register.models import Activity, Operation, ReportedTotal, Submission
from svod.register.services.confirm import confirm
from svod.register.services.sign import sign
from svod.register.services.withdraw import withdraw
from tests.world import World

WORDS = ("move", "withdraw")


@pytest.fixture
def submission(world: World) -> Submission:
    return world.submission()


@pytest.fixture
def address(world: World, submission: Submission) -> str:
    return f"/c/{world.campaign.slug}/submissions/{submission.pk}/"


@pytest.fixture
def reviewer(client: Client, world: World) -> Client:
    client.force_login(world.people["reviewer"])
    return client


def test_it_is_moved(reviewer: Client, address: str, submission: Submission, world: World) -> None:
    assert f"{address}move/" in reviewer.get(address).text
    asks = reviewer.get(f"{address}move/", headers={"accept-language": "en"}).text
    assert "Drafts: 3, confirmed: 0." in asks
    assert f'value="{world.school.pk}"' not in asks
    answer = reviewer.post(f"{address}move/", {"organisation": world.rudny.pk}, follow=True)
    assert "Рудненская городская организация" in answer.text
    submission.refresh_from_db()
    assert submission.organisation == world.rudny


def test_only_to_where_one_reviews(reviewer: Client, address: str, submission: Submission, world: World) -> None:
    for other in (world.abai, world.school, world.national):
        assert reviewer.post(f"{address}move/", {"organisation": other.pk}).status_code == 422
    submission.refresh_from_db()
    assert submission.organisation == world.school


def test_it_is_withdrawn(reviewer: Client, address: str, submission: Submission, world: World) -> None:
    assert f"{address}withdraw/" in reviewer.get(address).text
    assert reviewer.post(f"{address}withdraw/", {"why": ""}).status_code == 422
    page = reviewer.post(f"{address}withdraw/", {"why": "чужой файл"}, follow=True).text
    assert "Отозван: чужой файл" in page
    assert f"{address}withdraw/" not in page
    inbox = reviewer.get(f"/c/{world.campaign.slug}/inbox/?state=settled").text
    assert "Отозван: чужой файл" in inbox
    done = Operation.objects.get(verb="withdraw")
    history = f"/c/{world.campaign.slug}/history/"
    assert "отозвал(а) отчёт" in reviewer.get(f"{history}?verb=withdraw").text
    reviewer.post(f"{history}{done.pk}/undo/")
    submission.refresh_from_db()
    assert submission.state == "read"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ru", "Школа № 7: эта часть подписана."),
        ("kk", "Школа № 7: бұл бөлікке қол қойылған."),
        ("en", "The part of Школа № 7 is signed."),
    ],
)
def test_what_is_signed_is_refused_in_words(
    reviewer: Client, address: str, submission: Submission, world: World, language: str, said: str
) -> None:
    confirm([*Activity.objects.all(), *ReportedTotal.objects.all()], world.people["chief"])
    sign(world.campaign, world.school, world.people["chief"])
    for word in WORDS:
        assert "<form method" not in reviewer.get(f"{address}{word}/").text.split("<main", 1)[1]
        sent = {"organisation": world.rudny.pk, "why": "чужой файл"}
        answer = reviewer.post(f"{address}{word}/", sent, follow=True, headers={"accept-language": language})
        assert said in answer.text


def test_somebody_was_faster(reviewer: Client, address: str, submission: Submission, world: World) -> None:
    withdraw(submission, "дважды", world.people["chief"])
    sent = {"organisation": world.rudny.pk, "why": "чужой файл"}
    for word in WORDS:
        answer = reviewer.post(f"{address}{word}/", sent, follow=True, headers={"accept-language": "en"})
        assert "Somebody else changed this meanwhile." in answer.text


def test_a_moved_report_is_moved_back_from_its_page(
    reviewer: Client, address: str, submission: Submission, world: World
) -> None:
    reviewer.post(f"{address}move/", {"organisation": world.rudny.pk})
    reviewer.post(f"{address}undo/")
    submission.refresh_from_db()
    assert submission.organisation == world.school

"""A submission that could not be read, and what becomes of it."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from svod.register.models import Operation, Submission
from svod.register.services.read import read
from svod.register.services.submit import submit
from tests.world import TEXT, World


@pytest.fixture
def broken(world: World) -> Submission:
    submission = submit(BytesIO(b"PK\3\4"), "папка/битый.docx", world.campaign, world.school, None)
    read(submission)
    submission.refresh_from_db()
    return submission


@pytest.fixture
def address(world: World, broken: Submission) -> str:
    return f"/c/{world.campaign.slug}/inbox/{broken.pk}/"


@pytest.fixture
def reporter(client: Client, world: World) -> Client:
    client.force_login(world.people["reporter"])
    return client


def test_its_own_page_shows_the_way_on_and_no_empty_desk(
    reporter: Client, address: str, broken: Submission, world: World
) -> None:
    page = reporter.get(f"/c/{world.campaign.slug}/submissions/{broken.pk}/").text
    assert f'href="{address}"' in page
    assert 'class="desk"' not in page


@pytest.mark.parametrize(
    ("language", "why"),
    [("ru", "Файл повреждён"), ("kk", "Файл бүлінген"), ("en", "The file is damaged")],
)
def test_it_works(reporter: Client, address: str, broken: Submission, language: str, why: str) -> None:
    assert why in reporter.get(address, headers={"accept-language": language}).text
    inbox = address.removesuffix(f"{broken.pk}/")
    assert why in reporter.get(inbox, headers={"accept-language": language}).text


def test_the_page_of_the_review_leads_there(reporter: Client, address: str, broken: Submission, world: World) -> None:
    """Nothing can be marked in what has no text."""
    here = f"/c/{world.campaign.slug}/submissions/{broken.pk}/"
    text = reporter.get(here, headers={"accept-language": "en"}).text
    assert f'href="{address}"' in text
    assert "marking the words" not in text
    reporter.post(f"{address}aside/", {"why": "не отчёт"})
    assert f'href="{address}"' not in reporter.get(here).text


def test_a_better_copy_takes_its_place(reporter: Client, address: str, broken: Submission) -> None:
    reporter.post(f"{address}copy/", {"file": SimpleUploadedFile("целый.txt", TEXT.encode())})
    better = Submission.objects.get(name="целый.txt")
    assert better.replaces == broken
    assert better.organisation == broken.organisation
    assert not Submission.objects.get(pk=broken.pk).is_stuck


def test_its_text_is_typed_in(reporter: Client, address: str, broken: Submission) -> None:
    reporter.post(f"{address}text/", {"text": TEXT})
    typed = Submission.objects.get(replaces=broken)
    assert (typed.name, typed.channel) == ("папка/битый.txt", "paste")
    read(typed)
    assert typed.documents.get().activitys.count() == 2


def test_it_is_set_aside_with_a_reason(reporter: Client, address: str, broken: Submission, world: World) -> None:
    assert reporter.post(f"{address}aside/", {"why": ""}).status_code == 422
    reporter.post(f"{address}aside/", {"why": "это не отчёт"})
    broken.refresh_from_db()
    assert broken.set_aside_why == "это не отчёт"
    assert Operation.objects.get(verb="set_aside").person == world.people["reporter"]
    assert "это не отчёт" in reporter.get(address).text


@pytest.mark.parametrize("word", ["copy", "text", "aside"])
def test_somebody_was_faster(reporter: Client, address: str, broken: Submission, word: str) -> None:
    reporter.post(f"{address}aside/", {"why": "это не отчёт"})
    sent = {"file": SimpleUploadedFile("целый.txt", TEXT.encode()), "text": TEXT, "why": "другое"}
    answer = reporter.post(f"{address}{word}/", sent, follow=True, headers={"accept-language": "en"})
    assert "Somebody else changed this meanwhile." in answer.text
    assert Submission.objects.get() == broken


def test_the_same_broken_bytes_are_no_better_copy(reporter: Client, address: str) -> None:
    sent = {"file": SimpleUploadedFile("ещё раз.docx", b"PK\3\4")}
    answer = reporter.post(f"{address}copy/", sent, follow=True, headers={"accept-language": "en"})
    assert "handed in before" in answer.text
    assert Submission.objects.count() == 1


def test_an_empty_copy_is_refused(reporter: Client, address: str) -> None:
    sent = {"file": SimpleUploadedFile("пусто.docx", b"")}
    answer = reporter.post(f"{address}copy/", sent, follow=True, headers={"accept-language": "en"})
    assert "The file is empty." in answer.text
    assert reporter.post(f"{address}copy/", {}).status_code == 422

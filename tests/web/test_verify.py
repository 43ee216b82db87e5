"""The public page of a version: who signed it, when, whether a file is one of its; and nothing else."""

from collections.abc import Callable
from io import BytesIO

import pytest
from django.conf import settings
from django.test import Client

from svod.register.models import Edition, EditionFile, Submission
from svod.register.services.freeze_report import freeze_report
from svod.register.services.keep import keep
from svod.register.services.sign_edition import sign_edition, withdraw_edition
from svod.register.services.start_report import start_report
from tests.world import World

DATA = b"%PDF-1.7 the file of the version"


@pytest.fixture
def edition(client: Client, world: World) -> Edition:
    client.cookies["django_language"] = "en"
    world.submission()
    told = {"language": "ru", "length": "full", "style": "official", "title": "Секретный заголовок"}
    report = start_report(world.campaign, world.kostanay, world.people["coordinator"], **told)
    return made(report, world)


def made(report: object, world: World) -> Edition:
    edition = freeze_report(report, world.people["coordinator"], "https://svod.example/verify/{}/".format)
    kept = keep(BytesIO(DATA), "editions")
    known = {"sha256": kept.sha256, "size": kept.size, "file": kept.place}
    EditionFile.objects.create(edition=edition, name="report.pdf", **known)
    Edition.objects.filter(pk=edition.pk).update(state=Edition.State.READY, sha256="f" * 64)
    edition.refresh_from_db()
    return edition


def address(edition: Edition) -> str:
    return f"/verify/{edition.code}/"


def file(data: bytes) -> BytesIO:
    stream = BytesIO(data)
    stream.name = "мой отчёт.pdf"
    return stream


def test_it_works_for_everybody(client: Client, world: World, edition: Edition) -> None:
    assert "Nobody has signed this version." in client.get(address(edition)).text
    sign_edition(edition, world.people["coordinator"])
    page = client.get(address(edition)).text
    assert "It is the version that holds." in page
    assert "coordinator" in page
    assert ("f" * 64 in page, EditionFile.objects.get().sha256 in page) == (True, True)
    assert world.kostanay.name in page


@pytest.mark.parametrize("typed", [str.lower, lambda code: code.replace("-", " "), lambda code: code.replace("-", "")])
def test_a_code_is_found_as_people_type_it(client: Client, edition: Edition, typed: Callable[[str], str]) -> None:
    assert client.get("/verify/", {"code": typed(edition.code)}).url == address(edition)


def test_it_says_nothing_else(client: Client, edition: Edition) -> None:
    page = client.get(address(edition)).text
    for secret in ("Секретный заголовок", "Семья без страха", "/c/", Submission.objects.get().name):
        assert secret not in page


def test_a_withdrawn_signature_is_told_with_its_reason(client: Client, world: World, edition: Edition) -> None:
    sign_edition(edition, world.people["coordinator"])
    withdraw_edition(edition, world.people["coordinator"], "Ошибка в числе.")
    page = client.get(address(edition)).text
    assert ("The signature is withdrawn." in page, "Ошибка в числе." in page) == (True, True)
    assert "Signed by" in page


def test_a_later_version_is_told(client: Client, world: World, edition: Edition) -> None:
    later = made(edition.report, world)
    sign_edition(edition, world.people["coordinator"])
    assert "It is the version that holds." in client.get(address(edition)).text
    sign_edition(later, world.people["coordinator"])
    page = client.get(address(edition)).text
    assert ("A later version is signed in its place." in page, address(later) in page) == (True, True)
    assert "It is the version that holds." in client.get(address(later)).text


def test_a_file_is_compared_and_not_kept(client: Client, edition: Edition) -> None:
    same = client.post(address(edition), {"file": file(DATA)}).text
    assert "Yes: мой отчёт.pdf is report.pdf of this version, byte for byte." in same
    other = client.post(address(edition), {"file": file(DATA + b" ")}).text
    assert "No: мой отчёт.pdf is none of the files of this version." in other
    kept = (path.read_bytes() for path in settings.MEDIA_ROOT.rglob("*") if path.is_file())
    assert DATA + b" " not in kept


def test_without_a_file_it_asks_for_one(client: Client, edition: Edition) -> None:
    assert "Choose a file first." in client.post(address(edition)).text


def test_it_needs_no_session_to_compare(edition: Edition) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(address(edition), {"file": file(DATA)}).status_code == 200


def test_the_code_is_typed_from_paper(client: Client, edition: Edition) -> None:
    found = client.get("/verify/", {"code": f" {edition.code.lower()} "})
    assert found.url == address(edition)
    assert client.get(f"/verify/{edition.code.lower()}/").status_code == 200


def test_an_unknown_code(client: Client, edition: Edition) -> None:
    for place in ("/verify/?code=XXXX", "/verify/XXXX-XXXX-XXXX/"):
        answer = client.get(place)
        assert (answer.status_code, "There is no version with the code" in answer.text) == (404, True)


def test_a_version_that_is_not_made_yet_is_not_there(client: Client, edition: Edition) -> None:
    Edition.objects.update(state=Edition.State.WAITING)
    assert client.get(address(edition)).status_code == 404

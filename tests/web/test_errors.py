"""Where something does not work: in our frame and words, with what to do, and nothing that was typed is lost."""

import re
import time
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from svod.register.models import Activity
from tests.register import made
from tests.world import World

MAIN = '<main id="main"'


@pytest.fixture
def reviewer(world: World) -> Client:
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    client.force_login(world.people["reviewer"])
    client.cookies["django_language"] = "en"
    return client


@pytest.fixture
def activity(world: World) -> Activity:
    return made.activity(world, made.document(world), title="Один")


def ask_address(world: World, activity: Activity) -> str:
    return reverse("activity_ask", args=[world.campaign.slug, activity.pk])


def token(client: Client, address: str = "/account/") -> str:
    """As htmx takes it from the page: a script cannot read the cookie where production sets it so."""
    found = re.search(r"""hx-headers='\{"X-CSRFToken": "(\w+)"\}'""", client.get(address).content.decode())
    assert found
    return found[1]


@pytest.mark.parametrize("address", ["/no/such/page/", "/c/none/dashboard/"])
def test_not_found(reviewer: Client, address: str) -> None:
    answer = reviewer.get(address)
    page = answer.content.decode()
    assert (answer.status_code, MAIN in page, "There is no such page" in page) == (404, True, True)


def test_not_found_for_who_is_signed_out(client: Client, db: None) -> None:
    answer = client.get("/no/such/page/")
    assert (answer.status_code, MAIN in answer.content.decode()) == (404, True)


def test_not_allowed(world: World, activity: Activity, client: Client) -> None:
    client.force_login(world.people["reader"])
    client.cookies["django_language"] = "en"
    answer = client.post(ask_address(world, activity), {"question": "?"})
    page = answer.content.decode()
    assert (answer.status_code, MAIN in page, "Your role does not allow this." in page) == (403, True, True)


def test_a_fault_of_ours(reviewer: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr("svod.web.account.views.Profile", broken)
    answer = reviewer.get("/account/")
    page = answer.content.decode()
    assert (answer.status_code, MAIN in page, "The fault is ours" in page) == (500, True, True)
    assert "broken" not in page
    assert "broken" in caplog.text
    monkeypatch.setattr("svod.web.base.context.may_anywhere", broken)  # and the frame fails, too
    answer = reviewer.get("/account/")
    page = answer.content.decode()
    assert (answer.status_code, MAIN in page, "The fault is ours" in page) == (500, False, True)


def test_too_large(reviewer: Client, world: World, activity: Activity, settings: Any) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    headers = {"X-CSRFToken": token(reviewer)}
    answer = reviewer.post(ask_address(world, activity), {"question": "!" * 2000}, headers=headers)
    page = answer.content.decode()
    assert (answer.status_code, MAIN in page, "More was sent at once" in page) == (413, True, True)


def test_a_form_without_its_token_keeps_what_was_typed(reviewer: Client, world: World, activity: Activity) -> None:
    answer = reviewer.post(ask_address(world, activity), {"question": "Сколько <было> людей?"})
    page = answer.content.decode()
    assert (answer.status_code, MAIN in page) == (403, True)
    assert "Сколько &lt;было&gt; людей?</textarea>" in page
    activity.refresh_from_db()
    assert activity.question == ""


def test_htmx_takes_the_token_from_the_page(reviewer: Client, world: World, activity: Activity, settings: Any) -> None:
    settings.CSRF_COOKIE_HTTPONLY = True  # as in production
    found = token(reviewer)
    assert reviewer.cookies["csrftoken"]["httponly"]
    answer = reviewer.post(ask_address(world, activity), {"question": "Где?"}, headers={"X-CSRFToken": found})
    assert answer.status_code == 302
    activity.refresh_from_db()
    assert activity.question == "Где?"


def signed_out_meanwhile(client: Client) -> None:
    """They were away too long."""
    session = client.session
    session.set_expiry(0)
    session["seen_at"] = time.time() - 30 * 24 * 3600
    session.save()


@pytest.mark.parametrize("part", [False, True])
def test_who_was_signed_out_while_writing_keeps_what_they_wrote(
    reviewer: Client, world: World, activity: Activity, part: bool
) -> None:
    page_open = {"X-CSRFToken": token(reviewer)}
    signed_out_meanwhile(reviewer)
    headers = {**page_open, **({"HX-Request": "true"} if part else {})}
    answer = reviewer.post(ask_address(world, activity), {"question": "Сколько было людей?"}, headers=headers)
    page = answer.content.decode()
    assert answer.status_code == (200 if part else 401)
    assert answer.headers.get("HX-Retarget") == ("body" if part else None)
    assert "Сколько было людей?</textarea>" in page
    assert reverse("account_login") in page
    activity.refresh_from_db()
    assert activity.question == ""


def test_a_part_for_who_is_signed_out_loads_the_page_anew(client: Client, world: World) -> None:
    inbox = reverse("inbox", args=[world.campaign.slug])
    assert client.get(inbox, headers={"HX-Request": "true"}).headers["HX-Refresh"] == "true"
    assert client.get(inbox).status_code == 302


def test_no_password_is_shown_again(reviewer: Client) -> None:
    answer = reviewer.post("/account/login/", {"login": "reviewer", "password": "a long password"})
    assert answer.status_code == 403
    assert "a long password" not in answer.content.decode()


def test_a_pasted_report_is_shown_again(client: Client, world: World) -> None:
    sent = {"text-organisation": world.school.pk, "text-text": "28 ноября прошёл семинар, 45 человек."}
    answer = client.post(f"/c/{world.campaign.slug}/inbox/text/", sent)
    assert answer.status_code == 401
    assert "28 ноября прошёл семинар, 45 человек." in answer.text


def test_who_was_signed_out_comes_back_to_the_page_and_not_to_its_form(client: Client, world: World) -> None:
    inbox = f"/c/{world.campaign.slug}/inbox/"
    answer = client.post(inbox + "files/", headers={"Referer": f"http://testserver{inbox}?state=read"})
    assert answer["Location"] == f"/account/login/?next={inbox}%3Fstate%3Dread"
    elsewhere = client.post(inbox + "files/", headers={"Referer": "http://elsewhere.example/there/"})
    assert elsewhere["Location"] == "/account/login/?next=/"


def test_a_script_is_told_in_words(client: Client, world: World) -> None:
    address, headers = f"/c/{world.campaign.slug}/inbox/files/", {"Accept": "application/json", "Accept-Language": "en"}
    answer = client.post(address, headers=headers)
    assert (answer.status_code, answer.json()["message"][:24]) == (401, "You were signed out mean")
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(world.people["reporter"])
    answer = strict.post(address, headers=headers)
    assert (answer.status_code, "older than your signing in" in answer.json()["message"]) == (403, True)


def test_the_address_of_a_form(reviewer: Client, world: World) -> None:
    answer = reviewer.get(f"/c/{world.campaign.slug}/inbox/text/", headers={"Accept-Language": "en"})
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert "This address only takes what a form sends." in answer.text
    assert 'href="/"' in answer.text


def test_an_address_with_a_nul_is_not_understood(client: Client, world: World) -> None:
    client.force_login(world.people["chief"])
    for address in ("/feeds/%00.ics", f"/c/{world.campaign.slug}/activities/?q=a%00b"):
        assert client.get(address).status_code == 400

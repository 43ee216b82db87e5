"""The pages of people, accounts and organisations in Chromium: with keys, with a phone, without scripts."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from playwright.sync_api import Page, expect

from svod.register.models import Person, Role
from svod.register.services.first_start import first_start_link
from svod.register.services.invite import invite
from tests.register.test_import_organisations import sheet
from tests.world import World

Accessible = Callable[[Page], None]
PASSWORD = "a long password"  # noqa: S105
NEEDS_PROOF = ("/account/2fa/totp/activate/", "/account/2fa/webauthn/add/")
PAGES = (
    "/account/",
    "/account/password/change/",
    "/account/email/",
    "/account/sessions/",
    "/account/2fa/",
    "/people/",
    "/people/invitations/",
    "/organisations/import/",
    "/campaigns/new/",
    "/account/reauthenticate/",
)


def places(world: World) -> list[str]:
    """Pages of one row."""
    one = invite(world.kostanay, world.people["chief"], Role.REPORTER, below=True, uses=9)
    return [
        f"/people/{world.people['reader'].pk}/",
        f"/organisations/{world.rudny.pk}/invite/",
        f"/organisations/{world.rudny.pk}/add/",
        f"/organisations/{world.rudny.pk}/change/",
        f"/campaigns/{world.campaign.slug}/days/",
        f"/people/invitations/{one.pk}/",
        f"/join/{one.token}/",
        f"/join/{one.token}/?organisation={world.school.pk}",
    ]


def preview(page: Page, live_server: Any, world: World) -> None:
    """As if the person had chosen a sheet with one good row and one with an error."""
    client = Client()
    client.cookies["sessionid"] = next(one["value"] for one in page.context.cookies() if one["name"] == "sessionid")
    rows = (("Школа № 3", "первичная", "Рудненская городская организация", "", ""), ("Школа", "средняя", "", "", ""))
    file = SimpleUploadedFile("список.xlsx", sheet(*rows).read())
    client.post("/organisations/import/", {"organisation": world.national.pk, "file": file})
    page.goto(f"{live_server.url}/organisations/import/rows/")


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_every_page_is_for_everybody(
    page: Page, live_server: Any, world: World, sign_in: Any, accessible: Accessible, language: str
) -> None:
    chief = sign_in(page.context, "chief")
    Person.objects.filter(pk=chief.pk).update(language=language)
    for address in (*PAGES, *places(world)):
        answer = page.goto(live_server.url + address)
        assert answer is not None
        assert answer.status == 200, address
        accessible(page)
    preview(page, live_server, world)
    expect(page.locator("tbody tr")).to_have_count(2)
    accessible(page)
    page.goto(f"{live_server.url}/account/reauthenticate/")
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_url(lambda url: "reauthenticate" not in url)
    for address in NEEDS_PROOF:
        page.goto(live_server.url + address)
        accessible(page)


def test_on_a_phone(phone: Page, live_server: Any, world: World, sign_in: Any, accessible: Accessible) -> None:
    one_row = places(world)
    for address in ("/account/login/", "/account/password/reset/", *(one for one in one_row if "/join/" in one)):
        phone.goto(address)
        accessible(phone)
    sign_in(phone.context, "chief")
    for address in ("/account/", "/people/", "/people/invitations/", "/organisations/import/", *one_row):
        phone.goto(address)
        accessible(phone)
    preview(phone, live_server, world)
    accessible(phone)


def test_the_first_start(without_script: Page, live_server: Any, transactional_db: None) -> None:
    Person.objects.all().delete()
    link = first_start_link(live_server.url)
    assert link is not None
    page = without_script
    page.goto(link)
    page.fill("[name=organisation]", "Профсоюз")
    page.fill("[name=username]", "first")
    page.fill("[name=password]", PASSWORD)
    page.fill("[name=again]", PASSWORD)
    page.uncheck("[name=regions]")
    page.locator("main form button").click()
    page.wait_for_url(re.compile(r"/c/[^/]+/dashboard/"))
    assert Person.objects.get().username == "first"


def test_somebody_joins_without_scripts(without_script: Page, world: World) -> None:
    page = without_script
    one = invite(world.kostanay, world.people["coordinator"], Role.REPORTER, below=True)
    page.goto(f"/join/{one.token}/")
    page.fill("[name=q]", "школа")
    page.press("[name=q]", "Enter")
    page.get_by_role("link", name="Школа № 7").click()
    page.fill("[name=username]", "gulnara")
    page.fill("[name=password]", PASSWORD)
    page.fill("[name=again]", PASSWORD)
    page.locator("main form button").click()
    page.wait_for_url(lambda url: "/join/" not in url)
    assert Person.objects.get(username="gulnara").roles.get().organisation == world.school


def test_a_passkey_signs_in_without_a_password(page: Page, live_server: Any, world: World) -> None:
    """A key of Chromium's own making: it is added after the password, and then lets in alone."""
    here = live_server.url.replace("127.0.0.1", "localhost")  # an address in numbers has no passkeys
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    device = {**options, "isUserVerified": True, "automaticPresenceSimulation": True}
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": device})
    page.goto(f"{here}/account/login/?next=/account/2fa/webauthn/add/")
    page.fill("[name=login]", "reader")
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_url("**/reauthenticate/**")
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_url("**/webauthn/add/")
    page.check("[name=passwordless]")
    page.locator("[data-passkey=create] button").click()
    page.wait_for_url("**/recovery-codes/")
    page.context.clear_cookies()
    page.goto(f"{here}/account/login/")
    page.locator("[data-passkey=login] button").click()
    page.wait_for_url(re.compile(r"/c/[^/]+/dashboard/"))
    page.goto(f"{here}/account/")
    expect(page.locator("main")).to_contain_text("reader")

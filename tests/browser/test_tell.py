"""Telling from a phone: without a line, with a browser that is killed, over a line that breaks, without a script."""

import contextlib
import os
import random
import re
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db.models import Count
from django.test import Client
from playwright.sync_api import BrowserContext, BrowserType, Page, expect

from svod.register.models import Activity, Photo, Role, Submission
from svod.register.pictures import redraw
from svod.register.services import photos
from svod.register.services.invite import invite
from tests.browser.conftest import LONG, PHONE, SignIn, kept_by_worker
from tests.browser.line import Line, line_to
from tests.register.test_photos import MAKER, PLACE, jpeg
from tests.world import TEXT, World

Check = Callable[[Page], None]
CUTS = int(os.environ.get("SVOD_CUTS", "6"))  # `make crash` asks for 50

LEFT = """() => new Promise((done) => indexedDB.open("svod-tell").onsuccess = (opened) => {
    const store = opened.target.result.transaction("tellings").objectStore("tellings");
    store.count().onsuccess = (counted) => done(counted.target.result);
})"""


@pytest.fixture
def line(live_server: Any) -> Iterator[Line]:
    with line_to(urlsplit(live_server.url).port) as line:
        yield line


class Telephone:
    """A browser with a folder of its own: what it keeps outlives it."""

    def __init__(self, kind: BrowserType, folder: Path, options: dict[str, Any], url: str) -> None:
        self._kind, self._folder, self._options, self.url = kind, folder, options, url
        self.context: BrowserContext

    def open(self) -> Page:
        self.context = self._kind.launch_persistent_context(
            self._folder, viewport=PHONE, base_url=self.url, locale="en", **self._options
        )
        self.context.set_default_timeout(LONG)
        return self.context.pages[0]

    def kill(self) -> None:
        """As a phone without power: no process of it has time for anything."""
        listed = subprocess.run(["ps", "-A", "-o", "pid=,args="], capture_output=True, text=True, check=True)
        for row in listed.stdout.splitlines():
            if f"--user-data-dir={self._folder}" in row:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(int(row.split()[0]), signal.SIGKILL)
        with contextlib.suppress(Exception):
            self.context.close()

    def sign_in(self, world: World, name: str) -> None:
        """Remembered, so that it holds after the browser was closed."""
        client = Client()
        client.force_login(world.people[name], backend=settings.AUTHENTICATION_BACKENDS[0])
        cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
        until = time.time() + 3600
        told = {"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": self.url, "expires": until}
        self.context.add_cookies([told])


@pytest.fixture
def telephone(
    browser_type: BrowserType, browser_type_launch_args: dict[str, Any], tmp_path: Path, line: Line
) -> Iterator[Telephone]:
    one = Telephone(browser_type, tmp_path / "phone", browser_type_launch_args, line.url)
    yield one
    with contextlib.suppress(Exception):
        one.context.close()


@pytest.fixture
def address(world: World) -> str:
    return f"/c/{world.campaign.slug}/tell/"


def open_once(page: Page, address: str) -> None:
    """With a line, until the page can be opened without one."""
    page.goto(address)
    kept_by_worker(page)


def tell(page: Page, title: str, photos: int = 1) -> None:
    page.get_by_label("round table", exact=True).check()
    page.get_by_label("Title or theme").fill(title)
    page.get_by_label("How many people came?").fill("about 50")
    pictures = [{"name": f"{n}.jpg", "mimeType": "image/jpeg", "buffer": jpeg(1800 + n, 900)} for n in range(photos)]
    if photos:
        page.locator("#held-photos").set_input_files(pictures)
        expect(page.locator("[data-tell=held] [data-chosen] img")).to_have_count(photos)
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_label("Title or theme")).to_have_value("")


def titles() -> list[str]:
    """Those in the register, in the order in which they came."""
    return list(Activity.objects.order_by("document__submission__pk").values_list("title", flat=True))


def test_told_without_a_line_by_a_browser_that_is_killed(
    telephone: Telephone, line: Line, world: World, address: str, accessible: Check
) -> None:
    page = telephone.open()
    telephone.sign_in(world, "reporter")
    open_once(page, address)
    line.cut()
    telephone.context.set_offline(True)
    page.reload()
    told = ["One", "Two", "Three"]
    for title in told:
        tell(page, title)
    expect(page.get_by_text("On this phone, not sent: 3")).to_be_visible()
    accessible(page)
    telephone.kill()
    assert not Submission.objects.exists()

    page = telephone.open()
    page.goto(address)
    expect(page.get_by_text("On this phone, not sent: 3")).to_be_visible()
    expect(page.get_by_text("There is no line just now.")).to_be_visible()
    line.mend()
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.get_by_text("Received by the office: 3")).to_be_visible()
    assert titles() == told
    assert list(Photo.objects.values_list("submission").annotate(n=Count("pk")).values_list("n", flat=True)) == [1] * 3
    expect(page.locator("#told-list").get_by_role("link")).to_have_count(3)
    accessible(page)
    kept = page.evaluate(
        "import(document.querySelector('[type=module]').src.replace('page', 'store')).then(s => s.tellings())"
    )
    assert {one["state"] for one in kept} == {"received"}
    assert not any("fields" in one or "photos" in one for one in kept)  # words and photos are gone from the phone


def test_it_opens_without_a_line_after_its_pages_were_forgotten(
    telephone: Telephone, line: Line, world: World, address: str
) -> None:
    """As signing out does it; whoever signs in next has the page again."""
    page = telephone.open()
    telephone.sign_in(world, "reporter")
    open_once(page, address)
    page.evaluate("caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name))))")
    page.reload()
    expect(page.locator(".chip").first).to_be_visible()
    line.cut()
    telephone.context.set_offline(True)
    page.evaluate("navigator.serviceWorker.ready.then(() => null)")
    page.reload()
    tell(page, "One")
    expect(page.get_by_text("On this phone, not sent: 1")).to_be_visible()


def test_it_can_be_installed(telephone: Telephone, world: World, address: str) -> None:
    page = telephone.open()
    telephone.sign_in(world, "reporter")
    open_once(page, address)
    browser = telephone.context.new_cdp_session(page)
    manifest = browser.send("Page.getAppManifest")
    assert (manifest["errors"], manifest["url"]) == ([], f"{telephone.url}{address}manifest.webmanifest")
    assert browser.send("Page.getInstallabilityErrors")["installabilityErrors"] == []


def test_what_was_being_written_is_there_again(telephone: Telephone, world: World, address: str) -> None:
    page = telephone.open()
    telephone.sign_in(world, "reporter")
    open_once(page, address)
    page.get_by_label("lecture", exact=True).check()
    page.get_by_label("Title or theme").fill("Half a title")
    page.get_by_label("parents", exact=True).check()
    page.locator("#held-photos").set_input_files([{"name": "1.jpg", "mimeType": "image/jpeg", "buffer": jpeg(40, 30)}])
    expect(page.locator("[data-tell=held] [data-chosen] img")).to_have_count(1)
    page.wait_for_timeout(1000)
    telephone.kill()
    page = telephone.open()
    page.goto(address)
    expect(page.get_by_label("Title or theme")).to_have_value("Half a title")
    expect(page.get_by_label("lecture", exact=True)).to_be_checked()
    expect(page.get_by_label("parents", exact=True)).to_be_checked()
    expect(page.locator("[data-tell=held] [data-chosen] img")).to_have_count(1)
    assert not Submission.objects.exists()


def test_a_line_that_is_cut_again_and_again(telephone: Telephone, line: Line, world: World, address: str) -> None:
    """At a random byte, of what is sent or of what is answered: none is lost, none comes twice, the order stays."""
    chance = random.Random(16)  # noqa: S311 # which bytes, not who may
    page = telephone.open()
    telephone.sign_in(world, "reporter")
    open_once(page, address)
    told: list[str] = []
    while line.cuts < CUTS:
        line.cut()
        told.append(f"Talk {len(told) + 1}")
        tell(page, told[-1], photos=chance.randint(0, 2))
        for _ in range(chance.randint(1, 4)):
            line.mend(cut_after=chance.randint(1, 60_000))
            page.evaluate("dispatchEvent(new Event('online'))")
            until = time.monotonic() + 3
            while not line.is_cut and time.monotonic() < until and page.locator("#queue li").count():
                page.wait_for_timeout(20)
    line.mend()
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("#queue li")).to_have_count(0, timeout=LONG * 3)
    assert titles() == told
    assert Submission.objects.count() == len(told)


@pytest.fixture
def told_on(phone: Page, sign_in: SignIn, world: World, address: str) -> Page:
    """The page on a phone of a reporter, with a line."""
    sign_in(phone.context, "reporter")
    phone.set_extra_http_headers({"Accept-Language": "en"})
    phone.goto(address)
    return phone


def test_who_was_signed_out_meanwhile_loses_nothing(told_on: Page, sign_in: SignIn, address: str) -> None:
    page = told_on
    page.context.clear_cookies()
    tell(page, "One")
    expect(page.get_by_text("You were signed out. Nothing is lost")).to_be_visible()
    expect(page.get_by_text("On this phone, not sent: 1")).to_be_visible()
    page.locator("#queue").get_by_role("link", name="Sign in").click()
    expect(page).to_have_url(re.compile(r"/account/login/\?next=" + re.escape(address)))
    sign_in(page.context, "reporter")
    page.goto(address)
    expect(page.get_by_text("Received by the office: 1")).to_be_visible()
    assert titles() == ["One"]


def test_another_person_sends_nothing_of_theirs(told_on: Page, sign_in: SignIn, address: str) -> None:
    page = told_on
    page.context.clear_cookies()
    tell(page, "One")
    expect(page.get_by_text("You were signed out.")).to_be_visible()
    sign_in(page.context, "coordinator")
    page.goto(address)
    expect(page.get_by_text("Somebody else has not sent all they wrote on this phone.")).to_be_visible()
    expect(page.locator("#queue li")).to_have_count(0)
    tell(page, "Two", photos=0)
    expect(page.get_by_text("Received by the office: 1")).to_be_visible()
    assert titles() == ["Two"]
    sign_in(page.context, "reporter")
    page.goto(address)
    expect(page.get_by_text("Received by the office: 1")).to_be_visible()
    assert titles() == ["Two", "One"]


def test_what_the_server_cannot_take_is_put_right(told_on: Page, accessible: Check) -> None:
    page = told_on
    page.evaluate("document.querySelector('[name=held-title]').maxLength = 600")
    tell(page, "x" * 501)
    tell(page, "Two", photos=0)
    expect(page.get_by_text("Not taken.")).to_be_visible()
    expect(page.get_by_text("Received by the office: 1")).to_be_visible()  # the others go on
    accessible(page)
    page.get_by_role("button", name="Correct").click()
    expect(page.locator("[data-tell=held] [data-chosen] img")).to_have_count(1)
    page.get_by_label("Title or theme").fill("One")
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_text("Received by the office: 2")).to_be_visible()
    assert (titles(), Photo.objects.count()) == (["Two", "One"], 1)


def test_two_pages_with_the_same_draft_tell_two_things(told_on: Page, address: str) -> None:
    one = told_on
    one.get_by_label("lecture", exact=True).check()
    one.get_by_label("Title or theme").fill("Begun")
    one.wait_for_timeout(1000)
    other = one.context.new_page()
    other.goto(address)
    expect(other.get_by_label("Title or theme")).to_have_value("Begun")
    for page, title in ((one, "One"), (other, "Two")):
        page.get_by_label("Title or theme").fill(title)
        page.get_by_role("button", name="Send", exact=True).click()
        expect(page.locator("#queue li")).to_have_count(0)
    expect(other.get_by_text("Received by the office: 2")).to_be_visible()
    assert titles() == ["One", "Two"]


def test_signing_out_asks_about_what_is_not_sent(
    phone: Page, sign_in: SignIn, world: World, address: str, accessible: Check
) -> None:
    page = phone
    page.add_init_script("delete Navigator.prototype.serviceWorker")  # it would send what the page may not
    sign_in(page.context, "reporter")
    page.set_extra_http_headers({"Accept-Language": "en"})
    page.goto(address)
    page.evaluate("caches.open('svod-tell a page')")
    page.route("**/c/*/tell/**", lambda route: route.abort())
    tell(page, "One")
    page.get_by_role("button", name="Sign out").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Not sent yet: 1")
    accessible(page)
    dialog.get_by_role("button", name="Stay and send it").click()
    expect(page.get_by_text("On this phone, not sent: 1")).to_be_visible()
    page.get_by_role("button", name="Sign out").click()
    dialog.get_by_role("button", name="Clear it and sign out").click()
    expect(page).to_have_url(re.compile("/account/login/"))
    assert page.evaluate("caches.keys()") == []
    assert page.evaluate(LEFT) == 0


def test_photos_are_made_small_on_the_phone(told_on: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[bytes] = []
    monkeypatch.setattr(photos, "redraw", lambda data: sent.append(data) or redraw(data))
    tell(told_on, "One")
    expect(told_on.get_by_text("Received by the office: 1")).to_be_visible()
    assert len(sent) == 1
    assert MAKER.encode() not in sent[0]
    assert PLACE not in sent[0]
    photo = Photo.objects.get()
    assert (photo.width, photo.height) == (800, 1600)  # upright: the phone was held on its side


def test_a_photo_that_no_browser_opens_is_told(told_on: Page) -> None:
    bad = {"name": "IMG_7.HEIC", "mimeType": "image/heic", "buffer": b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"}
    told_on.locator("#held-photos").set_input_files([bad])
    expect(told_on.get_by_text("“IMG_7.HEIC” cannot be opened here.")).to_be_visible()


def test_another_day_is_asked_for_at_once(told_on: Page) -> None:
    page = told_on
    page.get_by_label("lecture", exact=True).check()
    page.get_by_label("Another day").check()
    page.get_by_role("button", name="Send", exact=True).click()
    day = page.get_by_label("Day", exact=True)
    expect(day).to_be_focused()
    day.fill("2025-11-28")
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_text("Received by the office: 1")).to_be_visible()
    assert Activity.objects.get().first_day == date(2025, 11, 28)


def test_a_number_is_understood_while_one_types(told_on: Page) -> None:
    told_on.get_by_label("How many people came?").press_sequentially("about 50")
    expect(told_on.get_by_text("Understood as: 45–55")).to_be_visible()


def test_a_text_is_read_at_once_and_confirmed_there(
    phone: Page, sign_in: SignIn, world: World, address: str, worker: subprocess.Popen[bytes], accessible: Check
) -> None:
    sign_in(phone.context, "reviewer")
    phone.set_extra_http_headers({"Accept-Language": "en"})
    phone.goto(address)
    phone.get_by_text("Paste or dictate it").click()
    phone.get_by_label("Your text").fill(TEXT)
    phone.get_by_role("button", name="Send the text").click()
    expect(phone.get_by_role("heading", name="What was understood")).to_be_visible()
    card = phone.get_by_role("listitem").filter(has_text="Семья без страха").first
    accessible(phone)
    card.get_by_role("button", name="Confirm").click()
    expect(card).to_contain_text("confirmed")
    assert Activity.objects.get(kind="round_table").state == "confirmed"
    accessible(phone)


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_it_is_accessible_on_a_phone(
    phone: Page, sign_in: SignIn, address: str, accessible: Check, language: str
) -> None:
    sign_in(phone.context, "coordinator")
    phone.set_extra_http_headers({"Accept-Language": language})
    phone.goto(address)
    for summary in phone.locator("summary").all():
        summary.click()
    accessible(phone)


def test_it_works_without_a_script(without_script: Page, sign_in: SignIn, world: World, address: str) -> None:
    page = without_script
    sign_in(page.context, "reporter")
    page.set_extra_http_headers({"Accept-Language": "en"})
    page.goto(address)
    page.get_by_label("round table", exact=True).check()
    page.get_by_label("Title or theme").fill("One")
    page.get_by_label("How many people came?").fill("about 50")
    page.locator("#held-photos").set_input_files(
        [{"name": f"{n}.jpg", "mimeType": "image/jpeg", "buffer": jpeg(40 + n, 30)} for n in range(2)]
    )
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_text("Received by the office, number")).to_be_visible()
    expect(page.get_by_text("45–55").first).to_be_visible()
    expect(page.locator(".photos img")).to_have_count(2)
    assert titles() == ["One"]


def test_a_chair_comes_in_by_a_link_and_tells(phone: Page, world: World, accessible: Check) -> None:
    """From the QR code on the wall to "received", at 360 pixels."""
    one = invite(world.school, world.people["coordinator"], Role.REPORTER)
    phone.set_extra_http_headers({"Accept-Language": "en"})
    phone.goto(f"/join/{one.token}/")
    phone.fill("[name=username]", "gulnara")
    phone.fill("[name=password]", "a long password")
    phone.fill("[name=again]", "a long password")
    phone.locator("main form button").click()
    expect(phone.get_by_role("heading", name="Tell what was held")).to_be_visible()
    accessible(phone)
    begun = time.monotonic()
    tell(phone, "One")
    expect(phone.get_by_text("Received by the office: 1")).to_be_visible()
    assert time.monotonic() - begun < 60
    row = Activity.objects.get()
    assert (row.organisation, row.document.submission.received_by.username) == (world.school, "gulnara")

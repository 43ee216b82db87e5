"""Telling from a phone with a line: sessions that end, two people, photos, a text read at once, no script."""

import re
import subprocess
from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import Browser, Page, expect

from svod.register.models import Activity, Document, Photo, Role
from svod.register.pictures import redraw
from svod.register.services import photos
from svod.register.services.invite import invite
from tests.browser.conftest import SignIn
from tests.browser.telephone import tell, titles
from tests.register.test_photos import MAKER, PLACE, jpeg
from tests.world import TEXT, World

Check = Callable[[Page], None]


@pytest.fixture(scope="session")
def browser(whole_browser: Browser) -> Browser:
    return whole_browser


@pytest.fixture
def address(world: World) -> str:
    return f"/c/{world.campaign.slug}/tell/"


LEFT = """() => new Promise((done) => indexedDB.open("svod-tell").onsuccess = (opened) => {
    const store = opened.target.result.transaction("tellings").objectStore("tellings");
    store.count().onsuccess = (counted) => done(counted.target.result);
})"""


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


def test_who_names_somebody_is_warned_and_loses_nothing(told_on: Page, accessible: Check) -> None:
    """With a line before it is sent; without one it goes as it is, and the office finds the same."""
    page = told_on
    title, send = page.get_by_label("Title or theme"), page.get_by_role("button", name="Send", exact=True)
    page.get_by_label("round table", exact=True).check()
    title.fill("Беседа с Динарой Ахметовой")
    send.click()
    warning = page.get_by_role("alert")
    expect(warning).to_contain_text("Динарой Ахметовой")
    expect(warning).to_be_focused()
    expect(title).to_have_value("Беседа с Динарой Ахметовой")
    accessible(page)
    page.get_by_role("button", name="Send it all the same").click()
    expect(page.get_by_text("Received by the office: 1")).to_be_visible()
    expect(warning).to_have_count(0)
    page.context.set_offline(True)
    page.get_by_label("round table", exact=True).check()
    title.fill("Урок Динары Ахметовой")
    send.click()
    expect(page.get_by_text("On this phone, not sent: 1")).to_be_visible()
    page.context.set_offline(False)
    expect(page.get_by_text("Received by the office: 2")).to_be_visible()
    assert titles() == ["Беседа с Динарой Ахметовой", "Урок Динары Ахметовой"]
    assert all(one.found for one in Document.objects.all())


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
    tell(phone, "One")
    expect(phone.get_by_text("Received by the office: 1")).to_be_visible()
    row = Activity.objects.get()
    assert (row.organisation, row.document.submission.received_by.username) == (world.school, "gulnara")

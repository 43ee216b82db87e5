"""Telling without a line, with a browser that is killed, over a line that breaks."""

import contextlib
import os
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.db.models import Count
from playwright.sync_api import Browser, BrowserType, Page, expect

from svod.register.models import Photo, Submission
from tests.browser.conftest import LONG
from tests.browser.line import Line, line_to
from tests.browser.telephone import Telephone, open_once, tell, titles
from tests.register.test_photos import jpeg
from tests.world import TEXT, World

Check = Callable[[Page], None]
CUTS = int(os.environ.get("SVOD_CUTS", "6"))  # `make crash` asks for 50


@pytest.fixture(scope="session")
def browser(whole_browser: Browser) -> Browser:
    return whole_browser


@pytest.fixture
def line(live_server: Any) -> Iterator[Line]:
    with line_to(urlsplit(live_server.url).port) as line:
        yield line


@pytest.fixture
def telephone(
    browser_type: BrowserType, whole_launch_args: dict[str, Any], tmp_path: Path, line: Line
) -> Iterator[Telephone]:
    one = Telephone(browser_type, tmp_path / "phone", whole_launch_args, line.url)
    yield one
    with contextlib.suppress(Exception):
        one.context.close()


@pytest.fixture
def address(world: World) -> str:
    return f"/c/{world.campaign.slug}/tell/"


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


def test_its_service_worker_sends_what_the_page_cannot(telephone: Telephone, world: World, address: str) -> None:
    """By Background Sync; the page notices, and opens what is read in a text."""
    page = telephone.open()
    telephone.sign_in(world, "reporter")
    open_once(page, address)
    page.route("**/tell/state/", lambda route: route.abort())  # of the page; the worker's are its own
    tell(page, "One")
    expect(page.get_by_text("Received by the office: 1")).to_be_visible()
    expect(page.locator("#told-list").get_by_role("link")).to_have_count(1)
    page.get_by_text("Paste or dictate it").click()
    page.get_by_label("Your text").fill(TEXT)
    page.get_by_role("button", name="Send the text").click()
    expect(page.get_by_text("The text is being read.")).to_be_visible()
    assert (titles(), Submission.objects.count()) == (["One"], 2)


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

"""A passage is edited, an activity changes, the warning is seen and renewed; a version is frozen, signed, checked."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from svod.register.models import Activity, Edition, Report, State
from svod.register.services.confirm import confirm, drafts_of
from svod.register.services.start_report import start_report
from tests.browser.conftest import SignIn
from tests.world import World

Check = Callable[[Page], None]
KEY = "region-KZ-39"


@pytest.fixture
def report(world: World) -> Report:
    """Of the school's report, all of it confirmed."""
    confirm(drafts_of(world.submission()), world.people["reviewer"])
    settings = {"language": "ru", "length": "full", "style": "official"}
    return start_report(world.campaign, world.kostanay, world.people["coordinator"], **settings)


@pytest.mark.parametrize("screen", ["page", "phone"])
def test_from_own_words_to_a_checked_version(
    request: pytest.FixtureRequest,
    live_server: Any,
    world: World,
    report: Report,
    worker: subprocess.Popen[bytes],
    sign_in: SignIn,
    accessible: Check,
    tmp_path: Path,
    screen: str,
) -> None:
    page: Page = request.getfixturevalue(screen)
    page.set_extra_http_headers({"Accept-Language": "en"})
    sign_in(page.context, "coordinator")
    here = f"{live_server.url}/c/{world.campaign.slug}/reports/{report.pk}/"
    edit_the_passage(page, here, accessible)
    change_the_activity(page, live_server.url, world)
    see_the_warning_and_renew(page, here, accessible)
    freeze_and_sign(page, accessible)
    check_it_as_anybody(page, live_server.url, accessible, tmp_path)


def edit_the_passage(page: Page, here: str, accessible: Check) -> None:
    """In place; the words bound to the register stay bound."""
    page.goto(here)
    accessible(page)
    passage = page.locator(f"#{KEY}")
    passage.get_by_role("link", name="Write in own words").click()
    text = passage.get_by_label("Text", exact=True)
    expect(text).to_be_focused()
    accessible(page)
    kept = text.input_value()
    assert "[45 #" in kept
    text.fill(f"Самое тёплое событие области. {kept}")
    passage.get_by_role("button", name="Save").click()
    expect(passage.get_by_text("In the words of coordinator")).to_be_visible()
    expect(passage.get_by_text("Самое тёплое событие области.")).to_be_visible()
    expect(page.locator("#outline").get_by_text("own words")).to_be_visible()


def change_the_activity(page: Page, address: str, world: World) -> None:
    """The number of people, on the page where activities are reviewed."""
    activity = Activity.objects.get(participants_least=45)
    page.goto(f"{address}/c/{world.campaign.slug}/review/a{activity.pk}/edit/")
    page.get_by_label("Participants, at least").fill("46")
    page.get_by_label("Participants, at most").fill("46")
    page.get_by_label("Where a number is from").fill("Уточнено по телефону.")
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        page.get_by_role("button", name="Save", exact=True).click()
    activity.refresh_from_db()
    assert (activity.participants_least, activity.state) == (46, State.CONFIRMED)


def see_the_warning_and_renew(page: Page, here: str, accessible: Check) -> None:
    page.goto(here)
    passage, outline = page.locator(f"#{KEY}"), page.locator("#outline")
    expect(passage.get_by_text("No longer true: was “45”, is “46”.")).to_be_visible()
    expect(outline.get_by_text("1 fact is no longer true.")).to_be_visible()
    accessible(page)
    page.get_by_role("button", name="Freeze a version").click()
    expect(page.get_by_text("no longer true in your words: 45")).to_be_visible()
    passage.get_by_role("button", name="Renew").click()
    expect(passage.get_by_text("No longer true")).to_have_count(0)
    expect(outline.get_by_text("no longer true")).to_have_count(0)
    expect(passage.get_by_role("link", name="46")).to_be_visible()


def freeze_and_sign(page: Page, accessible: Check) -> None:
    page.get_by_role("button", name="Freeze a version").click()
    expect(page.get_by_role("link", name="report.pdf")).to_be_visible()
    accessible(page)
    page.get_by_role("link", name="Sign version 1").click()
    expect(page.get_by_text("The register still says the same as this version.")).to_be_visible()
    accessible(page)
    page.get_by_role("button", name="Sign", exact=True).click()
    expect(page.get_by_text("Signed by coordinator")).to_be_visible()


def check_it_as_anybody(page: Page, address: str, accessible: Check, tmp_path: Path) -> None:
    """Signed out, by the address on the last page; with the file that was taken away, and with another."""
    with page.expect_download() as taken:
        page.get_by_role("link", name="report.pdf").click()
    path = tmp_path / "report.pdf"
    taken.value.save_as(path)
    page.context.clear_cookies()
    edition = Edition.objects.get()
    page.goto(edition.address)
    assert edition.address.startswith(address)
    expect(page.get_by_text("It is the version that holds.")).to_be_visible()
    accessible(page)
    compare(page, path)
    expect(page.get_by_text("Yes: report.pdf is report.pdf of this version")).to_be_visible()
    other = tmp_path / "other.pdf"
    other.write_bytes(path.read_bytes() + b" ")
    compare(page, other)
    expect(page.get_by_text("No: other.pdf is none of the files")).to_be_visible()
    accessible(page)


def compare(page: Page, path: Path) -> None:
    page.get_by_label("File").set_input_files(path)
    page.get_by_role("button", name="Compare").click()


def test_without_a_script(without_script: Page, live_server: Any, report: Report, sign_in: SignIn) -> None:
    """A passage is written, and a version frozen, by plain forms."""
    page = without_script
    page.set_extra_http_headers({"Accept-Language": "en"})
    sign_in(page.context, "coordinator")
    here = f"{live_server.url}/c/{report.campaign.slug}/reports/{report.pk}/"
    page.goto(here)
    page.locator(f"#{KEY}").get_by_role("link", name="Write in own words").click()
    page.get_by_label("Text", exact=True).fill("Своими словами.")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(f"#{KEY}").get_by_text("Своими словами.")).to_be_visible()
    page.get_by_role("button", name="Freeze a version").click()
    expect(page.get_by_text("0 of 5 files made")).to_be_visible()
    expect(page.get_by_role("link", name="Refresh")).to_be_visible()

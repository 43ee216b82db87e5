"""The pages around the review keep to the rules of accessibility, wide and narrow, in each language."""

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from svod.register.models import Activity, Submission
from svod.register.services.confirm import confirm, drafts_of
from svod.register.services.resemble import resemble
from svod.register.services.sign import sign
from tests.browser.conftest import SignIn
from tests.world import TEXT, World


@pytest.fixture
def addresses(world: World) -> list[str]:
    """Of a campaign in which everything has happened: something signed, something left, two that look alike."""
    done = world.submission(world.school)
    left = world.submission(world.rudny)
    resemble(world.campaign)
    confirm(drafts_of(done), world.people["reviewer"])
    sign(world.campaign, world.school, world.people["coordinator"])
    table = Activity.objects.get(kind="round_table", organisation=world.rudny)
    start = f"/c/{world.campaign.slug}/"
    pages = [f"{start}review/a{table.pk}/{verb}/" for verb in ("edit", "split", "merge")]
    pages += [f"{start}submissions/{one.pk}/" for one in (done, left)]
    return [*pages, f"{start}submissions/{left.pk}/keys/", f"{start}history/", f"{start}signing/"]


@pytest.mark.parametrize(("language", "scheme"), [("ru", "light"), ("kk", "dark")])
def test_wide(
    page: Page,
    live_server: object,
    sign_in: SignIn,
    accessible: Callable[[Page], None],
    addresses: list[str],
    language: str,
    scheme: Literal["light", "dark"],
) -> None:
    sign_in(page.context, "coordinator")
    page.set_extra_http_headers({"Accept-Language": language})
    page.emulate_media(color_scheme=scheme)
    for address in addresses:
        page.goto(f"{live_server}{address}")
        accessible(page)


def test_narrow(phone: Page, sign_in: SignIn, accessible: Callable[[Page], None], addresses: list[str]) -> None:
    sign_in(phone.context, "coordinator")
    for address in addresses:
        phone.goto(address)
        accessible(phone)


def test_two_that_look_alike_are_merged_by_keyboard(
    page: Page, live_server: object, sign_in: SignIn, world: World
) -> None:
    world.submission(world.school)
    submission: Submission = world.submission(world.rudny)
    resemble(world.campaign)
    sign_in(page.context, "reviewer")
    page.goto(f"{live_server}/c/{world.campaign.slug}/submissions/{submission.pk}/?order=text")
    page.keyboard.press("m")
    choice = page.locator('input[name="other"]').first
    choice.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.locator(".draft-card .state.merged")).to_have_count(1)
    assert Activity.objects.filter(same_as__isnull=False).count() == 1


@pytest.mark.parametrize("width", [360, 1200])
def test_the_reasons_opened(
    page: Page, live_server: object, world: World, sign_in: SignIn, accessible: Callable[[Page], None], width: int
) -> None:
    submission = world.submission(world.school)
    world.submission(world.rudny, text=TEXT.replace("28 ноября", "29 ноября"))
    resemble(world.campaign)
    sign_in(page.context, "reviewer")
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{live_server}/c/{world.campaign.slug}/submissions/{submission.pk}/")
    page.locator(".likely summary").first.click()
    expect(page.locator(".likely .waterfall").first).to_be_visible()
    page.evaluate("scrollTo(0, 0)")  # further down, the bar at the edge covers what is scrolled under it
    accessible(page)

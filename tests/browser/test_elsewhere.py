"""A report for the wrong organisation: moved by keyboard on 360 pixels, withdrawn without a script."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from svod.register.models import Submission
from tests.browser.conftest import SignIn
from tests.world import World


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def reach(page: Page, selector: str) -> None:
    """Go on with the Tab key until it has the focus."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.locator(selector).first.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError(f"{selector} is not reached by keyboard")


def test_it_works(
    phone: Page, live_server: object, sign_in: SignIn, world: World, accessible: Callable[[Page], None]
) -> None:
    submission = world.submission()
    page = phone
    sign_in(page.context, "reviewer")
    page.goto(f"{live_server}/c/{submission.campaign.slug}/submissions/{submission.pk}/")
    reach(page, "#move")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Передать другой организации")
    assert fits(page)
    accessible(page)
    reach(page, "#id_organisation")
    page.locator("#id_organisation").select_option(str(world.rudny.pk))
    reach(page, "main form button")
    page.keyboard.press("Enter")
    expect(page.locator(".message").first).to_contain_text("Рудненская городская организация")
    assert Submission.objects.get(pk=submission.pk).organisation == world.rudny
    reach(page, "#withdraw")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Отозвать отчёт")
    assert fits(page)
    accessible(page)


def test_it_works_without_a_script(without_script: Page, live_server: object, sign_in: SignIn, world: World) -> None:
    submission, page = world.submission(), without_script
    sign_in(page.context, "reviewer")
    page.goto(f"{live_server}/c/{submission.campaign.slug}/submissions/{submission.pk}/")
    page.locator("#withdraw").click()
    page.locator("#id_why").fill("чужой файл")
    page.locator("main form button").click()
    expect(page.locator(".message.warning")).to_contain_text("чужой файл")
    assert Submission.objects.get(pk=submission.pk).state == "withdrawn"

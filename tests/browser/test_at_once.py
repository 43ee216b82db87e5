"""What is joined, and what is linked, by one press: on a phone in Kazakh, with or without a script."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Browser, Page, expect

from svod.register.models import Activity, PlannedActivity, State
from svod.register.services.draft_plan import plan_of, put
from tests.browser.conftest import PHONE, SignIn
from tests.register import made
from tests.register.test_join_copies import sure, telling
from tests.world import World


def test_certain_copies_are_joined_and_parted_again(
    browser: Browser, live_server: Any, world: World, sign_in: SignIn, accessible: Callable[[Page], None]
) -> None:
    head = telling(world, world.school, State.CONFIRMED)
    pairs = [sure(head, telling(world, place)) for place in (world.rudny, world.kostanay)]
    page = browser.new_page(viewport=PHONE, locale="kk")
    sign_in(page.context, "reviewer")
    report = pairs[0].other.document.submission_id
    page.goto(f"{live_server.url}/c/{world.campaign.slug}/submissions/{report}/")
    page.locator("a[href*='/resemblances/certain/']").click()
    expect(page.locator("[name=pair]")).to_have_count(1)
    page.goto(page.url.partition("?")[0])
    accessible(page)
    page.locator("[name=pair]").first.uncheck()
    page.locator("main form button").first.click()
    expect(page.locator("[name=pair]")).to_have_count(1)
    assert Activity.objects.filter(same_as=head).count() == 1
    accessible(page)
    page.locator("form[action*='/undo/'] button").click()
    expect(page.locator("[name=pair]")).to_have_count(2)
    assert not Activity.objects.filter(same_as=head).exists()
    page.context.close()


def test_what_is_planned_is_linked_without_a_script(browser: Browser, live_server: Any, world: World) -> None:
    reporter = world.people["reporter"]
    plan = plan_of(world.campaign, world.school, reporter)
    put(plan, [{"kind": "seminar", "first_day": made.day(1), "last_day": made.day(1)}], reporter)
    told = made.activity(world, made.document(world), first_day=made.day(1), last_day=made.day(1))
    context = browser.new_context(viewport=PHONE, locale="kk", java_script_enabled=False)
    page = context.new_page()
    page.goto(live_server.url)
    page.fill("[name=login]", "reporter")
    page.fill("[name=password]", "a long password")
    page.locator("main form button").first.click()
    page.goto(f"{live_server.url}/c/{world.campaign.slug}/plan/{world.school.pk}/")
    page.locator("form[action$='/send/'] button").click()
    page.goto(f"{live_server.url}/c/{world.campaign.slug}/plans/unlinked/")
    page.locator("form[action$='/link/'] button").click()
    page.wait_for_url("**/plans/unlinked/")
    assert page.locator("form[action$='/link/']").count() == 0
    assert PlannedActivity.objects.get().held == told
    page.goto(f"{live_server.url}/people/")  # where one may not go, the way back is there all the same
    assert page.locator("header nav a[href$='/plans/']").count() == 1
    context.close()

"""A plan on a phone where no script runs: drafted, sent up, taken back, and met by what a report tells."""

from playwright.sync_api import Page, expect

from svod.register.models import PlannedActivity
from svod.register.services.draft_plan import plan_of
from tests.browser.conftest import PHONE, SignIn
from tests.web.test_plan import at
from tests.world import World


def test_it_works_on_a_phone_without_a_script(without_script: Page, sign_in: SignIn, world: World) -> None:
    page, school = without_script, world.school
    page.set_viewport_size(PHONE)
    page.set_extra_http_headers({"Accept-Language": "ru"})
    sign_in(page.context, "coordinator")
    page.goto(at(world, "plan_activity", school.pk))
    page.get_by_label("Что это?").select_option("round_table")
    page.get_by_label("День", exact=False).first.fill("2025-11-28")
    page.get_by_role("button", name="Сохранить", exact=True).click()
    page.get_by_role("button", name="Отправить план на утверждение").click()
    page.get_by_role("button", name="Забрать обратно").click()
    expect(page.get_by_text("План снова у вас")).to_be_visible()

    world.submission()  # tells of a round table on that day
    page.reload()
    this_is_it = page.get_by_role("button", name="Это оно")
    box = this_is_it.bounding_box()
    assert box is not None
    assert box["x"] + box["width"] <= PHONE["width"]  # nothing is to be scrolled for
    this_is_it.click()
    expect(page.get_by_role("link", name="проведено", exact=True)).to_be_visible()
    assert PlannedActivity.objects.get(plan=plan_of(world.campaign, school, world.people["coordinator"])).held

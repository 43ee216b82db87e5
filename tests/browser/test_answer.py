"""A survey answered on a small telephone without a script, as the code on the wall opens it."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from svod.register.models import Answer
from svod.register.services.close_survey import close
from tests.browser.conftest import LONG, PHONE
from tests.register.test_surveys import opened
from tests.world import World


@pytest.fixture
def plain_phone(browser: Browser, live_server: Any) -> Iterator[Page]:
    """360 pixels wide, no script, in Kazakh."""
    options = {"viewport": PHONE, "java_script_enabled": False, "locale": "kk", "base_url": live_server.url}
    context = browser.new_context(**options)  # type: ignore[arg-type]
    context.set_default_timeout(LONG)
    yield context.new_page()
    context.close()


def test_it_is_answered_without_a_script_at_360_pixels(
    plain_phone: Page, phone: Page, world: World, accessible: Callable[[Page], None]
) -> None:
    """`phone` sees the same pages with a script: the rules of accessibility are one."""
    survey = opened(world)
    form, thanks = f"/s/{survey.token}/kk/?group=teachers", f"/s/{survey.token}/kk/thanks/"
    plain_phone.goto(f"/s/{survey.token}/?group=teachers")
    expect(plain_phone).to_have_url(form)
    assert plain_phone.title() == "Іс-шаралар күнтізбесі"  # what a tab and a history show
    plain_phone.get_by_label("Иә").first.check()
    plain_phone.get_by_label("111, отбасы").check()
    plain_phone.locator("main button").click()
    expect(plain_phone).to_have_url(thanks)
    kept = Answer.objects.get()
    assert (kept.group, kept.chosen) == ("teachers", {"knows_help": ["yes"], "numbers": ["111"]})
    assert plain_phone.context.cookies() == []
    for address in (form, thanks):
        phone.goto(address)
        accessible(phone)
    close(survey, None)
    plain_phone.goto(form)
    expect(plain_phone.locator(".contacts a").first).to_have_attribute("href", "tel:111")

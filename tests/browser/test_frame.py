"""The frame that every page stands in."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import SignIn
from tests.world import World


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_it_works(
    page: Page, live_server: object, world: World, sign_in: SignIn, accessible: Callable[[Page], None], language: str
) -> None:
    sign_in(page.context, "reviewer")
    page.set_extra_http_headers({"Accept-Language": language})
    page.goto(f"{live_server}/")
    expect(page.locator("html")).to_have_attribute("lang", language)
    accessible(page)


def test_a_language_is_chosen(page: Page, live_server: object, world: World, sign_in: SignIn) -> None:
    sign_in(page.context, "reviewer")
    page.goto(f"{live_server}/")
    page.locator("#language").select_option("kk")
    expect(page.locator("html")).to_have_attribute("lang", "kk")


def test_it_fits_a_phone(phone: Page, world: World, sign_in: SignIn, accessible: Callable[[Page], None]) -> None:
    sign_in(phone.context, "reviewer")
    phone.goto("/")
    accessible(phone)


def test_the_policy_lets_no_foreign_script_run(page: Page, live_server: object, world: World, sign_in: SignIn) -> None:
    sign_in(page.context, "reviewer")
    answer = page.goto(f"{live_server}/")
    assert answer is not None
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy

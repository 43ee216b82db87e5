"""Every page a person can open, in one language or another: WCAG 2.2 AA holds, nothing scrolls sideways."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Error, Page, Response

from tests.browser.conftest import SignIn
from tests.web.test_permissions_table import PEOPLE, addresses, filled, table
from tests.world import World

WHO = PEOPLE.index("administrator")
NO_PAGE = (
    "download",
    "/export",
    "/file/",
    "/files/<",
    "template",
    "jsi18n",
    "uploads",
    "progress",
    "/login/",
    ".ics",
)  # files and fragments


def pages() -> list[str]:
    """Those the table lets an administrator open, but for files, fragments and what redirects."""
    opened = (address for (address, how), answers in table().items() if how == "GET" and answers[WHO] == "yes")
    return sorted(address for address in opened if address in addresses() and not any(no in address for no in NO_PAGE))


def opened(page: Page, address: str) -> Response | None:
    """The answer; None for a file, which a browser saves."""
    try:
        return page.goto(address)
    except Error as error:
        if "Download is starting" in error.message:
            return None
        raise


LANGUAGES = ("ru", "kk", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_accessible(
    page: Page, live_server: Any, world: World, sign_in: SignIn, accessible: Callable[[Page], None], language: str
) -> None:
    world.submission()
    sign_in(page.context, "administrator")
    page.set_extra_http_headers({"Accept-Language": language})
    faults, seen = [], 0
    for address in pages()[LANGUAGES.index(language) :: len(LANGUAGES)]:  # a page's elements are the same in each
        answer = opened(page, live_server.url + filled(address, world))
        if answer is None or "text/html" not in answer.headers.get("content-type", ""):
            continue
        if not page.locator("main").count():
            continue  # a part of a page
        seen += 1
        try:
            accessible(page)
        except AssertionError as fault:
            faults.append(str(fault))
    assert seen >= 20
    assert not faults, "\n\n".join(faults)


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_the_head_of_a_page_fits_a_phone_without_a_script(
    without_script: Page, sign_in: SignIn, world: World, language: str
) -> None:
    sign_in(without_script.context, "administrator")
    without_script.set_viewport_size({"width": 360, "height": 700})
    without_script.set_extra_http_headers({"Accept-Language": language})
    without_script.goto("/account/")
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert without_script.evaluate(wide) <= 0

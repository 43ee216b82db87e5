"""The public page in a browser: light, alone, readable by everybody, left at once."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from svod.register.models import Publication
from tests.web.test_public import PAGES, at, shown  # noqa: F401 # a fixture
from tests.world import World

LIGHT = 150 * 1024  # bytes of a first visit

pytestmark = pytest.mark.usefixtures("shown")


def neutral(page: Page, left: list[str]) -> None:
    """The encyclopedia that the way out leads to is not asked in a test."""

    def answer(route: Route) -> None:
        left.append(route.request.url)
        route.fulfill(body="<title>Wikipedia</title>", content_type="text/html")

    page.route("**://*.wikipedia.org/**", answer)


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_every_page_is_accessible(
    phone: Page, live_server: Any, world: World, accessible: Callable[[Page], None], language: str
) -> None:
    explained = [("explained", one.code) for one in world.campaign.pack.pages]
    for name, *more in (*((name,) for name in PAGES), *explained, ("region", "KZ-39")):
        phone.goto(live_server.url + at(world, name, *more, language=language))
        accessible(phone)


def test_the_first_visit_is_light_and_asks_nobody_else(page: Page, live_server: Any, world: World) -> None:
    sizes: dict[str, int] = {}
    page.on("response", lambda answer: sizes.__setitem__(answer.url, len(answer.body())))
    page.goto(live_server.url + at(world, "home", language="ru"))
    page.wait_for_load_state("networkidle")
    assert all(address.startswith(live_server.url) for address in sizes), sizes
    assert sum(sizes.values()) <= LIGHT, sizes
    assert page.context.cookies() == []
    assert page.title() == "Календарь мероприятий"  # what a tab and a history show


def test_the_way_out_leaves_no_way_back(page: Page, live_server: Any, world: World) -> None:
    left: list[str] = []
    neutral(page, left)
    page.goto("about:blank")
    page.goto(live_server.url + at(world, "home", language="ru"))
    page.goto(live_server.url + at(world, "help", language="ru"))
    page.locator("[data-exit]").click()
    expect(page).to_have_title("Wikipedia")
    assert left == ["https://ru.wikipedia.org/"]
    page.go_back()
    assert "/help/" not in page.url


def test_shift_three_times_is_the_way_out(page: Page, live_server: Any, world: World) -> None:
    left: list[str] = []
    neutral(page, left)
    page.goto(live_server.url + at(world, "help", language="kk"))
    page.keyboard.press("Shift")
    page.keyboard.press("a")  # writing a capital is no wish to leave
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    assert left == []
    page.keyboard.press("Shift")
    expect(page).to_have_title("Wikipedia")
    assert left == ["https://kk.wikipedia.org/"]


def test_the_screen_is_covered_before_the_other_page_comes(page: Page, live_server: Any, world: World) -> None:
    """On a line so slow that it never does: what is on the screen is told by the page itself, as it changes."""
    seen: list[str] = []
    page.expose_function("told", lambda text: seen.append(text))
    page.add_init_script(
        "addEventListener('DOMContentLoaded', () => new MutationObserver(() => told("
        "document.body.textContent.trim() + '|' + [...document.body.children].map(one => one.id))"
        ").observe(document.body, {childList: true}))"
    )
    page.route("**://*.wikipedia.org/**", lambda route: None)
    page.goto(live_server.url + at(world, "help", language="ru"))
    page.locator("[data-exit]").click(no_wait_after=True)
    for _ in range(100):
        if seen:
            break
        page.wait_for_timeout(50)
    assert seen[-1] == "|cover"


def test_it_works_without_a_script(without_script: Page, live_server: Any, world: World) -> None:
    left: list[str] = []
    neutral(without_script, left)
    without_script.goto(live_server.url + at(world, "home", language="ru"))
    without_script.locator(".figures a").first.click()
    expect(without_script.locator("main")).to_contain_text("Слово лечит")
    without_script.locator("[data-exit]").click()
    expect(without_script).to_have_title("Wikipedia")
    assert left == ["https://ru.wikipedia.org/"]


def test_it_is_gone_at_once(page: Page, live_server: Any, world: World) -> None:
    Publication.objects.update(taken_down_at="2025-12-20T10:00Z", taken_down_by=world.people["chief"])
    answer = page.goto(live_server.url + at(world, "home", language="ru"))
    assert answer is not None
    assert answer.status == 410


def test_where_the_phone_is_stays_on_the_phone(phone: Page, live_server: Any, world: World) -> None:
    """It is asked when somebody presses, and the nearest town is found without any request."""
    phone.context.grant_permissions(["geolocation"], origin=live_server.url)
    phone.context.set_geolocation({"latitude": 52.9, "longitude": 63.2})  # type: ignore[arg-type]
    phone.goto(live_server.url + at(world, "near", language="en"))
    phone.wait_for_load_state("networkidle")
    status = phone.locator("#near [role=status]")
    expect(status).to_be_empty()
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    phone.get_by_role("button", name="Find the nearest town").click()
    expect(status).to_have_text("Nearest: Rudny, Kostanay Region.")
    expect(phone.locator("[data-region=KZ-39]")).to_be_focused()
    expect(phone.get_by_label("Region", exact=True)).to_have_value("KZ-39")
    edge = "document.querySelector('.exit').getBoundingClientRect().bottom"
    phone.wait_for_function(f"document.getElementById('in-KZ-39').getBoundingClientRect().top >= {edge}")
    assert asked == []

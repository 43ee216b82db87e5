"""The dashboard, the tables and the organisations in a browser: by keyboard, on a phone, without JavaScript."""

from collections.abc import Callable
from typing import Any, Literal

import pytest
from playwright.sync_api import Page, expect

from svod.register.models import Activity, ActivityTable, Material, PieceRequest, State
from svod.register.services.hand_out import ask_pieces, give_out
from svod.register.services.supply import add_issue, add_material
from tests.browser.conftest import SignIn
from tests.register import filled, made
from tests.world import World

Check = Callable[[Page], None]


@pytest.fixture
def full(world: World) -> World:
    of, rudny = made.document(world), made.document(world, world.rudny)
    for number in range(60):
        made.activity(world, of, title=f"Занятие {number:02}", participants_least=10)
    row = made.activity(world, rudny, title="Берег", kind="training", state=State.CONFIRMED, audience=("parents",))
    made.activity(world, of, title="Берег", kind="training", same_as=row, question="Сколько было родителей?")
    made.total(world, of, value_least=8, value_most=8)
    handed_in(world)
    given_out(world)
    return world


def given_out(world: World) -> None:
    """A brochure that is asked for and given out, more than was there."""
    columns = {"kind": "brochure", "title": "Мифы домашнего насилия", "about": "Для родителей"}
    material = add_material(world.campaign, world.kostanay, columns, world.people["coordinator"])
    issue = add_issue(material, "ru", world.people["coordinator"], link="https://example.org/myths")
    ask_pieces(issue, world.rudny, 500, "для школ", world.people["reporter"])
    give_out(issue, world.school, 20, made.day(3), "с прошлого года", world.people["reporter"])


def handed_in(world: World) -> None:
    """A table with a row of each kind: one changed, one new, one refused."""

    def fill(sheet: Any) -> None:
        filled.row(sheet, 2, place="двор", participants="около 50")
        filled.row(sheet, 100, kind="семинар", title="Тихий дом")
        filled.row(sheet, 101, kind="семинар", participants="много")
        sheet.delete_rows(3)

    filled.received(world, filled.changed(filled.taken_away(world), fill))


OWN = [  # those of tables and materials, which have no look of their own: once is enough
    "/c/{slug}/tables/",
    "/c/{slug}/tables/{table}/",
    "/c/{slug}/materials/",
    "/c/{slug}/materials/{material}/",
    "/c/{slug}/requests/",
    "/c/{slug}/requests/{asked}/",
    "/c/{slug}/hand-outs/",
    "/c/{slug}/hand-outs/note/",
]
PAGES = [
    "/c/{slug}/dashboard/?view=all",
    "/c/{slug}/activities/",
    "/c/{slug}/activities/?kind=training&copies=all&sort=title",
    "/c/{slug}/totals/",
    "/c/{slug}/organisations/",
    "/c/{slug}/organisations/{school}/",
    "/c/{slug}/activities/{activity}/",
]


def address(place: str, world: World) -> str:
    row = Activity.objects.get(question="Сколько было родителей?")
    known = {"table": ActivityTable, "material": Material, "asked": PieceRequest}
    keys = {name: model._base_manager.get().pk for name, model in known.items()}
    return place.format(slug=world.campaign.slug, school=world.school.pk, activity=row.pk, **keys)


@pytest.mark.parametrize(("language", "scheme"), [("ru", "light"), ("kk", "dark")])
def test_every_page_is_accessible(
    page: Page,
    live_server: object,
    full: World,
    sign_in: SignIn,
    accessible: Check,
    language: str,
    scheme: Literal["light", "dark"],
) -> None:
    sign_in(page.context, "reviewer")
    page.set_extra_http_headers({"Accept-Language": language})
    page.emulate_media(color_scheme=scheme)
    for place in PAGES:
        page.goto(f"{live_server}{address(place, full)}")
        accessible(page)


def test_every_page_fits_a_phone(phone: Page, full: World, sign_in: SignIn, accessible: Check) -> None:
    sign_in(phone.context, "reviewer")
    for place in (*PAGES, *OWN):
        phone.goto(address(place, full))
        accessible(phone)


def test_a_number_leads_to_its_sentence(page: Page, live_server: object, full: World, sign_in: SignIn) -> None:
    sign_in(page.context, "reviewer")
    page.goto(f"{live_server}/")
    page.locator("a[data-follows=activities]").first.click()
    expect(page.locator("table.rows tbody tr")).to_have_count(1)
    page.get_by_role("link", name="Берег").click()
    expect(page.locator("blockquote mark").first).to_have_text("Проведён семинар")


def test_search_shows_what_is_found_while_one_types(
    page: Page, live_server: object, full: World, sign_in: SignIn
) -> None:
    sign_in(page.context, "reviewer")
    page.goto(f"{live_server}/c/{full.campaign.slug}/activities/")
    page.locator("#by-q").press_sequentially("берега")
    expect(page.locator("table.rows tbody tr")).to_have_count(1)
    expect(page.locator("#by-q")).to_be_focused()
    assert "q=" in page.url


def test_it_works_without_javascript(without_script: Page, full: World, sign_in: SignIn) -> None:
    page = without_script
    sign_in(page.context, "reviewer")
    page.goto(f"/c/{full.campaign.slug}/activities/")
    page.locator("#by-q").fill("занятия")
    page.locator(".filters button").click()
    expect(page.locator("[data-counts=rows]")).to_have_text("60")
    page.locator("a[rel=next]").click()
    expect(page.locator("table.rows tbody tr")).to_have_count(10)

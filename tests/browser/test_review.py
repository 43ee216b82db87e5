"""A reviewer works through a submission by keyboard alone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from svod.register.models import Activity, State, Submission
from tests.browser.conftest import SignIn
from tests.world import World

HELD = "{day} ноября 2025 года в школе № {n} состоялся круглый стол «Голос {n}», участвовали {many} учащихся.\n"
MANY = "".join(HELD.format(day=1 + n % 28, n=n, many=20 + n) for n in range(1, 41))


@pytest.fixture
def submission(world: World) -> Submission:
    return world.submission()


def opened(page: Page, live_server: object, sign_in: SignIn, submission: Submission) -> Page:
    sign_in(page.context, "reviewer")
    page.goto(f"{live_server}/c/{submission.campaign.slug}/submissions/{submission.pk}/")
    return page


def states() -> list[str]:
    return list(Activity.objects.order_by("start").values_list("state", flat=True))


def test_it_works(
    page: Page, live_server: object, sign_in: SignIn, submission: Submission, accessible: Callable[[Page], None]
) -> None:
    opened(page, live_server, sign_in, submission)
    accessible(page)
    told = page.locator("#told")
    first = page.locator(".draft-card.current")
    name = first.get_attribute("id")
    page.keyboard.press("c")
    expect(page.locator(f"#{name}")).to_have_attribute("data-state", "confirmed")
    expect(told).to_contain_text("2")
    expect(page.locator(".draft-card.current")).not_to_have_id(name)
    expect(page.locator(f'mark[data-card="{name}"]').first).to_have_class("confirmed")
    page.keyboard.press("x")
    expect(page.locator('.draft-card[data-state="rejected"]')).to_have_count(1)
    page.keyboard.press("u")
    expect(page.locator('.draft-card[data-state="rejected"]')).to_have_count(0)
    page.keyboard.press("e")
    expect(page.locator(".editing select").first).to_be_focused()
    accessible(page)
    page.keyboard.press("Escape")
    expect(page.locator(".editing")).to_have_count(0)
    page.keyboard.press("?")
    expect(page.locator("#help")).to_be_visible()
    accessible(page)
    page.keyboard.press("Escape")
    expect(page.locator("#help")).to_be_hidden()


def test_keys_of_a_russian_keyboard(page: Page, live_server: object, sign_in: SignIn, submission: Submission) -> None:
    opened(page, live_server, sign_in, submission)
    first = page.locator(".draft-card.current").get_attribute("id")
    page.evaluate(
        "document.activeElement.dispatchEvent("
        "new KeyboardEvent('keydown', {key: 'о', code: 'KeyJ', bubbles: true, cancelable: true}))"
    )
    expect(page.locator(".draft-card.current")).not_to_have_id(str(first))


def test_single_keys_can_be_switched_off(
    page: Page, live_server: object, sign_in: SignIn, submission: Submission
) -> None:
    opened(page, live_server, sign_in, submission)
    page.keyboard.press("?")
    page.locator("#keys-on").uncheck()
    page.keyboard.press("Escape")
    expect(page.locator("#help")).to_be_hidden()
    first = page.locator(".draft-card.current").get_attribute("id")
    page.keyboard.press("j")
    expect(page.locator(".draft-card.current")).to_have_id(str(first))
    page.keyboard.press("?")
    expect(page.locator("#help")).to_be_visible()


def test_keys_stay_letters_in_fields(page: Page, live_server: object, sign_in: SignIn, submission: Submission) -> None:
    opened(page, live_server, sign_in, submission)
    page.keyboard.press("e")
    place = page.locator('.editing [name="f-place"]')
    place.fill("")
    place.press("x")
    place.press("c")
    expect(place).to_have_value("xc")
    place.press("Enter")  # saves and confirms, as the first button says
    expect(page.locator(".editing")).to_have_count(0)
    assert Activity.objects.filter(place="xc", state=State.CONFIRMED).count() <= 1


def test_a_refused_number_asks_for_its_reason(
    page: Page, live_server: object, sign_in: SignIn, submission: Submission
) -> None:
    Activity.objects.filter(kind="round_table").update(participants_least=54, participants_most=54)
    opened(page, live_server, sign_in, submission)
    key = Activity.objects.get(kind="round_table").pk
    page.locator(f"#a{key}").focus()
    page.keyboard.press("c")
    reason = page.locator(f"#a{key}-why")
    expect(reason).to_be_focused()
    reason.fill("по журналу")
    reason.press("Enter")
    expect(page.locator(f"#a{key}")).to_have_attribute("data-state", "confirmed")


def test_words_marked_with_the_mouse_become_an_activity(
    page: Page, live_server: object, sign_in: SignIn, submission: Submission
) -> None:
    opened(page, live_server, sign_in, submission)
    page.evaluate("""() => {
      const words = [...document.querySelectorAll("[data-start]")].at(-1);
      const range = document.createRange();
      range.selectNodeContents(words);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
    }""")
    page.keyboard.press("n")
    page.locator('[name="n-kind"]').select_option("meeting")
    page.locator("#add-form button").click()
    page.wait_for_load_state()
    made = Activity.objects.get(kind="meeting")
    assert made.quote == "Всего охвачено свыше 300 человек."
    expect(page.locator(f"#a{made.pk}")).to_be_visible()


def test_many_keys_at_once_lose_nothing(page: Page, live_server: object, world: World, sign_in: SignIn) -> None:
    """Five confirmed and two taken back, faster than the server answers: in that order."""
    opened(page, live_server, sign_in, world.submission(text=MANY))
    for key in "cccccuu":
        page.keyboard.press(key)
    expect(page.locator('.draft-card[data-state="confirmed"]')).to_have_count(3)
    page.wait_for_load_state("networkidle")
    assert Activity.objects.filter(state=State.CONFIRMED).count() == 3


@pytest.mark.parametrize("edge", ["start", "end"])
def test_a_button_at_the_edge_is_pressed_at_once(
    page: Page, live_server: object, world: World, sign_in: SignIn, edge: str
) -> None:
    """Its card is chosen, but does not move under the hand: what is released elsewhere is not pressed."""
    opened(page, live_server, sign_in, world.submission(text=MANY))
    button = page.locator(".draft-card form.confirm button").nth(20)
    button.evaluate("(button, edge) => button.scrollIntoView({block: edge, behavior: 'instant'})", edge)
    box = button.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.locator('.draft-card[data-state="confirmed"]')).to_have_count(1)


def test_who_was_signed_out_is_asked_to_sign_in(
    page: Page, live_server: object, sign_in: SignIn, submission: Submission
) -> None:
    opened(page, live_server, sign_in, submission)
    page.context.clear_cookies(name="sessionid")
    page.keyboard.press("c")
    page.wait_for_url("**/account/login/**")


def test_without_a_script(without_script: Page, live_server: object, sign_in: SignIn, submission: Submission) -> None:
    page = opened(without_script, live_server, sign_in, submission)
    page.locator(".draft-card form.confirm button").first.click()
    expect(page.locator('.draft-card[data-state="confirmed"]')).to_have_count(1)
    assert "#a" in page.url or "#t" in page.url
    page.locator(".draft-card a.to-text").first.click()
    assert "#m-" in page.url


def test_it_fits_a_phone(
    phone: Page, live_server: object, sign_in: SignIn, submission: Submission, accessible: Callable[[Page], None]
) -> None:
    opened(phone, live_server, sign_in, submission)
    accessible(phone)
    phone.locator(".panes a").last.click()
    expect(phone.locator("#text")).to_be_in_viewport()

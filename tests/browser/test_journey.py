"""What the application is for, from end to end: the bundled folder becomes numbers that lead back to a sentence."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

import svod
from svod.register.models import Activity, Resemblance, State, Submission
from tests.browser.conftest import SignIn
from tests.world import World

Check = Callable[[Page], None]
SAMPLES = Path(svod.__file__).parents[1] / "samples" / "reports"
# Two regions of the bundled folder: what is told twice, in two languages, in six formats. All of it takes minutes here.
FOLDERS = ("Костанайская область", "Акмолинская область")
LONG = 180_000  # ms; two cores may be shared by many


def files() -> list[Path]:
    return sorted(path for name in FOLDERS for path in (SAMPLES / name).rglob("*") if path.is_file())


@pytest.mark.parametrize("screen", ["page", "phone"])
def test_from_the_folder_to_the_sentence(
    request: pytest.FixtureRequest,
    live_server: Any,
    world: World,
    worker: subprocess.Popen[bytes],
    sign_in: SignIn,
    accessible: Check,
    screen: str,
) -> None:
    page: Page = request.getfixturevalue(screen)
    page.set_default_timeout(LONG)
    page.set_extra_http_headers({"Accept-Language": "en"})
    sign_in(page.context, "coordinator")
    campaign = f"{live_server.url}/c/{world.campaign.slug}"
    hand_in(page, campaign)
    check_one_by_keyboard(page, campaign, accessible)
    merge_a_duplicate(page, campaign)
    follow_a_number(page, campaign, accessible)


def hand_in(page: Page, campaign: str) -> None:
    """Progress is seen, all is read, and the broken file stays visible with its reason."""
    page.goto(f"{campaign}/inbox/")
    page.locator("#files").set_input_files(files())
    expect(page.get_by_text(f"Received: {len(files())}")).to_be_visible(timeout=LONG)
    expect(page.locator("progress").first).to_be_attached()
    expect(page.get_by_text(f"All {len(files())} files are read.")).to_be_visible(timeout=LONG)
    expect(page.get_by_text("The file is damaged")).to_be_visible()
    assert Submission.objects.exclude(state__in=("read", "unreadable")).count() == 0


def check_one_by_keyboard(page: Page, campaign: str, accessible: Check) -> None:
    """Every draft of a submission is decided without touching the mouse."""
    submission = Submission.objects.get(name__contains="Дополнение")
    page.goto(f"{campaign}/submissions/{submission.pk}/")
    accessible(page)
    left = Activity.objects.filter(document__submission=submission, state=State.DRAFT, same_as=None).count()
    assert left
    for _ in range(left):
        page.locator(".draft-card.current").focus()
        page.keyboard.press("c")
        left -= 1
        expect(page.locator('.draft-card[data-state="draft"]:not([id^="t"])')).to_have_count(left)
    assert not Activity.objects.filter(document__submission=submission, state=State.DRAFT, same_as=None).exists()


def merge_a_duplicate(page: Page, campaign: str) -> None:
    """What the linker proposes is shown beside the card, with why; one press makes the two count once."""
    open_pairs = Resemblance.objects.filter(decision="open", one__same_as=None, other__same_as=None)
    pair = open_pairs.order_by("-score").first()
    assert pair is not None
    page.goto(f"{campaign}/submissions/{pair.one.document.submission_id}/#a{pair.one_id}")
    likely = page.locator(f"#a{pair.one_id} .likely").first
    likely.locator("summary").click()
    expect(likely.get_by_role("rowheader").first).to_be_visible()
    likely.get_by_role("button", name="The same").click()
    expect(page.get_by_text("they count as one").first).to_be_visible()
    pair.refresh_from_db()
    assert pair.decision == Resemblance.Decision.SAME
    assert (pair.one.same_as or pair.one) == (pair.other.same_as or pair.other)


def follow_a_number(page: Page, campaign: str, accessible: Check) -> None:
    """The dashboard's number opens the rows it counts, a row its evidences, an evidence the sentence in its text."""
    page.goto(f"{campaign}/dashboard/?view=all")
    accessible(page)
    page.locator(".figure a").first.click()
    expect(page.locator("table")).to_be_visible()
    page.locator("tbody th a, tbody td a").first.click()
    expect(page.locator("blockquote mark").first).to_be_visible()
    words = page.locator("blockquote mark").first.inner_text()
    page.locator(".tellings a").first.click()
    page.wait_for_url(re.compile(r"/submissions/\d+/"))
    expect(page.locator("mark").filter(has_text=words.split()[0]).first).to_be_visible()


def test_without_a_script(without_script: Page, world: World, sign_in: SignIn) -> None:
    """Handing a text in, confirming a draft and reading the numbers need no JavaScript."""
    page = without_script
    page.set_extra_http_headers({"Accept-Language": "en"})
    sign_in(page.context, "coordinator")
    submission = world.submission()
    page.goto(f"/c/{world.campaign.slug}/submissions/{submission.pk}/")
    page.get_by_role("button", name="Confirm", exact=True).first.click()
    expect(page.get_by_text("1 of 3 checked")).to_be_visible()
    page.goto(f"/c/{world.campaign.slug}/dashboard/")
    page.locator(".figure a").first.click()
    expect(page.locator("tbody tr")).to_have_count(1)

"""Files of several regions dropped at once: what is proposed is looked at and handed in, also by keyboard and phone."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from svod.register.models import Submission
from tests.browser.conftest import SignIn
from tests.world import TEXT, World

Check = Callable[[Page], None]
LONG = 120_000  # ms; two cores may be shared by many


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A region's, a town's, and one that says nothing."""
    place = tmp_path / "почта"
    for name in ("Костанай/отчёт.txt", "Область Абай/есеп.txt", "скан.txt", "Костанай/СШ №7.txt"):
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{TEXT}\n{name}", encoding="utf-8")
    (place / "Костанай" / "большой.txt").write_text(TEXT * 2000, encoding="utf-8")  # goes in pieces
    return place


def test_what_is_proposed_is_handed_in(
    page: Page,
    live_server: Any,
    world: World,
    sign_in: SignIn,
    folder: Path,
    worker: subprocess.Popen[bytes],
    accessible: Check,
) -> None:
    sign_in(page.context, "chief")
    page.set_extra_http_headers({"Accept-Language": "ru"})
    page.goto(f"{live_server.url}/c/{world.campaign.slug}/inbox/")
    page.locator("#folder").set_input_files(folder)
    expect(page.get_by_text("Ждут вашего слова, чьи они: 5")).to_be_visible(timeout=LONG)
    accessible(page)
    page.get_by_role("link", name="Посмотреть, что предложено").click()
    expect(page.get_by_role("table", name="Предложено: проверьте (4)")).to_be_visible(timeout=LONG)
    accessible(page)
    open_ = page.get_by_role("row").filter(has_text="скан.txt")
    expect(open_).to_contain_text("организация нигде не названа")
    school = page.get_by_role("row").filter(has_text="СШ №7.txt")
    expect(school).to_contain_text("папка «Костанай»")
    expect(school.get_by_role("combobox")).to_have_value(str(world.school.pk))
    school.get_by_role("combobox").focus()
    page.keyboard.press("Tab")  # to "no report", and back to the choice: nothing is done on the way
    page.keyboard.press("Shift+Tab")
    page.get_by_role("button", name="Сдать те, где указана организация").first.press("Enter")
    expect(page.get_by_text("Приняты 4 файла.")).to_be_visible(timeout=LONG)
    expect(page.get_by_role("row").filter(has_text="скан.txt")).to_be_visible()
    assert dict(Submission.objects.values_list("name", "organisation")) == {
        "почта/Костанай/отчёт.txt": world.kostanay.pk,
        "почта/Костанай/большой.txt": world.kostanay.pk,
        "почта/Костанай/СШ №7.txt": world.school.pk,
        "почта/Область Абай/есеп.txt": world.abai.pk,
    }


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_it_fits_a_phone_without_script(
    without_script: Page, world: World, sign_in: SignIn, folder: Path, accessible: Check, language: str
) -> None:
    page = without_script
    page.set_viewport_size({"width": 360, "height": 740})
    sign_in(page.context, "chief")
    page.set_extra_http_headers({"Accept-Language": language})
    page.goto(f"/c/{world.campaign.slug}/inbox/")
    page.locator("#files").set_input_files([folder / "скан.txt", folder / "Костанай" / "СШ №7.txt"])
    page.locator("#hand-in button[data-without-script]").click()
    page.goto(f"/c/{world.campaign.slug}/inbox/whose/?now")
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) <= 0
    expect(page.locator("main select")).to_have_count(2)
    page.locator("main select").first.select_option(str(world.abai.pk))
    page.locator("form.whose .actions button").last.click()
    expect(page.locator("main select")).to_have_count(1)
    assert Submission.objects.get().organisation == world.abai

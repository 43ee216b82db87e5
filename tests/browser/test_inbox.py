"""The inbox in a browser: folders and large files, a line that breaks, progress, the phone, no script."""

import json
import re
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from svod.register.models import Submission, Upload
from svod.register.services.read import read
from svod.register.services.submit import submit
from tests.browser.conftest import SignIn
from tests.world import TEXT, World

Check = Callable[[Page], None]
LONG = 120_000  # ms; two cores may be shared by many


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Thirty reports in two folders, what folders hold beside them, and a broken one."""
    place = tmp_path / "отчёты"
    for number in range(30):
        path = place / ("Рудный" if number % 2 else "Костанай") / f"{number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{TEXT}\nОтчёт № {number}.", encoding="utf-8")
    (place / "Рудный" / "битый.docx").write_bytes(b"PK\3\4")
    (place / "Рудный" / ".DS_Store").write_bytes(b"x")
    (place / "~$1.docx").write_bytes(b"x")
    return place


@pytest.fixture
def inbox(page: Page, live_server: Any, world: World, sign_in: SignIn) -> Page:
    sign_in(page.context, "coordinator")
    page.set_extra_http_headers({"Accept-Language": "en"})
    page.goto(f"{live_server.url}/c/{world.campaign.slug}/inbox/")
    return page


def test_a_folder_is_handed_in_and_read(
    inbox: Page, folder: Path, worker: subprocess.Popen[bytes], accessible: Check
) -> None:
    inbox.locator("#folder").set_input_files(folder)
    expect(inbox.get_by_text("Received: 31")).to_be_visible(timeout=LONG)
    expect(inbox.get_by_text("Passed over, no reports: 2")).to_be_visible()
    expect(inbox.get_by_text("All 31 files are read.")).to_be_visible(timeout=LONG)
    expect(inbox.get_by_text("The file is damaged")).to_be_visible(timeout=LONG)
    expect(inbox.get_by_role("row").filter(has_text="отчёты/Рудный/7.txt")).to_contain_text("read")
    accessible(inbox)
    assert Submission.objects.filter(state="read").count() == 30


def test_dropped_files_are_handed_in(inbox: Page) -> None:
    files = json.dumps({"один.txt": "one", "два.txt": "two"})
    inbox.evaluate(
        """(files) => {
            const carried = new DataTransfer();
            for (const [name, text] of Object.entries(JSON.parse(files))) carried.items.add(new File([text], name));
            for (const kind of ["dragover", "drop"]) {
                const event = new DragEvent(kind, { dataTransfer: carried, bubbles: true, cancelable: true });
                document.getElementById("drop").dispatchEvent(event);
            }
        }""",
        files,
    )
    expect(inbox.get_by_text("Received: 2")).to_be_visible(timeout=LONG)
    expect(inbox.get_by_role("link", name="один.txt", exact=True)).to_be_visible(timeout=LONG)


def test_the_same_file_is_recognised(inbox: Page, folder: Path) -> None:
    for said in ("Received: 1", "Handed in before: 1"):
        inbox.locator("#files").set_input_files(folder / "Рудный" / "1.txt")
        expect(inbox.get_by_text(said)).to_be_visible(timeout=LONG)
    expect(inbox.get_by_role("link", name="handed in before")).to_have_attribute(
        "href", re.compile(r"/submissions/\d+/$")
    )
    assert Submission.objects.count() == 1


def test_a_large_file_goes_on_after_the_line_broke_and_the_page_was_opened_again(
    inbox: Page, tmp_path: Path, world: World
) -> None:
    path = tmp_path / "большой.txt"
    path.write_bytes(b"0123456789abcdef" * 64 * 1024 * 3)  # three pieces
    offsets: list[str] = []
    broken = True

    def let_one_through(route: Route) -> None:
        offset = route.request.headers.get("upload-offset", "")
        if broken and offset not in ("", "0"):
            route.abort("connectionreset")
        else:
            offsets.append(offset)
            route.continue_()

    inbox.route("**/inbox/uploads/**", let_one_through)
    inbox.locator("#files").set_input_files(path)
    expect(inbox.get_by_text("The connection is lost.")).to_be_visible(timeout=LONG)
    assert Upload.objects.get().arrived == 1024 * 1024
    inbox.once("dialog", lambda dialog: dialog.accept())
    inbox.reload()
    expect(inbox.get_by_text("1.0 MB of 3.0 MB")).to_be_visible()
    broken = False
    inbox.locator("#files").set_input_files(path)
    expect(inbox.get_by_text("Received: 1")).to_be_visible(timeout=LONG)
    assert offsets.count("0") == 1  # what had arrived was not sent twice
    with Submission.objects.get().file.open() as kept:
        assert kept.read() == path.read_bytes()


def test_a_request_whose_answer_got_lost_is_no_repetition(inbox: Page, folder: Path) -> None:
    lost: list[str] = []

    def lose_the_first_answer(route: Route) -> None:
        if lost:
            route.continue_()
        else:
            lost.append(route.request.url)
            route.fetch()
            route.abort("connectionreset")

    inbox.route("**/inbox/files/", lose_the_first_answer)
    inbox.locator("#files").set_input_files(folder / "Рудный" / "1.txt")
    expect(inbox.get_by_text("Received: 1")).to_be_visible(timeout=LONG)
    expect(inbox.get_by_text("Handed in before:")).to_be_hidden()


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_it_fits_a_phone(phone: Page, world: World, sign_in: SignIn, accessible: Check, language: str) -> None:
    world.submission()
    broken = submit(BytesIO(b"PK\3\4"), "Сводный отчёт/Целиноградский район.docx", world.campaign, world.school, None)
    read(broken)
    sign_in(phone.context, "reporter")
    phone.set_extra_http_headers({"Accept-Language": language})
    for address in ("", f"{broken.pk}/"):
        phone.goto(f"/c/{world.campaign.slug}/inbox/{address}")
        accessible(phone)


def test_it_works_without_script(without_script: Page, world: World, sign_in: SignIn, folder: Path) -> None:
    page = without_script
    sign_in(page.context, "reporter")
    page.set_extra_http_headers({"Accept-Language": "en"})
    page.goto(f"/c/{world.campaign.slug}/inbox/")
    page.locator("#files").set_input_files([folder / "Рудный" / "1.txt", folder / "Рудный" / "3.txt"])
    page.get_by_role("button", name="Hand in", exact=True).click()
    expect(page.get_by_text("2 files are received.")).to_be_visible()
    expect(page.get_by_text("0 of 2 read")).to_be_visible()
    expect(page.get_by_role("link", name="Refresh")).to_be_visible()
    page.get_by_text("Paste a text instead").click()
    page.get_by_label("Text of the report").fill(TEXT)
    page.get_by_role("button", name="Hand in the text").click()
    expect(page.get_by_text("The text is received.")).to_be_visible()


def test_a_way_on_is_found(page: Page, live_server: Any, world: World, sign_in: SignIn, accessible: Check) -> None:
    read(submit(BytesIO(b"PK\3\4"), "битый.docx", world.campaign, world.school, None))
    sign_in(page.context, "reporter")
    page.set_extra_http_headers({"Accept-Language": "en"})
    page.goto(f"{live_server.url}/c/{world.campaign.slug}/inbox/?state=stuck")
    page.get_by_role("link", name="Find a way on").click()
    accessible(page)
    page.get_by_label("Text of the report").fill(TEXT)
    page.get_by_role("button", name="Hand in the text").click()
    expect(page.get_by_text("Replaced by “битый.txt”")).to_be_visible()

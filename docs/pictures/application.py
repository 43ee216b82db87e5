"""Draws the application anew, from the demonstration that `svod serve --demo` makes: the README's pictures, and the
guide's in each of its languages.

Run: `make pictures`. Needs chromium.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from svod.reading.samples import CAMPAIGN, YEAR

HERE = Path(__file__).parent
GUIDE = HERE.parent / "guide" / "pictures"
WIDE, PHONE = {"width": 1180, "height": 800}, {"width": 360, "height": 700}
PART = {"width": 980, "height": 640}  # what the guide's column shows without being made much smaller
COLOURS = 64  # are enough for a page, and a quarter of the bytes


class Shown(NamedTuple):
    """The demonstration under way."""

    address: str
    password: str


class Picture(NamedTuple):
    """A page of the campaign as somebody sees it: `first` is the link to follow, `top` what is scrolled to the top."""

    name: str
    page: str
    person: str = "administrator"
    language: str = "ru"
    window: dict[str, int] = WIDE
    first: str = ""
    top: str = ""
    folder: Path = HERE

    @property
    def path(self) -> Path:
        return self.folder / f"{self.name}.png"


DRAFTS_WAIT = 'tbody tr:has-text("ВКО.rtf") a'
PUBLIC = f"/p/{CAMPAIGN}-{YEAR}-1/"
OF_README = (
    Picture("dashboard", "dashboard/?view=all"),
    Picture("review", "inbox/", first=DRAFTS_WAIT),
    Picture("inbox-phone-kk", "inbox/", "reporter", "kk", PHONE),
    Picture("report-workbench", "reports/", first="main h2 a, main th a"),
    Picture("public", PUBLIC, ""),
)
OF_GUIDE = (
    Picture("tell", "tell/", "reporter", window=PHONE),
    Picture("inbox", "inbox/", window=PART, top="main > h2"),
    Picture("plan", "plans/", "reporter", window=PART, top="main", first="main a[href*='/plan/']"),
    Picture("coverage", "coverage/", window=PART, top="main"),
    Picture("review", "inbox/", window=PART, top="main", first=DRAFTS_WAIT),
    Picture("dashboard", "dashboard/", window=PART, top="main"),
    Picture("signing", "signing/", window=PART, top="main"),
    Picture("report", "reports/", window=PART, top="main", first="main h2 a, main th a"),
    Picture("public", PUBLIC, "", window=PART),
)
PICTURES = (
    *OF_README,
    *(one._replace(language=code, folder=GUIDE / code) for code in ("ru", "kk", "en") for one in OF_GUIDE),
)


@contextmanager
def demonstration() -> Iterator[Shown]:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "svod", "serve", "--demo", "--data", folder, "--port", "0"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
            assert process.stdout is not None
            try:
                yield Shown(told(process.stdout, r"(http://\S+?)/?\s"), told(process.stdout, r"password (\S+)"))
            finally:
                process.terminate()


def told(lines: Iterator[str], pattern: str) -> str:
    """The first match in what the program says from here on."""
    return next(found[1] for line in lines if (found := re.search(pattern, line)))


def signed_in(page: Page, person: str, shown: Shown) -> str:
    """The address of the campaign; without a person, of the application."""
    if not person:
        return shown.address
    page.goto(f"{shown.address}/account/login/")
    page.fill("[name=login]", person)
    page.fill("[name=password]", shown.password)
    page.locator("main form button").first.click()
    page.wait_for_url(re.compile(r"/c/[^/]+/"))
    campaign = re.match(r".*/c/[^/]+/", page.url)
    assert campaign is not None
    return campaign[0]


def draw(page: Page, picture: Picture, start: str, shown: Shown) -> None:
    page.set_viewport_size(picture.window)  # type: ignore[arg-type]
    page.context.add_cookies([{"name": "django_language", "value": picture.language, "url": shown.address}])
    page.goto(f"{shown.address}{picture.page}{picture.language}/" if picture.page[0] == "/" else start + picture.page)
    if picture.first:
        page.locator(picture.first).first.click()
        page.wait_for_load_state()
    if picture.top:
        page.locator(picture.top).first.evaluate("one => one.scrollIntoView()")
    picture.folder.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=picture.path)
    with Image.open(picture.path) as drawn:
        few = drawn.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(picture.path, optimize=True)


def draw_all(browser: Browser, shown: Shown) -> None:
    """Each person signs in once: many in a minute are refused."""
    for person, theirs in groupby(sorted(PICTURES, key=lambda one: one.person), lambda one: one.person):
        page = browser.new_page(locale="ru", reduced_motion="reduce")  # scrolls at once
        start = signed_in(page, person, shown)
        for picture in theirs:
            draw(page, picture, start, shown)
        page.context.close()


def main() -> None:
    with demonstration() as shown, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        draw_all(browser, shown)
        browser.close()


if __name__ == "__main__":
    main()

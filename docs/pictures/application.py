"""Draws the README's pictures of the application anew, from the demonstration that `svod serve --demo` makes.

Run: `make pictures`. Needs chromium.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).parent
WIDE, PHONE = {"width": 1180, "height": 800}, {"width": 360, "height": 700}


class Shown(NamedTuple):
    """The demonstration under way."""

    address: str
    password: str


class Picture(NamedTuple):
    """A page of the campaign as somebody sees it."""

    name: str
    page: str
    person: str = "coordinator"
    language: str = "ru"
    window: dict[str, int] = WIDE


PICTURES = (
    Picture("dashboard", "dashboard/?view=all", "administrator"),
    Picture("review", "submissions/", "administrator"),
    Picture("inbox-phone-kk", "inbox/", "reporter", "kk", PHONE),
    Picture("report-workbench", "reports/", "administrator"),
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


def draw(page: Page, picture: Picture, shown: Shown) -> None:
    page.goto(f"{shown.address}/account/login/")
    page.fill("[name=login]", picture.person)
    page.fill("[name=password]", shown.password)
    page.locator("main form button").first.click()
    page.wait_for_url(re.compile(r"/c/[^/]+/"))
    campaign = re.match(r".*/c/[^/]+/", page.url)
    assert campaign is not None
    page.context.add_cookies([{"name": "django_language", "value": picture.language, "url": shown.address}])
    if picture.page == "submissions/":  # one whose drafts wait
        page.goto(f"{campaign[0]}inbox/")
        page.locator("tbody tr", has_text="ВКО.rtf").get_by_role("link").first.click()
    else:
        page.goto(campaign[0] + picture.page)
    if picture.page == "reports/":  # the first of the list
        page.locator("main h2 a, main th a").first.click()
    page.screenshot(path=HERE / f"{picture.name}.png")


def draw_public(page: Page, shown: Shown) -> None:
    """What everybody sees: the campaign of the demonstration is its first one."""
    page.goto(f"{shown.address}/p/sixteen_days-2025-1/ru/")
    page.screenshot(path=HERE / "public.png")


def main() -> None:
    with demonstration() as shown, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for picture in PICTURES:
            context = browser.new_context(viewport=picture.window, locale=picture.language)  # type: ignore[arg-type]
            draw(context.new_page(), picture, shown)
            context.close()
        draw_public(browser.new_page(viewport=WIDE, locale="ru"), shown)
        browser.close()


if __name__ == "__main__":
    main()

"""A telephone in a browser test: a browser that can be killed, and a person who tells with it."""

import contextlib
import os
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.test import Client
from playwright.sync_api import BrowserContext, BrowserType, Page, expect

from svod.register.models import Activity
from tests.browser.conftest import LONG, PHONE, kept_by_worker
from tests.register.test_photos import jpeg
from tests.world import World


class Telephone:
    """A browser with a folder of its own: what it keeps outlives it."""

    def __init__(self, kind: BrowserType, folder: Path, options: dict[str, Any], url: str) -> None:
        self._kind, self._folder, self._options, self.url = kind, folder, options, url
        self.context: BrowserContext

    def open(self) -> Page:
        self.context = self._kind.launch_persistent_context(
            self._folder, viewport=PHONE, base_url=self.url, locale="en", **self._options
        )
        self.context.set_default_timeout(LONG)
        return self.context.pages[0]

    def kill(self) -> None:
        """As a phone without power: no process of it has time for anything."""
        listed = subprocess.run(["ps", "-A", "-o", "pid=,args="], capture_output=True, text=True, check=True)
        for row in listed.stdout.splitlines():
            if f"--user-data-dir={self._folder}" in row:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(int(row.split()[0]), signal.SIGKILL)
        with contextlib.suppress(Exception):
            self.context.close()

    def sign_in(self, world: World, name: str) -> None:
        """Remembered, so that it holds after the browser was closed."""
        client = Client()
        client.force_login(world.people[name], backend=settings.AUTHENTICATION_BACKENDS[0])
        cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
        until = time.time() + 3600
        told = {"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": self.url, "expires": until}
        self.context.add_cookies([told])


def open_once(page: Page, address: str) -> None:
    """With a line, until the page can be opened without one."""
    page.goto(address)
    kept_by_worker(page)


def tell(page: Page, title: str, photos: int = 1) -> None:
    page.get_by_label("round table", exact=True).check()
    page.get_by_label("Title or theme").fill(title)
    page.get_by_label("How many people came?").fill("about 50")
    pictures = [{"name": f"{n}.jpg", "mimeType": "image/jpeg", "buffer": jpeg(1800 + n, 900)} for n in range(photos)]
    if photos:
        page.locator("#held-photos").set_input_files(pictures)
        expect(page.locator("[data-tell=held] [data-chosen] img")).to_have_count(photos)
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_label("Title or theme")).to_have_value("")


def titles() -> list[str]:
    """Those in the register, in the order in which they came."""
    return list(Activity.objects.order_by("document__submission__pk").values_list("title", flat=True))

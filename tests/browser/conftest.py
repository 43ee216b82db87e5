"""A browser, a person signed in, a worker that reads, and the rules of accessibility."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.db import connection, connections
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, BrowserType, Page, Playwright, expect

from svod.register.models import Person
from tests.world import World, make_world

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright's loop runs in this thread; no view of ours is async

LONG = 60_000  # ms that anything may take: two cores are shared by many; what is there sooner is seen sooner
expect.set_options(timeout=LONG)

PHONE = {"width": 360, "height": 740}
QUIET = ["no-sandbox", "disable-gpu", "disable-background-networking", "disable-component-update", "no-first-run"]


WHOLE = ("chromium", "google-chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium")


@pytest.fixture(scope="session")
def playwright(playwright: Playwright) -> Iterator[Playwright]:
    """While its loop runs Django keeps this thread's connections apart from those before and after: nobody else closes
    them, and a database somebody is in cannot be dropped."""
    yield playwright
    connections.close_all()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The system's Chromium: Playwright's own would be a download. Where there is one without windows, that one."""
    program = installed("chromium-headless-shell", *WHOLE)
    return {**browser_type_launch_args, "executable_path": program, "args": [f"--{word}" for word in QUIET]}


@pytest.fixture(scope="session")
def whole_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """For the page of a phone: background sync is in a whole browser alone."""
    return {**browser_type_launch_args, "executable_path": installed(*WHOLE)}


@pytest.fixture(scope="session")
def whole_browser(browser_type: BrowserType, whole_launch_args: dict[str, Any]) -> Iterator[Browser]:
    browser = browser_type.launch(**whole_launch_args)
    yield browser
    browser.close()


def installed(*names: str) -> str:
    return next(found for name in names if (found := shutil.which(name)))


@pytest.fixture
def world(transactional_db: None) -> World:
    """The small federation, committed: the live server and the worker see it."""
    return make_world()


@pytest.fixture(scope="session")
def base_url() -> None:
    """The live server tells its own address; pytest-playwright's fixture of this name warns of pytest 10."""


SignIn = Callable[[BrowserContext, str], Person]


@pytest.fixture
def sign_in(world: World, live_server: Any) -> SignIn:
    """`sign_in(page.context, "reviewer")`: as if they had typed their password."""

    def sign_in(context: BrowserContext, name: str) -> Person:
        person, client = world.people[name], Client()
        client.force_login(person, backend=settings.AUTHENTICATION_BACKENDS[0])
        cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
        context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}])
        return person

    return sign_in


@pytest.fixture
def context(context: BrowserContext) -> BrowserContext:
    """That of `page`, as patient as the others."""
    context.set_default_timeout(LONG)
    return context


@pytest.fixture
def phone(browser: Browser, live_server: Any) -> Iterator[Page]:
    """A page 360 pixels wide."""
    context = browser.new_context(viewport=PHONE, base_url=live_server.url)  # type: ignore[arg-type]
    context.set_default_timeout(LONG)
    yield context.new_page()
    context.close()


@pytest.fixture
def without_script(browser: Browser, live_server: Any) -> Iterator[Page]:
    """A page where no script runs."""
    context = browser.new_context(java_script_enabled=False, base_url=live_server.url)
    context.set_default_timeout(LONG)
    yield context.new_page()
    context.close()


def kept_by_worker(page: Page) -> None:
    """When its service worker has taken the page over: then it opens without a line."""
    page.evaluate(
        """() => new Promise((done, late) => {
            if (navigator.serviceWorker.controller) return done();
            navigator.serviceWorker.addEventListener("controllerchange", () => done());
            setTimeout(() => late("no service worker"), 60000);
        })"""
    )


@pytest.fixture
def worker(world: World, live_server: Any) -> Iterator[subprocess.Popen[bytes]]:
    """A worker of its own process on the test's database, as `svod serve` starts it."""
    environment = {**os.environ, "DATABASE_URL": database_address(), "DJANGO_SETTINGS_MODULE": "svod.settings.test"}
    command = [sys.executable, "-m", "django", "db_worker", "--interval", "0.05", "--no-startup-delay"]
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as process:
        yield process
        end(process)


def end(process: subprocess.Popen[bytes]) -> None:
    """Ask it to, and make it where it does not listen, which is a fault."""
    process.terminate()
    try:
        process.wait(2 * LONG / 1000)
    except subprocess.TimeoutExpired:
        process.kill()
        raise


def database_address() -> str:
    """The test database as DATABASE_URL."""
    chosen = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{Path(chosen['NAME'])}"
    return f"postgres://{chosen['USER']}@/{chosen['NAME']}?host={chosen['OPTIONS']['host']}"


RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],  # what is well is not told of each element
}


@pytest.fixture
def accessible() -> Callable[[Page], None]:
    """`accessible(page)`: no rule of WCAG 2.2 AA is broken, and nothing makes the page scroll sideways."""

    def check(page: Page) -> None:
        found = Axe().run(page, options=RULES).response["violations"]
        told = [f"{one['id']}: {one['help']} {[node['html'][:200] for node in one['nodes'][:3]]}" for one in found]
        assert not told, f"{page.url}\n" + "\n".join(told)
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(wide) <= 0, f"{page.url} scrolls sideways"

    return check

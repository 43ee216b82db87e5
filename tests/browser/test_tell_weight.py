"""How much the page of a phone weighs: counted on the line, from a real server, at a first visit."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser

from tests.browser.conftest import PHONE, database_address, end, kept_by_worker
from tests.browser.line import line_to
from tests.world import World

MOST = 80 * 1024


@pytest.fixture(scope="session")
def browser(whole_browser: Browser) -> Browser:
    return whole_browser


@pytest.fixture
def served(world: World, tmp_path: Path) -> Iterator[int]:
    """gunicorn as it serves an office, on the test's database; its port."""
    own = {"SVOD_DATA": str(tmp_path), "SVOD_SECRET_KEY": settings.SECRET_KEY, "DATABASE_URL": database_address()}
    environment = {**os.environ, **own, "DJANGO_SETTINGS_MODULE": "svod.settings.local"}
    collect = [sys.executable, "-m", "django", "collectstatic", "--noinput", "-v0"]
    subprocess.run(collect, env=environment, check=True, timeout=120)
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = int(door.getsockname()[1])
        server = [sys.executable, "-m", "gunicorn", "svod.web.wsgi", "--threads", "4", "--no-control-socket"]
        server += ["--log-level", "error", "--bind", f"fd://{door.fileno()}"]
        with subprocess.Popen(server, env=environment, pass_fds=[door.fileno()]) as process:
            yield port
            end(process)


def test_a_first_visit_weighs_little(served: int, world: World, browser: Browser) -> None:
    """Everything there and back: headers, the icon, the manifest, and what the service worker keeps."""
    client = Client()
    client.force_login(world.people["reporter"], backend=settings.AUTHENTICATION_BACKENDS[0])
    with line_to(served) as line:
        context = browser.new_context(viewport=PHONE, base_url=line.url)  # type: ignore[arg-type]
        cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
        context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": line.url}])
        page = context.new_page()
        page.goto(f"/c/{world.campaign.slug}/tell/", timeout=120_000)
        kept_by_worker(page)
        time.sleep(1)  # what comes late, comes
        context.close()
        print(f"{line.carried} bytes")  # noqa: T201
        assert 20_000 < line.carried <= MOST

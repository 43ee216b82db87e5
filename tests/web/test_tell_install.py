"""The page as an app: its manifest, its service worker, its modules, and who the queue is told is signed in."""

import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from PIL import Image

from svod.web.base.statics import Statics
from tests.web.telling import asked, held
from tests.world import World


@pytest.fixture
def address(world: World) -> str:
    return f"/c/{world.campaign.slug}/tell/"


@pytest.fixture
def chair(world: World, client: Client) -> Client:
    client.force_login(world.person("reporter", world.school, "chair"))
    return client


def test_the_queue_asks_who_is_signed_in(chair: Client, world: World, address: str) -> None:
    answer = chair.get(f"{address}state/")
    assert answer.json()["person"] == world.people["chair"].pk
    asking = Client(enforce_csrf_checks=True)
    asking.cookies = chair.cookies
    token = asking.get(f"{address}state/").json()["token"]
    headers = {"Accept": "application/json", "X-CSRFToken": token}
    assert asking.post(address, held(world), headers=headers).status_code == 200
    assert asking.post(address, held(world), headers={"Accept": "application/json"}).status_code == 403


def test_who_is_signed_out_is_told_so(client: Client, world: World, address: str) -> None:
    assert asked(client, address, held(world)).status_code == 401
    assert client.get(f"{address}state/").status_code == 302


def test_it_can_be_installed(chair: Client, address: str) -> None:
    told = chair.get(f"{address}manifest.webmanifest").json()
    assert (told["start_url"], told["scope"], told["display"]) == (address, address, "standalone")
    assert {(icon["sizes"], icon["purpose"]) for icon in told["icons"]} >= {("192x192", "any"), ("512x512", "maskable")}
    for icon in told["icons"]:
        with Image.open(finders.find(icon["src"].removeprefix("/static/"))) as image:
            assert f"{image.width}x{image.height}" == icon["sizes"]


def test_the_worker_keeps_what_the_page_loads(chair: Client, address: str) -> None:
    script = Client().get(f"{address}worker.js")  # browsers ask without cookies
    assert script["Content-Type"].startswith("text/javascript")
    kept = set(json.loads(script.content.decode().split("serve(", 1)[1].rsplit(");", 1)[0])["kept"])
    page = chair.get(address).content.decode()
    loaded = set(re.findall(r'(?:src|href)="(/static/[^"]+\.(?:js|css|svg))"', page))
    assert loaded <= kept
    for name in kept:
        source = Path(finders.find(name.removeprefix("/static/")))
        for module in re.findall(r'from "\./([^"]+)"', source.read_text()):
            assert f"/static/tell/{module}" in kept


def test_modules_import_one_another_under_their_hashed_names(settings: Any, tmp_path: Path) -> None:
    settings.STATIC_ROOT = tmp_path
    storage = Statics(location=tmp_path)
    paths = {}
    for finder in finders.get_finders():
        for path, source in finder.list([]):
            if path.startswith("tell/"):
                with source.open(path) as file:
                    storage.save(path, file)
                paths[path] = (storage, path)
    list(storage.post_process(paths))
    written = (tmp_path / storage.stored_name("tell/page.js")).read_text()
    assert f'from "./{Path(storage.stored_name("tell/draft.js")).name}"' in written
    assert not re.search(r'from "\./[a-z-]+\.js"', written)


def test_the_page_comes_compressed(chair: Client, address: str) -> None:
    answer = chair.get(address, headers={"Accept-Encoding": "gzip"})
    assert answer["Content-Encoding"] == "gzip"
    assert b"data-tell" in gzip.decompress(answer.content)

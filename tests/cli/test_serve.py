"""`svod serve`: a real process, real HTTP; it starts, tends its children, ends, and leaves nobody behind."""

import contextlib
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener, urlopen

import pytest

from tests.telegram.standin import TOKEN, Standin

Start = Callable[..., subprocess.Popen[str]]
PATIENCE = 40  # seconds, on a busy machine


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts `svod serve` on a folder of its own; whatever the test leaves is ended."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("SVOD_", "DJANGO_"))}
    environment.pop("DATABASE_URL", None)
    started = []

    def call(*words: str, **settings: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "svod", "serve", "--data", str(tmp_path / "data"), "--port", "0", *words]
        process = subprocess.Popen(
            command,
            env={**environment, **settings},
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        started.append(process)
        return process

    yield call
    for process in started:
        left = family(process.pid)
        for number in (process.pid, *left):
            with contextlib.suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


def greeting(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    lines = [process.stdout.readline()]
    while lines[-1] and "Ctrl-C" not in lines[-1]:
        lines.append(process.stdout.readline())
    return "".join(lines)


def address(process: subprocess.Popen[str]) -> str:
    """Where it listens: what it says first."""
    said = greeting(process)
    found = re.search(r"http://\S+", said)
    assert found, said
    return found[0]


def answered(url: str) -> int:
    with urlopen(url + "account/login/", timeout=PATIENCE) as answer:  # noqa: S310 # our own server
        return int(answer.status)


def is_ready(url: str) -> bool:
    """Once a reader says that it lives."""
    try:
        with urlopen(url + "ready/", timeout=PATIENCE) as answer:  # noqa: S310 # our own server
            return bool(json.load(answer)["ready"])
    except HTTPError:
        return False


def family(parent: int) -> list[int]:
    """The processes that it started, and those that they started."""
    listed = subprocess.run(["ps", "-A", "-o", "pid=,ppid=,stat="], capture_output=True, text=True, check=True)
    rows = [line.split() for line in listed.stdout.splitlines()]
    children = [int(pid) for pid, above, state in rows if int(above) == parent and not state.startswith("Z")]
    return children + [one for child in children for one in family(child)]


def alive(numbers: list[int]) -> list[int]:
    listed = subprocess.run(["ps", "-A", "-o", "pid=,stat="], capture_output=True, text=True, check=True)
    rows = dict(line.split() for line in listed.stdout.splitlines())
    return [number for number in numbers if not rows.get(str(number), "Z").startswith("Z")]


def soon(what: Callable[[], object]) -> bool:
    until = time.monotonic() + PATIENCE
    while not what() and time.monotonic() < until:
        time.sleep(0.1)
    return bool(what())


@pytest.mark.usefixtures("empty_register")
def test_it_works_and_ends_without_a_trace(start: Start) -> None:
    """Also the Telegram bot, which is one of its children where a token is set."""
    standin = Standin()
    process = start(SVOD_TELEGRAM_TOKEN=TOKEN, SVOD_TELEGRAM_API=standin.url, NO_PROXY="*", SVOD_METRICS="local")
    url = address(process)
    assert answered(url) == 200
    assert soon(lambda: is_ready(url))
    with urlopen(url + "metrics", timeout=PATIENCE) as answer:  # noqa: S310 # our own server
        assert b'view="account_login"} 1.0' in answer.read()  # of whichever of its processes answered
    assert soon(lambda: len(family(process.pid)) >= 5)  # the server, its two workers, a reader, the bot
    assert soon(lambda: standin.polls)
    children = family(process.pid)
    process.send_signal(signal.SIGINT)
    assert process.wait(PATIENCE) == 0
    assert alive(children) == []
    standin.close()


def test_a_first_start_lets_its_administrator_in_and_somebody_may_try_to(start: Start) -> None:
    """What counts attempts has its table in a new database."""
    link = re.search(r"(http://[^/]+/)welcome/\S+", greeting(start()))
    assert link is not None
    with urlopen(link[0], timeout=PATIENCE) as answer:  # noqa: S310 # our own server
        assert answer.status == 200
    url = link[1] + "account/login/"
    browser = build_opener(HTTPCookieProcessor())
    with browser.open(url, timeout=PATIENCE) as page:
        token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', page.read().decode())
    assert token is not None
    typed = urlencode({"login": "nobody", "password": "nothing", "csrfmiddlewaretoken": token[1]})
    with browser.open(Request(url, typed.encode(), {"Referer": url}), timeout=PATIENCE) as answer:  # noqa: S310
        assert answer.status == 200


@pytest.mark.usefixtures("empty_register")
def test_whoever_kills_it_kills_its_children(start: Start) -> None:
    process = start()
    answered(address(process))
    children = family(process.pid)
    process.kill()
    process.wait()
    address(start())  # the next one waits for them
    assert alive(children) == []


@pytest.mark.usefixtures("empty_register")
def test_a_child_that_died_is_started_again(start: Start) -> None:
    process = start()
    url = address(process)
    answered(url)
    before = family(process.pid)
    for number in before:
        with contextlib.suppress(ProcessLookupError):
            os.kill(number, signal.SIGKILL)
    assert answered(url) == 200  # who calls meanwhile waits: the door stays open
    assert soon(lambda: len(family(process.pid)) >= 4)
    assert not set(before) & set(family(process.pid))


def test_a_port_that_is_taken_is_said(start: Start) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        process = start("--port", str(port))
        output, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 1
    assert output == f"Port {port} is taken by another program. Choose another one: svod serve --port {port + 1}\n"


def test_a_folder_that_cannot_be_written_is_said(start: Start, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    process = start("--data", str(tmp_path / "file" / "data"))
    output, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 1
    assert output == f"The data folder {tmp_path / 'file' / 'data'} cannot be written: Not a directory.\n"


@pytest.mark.usefixtures("empty_register")
def test_one_folder_is_served_once(start: Start, tmp_path: Path) -> None:
    address(start())
    second = start()
    output, _ = second.communicate(timeout=PATIENCE)
    assert second.returncode == 1
    assert output == f"Another svod serve is running on the data folder {tmp_path / 'data'}.\n"


def test_the_demonstration_is_made_once(start: Start, tmp_path: Path) -> None:
    """A newcomer's register: the second time it is there at once, with the same password."""
    folder = str(tmp_path / "demo")
    process = start("--demo", "--data", folder)
    first = greeting(process)
    assert "Making the demonstration" in first
    password = re.search(r"password (\S+) as one of", first)
    assert password is not None
    assert re.search(r"sign in as administrator +who works at: ", first)
    assert {"administrator", "coordinator", "reviewer", "reporter", "reader"} <= set(first.split())
    assert signs_in(_found(first), "reader", password[1])
    assert not signs_in(_found(first), "reader", "not this one")
    process.send_signal(signal.SIGINT)
    assert process.wait(PATIENCE) == 0
    second = greeting(start("--demo", "--data", folder))
    assert password[0] in second
    assert "Making the demonstration" not in second


@pytest.mark.usefixtures("empty_register")
def test_the_demonstration_never_takes_the_place_of_a_register(start: Start) -> None:
    process = start()
    address(process)
    process.send_signal(signal.SIGINT)
    process.wait(PATIENCE)
    second = start("--demo")
    output, _ = second.communicate(timeout=PATIENCE)
    assert second.returncode == 1
    assert "holds a register already" in output


def signs_in(url: str, name: str, password: str) -> bool:
    """Whether that opens the person's own page."""
    browser = build_opener(HTTPCookieProcessor())
    with browser.open(f"{url}account/login/", timeout=PATIENCE) as page:
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.read().decode())
    assert token is not None
    told = urlencode({"csrfmiddlewaretoken": token[1], "login": name, "password": password}).encode()
    browser.open(Request(f"{url}account/login/", told), timeout=PATIENCE).close()  # noqa: S310 # our own server
    with browser.open(f"{url}account/", timeout=PATIENCE) as page:
        return bool(page.url == f"{url}account/")


def _found(said: str) -> str:
    found = re.search(r"http://\S+", said)
    assert found, said
    return found[0]

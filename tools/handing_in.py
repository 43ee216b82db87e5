"""What hands files in over HTTP to a `svod serve` of its own: for tools/crash-inbox and bench/inbox.py."""

import contextlib
import json
import os
import re
import secrets
import socket
import subprocess
import sys
import threading
import time
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from queue import Empty, Queue
from urllib.parse import urlencode

NAME, PASSWORD = "handing-in", secrets.token_urlsafe(12)
PIECE = 64 * 1024  # a larger file is sent in pieces of this size


class Service:
    """`svod serve`, its process and those it started."""

    def __init__(self, data: str, *words: str, environment: dict[str, str] | None = None) -> None:
        """An environment of its own may lead to other code, which the folder one is in would come before."""
        self.data, self.words, self.port, self.environment = data, words, free_port(), environment
        self.process: subprocess.Popen | None = None

    def start(self) -> None:
        """Returns when it says that it is open."""
        words = [sys.executable, "-m", "svod", "serve", "--port", str(self.port), "--data", self.data, *self.words]
        said = Path(self.data, f"said-{time.monotonic_ns()}")
        with Path(self.data, "serve.log").open("ab") as log, said.open("wb") as out:
            place = self.data if self.environment else None
            self.process = subprocess.Popen(words, env=self.environment, cwd=place, stdout=out, stderr=log)
        while "Ctrl-C" not in said.read_text(encoding="utf-8"):
            if self.process.poll() is not None:
                raise SystemExit(Path(self.data, "serve.log").read_text(encoding="utf-8")[-2000:])
            time.sleep(0.05)

    def family(self) -> list[tuple[int, str]]:
        """Every process below it: number and command."""
        rows = [line.split(None, 3) for line in ps().splitlines()]
        below, found = {self.process.pid}, []
        for _depth in range(4):
            for pid, parent, state, command in rows:
                if int(parent) in below and int(pid) not in below and not state.startswith("Z"):
                    below.add(int(pid))
                    found.append((int(pid), command))
        return found

    def end(self) -> int:
        """Kill the parent alone; how many of the others are alive ten seconds later."""
        numbers = {pid for pid, _command in self.family()}
        self.process.kill()
        self.process.wait()
        until = time.monotonic() + 10
        while (left := numbers & alive()) and time.monotonic() < until:
            time.sleep(0.1)
        return len(left)


class Client:
    """Hands in as the page's script does: asks again until there is an answer, and believes nothing but an answer."""

    def __init__(self, port: int, slug: str, organisation: int) -> None:
        self.port, self.inbox, self.organisation = port, f"/c/{slug}/inbox/", str(organisation)
        self.cookies: dict[str, str] = {}
        self.repeated = 0

    def sign_in(self) -> None:
        page = self.ask("GET", "/account/login/")[1].decode()
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]
        self.form("/account/login/", {"login": NAME, "password": PASSWORD, "csrfmiddlewaretoken": token})
        if "sessionid" not in self.cookies:
            raise SystemExit("crash-inbox could not sign in")

    def hand_in(self, files: list[tuple[str, bytes]]) -> dict[str, str]:
        """Name -> state, for small files together."""
        boundary = secrets.token_hex(12)
        fields = {"files-organisation": self.organisation, "names": json.dumps([name for name, _ in files])}
        body = b"".join(part(boundary, f'name="{name}"', value.encode()) for name, value in fields.items())
        for name, data in files:
            body += part(boundary, f'name="files"; filename="{name}"', data)
        body += f"--{boundary}--\r\n".encode()
        kind = f"multipart/form-data; boundary={boundary}"
        _status, told, tries = self.ask("POST", f"{self.inbox}files/", body, {"Content-Type": kind})
        return {name: state(one, tries) for (name, _), one in zip(files, json.loads(told)["outcomes"], strict=True)}

    def hand_in_pieces(self, name: str, data: bytes) -> str:
        fields = {"files-organisation": self.organisation, "name": name, "size": len(data), "modified": 1}
        begun = json.loads(self.form(f"{self.inbox}uploads/", fields)[1])
        arrived, told, tries = begun["arrived"], {}, 1
        while "state" not in told:
            headers = {"Upload-Offset": str(arrived), "Content-Type": "application/octet-stream"}
            _status, body, tries = self.ask("POST", begun["address"], data[arrived : arrived + PIECE], headers)
            told = json.loads(body)
            arrived = told.get("arrived", arrived)
        return state(told, tries)

    def form(self, address: str, fields: dict) -> tuple[int, bytes, int]:
        kind = "application/x-www-form-urlencoded"
        return self.ask("POST", address, urlencode(fields).encode(), {"Content-Type": kind})

    def ask(self, how: str, address: str, body: bytes = b"", headers: dict | None = None) -> tuple[int, bytes, int]:
        """Status, body, and how often it was asked."""
        sent = {"Accept": "application/json, text/html", "Referer": f"http://127.0.0.1:{self.port}/", **(headers or {})}
        for tries in range(1, 1000):
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
            sent["X-CSRFToken"] = self.cookies.get("csrftoken", "")
            line = HTTPConnection("127.0.0.1", self.port, timeout=20)
            try:
                line.request(how, address, body, sent)
                answer = line.getresponse()
                told = answer.read()
            except (OSError, HTTPException):
                self.repeated += 1
                time.sleep(0.1)
                continue
            finally:
                line.close()
            if answer.status >= 500:
                self.repeated += 1
                time.sleep(0.1)
                continue
            if answer.status >= 400 and answer.status != 409:
                raise SystemExit(f"{how} {address}: {answer.status} {told[:300]!r}")
            for cookie in answer.headers.get_all("Set-Cookie", []):
                name, _, value = cookie.split(";")[0].partition("=")
                self.cookies[name] = value
            return answer.status, told, tries
        raise SystemExit(f"{how} {address}: no answer")


def part(boundary: str, name: str, data: bytes) -> bytes:
    return f"--{boundary}\r\nContent-Disposition: form-data; {name}\r\n\r\n".encode() + data + b"\r\n"


def state(told: dict, tries: int) -> str:
    """Received as well where the answer to the first asking got lost."""
    return "received" if told["state"] == "already" and told["fresh"] and tries > 1 else told["state"]


def upload(client: Client, files: dict[str, bytes], answered: dict[str, str], together: int = 5) -> None:
    """Three requests at once; `answered` holds what the server said of each file."""
    jobs: Queue = Queue()
    large = [name for name, data in files.items() if len(data) > PIECE]
    small = [name for name in files if name not in large]
    for start in range(0, len(small), together):
        jobs.put(small[start : start + together])
    for name in large:
        jobs.put(name)

    def work() -> None:
        with contextlib.suppress(Empty):
            while True:
                job = jobs.get_nowait()
                if isinstance(job, str):
                    answered[job] = client.hand_in_pieces(job, files[job])
                else:
                    answered.update(client.hand_in([(name, files[name]) for name in job]))

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def make_world(data: str) -> tuple[str, int]:
    """A campaign, and somebody who may hand in."""
    os.environ.update(SVOD_DATA=data, DJANGO_SETTINGS_MODULE="svod.settings.local")
    import django

    django.setup()
    from django.core.management import call_command

    from svod.register.models import Level, Person, Role, RoleAt
    from svod.register.services.organise import add_organisation
    from svod.register.services.start_campaign import start_campaign

    call_command("migrate", verbosity=0)
    national = add_organisation(None, None, name="Республиканский комитет", level=Level.NATIONAL)
    region = add_organisation(national, None, name="Областная организация", level=Level.REGION, unit="KZ-39")
    person = Person.objects.create_user(NAME, f"{NAME}@example.org", PASSWORD)
    RoleAt.objects.create(person=person, organisation=region, role=Role.REPORTER)
    return start_campaign("sixteen_days", 2025, national, None).slug, region.pk


def ps() -> str:
    return subprocess.run(["ps", "-A", "-o", "pid=,ppid=,stat=,args="], capture_output=True, text=True).stdout


def alive() -> set[int]:
    rows = (line.split(None, 3) for line in ps().splitlines())
    return {int(pid) for pid, _parent, status, _command in rows if not status.startswith("Z")}


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as door:
        return door.getsockname()[1]

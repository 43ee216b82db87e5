"""A stand-in of the Bot API: a real HTTP server that delivers, confirms, polls long, and fails in the ways of the real
one. What it speaks is https://core.telegram.org/bots/api as far as the bot needs it."""

import json
import socket
import struct
import threading
import time
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

TOKEN = "7001:AAEk-a-token-that-must-be-in-no-log"  # noqa: S105 # of the stand-in
BOT = {"id": 7001, "is_bot": True, "first_name": "Svod", "username": "svod_test_bot"}
RESET = struct.pack("ii", 1, 0)  # closed so, a connection breaks off instead of ending
ASKING = ("file", "getUpdates", "getMe", "getFile")  # what is cut in these is what would have come
LONGEST_POLL = 2.0  # seconds: tests do not wait as long as they ask


@dataclass(frozen=True)
class Fault:
    """What goes wrong with one call. `done` says whether it took effect: an answer may be lost after it has."""

    status: int = 0  # 0: the line is cut in the middle of the answer
    retry_after: int = 0
    done: bool = False

    def answer(self) -> dict[str, Any]:
        told = {"ok": False, "error_code": self.status, "description": f"Fault {self.status}"}
        return told | ({"parameters": {"retry_after": self.retry_after}} if self.retry_after else {})


@dataclass
class Call:
    method: str
    words: dict[str, Any]


@dataclass
class Standin:
    """`updates` are those not confirmed yet; `calls` all that took effect, but for the polls."""

    updates: list[dict[str, Any]] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    calls: list[Call] = field(default_factory=list)
    faults: dict[str, deque[Fault]] = field(default_factory=lambda: defaultdict(deque))
    polls: int = 0
    failed: int = 0
    last: int = 100

    def __post_init__(self) -> None:
        self.changed = threading.Condition()
        self.closing = False
        self._server = Server(self)
        self.port = self._server.server_port
        self.url = f"http://127.0.0.1:{self.port}"
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    def close(self) -> None:
        with self.changed:
            self.closing = True
            self.changed.notify_all()
        self._server.shutdown()
        self._server.server_close()

    def deliver(self, *contents: dict[str, Any]) -> list[int]:
        """Each with a number of its own."""
        with self.changed:
            numbers = []
            for content in contents:
                self.last += 1
                numbers.append(self.last)
                self.updates.append({"update_id": self.last, **content})
            self.changed.notify_all()
        return numbers

    def fail(self, method: str, *faults: Fault) -> None:
        self.faults[method].extend(faults)

    def sent(self, chat: int | None = None) -> list[Call]:
        """What the bot said, in order."""
        said = [one for one in self.calls if one.method in ("sendMessage", "editMessageText")]
        return [one for one in said if chat is None or one.words["chat_id"] == chat]

    def poll(self, words: dict[str, Any]) -> list[dict[str, Any]]:
        """What is not confirmed, as soon as there is anything; a higher offset confirms what is below it."""
        with self.changed:
            self.polls += 1
            self.updates = [one for one in self.updates if one["update_id"] >= words.get("offset", 0)]
            until = time.monotonic() + min(words.get("timeout", 0), LONGEST_POLL)
            while not self.updates and not self.closing and (left := until - time.monotonic()) > 0:
                self.changed.wait(left)
            return self.updates[: words.get("limit", 100)]

    def call(self, method: str, words: dict[str, Any]) -> Any:
        if method == "getUpdates":
            return self.poll(words)
        if method == "getMe":
            return BOT
        if method == "getFile":
            key = words["file_id"]
            return {"file_id": key, "file_unique_id": key, "file_size": len(self.files[key]), "file_path": f"f/{key}"}
        self.calls.append(Call(method, words))
        if method not in ("sendMessage", "editMessageText"):
            return True
        chat = {"id": words["chat_id"], "type": "private"}
        return {"message_id": 50_000 + len(self.calls), "date": int(time.time()), "chat": chat, "from": BOT}


class Handler(BaseHTTPRequestHandler):
    """Bound to its stand-in by the server that it serves."""

    protocol_version = "HTTP/1.1"
    server: "Server"

    def do_GET(self) -> None:
        key = unquote(urlsplit(self.path).path).removeprefix(f"/file/bot{TOKEN}/f/")
        files = self.server.standin.files
        if key not in files:
            self._give(404, b"{}")
        else:
            self._with_faults("file", lambda: files[key])

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length", 0))
        body = self.rfile.read(length)
        if len(body) < length:  # the line broke on the way here: nothing was asked
            self.close_connection = True
            return
        token, _, method = unquote(urlsplit(self.path).path).removeprefix("/bot").partition("/")
        words = {name: _value(values[0]) for name, values in parse_qs(body.decode()).items()}
        if token != TOKEN:
            self._give(401, _json({"ok": False, "error_code": 401, "description": "Unauthorized"}))
            return
        method = method[:1].lower() + method[1:]  # names of methods are read in any case
        self._with_faults(method, lambda: _json({"ok": True, "result": self.server.standin.call(method, words)}))

    def _with_faults(self, method: str, act: Callable[[], bytes]) -> None:
        faults = self.server.standin.faults[method]
        fault = faults.popleft() if faults else None
        if fault is None:
            self._give(200, act())
            return
        self.server.standin.failed += 1
        if fault.status:
            self._give(fault.status, _json(fault.answer()))
        elif fault.done or method in ASKING:
            self._cut(act())
        else:
            self._cut(_json({"ok": True, "result": {}}))

    def _give(self, status: int, body: bytes) -> None:
        self._head(status, len(body))
        self.wfile.write(body)

    def _cut(self, body: bytes) -> None:
        """Half of it, then the line is gone."""
        self._head(200, len(body))
        self.wfile.write(body[: len(body) // 2])
        self.wfile.flush()
        self.close_connection = True
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
        self.connection.close()

    def _head(self, status: int, length: int) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(length))
        self.end_headers()

    def log_message(self, *_given: Any) -> None:
        """Silent."""


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, standin: Standin) -> None:
        self.standin = standin
        super().__init__(("127.0.0.1", 0), Handler)

    def handle_error(self, *_given: Any) -> None:
        """Whoever breaks off is no news."""


def _json(told: dict[str, Any]) -> bytes:
    return json.dumps(told).encode()


def _value(text: str) -> Any:
    """Numbers and structures come as JSON, texts as they are."""
    try:
        return json.loads(text)
    except ValueError:
        return text

"""A model's endpoint that does as it is told: a real server on a real socket, with whatever answers a test wants."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Act = Callable[["Handler"], None]
ACTIVITY: dict[str, Any] = dict.fromkeys(("title", "date", "place", "organiser", "participants", "count")) | {
    "kind": "round_table",
    "planned": False,
    "online": False,
    "audience": [],
    "partners": [],
    "materials": [],
}


class StandIn:
    """Plays its acts one after the other, the last one again and again; remembers what it was asked."""

    def __init__(self) -> None:
        self.acts: list[Act] = []
        self.asked: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.url = ""
        self.over = threading.Event()  # for acts that go on for ever

    def plays(self, *acts: Act) -> None:
        self.acts = list(acts)

    def next(self) -> Act:
        return self.acts.pop(0) if len(self.acts) > 1 else self.acts[0]

    @property
    def texts(self) -> list[str]:
        """The texts that reached it."""
        return [json.loads(one["messages"][1]["content"])["text"] for one in self.asked]


class Handler(BaseHTTPRequestHandler):
    stand_in: StandIn
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.stand_in.asked.append(json.loads(body))
        self.stand_in.headers.append(dict(self.headers))
        self.close_connection = True
        with suppress(OSError):  # whoever asked has hung up, as some acts mean them to
            self.stand_in.next()(self)

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def head(self, status: int, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()


@contextmanager
def standing_in() -> Iterator[StandIn]:
    stand_in = StandIn()
    handler = type("Bound", (Handler,), {"stand_in": stand_in})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        stand_in.url = f"http://127.0.0.1:{server.server_port}/v1"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield stand_in
        finally:
            stand_in.over.set()
            server.shutdown()
            thread.join()


def says(content: object, **usage: int) -> Act:
    """A model's answer, as such endpoints wrap it."""
    words = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    return sends({"choices": [{"message": {"content": words}, "finish_reason": "stop"}], "usage": usage})


def sends(answer: object, status: int = 200, **headers: str) -> Act:
    """Any body: bytes as they are, anything else as JSON."""
    body = answer if isinstance(answer, bytes) else json.dumps(answer, ensure_ascii=False).encode()

    def act(handler: Handler) -> None:
        handler.head(status, Content_Length=str(len(body)), **headers)
        handler.wfile.write(body)

    return act


def drips(piece: bytes, pause: float) -> Act:
    """A body that never ends, a piece at a time."""

    def act(handler: Handler) -> None:
        handler.head(200)
        while not handler.stand_in.over.wait(pause):
            handler.wfile.write(piece)
            handler.wfile.flush()

    return act


def drips_its_head(handler: Handler) -> None:
    """Not even the head ends."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
    while not handler.stand_in.over.wait(0.02):
        handler.wfile.write(b"a")


def says_nothing(handler: Handler) -> None:
    handler.stand_in.over.wait(30)


def hangs_up(handler: Handler) -> None:
    handler.wfile.write(b'HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{"choices"')
    handler.wfile.flush()


def activity(**fields: Any) -> dict[str, Any]:
    return ACTIVITY | fields


def tells(*activities: dict[str, Any], totals: tuple[dict[str, Any], ...] = ()) -> Act:
    return says({"activities": list(activities), "totals": list(totals)})

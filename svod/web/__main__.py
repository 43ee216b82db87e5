"""`python -m svod.web`, which is `svod serve`: prepares the data, then runs the server and the readers until told to
end. Whatever ends this process, the children end with it."""

import argparse
import logging.config
import os
import shutil
import signal
import socket
import sys
import threading
import time
from pathlib import Path

from svod.register.logs import logging_settings
from svod.web.serving import demo
from svod.web.serving.children import Child
from svod.web.serving.clock import Clock
from svod.web.serving.prepare import (
    CannotServe,
    bring_up_to_date,
    ensure_not_lost,
    folder_of_our_own,
    is_local,
    listener,
    names_of,
    wait_for_tables,
)

log = logging.getLogger("svod.serving")

PATIENCE = 15.0  # seconds for the children to end what they are doing
HOPELESS = 10  # deaths of the server in a row


def main() -> int:
    words = _words()
    stop = _stop_on_signals()
    os.environ["SVOD_DATA"] = str(words.data)
    os.environ.setdefault("SVOD_HOSTS", names_of(words.host))
    try:
        logging.config.dictConfig(logging_settings(os.environ.get("SVOD_LOG", "plain")))
        lock = folder_of_our_own(words.data, "work" if words.only == "work" else "serve")
        ensure_not_lost(words.data)
        if words.only == "work":
            return _work(words, lock.fileno(), stop)
        if words.demo:
            demo.make_room(words.data)
        with _door(words) as door:
            _count_together(words.data)
            address = _address(words.host, door.getsockname()[1])
            first_link = bring_up_to_date(address)
            if words.demo:
                demo.fill(words.data, address)
                first_link = ""
            _say(words, address, first_link)
            held = lock.fileno()
            server = Child("server", "svod.web.serving.server", (str(door.fileno()),), (door.fileno(), held))
            return _tend(server, [] if words.only else [*_readers(words, held), *_collectors(held)], stop)
    except CannotServe as error:
        sys.stderr.write(f"{error}\n")
        return 1
    finally:
        if "lock" in locals():
            lock.close()


def _work(words: argparse.Namespace, held: int, stop: threading.Event) -> int:
    """Readers and collectors alone, beside pages that other processes serve, here or on another machine: those bring
    the tables up to date."""
    wait_for_tables(stop)
    sys.stdout.write(f"Svod is at work on what comes in. Its data is in {words.data}\nCtrl-C stops it.\n")
    sys.stdout.flush()
    return _tend(None, [*_readers(words, held), *_collectors(held)], stop)


def _readers(words: argparse.Namespace, held: int) -> list[Child]:
    kind = "worker" if words.only == "work" else "reader"  # a name is one process's
    names = [f"{kind}-{number}" for number in range(words.readers)]
    return [Child(name.replace("-", " "), "svod.web.serving.reader", (name,), (held,)) for name in names]


def _door(words: argparse.Namespace) -> socket.socket:
    """The demonstration takes another port where its own is taken: it is looked at once, under whatever address."""
    try:
        return listener(words.host, words.port)
    except CannotServe:
        if not words.demo:
            raise
        return listener(words.host, 0)


def _count_together(data: Path) -> None:
    """The folder in which the server's processes add up what they count; that of an earlier start is over."""
    if os.environ.get("SVOD_METRICS"):
        folder = data / "numbers"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(folder)


def _collectors(held: int) -> list[Child]:
    """What takes reports in from outside, where the environment names it."""
    known = (("SVOD_MAILBOX", "mail", "svod.web.serving.mailbox"), ("SVOD_TELEGRAM_TOKEN", "bot", "svod.telegram"))
    return [Child(name, module, (), (held,)) for setting, name, module in known if os.environ.get(setting)]


def _tend(server: Child | None, others: list[Child], stop: threading.Event) -> int:
    """Until told to end, or until the server cannot be kept alive."""
    children, clock = [*filter(None, [server]), *others], Clock()
    while not (is_hopeless := server is not None and server.deaths >= HOPELESS) and not stop.wait(0.1):
        for child in children:
            if child.tend() and not stop.is_set():
                log.warning("The %s stopped; it is started again.", child.name)
        if clock.was_put_back():
            for child in others:
                child.ask_to_end()  # it is started again, and looks at the queue by the clock as it is now
    for child in children:
        child.ask_to_end()
    until = time.monotonic() + PATIENCE
    for child in children:
        child.end(until)
    return int(is_hopeless)


def _stop_on_signals() -> threading.Event:
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: stop.set())
    return stop


def _words() -> argparse.Namespace:
    parser = argparse.ArgumentParser("svod serve")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--data", type=lambda text: Path(text).resolve(), default=os.environ.get("SVOD_DATA", "data"))
    parser.add_argument("--demo", action="store_true")
    parser.add_argument("--only", choices=("pages", "work"))
    parser.add_argument("--readers", type=int, default=os.environ.get("SVOD_READERS") or min(2, os.cpu_count() or 1))
    return parser.parse_args()


def _address(host: str, port: int) -> str:
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]", "::1": "[::1]"}.get(host, host)  # noqa: S104
    return f"http://{shown}:{port}/"


def _say(words: argparse.Namespace, address: str, first_link: str) -> None:
    lines = [f"Svod is open at {address}"]
    if not is_local(words.host):
        lines.append(
            "Others in this network reach it too, without encryption: for more than a trial put it behind HTTPS."
        )
    if first_link:
        lines.append(f"Nobody is in it yet. This link, good for one use, makes you its administrator:\n  {first_link}")
    if words.demo:
        lines += demo.told(words.data)
    lines += [f"Its data is in {words.data}", "Ctrl-C stops it."]
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())

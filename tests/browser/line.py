"""A line between a browser, or whatever asks, and the server that can be cut at any byte, on the way there or back."""

import contextlib
import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager

RESET = struct.pack("ii", 1, 0)  # closed so, a connection breaks off instead of ending


class Line:
    """Listens on a port of its own and carries bytes to the other one, until it is cut; then nothing gets through."""

    def __init__(self, port: int) -> None:
        self._target = port
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._left: int | None = None  # bytes until it is cut by itself
        self.is_cut = False
        self.carried = 0  # bytes, both ways
        self.cuts = 0  # those in the middle of what it carried
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._door.getsockname()[1]
        self.url = f"http://localhost:{self.port}"
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        with self._lock:
            self.is_cut, self._left = True, None
            ends, self._open = self._open, set()
        for one in ends:
            _break_off(one)

    def mend(self, cut_after: int | None = None) -> None:
        """Whole again; `cut_after` so many bytes, in either direction, it is cut once more."""
        with self._lock:
            self.is_cut, self._left = False, cut_after

    def close(self) -> None:
        self.cut()
        self._door.close()

    def _accept(self) -> None:
        while True:
            try:
                near, _address = self._door.accept()
            except OSError:  # closed
                return
            with self._lock:
                if self.is_cut:
                    _break_off(near)
                    continue
                far = socket.create_connection(("127.0.0.1", self._target))
                self._open |= {near, far}
            for ends in ((near, far), (far, near)):
                threading.Thread(target=self._carry, args=ends, daemon=True).start()

    def _carry(self, source: socket.socket, target: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(2048):
                passed = self._counted(data)
                target.sendall(passed)
                if len(passed) < len(data):
                    self.cuts += not self.is_cut
                    self.cut()
        for one in (source, target):
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_WR)

    def _counted(self, data: bytes) -> bytes:
        """As much of it as still gets through."""
        with self._lock:
            passed = data if self._left is None else data[: self._left]
            if self._left is not None:
                self._left -= len(passed)
            self.carried += len(passed)
            return passed


def _break_off(one: socket.socket) -> None:
    with contextlib.suppress(OSError):
        one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
        one.shutdown(socket.SHUT_RDWR)
    one.close()


@contextmanager
def line_to(port: int) -> Iterator[Line]:
    line = Line(port)
    try:
        yield line
    finally:
        line.close()

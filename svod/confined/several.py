"""Confined processes that share their work."""

import contextlib
from collections.abc import Callable, Iterator
from typing import TypeVar

from svod.confined.child import Allowance
from svod.confined.process import Confined, Ended

T = TypeVar("T")
R = TypeVar("R")


@contextlib.contextmanager
def several(workers: int, allowance: Allowance | None = None) -> Iterator["Several"]:
    """That many at once; all end with it."""
    found = Several(workers, allowance)
    try:
        yield found
    finally:
        found.close()


class Several:
    """Confined processes that share their work."""

    def __init__(self, workers: int, allowance: Allowance | None = None) -> None:
        from concurrent.futures import ThreadPoolExecutor
        from queue import SimpleQueue

        self._all = [Confined(allowance) for _ in range(workers)]
        self._free: SimpleQueue[Confined] = SimpleQueue()
        for one in self._all:
            self._free.put(one)
        self._threads = ThreadPoolExecutor(workers)

    def map(self, work: Callable[[T], R], items: list[T], lost: Callable[[T, str], R]) -> Iterator[R]:
        """In the order of the items; `lost` says what stands for one that ended its process, and why it did."""

        def one(item: T) -> R:
            confined = self._free.get()
            try:
                return confined(work, item)
            except Ended as ended:
                return lost(item, ended.why)
            finally:
                self._free.put(confined)

        return self._threads.map(one, items)

    def close(self) -> None:
        """What is under way is given up: its process is killed, and so its thread ends."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for confined in self._all:
            confined.kill()
        self._threads.shutdown()
        for confined in self._all:
            confined.close()

"""Who wants to know how far a consolidation is, and is told."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Progress = Callable[[str, int, int], None]  # (stage, done, of how many)
R = TypeVar("R")


def silent(stage: str, done: int, total: int) -> None:
    """Show no progress."""


def with_progress(results: Iterable[R], stage: str, total: int, progress: Progress) -> Iterator[R]:
    """The same results; each one that comes is told."""
    for done, result in enumerate(results, start=1):
        progress(stage, done, total)
        yield result

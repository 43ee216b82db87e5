"""Notices that somebody put the clock back: what was to be done at a moment would wait until it comes again."""

import time

MUCH = 60.0  # seconds; less is what a time server does


class Clock:
    """Compares the clock with the one that only runs forwards."""

    def __init__(self) -> None:
        self._ahead = self._now()

    def was_put_back(self) -> bool:
        """Since it was last asked."""
        before, self._ahead = self._ahead, self._now()
        return self._ahead < before - MUCH

    @staticmethod
    def _now() -> float:
        return time.time() - time.monotonic()

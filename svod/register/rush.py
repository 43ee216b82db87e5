"""Reports that come in a rush are received first and read after: a receipt is worth more than a draft a moment sooner.

Whether they do is seen in the numbers of submissions, so it holds for whatever process or machine takes them in.
"""

import os
import time
from collections.abc import Callable

from svod.register.models import Submission
from svod.register.often import Often

LOOKS = 1.0  # seconds between two looks
MANY = 10 * (os.cpu_count() or 1)  # a second
LULL = 0.25  # of as many: where fewer come, it is over
LONGEST = 60.0  # seconds: what comes without end is read while it comes
LAST = Often(Submission.objects.order_by("-pk").values_list("pk", flat=True)[:1])


class Rush:
    """What one reader sees of it."""

    def __init__(self, many: float = MANY, clock: Callable[[], float] = time.monotonic) -> None:
        self._many, self._clock = many, clock
        self._looked, self._last = clock(), LAST.row()
        self._since: float | None = None

    def is_on(self) -> bool:
        """Whether what is to be read had better wait; for LONGEST at most."""
        now = self._clock()
        if now - self._looked >= LOOKS:
            self._look(now)
        return self._since is not None and now - self._since < LONGEST

    def _look(self, now: float) -> None:
        last = LAST.row()
        least = self._many * (now - self._looked) * (1.0 if self._since is None else LULL)
        if last is None or self._last is None or last - self._last < least:
            self._since = None
        elif self._since is None:
            self._since = self._looked
        self._looked, self._last = now, last

"""How fast answers may come: so many at once, then so many a second, of each survey. It asks nobody who they are.

A school is one address on the network, so counting by addresses would stop a class and not a program. The price: who
sends nonsense without end keeps others from answering meanwhile.
"""

from dataclasses import dataclass, field
from threading import Lock

ROOM = 200  # answers at once: an assembly that points its telephones at one poster
A_SECOND = 2.0
WAIT = 60  # seconds to come back after: a minute's worth of room


@dataclass
class Bucket:
    """In memory of one process, and only the number of a survey in it; a restart empties it."""

    left: dict[int, tuple[float, float]] = field(default_factory=dict)  # survey -> room left, at that moment
    lock: Lock = field(default_factory=Lock)

    def takes(self, survey: int, now: float) -> bool:
        """Whether there is room for one more; `now` is any clock's seconds."""
        with self.lock:
            left, at = self.left.get(survey, (float(ROOM), now))
            left = min(float(ROOM), left + (now - at) * A_SECOND)
            is_room = left >= 1
            self.left[survey] = (left - is_room, now)
        return is_room

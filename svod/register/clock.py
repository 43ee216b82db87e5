"""Whether this machine's clock can be believed: asked before anything is deleted because its time is over.

A clock that jumps years ahead, as after an empty battery, would else take with it what is kept for years.
"""

import json
from datetime import datetime, timedelta

from django.conf import settings

TRIED = timedelta(days=1)  # it must go so long without a jump
PAUSE = timedelta(days=1)  # between two looks: a machine that was off for longer may have woken in another year
BACK = timedelta(minutes=5)  # so much a time server may put it back


def is_steady(now: datetime) -> bool:
    """Asked every few minutes; it keeps in the data folder since when the clock has run without a jump."""
    place = settings.DATA / "clock"
    try:
        since, seen = (datetime.fromisoformat(one) for one in json.loads(place.read_text(encoding="ascii")))
    except (OSError, ValueError, TypeError):
        since = seen = now  # the first look, or half a file
    if not seen - BACK <= now <= seen + PAUSE:
        since = now
    half = place.with_name(".clock")
    try:
        half.write_text(json.dumps([since.isoformat(), now.isoformat()]), encoding="ascii")
        half.replace(place)
    except OSError:
        return False
    return now - since >= TRIED

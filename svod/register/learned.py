"""What was learned from corrections, where the installation names a file of it: SVOD_LEARNED."""

import logging
from functools import cache
from pathlib import Path

from django.conf import settings

from svod.learning import BadWeights, Learned, load_weights

log = logging.getLogger(__name__)


def second_look() -> Learned | None:
    return _learned(settings.LEARNED)


@cache
def _learned(path: str) -> Learned | None:
    """Read once by each worker. A file that is none is said in the log; reports are read by the rules alone then."""
    if not path:
        return None
    try:
        return Learned(load_weights(Path(path)))
    except (BadWeights, OSError):
        log.exception("SVOD_LEARNED names no file of what was learned; reports are read by the rules alone")
        return None

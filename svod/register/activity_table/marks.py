"""The hidden mark of a row: which activity it is, and in which version the table shows it.

"1234.5.kqxz": its letters follow from the campaign and the numbers, so that a mark that was typed over, drawn down a
column by a program that counts on, or brought from another campaign's table is noticed. They keep nobody out: what a
person may change is asked of the register.
"""

import re
from dataclasses import dataclass
from hashlib import blake2s

from svod.register.models import Activity, Campaign

_WRITTEN = re.compile(r"(\d{1,18})\.(\d{1,9})\.([a-z]{4})")


@dataclass(frozen=True, slots=True)
class Mark:
    activity: int
    version: int


def mark_of(activity: Activity, campaign: Campaign) -> str:
    return _written(Mark(activity.pk, activity.version), campaign)


def read_mark(cell: str, campaign: Campaign) -> Mark | None:
    """Read a row's mark; None where it is none of this campaign's."""
    found = _WRITTEN.fullmatch(cell)
    mark = Mark(int(found[1]), int(found[2])) if found else None
    return mark if mark and _written(mark, campaign) == cell else None


def _written(mark: Mark, campaign: Campaign) -> str:
    numbers = f"{mark.activity}.{mark.version}"
    digest = blake2s(f"{campaign.slug}.{numbers}".encode(), digest_size=4).digest()
    return f"{numbers}.{''.join(chr(ord('a') + byte % 26) for byte in digest)}"

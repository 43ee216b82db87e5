"""Days named for their own sake: "10 желтоқсан – Адам құқықтары күніне орай" is no day on which something was held."""

import re

from svod.language.fold import fold

REACH = 90  # characters from a day to the word "күні" of its name

_NAMES = tuple(fold(name) for name in ("күні", "мерекесі", "қарсаңында"))  # without one of these it is none
# "10 желтоқсан – Адам құқықтары күніне орай", "8 наурыз қарсаңында", "16 желтоқсан мерекесіне арналған"
_CALLED = re.compile(
    rf"\s*[-–—(]\s*[^.;:!?\n()]{{3,{REACH}}}?\s(?:{fold('күні')}|{fold('мерекесі')})(?:{fold('не')}|{fold('мен')})?\b"
    rf"|\s+(?:[\w-]+\s+){{0,4}}(?:{fold('қарсаңында')}|{fold('мерекесіне')}|{fold('мерекесі')})\b"
)


def is_holiday(folded: str, end: int) -> bool:
    """Whether the day that ends there is one that is marked, not one on which something was held."""
    last = end + REACH + 20
    behind = folded[end:last]
    return any(name in behind for name in _NAMES) and _CALLED.match(folded, end, last) is not None

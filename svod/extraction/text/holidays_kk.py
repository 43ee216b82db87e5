"""Days named for their own sake: "10 желтоқсан – Адам құқықтары күніне орай" is no day on which something was held."""

import re

from svod.extraction.lexicon.grammar import words
from svod.extraction.text.frame import Frame
from svod.language.calendar_words import calendar_words
from svod.language.fold import fold

LONGEST = 12  # letters of a month
REACH = 90  # characters from a day to the word "күні" of its name

_NAMES = tuple(fold(name) for name in ("күні", "мерекесі", "қарсаңында"))  # without one of these it is none
# "10 желтоқсан – Адам құқықтары күніне орай", "8 наурыз қарсаңында", "16 желтоқсан мерекесіне арналған"
_CALLED = re.compile(
    rf"\s*[-–—(]\s*[^.,;:!?\n()]{{3,{REACH}}}?\s(?:{fold('күні')}|{fold('мерекесі')})(?:{fold('не')}|{fold('мен')})?\b"
    rf"|\s+(?:[\w-]+\s+){{0,4}}(?:{fold('қарсаңында')}|{fold('мерекесіне')}|{fold('мерекесі')})\b"
)
_MONTH = re.compile(r"[^\W\d_]+$")
# "8 наурыз Халықаралық әйелдер күніне орай", "1-маусым Балаларды қорғау күні"; not "25 қарашада Отбасы күніне орай"
_BARE = re.compile(
    rf"\s+(?:{'|'.join(map(re.escape, sorted(words('feast_names'))))})\s(?:[\w-]+\s+){{0,6}}?{fold('күн')}[ии]\w*\b"
)


def is_holiday(frame: Frame, end: int) -> bool:
    """Whether the day that ends there is one that is marked, not one on which something was held."""
    if not frame.holds(_NAMES):
        return False
    folded, last = frame.words.folded, end + REACH + 20
    behind = folded[end:last]
    if not any(name in behind for name in _NAMES):
        return False
    if _CALLED.match(folded, end, last) is not None:
        return True
    month = _MONTH.search(folded, max(0, end - LONGEST), end)
    bare = month is not None and month[0] in calendar_words().bare_months
    return bare and _BARE.match(folded, end, last) is not None

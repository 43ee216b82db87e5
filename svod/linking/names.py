"""Names brought to one spelling, so that "О насилии не молчи!" and «о насилии — не молчи» are the same words."""

import re
import unicodedata
from functools import lru_cache

# Kazakh is often typed on a Russian keyboard: both spellings fold to the Russian letters.
_LETTERS = str.maketrans("ёәғқңөұүһіəi", "еагкноуухиаи")
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+")


@lru_cache(maxsize=1 << 14)  # the same names come again and again
def plain(name: str | None) -> str:
    """The words of a name without case, marks and spelling habits, one space between; "" where there is no name."""
    if not name:
        return ""
    name = name.replace("№", " ")  # which NFKC would write as "No"
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", name).casefold().translate(_LETTERS)))


@lru_cache(maxsize=1 << 14)
def numbers(folded: str) -> frozenset[str]:
    """The numbers in a folded name: "сш 5" and "сш 7" are alike in letters and yet two schools."""
    return frozenset(_NUMBER.findall(folded))

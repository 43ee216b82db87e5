"""What must not leave an organisation's circle: personal data, cases of violence, places that must not be known.

    finds = find(text, "ru", pack)                  what was found, where, by which rule, how surely
    mask(text, finds, released, "ru").text          the text with a mask for each find that nobody released

`released` are the records of those who stood by it that something may be told; officials may be named by rule.
"""

from svod.guard.explain import explain, kind_in_words, lines, reason_in_words
from svod.guard.find import find
from svod.guard.mask import Mask, Masked, mask
from svod.guard.records import Find, Release
from svod.guard.release import held

__all__ = [
    "Find",
    "Mask",
    "Masked",
    "Release",
    "explain",
    "find",
    "held",
    "kind_in_words",
    "lines",
    "mask",
    "reason_in_words",
]

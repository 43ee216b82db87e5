"""What must not leave an organisation's circle: personal data, cases of violence, places that must not be known.

    finds = find(text, "ru", pack)                  what was found, where, by which rule, how surely
    mask(text, finds, released, "ru").text          the text with a mask for each find that nobody released
    published(register, pack)                       the register as it may be told; public(activity, pack) one of it
    Discretion(register, pack)(document, 10, 90)    a piece of a submission as it may be quoted
    masked_name("Иванова отчёт.docx", pack)         the name of a file as it may be told
    few_helped({id: activity, …}, pack)             whose number of people helped is hidden; without_few hides one
    suppressed({(row, column): number, …})          the cells of a table of help given that must be hidden
    is_undisclosed(organiser, place)                whether it is a shelter: no address, no point on a map

`released` are the records of those who stood by it that something may be told, a register holds its own; officials may
be named by rule.
"""

from svod.guard.discretion import Discretion, Withheld, find_in
from svod.guard.explain import explain, kind_in_words, lines, reason_in_words
from svod.guard.file_names import masked_name
from svod.guard.find import find
from svod.guard.mask import Mask, Masked, mask
from svod.guard.published import few_helped, is_undisclosed, public, published, without_few
from svod.guard.records import Find
from svod.guard.release import held
from svod.guard.small import LEAST, suppressed
from svod.records import Release

__all__ = [
    "LEAST",
    "Discretion",
    "Find",
    "Mask",
    "Masked",
    "Release",
    "Withheld",
    "explain",
    "few_helped",
    "find",
    "find_in",
    "held",
    "is_undisclosed",
    "kind_in_words",
    "lines",
    "mask",
    "masked_name",
    "public",
    "published",
    "reason_in_words",
    "suppressed",
    "without_few",
]

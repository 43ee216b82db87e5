"""Quotations in any marks: «…», “…”, „…“, "…", ,,…”, '…'; a #hashtag names a thing as a quotation does."""

import re
from collections.abc import Iterable

from svod.extraction.lexicon.pieces import MARK
from svod.extraction.lexicon.words import Sign
from svod.extraction.text.spans import span_of
from svod.records import Span

OPENING = frozenset({"«", "„", ",,", "‹", "‘"})
CLOSING = frozenset({"»", "›", "’"})
MARKS = "«»“”„‟\"',‹›‘’ \n\t"  # and the white space within them
LONGEST = 200  # characters; a longer one is an unclosed mark
LONGEST_NAME = 110  # characters; what is longer is what somebody said
ANSWER, SENTENCES = 50, re.compile(r"[a-zа-яёәіңғүұқөһ]{4}[.!?] [^\W\d_a-zа-яёәіңғүұқөһ]")
SPEECH = 40  # characters before a quotation inside another: the outer one is speech


def find_quotes(text: str, signs: Iterable[Sign]) -> list[Span]:
    """The outermost quotations, marks included, in order. One that is not closed on its line is none.

    What somebody says at length, «Здравствуйте. У нас прошёл вечер «Голос»…», is no quotation: those within it are.
    `signs`: those of the text that a quotation may have, see `MARK`.
    """
    found: list[Span] = []
    within: list[Span] = []  # quotations inside the one that is open
    opened = inner_opened = -1
    depth = 0
    for start, end, mark in signs:
        if opened >= 0 and ("\n" in text[opened:start] or start - opened > LONGEST):
            found += within
            within, opened, depth = [], -1, 0
        if mark[0] == "#":
            if opened < 0:
                found.append(span_of(start, end))
        elif opened < 0:
            if mark in CLOSING or (mark in "”'" and not _opens(text, end)):  # the "'" of "parents' committee"
                continue
            opened, depth = start, 1
        elif (mark in OPENING and not (mark == "«" and _closes_badly(text, start))) or (
            mark not in OPENING and _opens(text, end) and _after_space(text, start) and mark not in CLOSING
        ):
            depth, inner_opened = depth + 1, start
        else:
            if depth == 2 and inner_opened - opened > SPEECH:
                within.append(span_of(inner_opened, end))
                depth = 1
                continue
            depth = _depth_after(text, end, depth)
            if depth <= 0:
                length = end - opened
                is_speech = within or length > LONGEST_NAME or (length > ANSWER and _is_an_answer(text, opened, end))
                found += within if is_speech else [span_of(opened, end)]
                within, opened, depth = [], -1, 0
    return found + within


def _is_an_answer(text: str, start: int, end: int) -> bool:
    """ "№2 мектеп: «Біз тренинг өткіздік. 24 қыз болды»": sentences behind a colon; not "«Мама. Папа. Я»"."""
    return text[start - 2 : start] == ": " and SENTENCES.search(text, start, end) is not None


def _opens(text: str, end: int) -> bool:
    """A mark before a letter opens."""
    return end < len(text) and (text[end].isalnum() or text[end] == "#")


def _after_space(text: str, start: int) -> bool:
    return start == 0 or text[start - 1] in " \n\t(-–—:"


def _closes_badly(text: str, start: int) -> bool:
    """ "«Нет насилию«": the opening mark typed at the end."""
    return start > 0 and not _after_space(text, start) and not _opens(text, start + 1)


def _depth_after(text: str, end: int, depth: int) -> int:
    """One level up. "«Скажи коррупции «НЕТ»" has one mark too few: the end of the words closes all of them."""
    if depth == 1:
        return 0
    rest = text[end : end + LONGEST].split("\n", 1)[0]
    closing = next((mark.group() for mark in MARK.finditer(rest)), "")
    return depth - 1 if closing in CLOSING or closing in ("”", "“", '"') else 0


def inner(text: str, quote: Span) -> str:
    """The words between the marks, white space in order."""
    return " ".join(text[quote.start : quote.end].strip(MARKS).split())

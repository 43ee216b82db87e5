"""English words in the report: articles, numbers with their nouns, places, days."""

import re
from collections.abc import Sequence
from functools import lru_cache

from babel.dates import get_month_names
from babel.lists import format_list

from svod.language.bounds_text import printed
from svod.language.en.inflect import plural
from svod.narration.runs import NBSP, Words, filled
from svod.records import Bounds, Period

LOCALE = "en_GB"
AN = re.compile("(?i)(?!uni|use|eu|one)[aeiou]|hour|honour")
CYRILLIC = re.compile("[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]")


def with_article(noun: str) -> str:
    """ "a seminar", "an exhibition"."""
    return f"{'an' if AN.match(noun) else 'a'} {noun}"


def numbered(bounds: Bounds, noun: str) -> tuple[str, str]:
    """The number and its noun: "at least 301", "pupils"; "1", "pupil"."""
    last = bounds.least if bounds.most is None else bounds.most
    return printed(bounds, "en"), noun if last == 1 else plural(noun)


def enumerated(parts: Sequence[str]) -> str:
    """ "A, B and C", as CLDR has it for British English."""
    return format_list([part for part in parts if part], locale=LOCALE)


def listed(parts: Sequence[Words]) -> Words:
    """The same for words that keep their sources."""
    marks = {f"part{at}": part for at, part in enumerate(parts)}
    return filled(format_list([f"{{{name}}}" for name in marks], locale=LOCALE), **marks)


@lru_cache(maxsize=1_000)
def day(period: Period, *, with_year: bool) -> str:
    """ "on 5 December 2022", "from 28 to 30 November", "from 28 November to 2 December"."""
    first, last = period.first, period.last
    months = get_month_names("wide", locale=LOCALE)
    year = f" {last.year}" if with_year or first.year != last.year else ""
    end = f"{last.day}{NBSP}{months[last.month]}{year}"
    if first == last:
        return f"on {end}"
    start = str(first.day)
    if (first.month, first.year) != (last.month, last.year):
        start += f"{NBSP}{months[first.month]}"
    if first.year != last.year:
        start += f" {first.year}"
    return f"from {start} to {end}"

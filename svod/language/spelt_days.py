"""Days in words: "двадцать пятого декабря", "с первого по пятое", "қарашаның жиырма бірінде", "в последний день"."""

import re
from collections.abc import Iterator
from functools import cache

from svod.language.calendar_words import calendar_words
from svod.language.date_patterns import any_of
from svod.language.written_day import Written

TENS = {None: 0, "двадцать": 20, "тридцать": 30}
LONG_MONTHS = {2: 28, 4: 30, 6: 30, 9: 30, 11: 30}  # the last day of a month that has no 31
FROM_DAY, UNTIL = ("нен", "нан"), re.compile(r"\s(?:дейин|шейин)")
LAST_DAY, LAST_SPELT = 31, 20  # days of a month; of these in one word: "двадцатого"


def spelt_before_month(folded: str, left: int, start: int, named: Written) -> Iterator[Written]:
    """The days in words before the month that begins at `start`: "с первого по пятое декабря"."""
    spelt = _spelt_days(folded[left:start], named.month or 0)
    for number, (first, last, day) in enumerate(spelt):
        end = named.end if number == len(spelt) - 1 else left + last
        yield Written(left + first, end, named.year, named.month, day, until=number > 0)


def spelt_behind_month(folded: str, end: int, month: int) -> tuple[int, int] | None:
    """The day in words behind a Kazakh month and where it ends: "қарашаның" жиырма бірінде 21, алғашқы күні 1"""
    found = _spelt_kazakh().match(folded, end)
    if found is None:
        return None
    if found["edge"]:
        lists = calendar_words().word_lists
        return 1 if found["edge"] in lists["first_edge"].split() else LONG_MONTHS.get(month, 31), found.end()
    day = _day_of(found)
    return (day, found.end()) if 0 < day <= LAST_DAY else None


@cache
def _spelt_kazakh() -> re.Pattern[str]:
    lists = calendar_words().word_lists
    tens, units, ends = (_either(lists[name]) for name in ("tens", "units", "day_endings"))
    ordinal = _either(lists["day_ordinals"])
    edges = _either(f"{lists['first_edge']} {lists['last_edge']}")
    number = rf"(?=[а-я])(?P<tens>{tens})?\s?(?P<unit>{units})?(?:(?:{ends})|(?:{ordinal})(?=\sкуни))"
    return re.compile(rf"\s(?:(?P<edge>{edges})\sкуни|{number})(?![а-я])")


def _either(words: str) -> str:
    return "|".join(sorted(words.split(), key=len, reverse=True))


def spelt_until(folded: str, end: int, year: int | None, month: int) -> Iterator[Written]:
    """The second day in words behind a Kazakh month: "желтоқсанның бірінен бесіне дейін" 5"""
    last = spelt_behind_month(folded, end, month) if folded.endswith(FROM_DAY, 0, end) else None
    until = UNTIL.match(folded, last[1]) if last is not None else None
    if last is not None and until is not None:
        yield Written(end + 1, until.end(), year, month, last[0], until=True)


def _spelt_days(window: str, month: int) -> list[tuple[int, int, int]]:
    """The days in words that end there, where each begins and ends: "двадцать пятого " 25, "с первого по пятое " 1, 5

    "В последний день " before ноября is 30.
    """
    found = _spelt().search(window)
    if found is None:
        return _ordinal_kazakh(window)
    if found["edge"]:
        is_first = found["edge"] in calendar_words().word_lists["first_day"]
        return [(*found.span("edge"), 1 if is_first else LONG_MONTHS.get(month, 31))]
    days = [(*found.span("until"), TENS.get(found["tens"], 0) + _ordinal_days().index(found["day"]) % LAST_SPELT + 1)]
    if found["since"]:
        since = TENS.get(found["since_tens"], 0) + _ordinal_days().index(found["since_day"]) + 1
        days.insert(0, (*found.span("since"), since))
    return days


def _ordinal_kazakh(window: str) -> list[tuple[int, int, int]]:
    """ "Екінші " 2, "жиырма бесінші " 25: a Kazakh ordinal before the month that follows it."""
    ordinal, pattern = _kazakh_ordinals()
    found = pattern.search(window) if window.endswith(ordinal) else None
    day = _day_of(found) if found is not None else 0
    return [(found.start(), found.end() - 1, day)] if found is not None and 0 < day <= LAST_DAY else []


def _day_of(found: re.Match[str]) -> int:
    """The number that a Kazakh word for tens and one for units tell."""
    lists = calendar_words().word_lists
    tens, units = lists["tens"].split(), lists["units"].split()
    day = 10 * (tens.index(found["tens"]) + 1) if found["tens"] else 0
    return day + (units.index(found["unit"]) + 1 if found["unit"] else 0)


@cache
def _kazakh_ordinals() -> tuple[tuple[str, ...], re.Pattern[str]]:
    """How ordinals end, and those of the days of a month."""
    lists = calendar_words().word_lists
    tens, units, ordinal = (_either(lists[name]) for name in ("tens", "units", "day_ordinals"))
    pattern = rf"(?<![а-я])(?P<tens>{tens})?\s?(?P<unit>{units})?(?:{ordinal})\s$"
    return tuple(f"{ending} " for ending in lists["day_ordinals"].split()), re.compile(pattern)


@cache
def _ordinal_days() -> list[str]:
    """The days in the genitive, then in the accusative: "первого" …, "первое" …"""
    lists = calendar_words().word_lists
    return [*lists["ordinal_days"].split(), *lists["ordinal_days_to"].split()]


@cache
def _spelt() -> re.Pattern[str]:
    lists = calendar_words().word_lists
    edges, to = any_of(f"{lists['first_day']} {lists['last_day']}"), any_of(lists["to"])
    days, tens = "|".join(_ordinal_days()), "|".join(filter(None, TENS))
    genitives = "|".join(_ordinal_days()[:LAST_SPELT])
    since = rf"(?P<since>(?:(?P<since_tens>{tens})\s)?(?P<since_day>{genitives}))"
    until = rf"(?P<until>(?:(?P<tens>{tens})\s)?(?P<day>{days}))"
    return re.compile(rf"(?<![а-я])(?:(?P<edge>{edges})\sдень|(?:{since}\s(?:{to})\s)?{until})\s$")

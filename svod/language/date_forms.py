"""How one day is written: "5 декабря 2022 года", "қарашаның 21-і", "05.12.22", "December 5", "30-ында".

The automaton of `calendar_words` points at months, at digits with a full stop or a hyphen, at words like "вчера"; each
kind has its own reader, which looks left and right of that place. Nothing is resolved here.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from svod.language.calendar_words import CalendarWord, calendar_words

FARTHEST_LEFT = 48  # characters: "2023 жылғы 25, 26 және 27 " before the month
TENS = {None: 0, "двадцать": 20, "тридцать": 30}
LONG_MONTHS = {2: 28, 4: 30, 6: 30, 9: 30, 11: 30}  # the last day of a month that has no 31
FROM_DAY, UNTIL = ("нен", "нан"), re.compile(r"\s(?:дейин|шейин)")
GENITIVE = frozenset({"нын", "нин", "дын", "дин", "тын", "тин"})
LAST_DAY, LAST_SPELT = 31, 20  # days of a month; of these in one word: "двадцатого"
ASCII_VERBS = ("may", "march")  # months only beside a day or year


@dataclass(slots=True, init=False)
class Written:
    """A day as it is written at [start, end): the parts it tells, None for those it leaves out.

    `until` is true where the day ends an interval that the one before it begins ("5–7 декабря"). `weekday` is 1
    (Monday) to 7; `relative` is the days from the day of writing, or "same", "next", "before" for the one told before.
    """

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None
    until: bool
    weekday: int | None
    relative: int | str | None

    def __init__(
        self,
        start: int,
        end: int,
        year: int | None = None,
        month: int | None = None,
        day: int | None = None,
        until: bool = False,
        weekday: int | None = None,
        relative: int | str | None = None,
    ) -> None:
        self.start, self.end, self.year, self.month, self.day = start, end, year, month, day
        self.until, self.weekday, self.relative = until, weekday, relative


class Patterns(NamedTuple):
    left: re.Pattern[str]
    left_begins: re.Pattern[str]
    one_day: re.Pattern[str]
    right_day: re.Pattern[str]
    right_year: re.Pattern[str]
    year_word: re.Pattern[str]
    place: re.Pattern[str]


NUMERIC = re.compile(
    r"(?P<iso>(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9])(?![0-9])"
    r"|(?:(?P<first>[0-3]?[0-9])(?:\.(?P<first_month>[01]?[0-9]))?\.?\s?[-–—]\s?)?"
    r"(?P<day>[0-3]?[0-9])\.(?P<month>[01][0-9])(?:\.(?P<year>(?:19|20)?[0-9]{2}))?(?![0-9%:]|\.[0-9]|,[0-9]|\s?%)"
    r"|(?P<loose_day>[0-3]?[0-9])\.(?P<loose_month>[1-9])\.(?P<loose_year>20[0-9]{2})(?![0-9])"
)
# A Kazakh possessive ending on a day; "и" is "і", folded.
ENDED_DAY = re.compile(
    r"(?P<day>[0-3]?[0-9])-(?:ы|и(?=\s(?:куни|кун))|сы|си|ында|инде|сында|синде|ына|ине|сына|сине)(?![а-я])"
)
# "в 16.10" is an hour, "п. 5.12" a paragraph.
NO_DATE_BEFORE = re.compile(r"(?:\bв\s|\bсагат\s|№\s?|\bп\.\s?|\bпункт[а-я]*\s|[0-9][/.]?)$")


def written_days(folded: str) -> Iterator[Written]:
    """Every day, month, weekday and relative word, in order, none over another."""
    calendar = calendar_words()
    done = 0
    for index, start, end in calendar.automaton.find_matches_as_indexes(folded):
        if start < done:
            continue
        for written in READERS[calendar.meanings[index].kind](folded, start, end, calendar.meanings[index], done):
            yield written
            done = written.end


def _month(folded: str, start: int, end: int, word: CalendarWord, done: int) -> Iterator[Written]:
    """Days before the month's name, or, in Kazakh and English, behind it."""
    if folded[end : end + 1].isalpha() or folded[start - 1 : start].isalpha() or _names_a_place(folded, start, end):
        return
    patterns, month = _patterns(), int(word.value)
    left = max(done, start - FARTHEST_LEFT)
    before = _left_of(folded[left:start])
    behind = patterns.right_day.match(folded, end) if not (before and before["days"]) else None
    spelt_behind = None
    if behind is not None:
        end = behind.end()
    elif not (before and before["days"]) and folded[end - 3 : end] in GENITIVE:
        spelt_behind = _spelt_behind(folded, end, month)
        end = spelt_behind[1] if spelt_behind else end
    year_behind = patterns.right_year.match(folded, end)
    if year_behind is not None:
        end = year_behind.end()
    year = _year(year_behind and year_behind["year"]) or _year(before and before["year"])
    begin = left + before.start() if before else start
    if before and before["days"]:
        yield from _days(folded, left + before.start("days"), left + before.end("days"), begin, end, year, month)
    elif behind is not None:
        yield Written(begin, end, year, month, int(behind["day"]))
    elif spelt_behind is not None:
        yield Written(begin, end, year, month, spelt_behind[0])
        yield from _spelt_until(folded, end, year, month)
    elif spelt := list(_spelt_before(folded, left, start, Written(begin, end, year, month))):
        yield from spelt
    elif year or folded[start:end] not in ASCII_VERBS:
        yield Written(begin, end, year, month)


def _names_a_place(folded: str, start: int, end: int) -> bool:
    """ "Май ауданында", "Наурыз ауылында"; not "қарашада ауданда", "25 қараша ауданда"."""
    is_bare = folded[start:end] in calendar_words().bare_months and not folded[max(0, start - 2) : start - 1].isdigit()
    return is_bare and _patterns().place.match(folded, end) is not None


def _spelt_before(folded: str, left: int, start: int, named: Written) -> Iterator[Written]:
    """The days in words before the month that begins at `start`: "с первого по пятое декабря"."""
    spelt = _spelt_days(folded[left:start], named.month or 0)
    for number, (first, last, day) in enumerate(spelt):
        end = named.end if number == len(spelt) - 1 else left + last
        yield Written(left + first, end, named.year, named.month, day, until=number > 0)


def _spelt_behind(folded: str, end: int, month: int) -> tuple[int, int] | None:
    """The day in words behind a Kazakh month and where it ends: "қарашаның" жиырма бірінде 21, алғашқы күні 1"""
    found = _spelt_kazakh().match(folded, end)
    if found is None:
        return None
    if found["edge"]:
        lists = calendar_words().word_lists
        return 1 if found["edge"] in lists["first_edge"].split() else LONG_MONTHS.get(month, 31), found.end()
    lists = calendar_words().word_lists
    tens, units = lists["tens"].split(), lists["units"].split()
    day = 10 * (tens.index(found["tens"]) + 1 if found["tens"] else 0)
    day += units.index(found["unit"]) + 1 if found["unit"] else 0
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


def _spelt_until(folded: str, end: int, year: int | None, month: int) -> Iterator[Written]:
    """The second day in words behind a Kazakh month: "желтоқсанның бірінен бесіне дейін" 5"""
    last = _spelt_behind(folded, end, month) if folded[:end].endswith(FROM_DAY) else None
    until = UNTIL.match(folded, last[1]) if last is not None else None
    if last is not None and until is not None:
        yield Written(end + 1, until.end(), year, month, last[0], until=True)


def _spelt_days(window: str, month: int) -> list[tuple[int, int, int]]:
    """The days in words that end there, where each begins and ends: "двадцать пятого " 25, "с первого по пятое " 1, 5

    "В последний день " before ноября is 30.
    """
    found = _spelt().search(window)
    if found is None:
        return []
    if found["edge"]:
        is_first = found["edge"] in calendar_words().word_lists["first_day"]
        return [(*found.span("edge"), 1 if is_first else LONG_MONTHS.get(month, 31))]
    days = [(*found.span("until"), TENS.get(found["tens"], 0) + _ordinal_days().index(found["day"]) % LAST_SPELT + 1)]
    if found["since"]:
        since = TENS.get(found["since_tens"], 0) + _ordinal_days().index(found["since_day"]) + 1
        days.insert(0, (*found.span("since"), since))
    return days


@cache
def _ordinal_days() -> list[str]:
    """The days in the genitive, then in the accusative: "первого" …, "первое" …"""
    lists = calendar_words().word_lists
    return [*lists["ordinal_days"].split(), *lists["ordinal_days_to"].split()]


@cache
def _spelt() -> re.Pattern[str]:
    lists = calendar_words().word_lists
    edges, to = _any(f"{lists['first_day']} {lists['last_day']}"), _any(lists["to"])
    days, tens = "|".join(_ordinal_days()), "|".join(filter(None, TENS))
    genitives = "|".join(_ordinal_days()[:LAST_SPELT])
    since = rf"(?P<since>(?:(?P<since_tens>{tens})\s)?(?P<since_day>{genitives}))"
    until = rf"(?P<until>(?:(?P<tens>{tens})\s)?(?P<day>{days}))"
    return re.compile(rf"(?<![а-я])(?:(?P<edge>{edges})\sдень|(?:{since}\s(?:{to})\s)?{until})\s$")


def _left_of(window: str) -> re.Match[str] | None:
    """The days and the year that end there; they begin with a digit or with words like "this year"."""
    begins = _patterns().left_begins.search(window)
    return _patterns().left.search(window, begins.start()) if begins else None


def _days(folded: str, first: int, last: int, begin: int, end: int, year: int | None, month: int) -> Iterator[Written]:
    """ "5", "5–7", "5 и 6", "5, 6 и 7" before one month"""
    found = list(_patterns().one_day.finditer(folded, first, last))
    for number, day in enumerate(found):
        until = bool(day["to"]) and number > 0
        yield Written(
            start=begin if number == 0 else day.start("day"),
            end=end if number == len(found) - 1 else day.end(),
            year=year,
            month=month,
            day=int(day["day"]),
            until=until,
        )


def _digits(folded: str, start: int, end: int, word: CalendarWord, done: int) -> Iterator[Written]:
    """05.12.2022, 05.12.22, 07–11.04, 2022-12-05"""
    while start > done and folded[start - 1] in "0123456789":
        start -= 1
    found = NUMERIC.match(folded, start)
    if (
        found is None
        or folded[start - 1 : start].isalpha()
        or NO_DATE_BEFORE.search(folded[max(0, start - 10) : start])
    ):
        return
    end = _past_year_word(folded, found.end()) if found["year"] or found["loose_year"] else found.end()
    if found["iso"]:
        year, month, day = map(int, found["iso"].split("-"))
        yield Written(start, end, year, month, day)
    elif found["loose_day"]:
        yield Written(start, end, int(found["loose_year"]), int(found["loose_month"]), int(found["loose_day"]))
    elif found["first"]:
        year_of_both, month = _year(found["year"]), int(found["month"])
        yield Written(start, found.end("first"), year_of_both, int(found["first_month"] or month), int(found["first"]))
        yield Written(found.start("day"), end, year_of_both, month, int(found["day"]), until=True)
    else:
        yield Written(start, end, _year(found["year"]), int(found["month"]), int(found["day"]))


def _ended_day(folded: str, start: int, end: int, word: CalendarWord, done: int) -> Iterator[Written]:
    """ "30-ында", "21-і күні": the month was told before"""
    while start > done and folded[start - 1] in "0123456789":
        start -= 1
    found = ENDED_DAY.match(folded, start)
    if found is not None and not folded[start - 1 : start].isalpha():
        yield Written(start, found.end(), day=int(found["day"]))


def _numbered_day(folded: str, start: int, end: int, word: CalendarWord, done: int) -> Iterator[Written]:
    """ "5-го числа" """
    left = max(done, start - 10)
    before = _left_of(folded[left:start])
    if before is not None and before["days"]:
        yield Written(left + before.start("days"), end, day=int(re.findall("[0-9]+", before["days"])[-1]))


def _weekday(folded: str, start: int, end: int, word: CalendarWord, done: int) -> Iterator[Written]:
    if _is_word(folded, start, end):
        yield Written(start, end, weekday=int(word.value))


def _relative(folded: str, start: int, end: int, word: CalendarWord, done: int) -> Iterator[Written]:
    if _is_word(folded, start, end):
        yield Written(start, end, relative=word.value)


READERS: dict[str, Callable[[str, int, int, CalendarWord, int], Iterator[Written]]] = {
    "month": _month,
    "digit": _digits,
    "ended_day": _ended_day,
    "numbered_day": _numbered_day,
    "weekday": _weekday,
    "relative": _relative,
}


def _is_word(folded: str, start: int, end: int) -> bool:
    return not folded[end : end + 1].isalpha() and (start == 0 or not folded[start - 1].isalpha())


def _year(digits: str | None) -> int | None:
    """ "2022" or "22" """
    if not digits:
        return None
    return int(digits) + (2000 if len(digits) == 2 else 0)


def _past_year_word(folded: str, end: int) -> int:
    """ "25.09.2024 жылы", "02.12.22г." """
    found = _patterns().year_word.match(folded, end)
    return found.end() if found else end


@cache
def _patterns() -> Patterns:
    lists = calendar_words().word_lists
    year = f"(?:{_any(lists['year'])})"
    day = f"[0-3]?[0-9](?:-?(?:{_any(lists['ordinal_endings'])}))?"
    joint = rf"\s?(?:[-–—]|(?:{_any(lists['to'])})\s|(?:{_any(lists['and'])})\s|,)\s?"
    this_year = f"(?:{_any(lists['this_year'])})"
    return Patterns(
        left=re.compile(
            rf"(?:(?<![0-9])(?P<year>(?:19|20)[0-9]{{2}})(?:[-–]?\s?{year}|(?=,))[, ]+"
            rf"|(?<![а-яa-z]){this_year}\s(?:{year}\s)?)?"
            rf"(?:(?<![0-9№])(?<![0-9]\.)(?P<days>{day}(?:{joint}{day})*)\s{{0,2}}(?:of\s)?)?$"
        ),
        left_begins=re.compile(rf"[0-9]|{this_year}"),
        one_day=re.compile(
            rf"(?P<to>[-–—]|(?:{_any(lists['to'])})\s)?\s?(?P<day>[0-9]+)(?:-?(?:{_any(lists['ordinal_endings'])}))?"
        ),
        right_day=re.compile(
            rf"\s(?:айынын\s)?(?P<day>[0-3]?[0-9])(?![0-9.,]?[0-9]|\s?[%:])(?:-?(?:{_any(lists['ordinal_endings'])}))?(?:\s(?:{_any(lists['day'])}))?"
        ),
        right_year=re.compile(
            rf",?\s{{0,2}}(?:(?P<year>(?:19|20)[0-9]{{2}})(?![0-9])(?:\s?{year})?|{this_year}\s(?:{year})|(?:{_any(lists['day'])})(?![а-яa-z]))"
        ),
        year_word=re.compile(rf"\s?{year}"),
        place=re.compile(rf"\s(?:{'|'.join(lists['named_by_month'].split())})"),
    )


def _any(words: str) -> str:
    """A pattern of any of the words, longest first, none of them the beginning of a longer one."""
    longest_first = sorted(set(words.split()), key=len, reverse=True)
    return "|".join(re.escape(word) + ("" if word.endswith(".") else "(?![а-яa-z])") for word in longest_first)

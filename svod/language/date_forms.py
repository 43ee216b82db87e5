"""How one day is written: "5 декабря 2022 года", "қарашаның 21-і", "05.12.22", "December 5", "30-ында".

A day may be told where a month stands, digits with a full stop or a hyphen, a word like "вчера"; each kind has its own
reader, which looks left and right of that place. Nothing is resolved here.
"""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from svod.language.calendar_words import CalendarWord, CalendarWords, calendar_words
from svod.language.date_patterns import date_patterns
from svod.language.number_words import Place
from svod.language.spelt_days import spelt_before_month, spelt_behind_month, spelt_until
from svod.language.written_day import Written

DIGITS = frozenset("0123456789")
BETWEEN_DIGITS, ENDINGS = frozenset(".–-/"), frozenset("ыисг")
# A date in digits has one of these between them, a day in digits alone an ending.
IN_DIGITS = re.compile("[.–/-][0-9]|[0-9]-[ыисг]|[0-9] ?го")
CLOSING = frozenset(")»;:!?")  # what ends before a day: no day that it goes on from
LONGEST_DAY = 8  # characters of one before a dash: "25-ого "
FARTHEST_LEFT = 48  # characters: "2023 жылғы 25, 26 және 27 " before the month
GENITIVE = frozenset({"нын", "нин", "дын", "дин", "тын", "тин"})
ASCII_VERBS = ("may", "march")  # months only beside a day or year
NUMERIC = re.compile(
    r"(?P<iso>(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9])(?![0-9])"
    r"|(?:(?=[0-9.\s]{1,7}+[-–—])(?P<first>[0-3]?[0-9])(?:\.(?P<first_month>[01]?[0-9]))?\.?\s?[-–—]\s?)?"
    r"(?P<day>[0-3]?[0-9])\.(?P<month>[01][0-9])(?:\.(?P<year>(?:19|20)?[0-9]{2}))?(?![0-9%]|:[0-9]|\.[0-9]|,[0-9]|\s?%)"
    r"|(?P<loose_day>[0-3]?[0-9])\.(?P<loose_month>[1-9])\.(?P<loose_year>20[0-9]{2})(?![0-9])"
    r"|(?:(?P<slash_first>[0-3]?[0-9])\s?[-–—]\s?)?"
    r"(?P<slash_day>[0-3]?[0-9])/(?P<slash_month>[01][0-9])(?:/(?P<slash_year>(?:20)?[0-9]{2}))?(?![0-9/%-]|\s?кл)"
)
BULLETS = " \t-–—•*("  # what may stand before "25/11" in its line: elsewhere it is a part, or two telephone numbers
# A Kazakh possessive ending on a day; "и" is "і", folded.
ENDED_DAY = re.compile(
    r"(?P<day>[0-3]?[0-9])-(?:(?:с?[ыи])(?=\s(?:куни|кун))|ында|инде|сында|синде|ына|ине|сына|сине)(?![а-я])"
)
# "в 16.10" is an hour, "п. 5.12" a paragraph.
NUMBERING = (r"\bв\s", r"\bсагат\s", "№", r"№\s", r"\bп\.", r"\bп\.\s", "[0-9]", "[0-9][/.]")
PARAGRAPH = (rf"\bпункт[а-я]{{{letters}}}\s" for letters in range(5))
NO_DATE_BEFORE = re.compile("|".join(f"(?<={said})" for said in (*NUMBERING, *PARAGRAPH)))


def written_days(folded: str, places: list[Place] | None = None) -> list[Written]:
    """Every day, month, weekday and relative word, in order, none over another.

    `places` are those where one may begin, where the caller has them already.
    """
    found: list[Written] = []
    calendar = calendar_words()
    done = 0
    for start, piece in _places_in(folded, calendar) if places is None else places:
        if start < done:
            continue
        told = _told_at(folded, start, piece, calendar)
        if told is None:
            continue
        end, word = told
        here = READERS[word.kind](folded, start, end, word, done)
        if here:
            found += here
            done = here[-1].end
    return found


def _places_in(folded: str, calendar: CalendarWords) -> list[Place]:
    in_digits = [(found.start(), found[0][0]) for found in IN_DIGITS.finditer(folded)]
    return sorted([*in_digits, *calendar.places_in(folded)])


def places_at_digits(folded: str, start: int, end: int) -> Sequence[Place]:
    """Those that all digits between two places have: the sign before them, and the last one before an ending."""
    before = folded[start - 1 : start]
    is_joined = _goes_on(folded, end)
    if not is_joined and before not in BETWEEN_DIGITS:
        return ()
    places: list[Place] = []
    is_behind_sign = before in BETWEEN_DIGITS and folded[start].isascii()
    if is_behind_sign:
        places.append((start - 1, before))
    is_free = end - start > 1 or not is_behind_sign  # the digit of "05-1-и" goes with its sign
    is_ended = is_joined and not ENDINGS.isdisjoint(folded[end : end + 2]) and folded[end - 1].isascii()
    if is_ended and is_free:
        places.append((end - 1, folded[end - 1]))
    return places


def _goes_on(folded: str, end: int) -> bool:
    """ "26-го", and "26 го", "26го" as they are typed in haste."""
    sign = folded[end : end + 1]
    return sign == "-" or folded.startswith("го", end + (sign == " "))


def _told_at(folded: str, start: int, piece: str, calendar: CalendarWords) -> tuple[int, CalendarWord] | None:
    """Where what stands at a place ends, and what it is: of the phrases that begin so the longest."""
    if piece in BETWEEN_DIGITS:
        return start + 2, DIGIT
    if piece.isdecimal():
        return start + 1, ENDED_DIGIT
    for phrase in calendar.begun[piece]:
        end = start + len(phrase)
        if phrase == piece or folded.startswith(phrase, start):
            return end, calendar.meanings[phrase]
    return None


def _month(folded: str, start: int, end: int, word: CalendarWord, done: int) -> Sequence[Written]:
    """Days before the month's name, or, in Kazakh and English, behind it."""
    if folded[end : end + 1].isalpha() or folded[start - 1 : start].isalpha() or _names_a_place(folded, start, end):
        return ()
    patterns, month = date_patterns(), int(word.value)
    left = max(done, start - FARTHEST_LEFT)
    alone = _day_alone(folded, left, start)
    if alone is not None:
        year_behind = patterns.right_year.match(folded, end)
        end = year_behind.end() if year_behind is not None else end
        year = _year(year_behind and year_behind["year"])
        return (Written(start - 1 - len(alone), end, year, month, int(alone)),)
    begins = patterns.left_begins.search(folded, left, start)
    near = max(left, begins.start() - 2) if begins else start  # what stands before tells: "№ 5"
    before = patterns.left.search(folded[near:start]) if begins else None
    behind = patterns.right_day.match(folded, end) if not (before and before["days"]) else None
    spelt_behind = None
    if behind is not None:
        end = behind.end()
    elif not (before and before["days"]) and folded[end - 3 : end] in GENITIVE:
        spelt_behind = spelt_behind_month(folded, end, month)
        end = spelt_behind[1] if spelt_behind else end
    year_behind = patterns.right_year.match(folded, end)
    if year_behind is not None:
        end = year_behind.end()
    year = _year(year_behind and year_behind["year"]) or _year(before and before["year"])
    begin = near + before.start() if before else start
    if before and before["days"]:
        return _days(folded, near + before.start("days"), near + before.end("days"), begin, end, year, month)
    if behind is not None:
        first = Written(begin, end if not behind["last"] else behind.end("day"), year, month, int(behind["day"]))
        last = behind["last"] and Written(behind.start("last"), end, year, month, int(behind["last"]), until=True)
        return (first, last) if last else (first,)
    if spelt_behind is not None:
        return (Written(begin, end, year, month, spelt_behind[0]), *spelt_until(folded, end, year, month))
    if spelt := list(spelt_before_month(folded, left, start, Written(begin, end, year, month))):
        return spelt
    return (Written(begin, end, year, month),) if year or folded[start:end] not in ASCII_VERBS else ()


def _day_alone(folded: str, left: int, start: int) -> str | None:
    """ "5" of "прошла 5 декабря", as most days are written: with nothing before it that goes on with them."""
    first = start - 1
    while first > left and folded[first - 1] in DIGITS:
        first -= 1
    day, before = folded[first : start - 1], folded[left:first].rsplit(None, 1)
    if folded[start - 1] != " " or not (0 < len(day) <= 2 and int(day) < 40) or not folded[first - 1].isspace():
        return None
    last = before[-1].rstrip(".") if before else ""
    if last.isalpha():
        return day if last not in date_patterns().before_days else None
    return day if last and (last[-1] in CLOSING or _is_bullet(before)) else None


def _is_bullet(before: list[str]) -> bool:
    """The dash of "- 2 декабря", with no other day before it."""
    return len(before) > 1 and before[1] == "-" and DIGITS.isdisjoint(before[0][-LONGEST_DAY:])


def _names_a_place(folded: str, start: int, end: int) -> bool:
    """ "Май ауданында", "Наурыз ауылында"; not "қарашада ауданда", "25 қараша ауданда"."""
    is_bare = folded[start:end] in calendar_words().bare_months and not folded[max(0, start - 2) : start - 1].isdigit()
    return is_bare and date_patterns().place.match(folded, end) is not None


def _falls(one: re.Match[str], other: re.Match[str]) -> bool:
    return not other["to"] and int(one["day"]) > int(other["day"])


def _days(folded: str, first: int, last: int, begin: int, end: int, year: int | None, month: int) -> list[Written]:
    """ "5", "5–7", "5 и 6", "5, 6 и 7" before one month"""
    if folded[first:last].isdigit():
        return [Written(begin, end, year, month, int(folded[first:last]))]
    found = list(date_patterns().one_day.finditer(folded, first, last))
    falls = [at for at, (one, other) in enumerate(pairwise(found), 1) if _falls(one, other)]
    if falls:  # "СШ 12, 4 декабря": what is before is no day
        found = found[falls[-1] :]
        begin = found[0].start("day")
    return [
        Written(
            start=begin if number == 0 else day.start("day"),
            end=end if number == len(found) - 1 else day.end(),
            year=year,
            month=month,
            day=int(day["day"]),
            until=bool(day["to"]) and number > 0,
        )
        for number, day in enumerate(found)
    ]


def _digits(folded: str, start: int, end: int, word: CalendarWord, done: int) -> Sequence[Written]:
    """05.12.2022, 05.12.22, 07–11.04, 2022-12-05, 05/12"""
    while start > done and folded[start - 1] in "0123456789":
        start -= 1
    found = NUMERIC.match(folded, start)
    if found is None or folded[start - 1 : start].isalpha() or NO_DATE_BEFORE.match(folded, start):
        return ()
    if found["slash_day"]:
        return _slashed(folded, start, found)
    end = _past_year_word(folded, found.end()) if found["year"] or found["loose_year"] else found.end()
    if found["iso"]:
        year, month, day = map(int, found["iso"].split("-"))
        return (Written(start, end, year, month, day),)
    if found["loose_day"]:
        day, month, year = int(found["loose_day"]), int(found["loose_month"]), int(found["loose_year"])
        return (Written(start, end, year, month, day),)
    last = Written(found.start("day"), end, _year(found["year"]), int(found["month"]), int(found["day"]))
    if not found["first"]:
        last.start = start
        return (last,)
    last.until, month = True, int(found["first_month"] or found["month"])
    return Written(start, found.end("first"), last.year, month, int(found["first"])), last


def _slashed(folded: str, start: int, found: re.Match[str]) -> Sequence[Written]:
    """ "25/11" and "06–08/12" where they open a line, "25/11/2024" anywhere."""
    year, month = _year(found["slash_year"]), int(found["slash_month"])
    if year is None and folded[folded.rfind("\n", 0, start) + 1 : start].strip(BULLETS):
        return ()
    last = Written(found.start("slash_day"), found.end(), year, month, int(found["slash_day"]))
    if not found["slash_first"]:
        return (last,)
    last.until = True
    return Written(start, found.end("slash_first"), year, month, int(found["slash_first"])), last


def _ended_day(folded: str, start: int, end: int, word: CalendarWord, done: int) -> Sequence[Written]:
    """ "30-ында", "21-і күні", "28-го": the month was told before"""
    while start > done and folded[start - 1] in "0123456789":
        start -= 1
    found = ENDED_DAY.match(folded, start) or date_patterns().ordinal_day.match(folded, start)
    if found is None or folded[start - 1 : start].isalpha():
        return ()
    return (Written(start, found.end(), day=int(found["day"])),)


def _numbered_day(folded: str, start: int, end: int, word: CalendarWord, done: int) -> Sequence[Written]:
    """ "5-го числа" """
    left = max(done, start - 10)
    before = date_patterns().left.search(folded[left:start])
    if before is None or not before["days"]:
        return ()
    return (Written(left + before.start("days"), end, day=int(re.findall("[0-9]+", before["days"])[-1])),)


def _weekday(folded: str, start: int, end: int, word: CalendarWord, done: int) -> Sequence[Written]:
    return (Written(start, end, weekday=int(word.value)),) if _is_word(folded, start, end) else ()


def _relative(folded: str, start: int, end: int, word: CalendarWord, done: int) -> Sequence[Written]:
    return (Written(start, end, relative=word.value),) if _is_word(folded, start, end) else ()


READERS: dict[str, Callable[[str, int, int, CalendarWord, int], Sequence[Written]]] = {
    "month": _month,
    "digit": _digits,
    "ended_day": _ended_day,
    "numbered_day": _numbered_day,
    "weekday": _weekday,
    "relative": _relative,
}
DIGIT, ENDED_DIGIT = CalendarWord("digit", 0), CalendarWord("ended_day", 0)


def _is_word(folded: str, start: int, end: int) -> bool:
    return not folded[end : end + 1].isalpha() and (start == 0 or not folded[start - 1].isalpha())


def _year(digits: str | None) -> int | None:
    """ "2022" or "22" """
    if not digits:
        return None
    return int(digits) + (2000 if len(digits) == 2 else 0)


def _past_year_word(folded: str, end: int) -> int:
    """ "25.09.2024 жылы", "02.12.22г." """
    if not (folded[end : end + 1].isalpha() or folded[end + 1 : end + 2].isalpha()):
        return end
    found = date_patterns().year_word.match(folded, end)
    return found.end() if found else end

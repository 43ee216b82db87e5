"""What may stand around a month's name: days, years and the words for them."""

import re
from dataclasses import dataclass

from svod.language.calendar_words import calendar_words
from svod.language.once import Once


@dataclass(frozen=True, slots=True)
class Patterns:
    left: re.Pattern[str]  # the days, «28» as well, and the year before a month
    left_begins: re.Pattern[str]  # what they begin with: a digit, a quotation mark or "this year"
    before_days: frozenset[str]  # words that what they tell goes on with: "по" 5, "и" 5, "2023 года" 5
    one_day: re.Pattern[str]
    right_day: re.Pattern[str]
    right_year: re.Pattern[str]
    year_word: re.Pattern[str]
    place: re.Pattern[str]
    ordinal_day: re.Pattern[str]  # "28-го", where no month and nothing else that is numbered stands behind it


def date_patterns() -> Patterns:
    """The compiled patterns, made at first use."""
    return _PATTERNS.get()


def _made() -> Patterns:
    lists = calendar_words().word_lists
    year = f"(?:{any_of(lists['year'])})"
    day = f"[0-3]?[0-9](?:-?(?:{any_of(lists['ordinal_endings'])}))?"
    joint = rf"\s?(?:[-–—]|(?:{any_of(lists['to'])})\s|(?:{any_of(lists['and'])})\s|,)\s?"
    this_year = f"(?:{any_of(lists['this_year'])})"
    return Patterns(
        left_begins=re.compile(rf"[0-9«“\"]|{this_year}"),
        left=re.compile(
            rf"(?=[0-9«“\"]|(?<![а-яa-z]){this_year})"
            rf"(?:(?<![0-9])(?P<year>(?:19|20)[0-9]{{2}})(?:[-–]?\s?{year}|(?=,))[, ]+"
            rf"|(?<![а-яa-z]){this_year}\s(?:{year}\s)?)?"
            rf"(?:(?<![0-9№])(?<![0-9]\.)(?<!№\s)(?P<quote>[«“\"])?(?P<days>{day}(?:{joint}{day})*)"
            rf"(?(quote)[»”\"]\s{{0,2}}|(?:\s{{0,2}}|-))(?:of\s)?)?$"
        ),
        before_days=frozenset(
            word.rstrip(".") for name in ("year", "to", "and", "this_year") for word in lists[name].split()
        ),
        one_day=re.compile(
            rf"(?P<to>[-–—]|(?:{any_of(lists['to'])})\s)?\s?(?P<day>[0-9]+)(?:-?(?:{any_of(lists['ordinal_endings'])}))?"
        ),
        right_day=re.compile(
            rf"(?:[^\S\n]|\n(?![0-9]{{1,2}}[.)]))(?:айынын\s)?(?P<day>[0-3]?[0-9])(?![0-9.,]?[0-9]|\s?[%:])(?:\s?[-–—]\s?(?P<last>[0-3]?[0-9])(?![0-9.,]?[0-9]))?"
            rf"(?:-?(?:{any_of(lists['ordinal_endings'])}))?(?:\s(?:{any_of(lists['day'])}))?"
        ),
        right_year=re.compile(
            rf",?+\s{{0,2}}+(?:(?P<year>(?:19|20)[0-9]{{2}})(?![0-9])(?:\s?{year})?|{this_year}\s(?:{year})|(?:{any_of(lists['day'])})(?![а-яa-z]))"
        ),
        year_word=re.compile(rf"\s?{year}"),
        place=re.compile(rf"\s(?:{'|'.join(lists['named_by_month'].split())})"),
        ordinal_day=re.compile(
            rf"(?P<day>[0-3]?[0-9])[- ]?го(?![а-я]|\s?[«\"„][^»\"“]{{1,5}}[»\"“]|\s(?:и|или)\s[0-9])"
            rf"(?!\s(?:{'|'.join([*lists['numbered'].split(), *calendar_words().months])}))"
        ),
    )


_PATTERNS = Once(_made)


def any_of(words: str) -> str:
    """A pattern of any of the words, longest first, none of them the beginning of a longer one."""
    longest_first = sorted(set(words.split()), key=len, reverse=True)
    return "|".join(re.escape(word) + ("" if word.endswith(".") else "(?![а-яa-z])") for word in longest_first)

"""What a number is: a quantity, or a class, a year, an age, a part of a name.

A role is decided by a chain of rules, each looking at one `Seen` number and answering a role or nothing; their order
stands below them. What stands behind a number is matched once, by a pattern made of the languages' `role` tables.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from svod.language import LANGUAGES
from svod.language.calendar_words import calendar_words
from svod.language.fold import KAZAKH
from svod.language.number_behind import COUNTED, ROLE, goes_on, role_behind
from svod.language.number_words import NumberWords, alternatives, language_table
from svod.language.numerals import Numeral

Role = Literal[
    "quantity", "ordinal", "label", "date", "time", "year", "percent", "money", "age", "duration", "grade", "fraction"
]
NUMBER_SIGNS = ("№", "#", "§")
LONGEST_BEFORE = 20  # characters of the word before a number that are looked at
ENDS = (".", ":", ";")  # of what stands before a list's number
YEARS = range(1900, 2101)
LAST_CLASS = 12
OPENING_QUOTES, CLOSING_QUOTES = frozenset('«“"'), frozenset('»”"')
CURRENCIES = frozenset("$€₸")
SPACES = frozenset({" ", "\n", "(", ""})  # what stands before a number that nothing is written to
# 05.12.2022, 14:00, 8-701-123-45-67
ROLE_OF_SHAPE: Mapping[str, Role] = {"date": "date", "time": "time", "label": "label"}
TOLD_BEHIND: Mapping[str, Role] = {"percent": "percent", "money": "money", "age": "age", "duration": "duration"}


KEYCAP = frozenset("\ufe0f\u20e3")  # what makes a digit a coloured key
# 5, 6 и 7 декабря
MORE_DAYS = re.compile(
    r"(?:\s?(?:[,–—-]|(?:и|по|до|мен|пен|бен|and|to)\s)\s?[0-9]{1,2}(?:-?(?:го|ого|е|ое|st|nd|rd|th))?){0,3}"
    r"\s?(?:of )?([а-яa-z]+)"
)
# 5, 6 и 7 классов; 9-х и 11- го классов
MORE_CLASSES = re.compile(
    r"(?:\s?(?:[,–—-]|(?:и|по|до|мен|пен|бен|and|to)\s)\s?[0-9]{1,2}(?:\s?-\s?[а-я]{1,3}(?![а-я]))?){1,4}"
)


@dataclass(slots=True, init=False)
class Seen:
    """A numeral where it stands. `behind` is the role that the words after it give, "" where they give none.

    `goes_on`: what stands behind it may be more than what it counts. `before` and `after` are the characters beside it,
    "" where the text begins or ends; `word_before` is the word before it, with the signs written to it.
    """

    text: str
    folded: str
    numeral: Numeral
    qualified: bool
    words: NumberWords
    goes_on: bool
    behind: str
    before: str
    after: str
    word_before: str

    def __init__(self, text: str, folded: str, numeral: Numeral, words: NumberWords, qualified: bool) -> None:
        self.text, self.folded, self.numeral, self.words, self.qualified = text, folded, numeral, words, qualified
        behind = goes_on(folded, numeral.end)
        self.goes_on = behind != COUNTED
        self.behind = role_behind(folded, numeral.end, words) if behind == ROLE else ""
        self.before = folded[numeral.start - 1 : numeral.start]
        self.after = folded[numeral.end : numeral.end + 1]
        self.word_before = _last_word(folded[max(0, numeral.start - LONGEST_BEFORE) : numeral.start].rstrip())


def _last_word(text: str) -> str:
    return text[1 + max(text.rfind(" "), text.rfind("\n")) :]


def role_of(text: str, folded: str, numeral: Numeral, words: NumberWords, *, qualified: bool) -> Role:
    """The role of a numeral. `qualified`: words like "свыше" stand at it."""
    if numeral.shape in ROLE_OF_SHAPE:
        return ROLE_OF_SHAPE[numeral.shape]
    seen = Seen(text, folded, numeral, words, qualified)
    if numeral.shape == "word":
        return _of_words(seen) or "quantity"
    return (_before_a_word(seen) if _stands_before_a_word(seen) else _of_digits(seen)) or "quantity"


def glued_to_letters(seen: Seen) -> Role | None:
    """C190, ШГ12, Ревизор-2024; but "участвовало45 девушек" and "охват-340 человек" """
    letters = seen.folded[max(0, seen.numeral.start - 5) : seen.numeral.start]
    if seen.before.isalpha():
        return None if len(letters) > 3 and letters[-4:].isalpha() else "label"
    hyphenated = seen.before in ("-", "–") and letters[-2:-1].isalpha()
    return "label" if hyphenated and not _counted_noun().match(seen.folded, seen.numeral.end) else None


def numbered_name(seen: Seen) -> Role | None:
    """№ 135, статья 182, Конвенция 190, каб. 12; "старше сорока" """
    word = seen.word_before
    return "label" if word.endswith(NUMBER_SIGNS) or word.lstrip('(«"') in seen.words.labels else None


def list_marker(seen: Seen) -> Role | None:
    """ "1) …", "2. …", "3 | …" where the line begins so; "1️⃣" anywhere"""
    if seen.after in KEYCAP:
        return "label"
    if seen.qualified:
        return None
    sign = seen.folded[seen.numeral.end : seen.numeral.end + 2].lstrip(" ")[:1]
    if sign not in (")", ".", "|", "\t") or not sign:
        return None
    line = seen.folded.rfind("\n", 0, seen.numeral.start) + 1
    opened = seen.folded[line : seen.numeral.start].strip(" \t|")
    # Notes are numbered inside a line too: "предложения:1) включить; 2) наладить".
    in_brackets = opened.rfind("(") > opened.rfind(")")
    if (
        sign == "."
        and opened.endswith(ENDS)
        and (seen.numeral.most == 1 or not opened.endswith(":"))  # "Өткізілген шаралар саны: 12. Қатысқаны: 540."
        and seen.text[seen.numeral.end + 1 : seen.numeral.end + 3].strip().istitle()
    ):
        return "label"  # "2. Выставка рисунков. 3. Психолог провела тренинг"
    return "label" if not opened or (sign == ")" and not in_brackets) else None


def quoted(seen: Seen) -> Role | None:
    """ "контакт-центр «111»" """
    return "label" if seen.before in OPENING_QUOTES and seen.after in CLOSING_QUOTES else None


def one_of_many(seen: Seen) -> Role | None:
    """ "одна из форм работы" counts nothing"""
    following = seen.folded[seen.numeral.end : seen.numeral.end + 6].split()
    return "label" if seen.numeral.most == 1 and following and following[0] in ("из", "of") else None


def year(seen: Seen) -> Role | None:
    """ "2022 год", "2023 жылғы", "2023–2024 учебный год", "в 2023.", "2023-й" """
    numeral = seen.numeral
    if int(numeral.most) not in YEARS or numeral.shape != "plain" or numeral.scale != 1:
        return None
    if seen.behind == "year" or numeral.suffix == "ordinal":
        return "year"
    if seen.qualified or numeral.most % 100 == 0 or numeral.most < 1980 or numeral.case:
        return None
    return None if seen.folded[numeral.end : numeral.end + 2].strip(" ")[:1].isalpha() else "year"


def day_of_month(seen: Seen) -> Role | None:
    """ "5 декабря", "5, 6 и 7 декабря", "қарашаның 21-і", "December 5" """
    if seen.numeral.most > 31:
        return None
    calendar, folded, end = calendar_words(), seen.folded, seen.numeral.end
    if seen.goes_on:
        if folded[end + 1 : max(end, folded.find(" ", end + 1, end + LONGEST_BEFORE))] in calendar.months:
            return "date"  # "5 декабря", as most are written
        behind = MORE_DAYS.match(folded, end)
        if behind is not None and behind[1] in calendar.months:
            return "date"
    month = seen.word_before if seen.before == " " else ""
    if month not in calendar.months:
        return None
    of_kazakh_month = month in calendar.kazakh_months and seen.numeral.suffix != ""
    return "date" if of_kazakh_month or month.isascii() else None


def school_class(seen: Seen) -> Role | None:
    """ "5-11 классы", "7-8-сынып", "9 «А»", "5, 6 и 7 классы"; but "в 63 классах" """
    if seen.numeral.most > LAST_CLASS or not seen.goes_on:
        return None
    more = MORE_CLASSES.match(seen.folded, seen.numeral.end) if seen.behind != "grade" else None
    behind = seen.behind if more is None else role_behind(seen.folded, more.end(), seen.words)
    return "grade" if behind == "grade" else None


def told_behind(seen: Seen) -> Role | None:
    """ "71 %", "18 лет", "500 тенге", "16 дней", "2 года" """
    behind = "money" if seen.before in CURRENCIES else seen.behind
    if behind in TOLD_BEHIND:
        return TOLD_BEHIND[behind]
    if behind == "year" and seen.numeral.most < YEARS.start:
        return "duration"
    return "label" if behind == "label" and not seen.qualified else None


def ordinal(seen: Seen) -> Role | None:
    """ "первый", "үшінші", "21-і", "3-го" """
    numeral = seen.numeral
    if numeral.sense == "ordinal" or numeral.suffix == "ordinal":
        return "ordinal"
    if numeral.suffix == "possessive" and numeral.most <= 31:
        return "ordinal"
    # "21-і" and the Russian "5-и" are folded alike
    return "ordinal" if numeral.suffix == "cardinal" and seen.text[numeral.end - 1] in KAZAKH else None


def hyphenated_noun(seen: Seen) -> Role | None:
    """ "190-конвенция", "47-мектеп": a Kazakh ordinal; but "45-человек" """
    end = seen.numeral.end
    hyphenated = seen.after in ("-", "–") and seen.folded[end + 1 : end + 2].isalpha()
    return "ordinal" if hyphenated and not _counted_noun().match(seen.folded, end) else None


def fraction(seen: Seen) -> Role | None:
    """ "4,5 балла": nobody comes by halves"""
    return None if seen.numeral.least == int(seen.numeral.least) else "fraction"


def _of_digits(seen: Seen) -> Role | None:
    return (
        glued_to_letters(seen)
        or numbered_name(seen)
        or list_marker(seen)
        or quoted(seen)
        or year(seen)
        or day_of_month(seen)
        or school_class(seen)
        or ordinal(seen)
        or told_behind(seen)
        or hyphenated_noun(seen)
        or fraction(seen)
    )


def _of_words(seen: Seen) -> Role | None:
    return ordinal(seen) or one_of_many(seen) or told_behind(seen) or fraction(seen) or numbered_name(seen)


def _stands_before_a_word(seen: Seen) -> bool:
    """Whole digits between spaces, a word behind them: what most numbers are."""
    numeral = seen.numeral
    is_whole = numeral.shape == "plain" and numeral.sense == "" and numeral.scale == 1
    between_spaces = seen.before in SPACES and seen.after == " "
    return is_whole and between_spaces and seen.folded[numeral.end + 1 : numeral.end + 2].isalpha()


def _before_a_word(seen: Seen) -> Role | None:
    """The other rules have nothing to say there; no more than three have where neither that word nor an ending does."""
    if not (seen.behind or seen.numeral.suffix):
        return numbered_name(seen) or day_of_month(seen) or school_class(seen)
    return (
        numbered_name(seen)
        or year(seen)
        or day_of_month(seen)
        or school_class(seen)
        or ordinal(seen)
        or told_behind(seen)
    )


@cache
def _counted_noun() -> re.Pattern[str]:
    tables = [language_table(language, "numbers") for language in LANGUAGES]
    return re.compile(r"[\s-]?(?:" + alternatives(noun for table in tables for noun in table["label"]["unless"]) + ")")

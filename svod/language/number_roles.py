"""What a number is: a quantity, or a class, a year, an age, a part of a name.

A role is decided by a chain of rules, each looking at one `Seen` number and answering a role or nothing; their order is
the list `RULES`. What stands behind a number is matched once, by a pattern made of the languages' `role` tables.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import Literal, NamedTuple

from svod.language.calendar_words import calendar_words
from svod.language.fold import KAZAKH
from svod.language.number_words import LANGUAGES, alternatives, language_table
from svod.language.numerals import Numeral

Role = Literal[
    "quantity", "ordinal", "label", "date", "time", "year", "percent", "money", "age", "duration", "grade", "fraction"
]
YEARS = range(1900, 2101)
LAST_CLASS = 12


class Seen(NamedTuple):
    """A numeral where it stands. `behind` is the role that the words after it give, "" where they give none."""

    text: str
    folded: str
    numeral: Numeral
    qualified: bool
    labels: frozenset[str]
    behind: str

    @property
    def is_digits(self) -> bool:
        return self.numeral.shape != "word"

    @property
    def before(self) -> str:
        """The character before, "" at the beginning."""
        return self.folded[self.numeral.start - 1 : self.numeral.start]

    @property
    def after(self) -> str:
        return self.folded[self.numeral.end : self.numeral.end + 1]


def role_of(text: str, folded: str, numeral: Numeral, *, qualified: bool, labels: frozenset[str]) -> Role:
    """The role of a numeral. `qualified`: words like "свыше" stand at it. `labels`: words that name by number."""
    behind = behind_pattern().match(folded, numeral.end)
    seen = Seen(text, folded, numeral, qualified, labels, (behind.lastgroup or "") if behind else "")
    for rule in RULES:
        role = rule(seen)
        if role is not None:
            return role
    return "quantity"


def shape(seen: Seen) -> Role | None:
    """05.12.2022, 14:00, 8-701-123-45-67"""
    if seen.numeral.shape == "date":
        return "date"
    if seen.numeral.shape == "time":
        return "time"
    return "label" if seen.numeral.shape == "label" else None


def glued_to_letters(seen: Seen) -> Role | None:
    """C190, ШГ12, Ревизор-2024; but "участвовало45 девушек" and "охват-340 человек" """
    if not seen.is_digits:
        return None
    letters = seen.folded[max(0, seen.numeral.start - 5) : seen.numeral.start]
    if letters[-1:].isalpha():
        return None if len(letters) > 3 and letters[-4:].isalpha() else "label"
    hyphenated = letters[-1:] in ("-", "–") and letters[-2:-1].isalpha()
    return "label" if hyphenated and not _counted_noun().match(seen.folded, seen.numeral.end) else None


def numbered_name(seen: Seen) -> Role | None:
    """№ 135, статья 182, Конвенция 190, каб. 12"""
    if not seen.is_digits:
        return None
    start = seen.numeral.start
    before = seen.folded[max(0, start - 20) : start].rstrip(" ")
    if before[-1:] in ("№", "#", "§"):
        return "label"
    words = before.split()
    return "label" if words and words[-1].lstrip('(«"') in seen.labels else None


def list_marker(seen: Seen) -> Role | None:
    """ "1) …", "2. …", "3 | …" where the line begins so"""
    if not seen.is_digits or seen.qualified:
        return None
    sign = seen.folded[seen.numeral.end : seen.numeral.end + 2].lstrip(" ")[:1]
    if sign not in (")", ".", "|", "\t") or not sign:
        return None
    line = seen.folded.rfind("\n", 0, seen.numeral.start) + 1
    opened = seen.folded[line : seen.numeral.start].strip(" \t|")
    # Notes are numbered inside a line too: "предложения:1) включить; 2) наладить".
    return "label" if not opened or (sign == ")" and "(" not in opened) else None


def year(seen: Seen) -> Role | None:
    """ "2022 год", "2023 жылғы", "2023–2024 учебный год", "в 2023.", "2023-й" """
    numeral = seen.numeral
    if not seen.is_digits or int(numeral.most) not in YEARS or numeral.shape != "plain" or numeral.scale != 1:
        return None
    if seen.behind == "year" or numeral.suffix == "ordinal":
        return "year"
    if seen.qualified or numeral.most % 100 == 0 or numeral.most < 1980 or numeral.case:
        return None
    return None if seen.folded[numeral.end : numeral.end + 2].strip(" ")[:1].isalpha() else "year"


def day_of_month(seen: Seen) -> Role | None:
    """ "5 декабря", "5, 6 и 7 декабря", "қарашаның 21-і", "December 5" """
    if seen.numeral.most > 31 or not seen.is_digits:
        return None
    if seen.behind == "date":
        return "date"
    words = seen.folded[max(0, seen.numeral.start - 16) : seen.numeral.start].split()
    if seen.before != " " or not words or words[-1] not in calendar_words().months:
        return None
    of_kazakh_month = words[-1] in calendar_words().kazakh_months and seen.numeral.suffix != ""
    return "date" if of_kazakh_month or words[-1].isascii() else None


def school_class(seen: Seen) -> Role | None:
    """ "5-11 классы", "7-8-сынып", "9 «А»"; but "в 63 классах" """
    return "grade" if seen.behind == "grade" and seen.is_digits and seen.numeral.most <= LAST_CLASS else None


def told_behind(seen: Seen) -> Role | None:
    """ "71 %", "18 лет", "500 тенге", "16 дней", "2 года" """
    behind = seen.behind
    if behind == "percent" or behind == "money" or behind == "age":
        return behind
    if behind == "duration" or (behind == "year" and seen.numeral.most < YEARS.start):
        return "duration"
    return "label" if behind == "label" and seen.is_digits and not seen.qualified else None


def ordinal(seen: Seen) -> Role | None:
    """ "первый", "үшінші", "21-і", "3-го"; and "190-конвенция", as Kazakh numbers its nouns"""
    numeral = seen.numeral
    if numeral.sense == "ordinal" or numeral.suffix == "ordinal":
        return "ordinal"
    if numeral.suffix == "possessive" and numeral.most <= 31:
        return "ordinal"
    # "21-і" and the Russian "5-и" are folded alike
    if numeral.suffix == "cardinal" and seen.text[numeral.end - 1] in KAZAKH:
        return "ordinal"
    hyphenated = (
        seen.is_digits and seen.after in ("-", "–") and seen.folded[numeral.end + 1 : numeral.end + 2].isalpha()
    )
    return "ordinal" if hyphenated and not _counted_noun().match(seen.folded, numeral.end) else None


def fraction(seen: Seen) -> Role | None:
    """ "4,5 балла": nobody comes by halves"""
    return None if seen.numeral.least == int(seen.numeral.least) else "fraction"


RULES: tuple[Callable[[Seen], Role | None], ...] = (
    shape,
    glued_to_letters,
    numbered_name,
    list_marker,
    year,
    day_of_month,
    school_class,
    told_behind,
    ordinal,
    fraction,
)


@cache
def behind_pattern() -> re.Pattern[str]:
    """What may stand behind a number, by the role it gives. A language's exceptions come first and give none."""
    tables = [language_table(language, "numbers") for language in LANGUAGES]
    roles = {role: [word for table in tables for word in table["role"].get(role, ())] for role in tables[0]["role"]}
    exceptions = [word for table in tables for word in table["but"]["quantity"]]
    month = alternatives(calendar_words().months)
    ending = "(?:-?(?:го|ого|е|ое|st|nd|rd|th))?"
    groups = [
        f"(?P<quantity>{alternatives(exceptions)})",
        f"(?P<date>(?:\\s?(?:,|и|по|до|-|–|—|мен|пен|бен|and|to)\\s?[0-9]{{1,2}}{ending}){{0,3}}\\s?(?:of )?(?:{month}))",
        '(?P<grade>[«"“„]\\s?[а-яa-z]\\s?[»"”“]|[а-я]\\s?(?:класс|кл\\b|сынып)|' + alternatives(roles["grade"]) + ")",
        *(
            f"(?P<{role}>{alternatives(roles[role])})"
            for role in ("percent", "money", "age", "year", "duration", "label")
        ),
    ]
    return re.compile(r"\s{0,2}[-–]?\s?(?:" + "|".join(groups) + ")")


@cache
def _counted_noun() -> re.Pattern[str]:
    tables = [language_table(language, "numbers") for language in LANGUAGES]
    return re.compile(r"[\s-]?(?:" + alternatives(noun for table in tables for noun in table["label"]["unless"]) + ")")

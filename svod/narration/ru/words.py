"""Russian words in the report: numbers with their nouns, places, days, lists, titles."""

import re
from collections.abc import Sequence
from functools import lru_cache

from babel.dates import get_month_names

from svod.language.bounds_text import printed
from svod.language.kk.letters import is_kazakh
from svod.language.ru.inflect import counted, inflect
from svod.language.ru.words import adjectives, noun
from svod.narration.runs import NBSP
from svod.packs.pack import Unit
from svod.records import Bounds, Period

LATIN = re.compile("[A-Za-z]")
AND = " и "
KINDS_OF_PLACE = {
    "ауылдық округі": "сельском округе",
    "ауыл округі": "сельском округе",
    "ауданы": "районе",
    "қаласы": "городе",
    "ауылы": "селе",
    "кенті": "посёлке",
}
PLACES = frozenset(
    {*KINDS_OF_PLACE, "округі", "округ", "село", "посёлок", "поселок", "аул", "город", "станция", "район", "область"}
    | {"пункт"}
)
HARD_TO_SAY = re.compile(r"\bс(?=\s(?:[сзшж][бвгджзклмнпрстфхцчшщ]|щ))")

declined = lru_cache(maxsize=10_000)(inflect)


def plural(phrase: str, case: str = "nomn") -> str:
    return declined(phrase, case, "plur")


def eased(text: str) -> str:
    """ "с специалистами" is hard to say: "со специалистами", "со студентами"."""
    return HARD_TO_SAY.sub("со", text)


@lru_cache(maxsize=5_000)
def agreement(phrase: str) -> str:
    """What a participle agrees with: masc, femn, neut or plur. "разъяснительная работа" is femn."""
    for word in phrase.split():
        if not adjectives(word):
            head = noun(word)
            return "plur" if head and head.number == "plur" else (head and head.gender) or "masc"
    return "masc"


def numbered(bounds: Bounds, phrase: str) -> tuple[str, str]:
    """The number and its noun, as a subject: "не менее 201", "мероприятия"; "5", "тренингов"."""
    return printed(bounds, "ru"), _after(bounds, phrase, "nomn")


def numbered_genitive(bounds: Bounds, phrase: str) -> tuple[str, str]:
    """The number and its noun in the genitive, as after "для": "21", "учащегося"; "45", "человек"."""
    return printed(bounds, "ru"), _after(bounds, phrase, "gent")


def numbered_in(bounds: Bounds, phrase: str) -> tuple[str, str]:
    """The number and its noun after "в": "13", "регионах"; "21", "регионе"."""
    last = bounds.least if bounds.most is None else bounds.most
    return printed(bounds, "ru"), declined(phrase, "loct", "sing" if _ends_in_one(last) else "plur")


@lru_cache(maxsize=5_000)
def _after(bounds: Bounds, phrase: str, case: str) -> str:
    last = bounds.least if bounds.most is None else bounds.most
    if bounds.is_exact and case == "nomn":
        return counted(last, phrase)
    # "не менее", "от … до" and "до" want the genitive: one ends in one, all others are many
    return declined(phrase, "gent") if _ends_in_one(last) else counted(5, phrase)


def _ends_in_one(number: int) -> bool:
    return number % 10 == 1 and number % 100 != 11


def counts_as(bounds: Bounds, phrase: str) -> str:
    """What a participle agrees with beside a number: "проведён 21 тренинг", "проведено 5", "проведено не менее 21"."""
    return agreement(phrase) if bounds.is_exact and _ends_in_one(bounds.least) else "neut"


def enumerated(parts: Sequence[str]) -> str:
    """ "А, Б и В"."""
    return AND.join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


@lru_cache(maxsize=1_000)
def day(period: Period, *, with_year: bool) -> str:
    """ "5 декабря", "с 28 по 30 ноября 2022 года", "с 28 ноября по 2 декабря"; the space after a day does not break."""
    first, last = period.first, period.last
    months = get_month_names("wide", locale="ru")
    year = f" {last.year}{NBSP}года" if with_year or first.year != last.year else ""
    end = f"{last.day}{NBSP}{months[last.month]}{year}"
    if first == last:
        return end
    begin = str(first.day)
    if (first.month, first.year) != (last.month, last.year):
        begin += f"{NBSP}{months[first.month]}"
    if first.year != last.year:
        begin += f" {first.year}{NBSP}года"
    return f"с{NBSP}{begin} по{NBSP}{end}"


def in_region(unit: Unit) -> str:
    """ "в Костанайской области", "в области Абай", "в городе Шымкенте"."""
    name = unit.names["ru"]
    if unit.kind == "city":
        return f"в городе {declined(name.removeprefix('город '), 'loct')}"
    return f"в {declined(name, 'loct')}"


def says_what_it_is(place: str) -> bool:
    """ "село Боровское", "Ақсу ауданы", but not "Каменка"."""
    return not PLACES.isdisjoint(place.lower().split())


@lru_cache(maxsize=5_000)
def in_place(place: str) -> str | None:
    """ "в Костанайском районе", "в селе Боровское"; None for a name that Russian does not decline.

    A Kazakh name keeps its form after the Russian word for what it is: "в районе Ақсу" for "Ақсу ауданы".
    """
    for what, said in KINDS_OF_PLACE.items():
        if place.endswith(f" {what}"):
            return f"в {said} {place.removesuffix(what).rstrip()}"
    return None if is_kazakh(place.split()[0]) or LATIN.search(place) else f"в {declined(place, 'loct')}"

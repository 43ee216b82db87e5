"""Kazakh words in the report: numbers with their nouns, places, days, lists."""

from collections.abc import Sequence
from functools import lru_cache

from babel.dates import get_month_names

from svod.language.bounds_text import printed
from svod.language.forms import Number
from svod.language.kk.inflect import inflect, is_possessed
from svod.language.kk.letters import is_kazakh
from svod.narration.runs import NBSP, Words, listed, text_of
from svod.records import Bounds, Period

AND = " және "

declined = lru_cache(maxsize=10_000)(inflect)


def plural(phrase: str, case: str = "nom") -> str:
    return declined(phrase, case, "plur")


def its(phrase: str, number: Number = "sing") -> str:
    """The noun as somebody's: "кездесу" -> "кездесуі", "кездесулері"."""
    return declined(phrase, "nom", number, "third")


@lru_cache(maxsize=1_000)
def held(noun: str, *, its_own: bool = False) -> str:
    """The noun as what somebody held: "семинар өткізді", but of what is possessed "сынып сағатын өткізді"."""
    return f"{noun}н" if its_own else declined(noun, "acc") if is_possessed(noun) else noun


def numbered(bounds: Bounds, noun: str, case: str = "nom") -> tuple[str, str]:
    """The number and its noun, which stays in the singular: "кемінде 301", "оқушы"; "45", "оқушының"."""
    return printed(bounds, "kk"), declined(noun, case)


@lru_cache(maxsize=5_000)
def joining(word: str) -> str:
    """The "and" after a word, by its last sound: "дәріс пен", "семинар мен", "қыз бен"."""
    with_it = declined(word, "ins") if word[-1:].isalpha() else word
    return f" {with_it[-3:]} " if with_it.endswith(("мен", "бен", "пен")) and with_it != word else AND


def enumerated(parts: Sequence[str], case: str = "nom") -> str:
    """ "дәріс пен семинар", "А, Б және В"; only the last one takes the case: "оқушылар мен ата-аналарға"."""
    told = [part for part in parts if part]
    if not told:
        return ""
    last = declined(told[-1], case)
    if len(told) == 1:
        return last
    glue = joining(told[0]) if len(told) == 2 else AND
    return f"{', '.join(told[:-1])}{glue}{last}"


def listed_nouns(parts: Sequence[Words]) -> Words:
    """Noun phrases in a list; two short ones are joined by "мен", what is long by "және"."""
    texts = [text_of(part) for part in parts]
    is_simple = len(parts) == 2 and all(len(text.split()) < 3 and text[-1:].isalpha() for text in texts)
    return listed(parts, joining(texts[0]) if is_simple else AND)


@lru_cache(maxsize=1_000)
def day(period: Period, *, with_year: bool) -> str:
    """ "5 желтоқсанда", "2022 жылғы 28–30 қарашада", "28 қараша мен 2 желтоқсан аралығында"."""
    first, last = period.first, period.last
    months = get_month_names("wide", locale="kk")
    one_year = first.year == last.year
    year = f"{first.year}{NBSP}жылғы " if with_year or not one_year else ""
    month = str(months[last.month])
    if first == last:
        return f"{year}{first.day}{NBSP}{declined(month, 'loc')}"
    if one_year and first.month == last.month:
        return f"{year}{first.day}–{last.day}{NBSP}{declined(month, 'loc')}"
    start = str(months[first.month])
    end = f"{last.day}{NBSP}{month}" if one_year else f"{last.year}{NBSP}жылғы {last.day}{NBSP}{month}"
    return f"{year}{first.day}{NBSP}{start}{joining(start)}{end} аралығында"


WHOLE = ("район", "область", "округ")  # a Russian name of something larger than a settlement
KINDS = ("қаласы", "ауылы", "ауданы", "кенті", "мекені", "округі", "станциясы", "облысы")
VILLAGE = ("село", "посёлок", "поселок", "аул", "станция")


def says_what_it_is(place: str) -> bool:
    """ "Қарлығаш ауылы", "село Каменка", but not "Каменка"."""
    words = place.lower().split()
    return place.lower().endswith(KINDS) or not {*WHOLE, *VILLAGE}.isdisjoint(words)


@lru_cache(maxsize=5_000)
def in_place(place: str) -> tuple[str, str]:
    """The key of the phrase for a place and its name: "Қарлығаш ауылында"; a Russian name stands before its kind."""
    first, _, rest = place.partition(" ")
    if is_kazakh(place) or place.endswith(("қаласы", "ауылы", "ауданы")):
        return "in_kazakh_place", declined(place, "loc")
    if rest and first.lower() in VILLAGE:
        return "in_village", rest
    if any(word in WHOLE for word in place.lower().split()):
        return "in_area", place
    return "in_place", place

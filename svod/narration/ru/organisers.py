"""Who held it, inside a Russian sentence: "первичной профсоюзной организацией школы № 5"."""

import re
from dataclasses import dataclass
from functools import lru_cache

from svod.language.kk.letters import is_kazakh
from svod.language.ru.words import adjectives, is_known, noun, readings
from svod.narration.ru.words import AND, LATIN, declined

OF_A_NAME = re.compile("(?:[оеё]в|[иы]н)ск(?:ий|ая|ое|ие)$")  # "Денисовская": what it is of is in no list
COMMON = frozenset({"банковский", "вузовский", "королевский", "материнский", "медицинский", "отцовский", "шефовский"})


@dataclass(frozen=True, slots=True)
class Named:
    """`by` is the organiser in the instrumental; where its case is not sure, it stands `beside` the sentence instead.

    Both are empty where the text did not give it in the nominative: better nobody than a wrong form.
    """

    by: str = ""
    beside: str = ""


@lru_cache(maxsize=5_000)
def named(organiser: str, proper: frozenset[str]) -> Named:
    """The organiser as it stands in the middle of a sentence. `proper` are the words that keep their capital."""
    words = organiser.split()
    first = words[0]
    if first.isupper() and first.isalpha() and _has_one_head(organiser):
        return Named(by=organiser)
    if is_kazakh(organiser.partition("«")[0]) or LATIN.search(first) or not first[:1].isalpha():
        return Named(beside=organiser)
    stands = _in_nominative(words)
    if stands is False or (len(words) == 1 and _is_ambiguous(first)):
        return Named()
    changed = declined(organiser, "ablt")
    if stands is None or _has_two_heads(words) or changed == organiser or not _has_one_head(organiser):
        return Named(beside=_begun_small(organiser, organiser, proper))
    return Named(by=_begun_small(changed, organiser, proper))


def head_of(organiser: str) -> str:
    """The noun by which one calls it: "организация" of "Костанайская областная организация"."""
    return next((word.lower() for word in organiser.split() if not adjectives(word)), "")


def _begun_small(text: str, nominative: str, proper: frozenset[str]) -> str:
    """The text with a small letter at its beginning, unless its first word is a name, shortened or unknown."""
    first = nominative.split()[0]
    return text if _keeps_its_capital(first, proper) else text[:1].lower() + text[1:]


def _keeps_its_capital(word: str, proper: frozenset[str]) -> bool:
    """ "Психологическая служба" began a sentence; "Карагандинская область", "КГУ", "Профактив" are written so."""
    if not word[1:].islower() or not all(_is_in_dictionary(part) for part in word.split("-")):
        return True
    best = readings(word)[0]
    if {best.normal_form, word.lower()} & proper or (OF_A_NAME.search(word) and best.normal_form not in COMMON):
        return True
    return bool({"Geox", "Name", "Surn", "Patr", "Orgn", "Abbr"} & best.tag.grammemes)


def _is_in_dictionary(word: str) -> bool:
    """Whether the dictionary itself has the word: not "Акбулакская", read by its ending after a usual prefix."""
    methods = readings(word)[0].methods_stack
    return len(methods) == 1 and type(methods[0][0]).__name__ == "DictionaryAnalyzer"


def _in_nominative(words: list[str]) -> bool | None:
    """Whether the head is given in the nominative: not in "Районной больницы"; None where the dictionary lacks it."""
    for word in words:
        if word.isupper() and len(word) > 1:
            return True
        if adjectives(word):
            continue
        if "/" in word or not is_known(word):  # "Д/с"
            return None
        return any(reading.tag.POS == "NOUN" and reading.tag.case == "nomn" for reading in readings(word))
    return True  # "Заведующая", "Учащиеся"


def _is_ambiguous(word: str) -> bool:
    """ "Школы" may be one school's doing or that of several."""
    head = noun(word)
    genitive = any(reading.tag.case == "gent" and reading.tag.number == "sing" for reading in readings(word))
    return bool(head and head.number == "plur" and genitive)


def _has_two_heads(words: list[str]) -> bool:
    """ "Колледж профком", as chats have it: both would have to decline, and nobody would say it so."""
    if len(words) < 2 or adjectives(words[0]) or not (words[1].islower() and is_known(words[1])):
        return False
    cases = {reading.tag.case for reading in readings(words[1]) if reading.tag.POS == "NOUN"}
    return bool(cases) and cases <= {"nomn", "accs"}


def _has_one_head(organiser: str) -> bool:
    """Not "Управление образования и областной профсоюз", where a second head would have to decline as well."""
    outside = re.sub("«[^»]*»", "", organiser)
    if "," in outside or " совместно " in outside:
        return False
    for part in outside.split(AND)[1:]:
        nouns = [noun(word) for word in part.split() if not adjectives(word)]
        if nouns and nouns[0] and nouns[0].number == "sing" and nouns[0].forms:
            return False
    return True

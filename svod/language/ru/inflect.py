"""Russian noun phrases in every form: the head noun and the adjectives before it decline, what follows it stays."""

from functools import lru_cache
from itertools import product
from typing import NamedTuple

from svod.language.forms import Form, Number
from svod.language.ru.nominative import nominative
from svod.language.ru.words import CASES, NUMBERS, Noun, adjective_form, adjectives, noun, singular_of

__all__ = ["agree", "counted", "forms", "inflect", "nominative", "singular"]


VOWELS = frozenset("аеёиоуыэюя")


class _Phrase(NamedTuple):
    """A phrase in the nominative, taken apart. `head` is None where its head is an adjective: "учащийся"."""

    before: tuple[str, ...]
    head: Noun | None
    after: str


@lru_cache(maxsize=5_000)
def forms(phrase: str) -> tuple[Form, ...]:
    """Every form of a phrase given in the nominative, each text once for a number and case.

    "круглый стол" -> "круглый стол", "круглого стола", …, "круглых столах". A plural has only plural forms; a word
    that never changes has one, of number and case "".
    """
    if not phrase:
        return ()
    parts = _taken_apart(phrase)
    if parts.head and not parts.head.forms and not any(adjectives(word) for word in parts.before):
        return (Form(phrase, "", ""),)
    found = (
        Form(text, number, case)
        for number, case in product(_numbers(parts), CASES)
        for text in _texts(parts, number, case)
    )
    return tuple(dict.fromkeys(found))


def inflect(phrase: str, case: str, number: Number = "sing") -> str:
    """A phrase given in the nominative, in that case and number; a plural-only phrase stays plural.

    `case` is one of nomn, gent, datv, accs, ablt, loct.
    """
    parts = _taken_apart(phrase)
    possible = _numbers(parts)
    texts = _texts(parts, number if number in possible else possible[0], case)
    return texts[0] if texts else phrase


@lru_cache(maxsize=1_000)
def singular(phrase: str) -> str:
    """The singular of a phrase given in the plural: "юные читатели" -> "юный читатель"; any other as it is."""
    parts = _taken_apart(phrase)
    if parts.head is None:  # "учащиеся"
        one = [adjective_form(word, "sing", "nomn", "masc", True) for word in parts.before]
        return _joined(one, "", parts.after)
    found = singular_of(parts.head)
    if found is None:
        return phrase
    before = [adjective_form(word, "sing", "nomn", found.gender, found.animate) for word in parts.before]
    return _joined(before, found.text, parts.after)


def agree(number: int, phrase: str) -> str:
    """A number with its noun: "2 мероприятия", "5 мероприятий", "21 мероприятие", "3 горячие линии"."""
    return f"{number} {counted(number, phrase)}"


def counted(number: int, phrase: str) -> str:
    """The form that the phrase (in the nominative singular) takes after the number, without the number."""
    last, last_two = number % 10, number % 100
    parts = _taken_apart(phrase)
    if last == 1 and last_two != 11:
        return inflect(phrase, "nomn")
    few = last in (2, 3, 4) and last_two not in (12, 13, 14)
    if not few or parts.head is None or _numbers(parts) == ("plur",):
        return _counted_plural(parts, phrase)
    adjective_case = "nomn" if parts.head.gender == "femn" else "gent"
    before = [adjective_form(word, "plur", adjective_case, "", False) for word in parts.before]
    return _joined(before, parts.head.form("sing", "gent") or parts.head.text, parts.after)


def _taken_apart(phrase: str) -> _Phrase:
    words = phrase.split(" ")
    for index, word in enumerate(words):
        if _is_shortened(word) and index + 1 < len(words):
            continue
        head = noun(word)
        first = all(map(_is_shortened, words[:index]))
        agrees = head is not None and (first or any(map(head.agrees, adjectives(words[index - 1]))))
        if agrees and not _describes_next(words[index:]):
            return _Phrase(tuple(words[:index]), head, " ".join(words[index + 1 :]))
        if not adjectives(word):
            break
    leading = next((index for index, word in enumerate(words) if not adjectives(word)), len(words))
    if leading == 0:
        return _Phrase((), Noun(phrase, "sing", ""), "")
    return _Phrase(tuple(words[:leading]), None, " ".join(words[leading:]))


def _is_shortened(word: str) -> bool:
    """ "кл. час", "кл час": a shortened adjective stays as it is."""
    return word.endswith(".") or not (word.isupper() or VOWELS & set(word.lower()))


def _describes_next(words: list[str]) -> bool:
    """Whether a word that might be a noun is an adjective of one behind: "рабочая встреча", "Успенская новая школа"."""
    own = adjectives(words[0])
    for word in words[1:] if own else ():
        following = noun(word)
        if following and any(map(following.agrees, own)):
            return True
        if not adjectives(word):
            break
    return False


def _numbers(parts: _Phrase) -> tuple[Number, ...]:
    if parts.head is None:
        return NUMBERS if any(reading.tag.number == "sing" for reading in adjectives(parts.before[-1])) else ("plur",)
    if not parts.head.forms:
        return ("sing",)
    return tuple(number for number in NUMBERS if parts.head.form(number, "nomn"))


def _texts(parts: _Phrase, number: Number, case: str) -> tuple[str, ...]:
    """The phrase in that number and case, the usual text first; several where the head has several ("часе", "часу")."""
    gender, animate = _gender(parts)
    before = [adjective_form(word, number, case, gender, animate) for word in parts.before]
    if parts.head is None:
        return (_joined(before, "", parts.after),)
    if not parts.head.forms:
        return (_joined(before, parts.head.text, parts.after),)
    heads = [text for a_number, a_case, text in parts.head.forms if (a_number, a_case) == (number, case)]
    return tuple(_joined(before, head, parts.after) for head in heads)


def _gender(parts: _Phrase) -> tuple[str, bool]:
    """A head that is an adjective itself is a person ("учащийся", "заведующая") or a town ("Рудный")."""
    if parts.head and (parts.head.gender or not parts.before):
        return parts.head.gender, parts.head.animate
    beside = parts.before[-1]  # "Районная СОШ": only what stands before a short name tells its gender
    gender = next((str(reading.tag.gender or "") for reading in adjectives(beside)), "")
    return gender, parts.head is None and not beside[:1].isupper()


def _counted_plural(parts: _Phrase, phrase: str) -> str:
    if parts.head and parts.head.text.lower() == "человек":  # "5 человек", not "5 людей"
        return phrase
    return inflect(phrase, "gent", "plur")


def _joined(before: list[str], head: str, after: str) -> str:
    return " ".join(filter(None, (*before, head, after)))

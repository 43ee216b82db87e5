"""The shapes a person's name takes. Each rule looks at the words from one place on and says how many are the name."""

import re
from collections.abc import Callable
from typing import NamedTuple

from svod.guard.names import STRONG, is_thing
from svod.guard.spelling import KAZAKH_CASE
from svod.guard.tokens import Run, Token
from svod.language.kk.letters import is_kazakh


class Shape(NamedTuple):
    """`length` words are a name, said by `rule` with `certainty`."""

    length: int
    rule: str
    certainty: float


ENDING = re.compile(f"[сш][ыи]$|{KAZAKH_CASE.pattern}")
TOWN_MARKS = ("Г.", "С.", "П.", "А.")  # город, село, посёлок, аул
Rule = Callable[[Run], Shape | None]


def surname_and_initials(run: Run) -> Shape | None:
    """ "Иванова А. А.", "Серікбаев Н.", "Айгүл С."; a word that is no name elsewhere needs two initials."""
    initials = _initials(run[1:])
    if run[0].initial or not initials or (run[0].place and run[1 + initials :] and run[1 + initials].word.surname):
        return None
    if _is_bare_initial(run[1]) and run[0].word.surname != STRONG:
        return None
    follows = run[1 + initials : 2 + initials]
    if not run[0].word.surname and (run[0].role or (follows and _may_be_surname(follows[0]))):
        return None  # "Құрметті С. Нұрғалиева"
    if run[0].word.is_name or _may_be_surname(run[0]):
        return Shape(1 + initials, "surname_and_initials", 0.95)
    return None


def initials_and_surname(run: Run) -> Shape | None:
    """ "А. А. Иванова", "Н.Серікбаев"; "Г. Рудный" is a town."""
    initials = _initials(run)
    if not initials or len(run) <= initials or _is_bare_initial(run[0]):
        return None
    last = run[initials]
    if last.initial or (initials == 1 and run[0].begins and last.place and run[0].text in TOWN_MARKS):
        return None
    if last.word.is_name or _may_be_surname(last) or initials > 1:
        return Shape(initials + 1, "initials_and_surname", 0.95)
    return None


def with_patronymic(run: Run) -> Shape | None:
    """ "Иванова Анна Петровна", "Анна Петровна", "Айгүл Серікқызы Ахметова"."""
    place = next((index for index, token in enumerate(run[:3]) if token.word.patronymic and not token.initial), None)
    if place is None or (place == 2 and not _may_begin(run[0], run[1])) or (place == 1 and not _may_stand(run[0])):
        return None
    if place == 0:
        return Shape(1 + _surname_follows(run[1:]), "patronymic", 0.85)
    return Shape(place + 1 + (_surname_follows(run[place + 1 :]) if place == 1 else 0), "patronymic", 1.0)


def first_and_surname(run: Run) -> Shape | None:
    """ "Анна Коваль", "Коваль Анна", "Нурлан Серик"."""
    if len(run) < 2 or run[0].initial or run[1].initial:
        return None
    one, other = run[0], run[1]
    if _is_first(one, other) and (other.word.is_name or _may_be_surname(other)):
        sure = STRONG in (one.word.first, other.word.surname, other.word.first)
        if sure or _is_meant(one, other):
            return Shape(2 + _surname_follows(run[2:], only_sure=True), "first_and_surname", 0.95 if sure else 0.8)
    if other.word.first and not other.role and (one.word.surname or _may_precede(run)):
        is_sure = other.word.first == STRONG or (one.word.is_name and not (one.begins and one.word.common))
        is_sure = is_sure or not (one.begins or one.word.common)
        return Shape(2, "first_and_surname", 0.95) if is_sure else None
    return _surname_and_unknown(one, other)


def _surname_and_unknown(one: Token, other: Token) -> Shape | None:
    """ "Нургалиева Тұмаржан", "Тұмаржан Нургалиева": a sure surname beside a word that nothing is known of."""
    if other.word.common or other.begins:
        return None
    # Not beside Kazakh letters, where -ін and -ын end everyday words.
    sure = one.word.surname == STRONG or (one.word.surname and not one.word.common and not is_kazakh(one.text))
    if sure and _may_be_surname(other):
        return Shape(2, "surname_and_unknown", 0.75)
    if other.word.surname == STRONG and not one.word.common and (one.listed or not one.begins) and _may_be_surname(one):
        return Shape(2, "surname_and_unknown", 0.75)
    return None


def two_in_english(run: Run) -> Shape | None:
    """ "Adah Terrell": two capitals that nothing is known of, where names of things have other words."""
    if len(run) != 2 or not all(map(_is_unknown_english, run)) or (run[0].begins and not run[0].listed):
        return None
    return Shape(2, "two_in_english", 0.6)


def _is_unknown_english(token: Token) -> bool:
    plain = token.text.isascii() and len(token.text) > 2 and token.text[1:].lower() == token.text[1:]
    return plain and _may_be_surname(token) and not (token.word.common or is_thing(token.text))


def _is_first(one: Token, other: Token) -> bool:
    """Whether the word can be the first name before that surname: "Шара Нұрлан" begins with an event."""
    if not one.word.first or one.role or (other.role and not other.word.surname):
        return False
    return one.word.first == STRONG or not one.begins or bool(other.word.surname)


def _is_meant(one: Token, other: Token) -> bool:
    """Whether two words that may both be everyday ones are a name, by their capitals or a surname's ending."""
    if one.begins:
        return bool(other.word.surname) and not other.word.common
    return bool(other.word.surname) or not other.word.common


def _initials(run: Run) -> int:
    """How many initials the run begins with, two at most."""
    count = 0
    while count < min(2, len(run)) and run[count].initial:
        count += 1
    return count


def _is_bare_initial(token: Token) -> bool:
    return token.initial and not token.text.endswith(".")


def _is_abbreviation(token: Token) -> bool:
    return token.text.isupper() and len(token.text) > 1 and not token.word.is_name


def _may_be_surname(token: Token) -> bool:
    """Whether a word that is no name elsewhere may be one beside a first name."""
    if token.initial or token.place or token.role or token.titled or _is_abbreviation(token):
        return False
    return not token.word.common or not token.begins or token.word.is_name


def _may_precede(run: Run) -> bool:
    """Whether a word that is no surname elsewhere is one here: not in "Әуенін Айгүл", "Шеру Әлия Серікова"."""
    if not _may_be_surname(run[0]) or _is_in_case(run[0]):
        return False
    third = run[2] if len(run) > 2 else None
    return third is None or not (third.word.surname or (run[0].begins and _may_be_surname(third)))


def _is_in_case(token: Token) -> bool:
    """Whether the first word of a sentence has a Kazakh ending and is no surname: "Әуенін", "Көршісі"."""
    return token.begins and not token.word.surname and ENDING.search(token.word.letters) is not None


def _may_stand(first: Token) -> bool:
    return not (first.initial or first.role) and (first.word.is_name or not first.word.common or not first.begins)


def _may_begin(surname: Token, first: Token) -> bool:
    """Whether the word before a first name and patronymic is the surname: "Коваль Анна Петровна", not "Мама …"."""
    if surname.initial or first.initial or surname.role or _is_abbreviation(surname):
        return False
    return bool(surname.word.surname) or not surname.begins or not (surname.word.common or _is_in_case(surname))


def _surname_follows(run: Run, only_sure: bool = False) -> int:
    if not run or run[0].initial or run[0].begins or _is_abbreviation(run[0]):
        return 0
    follows = run[0].word
    if only_sure:
        return int(follows.surname == STRONG or follows.patronymic)
    return int(bool(follows.is_name) or (not run[0].place and not (follows.adjective and follows.common)))


# The order in which they are asked.
RULES: tuple[Rule, ...] = (
    with_patronymic,
    initials_and_surname,
    surname_and_initials,
    first_and_surname,
    two_in_english,
)

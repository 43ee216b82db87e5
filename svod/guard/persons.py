"""Names of persons: shapes of several words, words alone that something speaks for, and who is official."""

import re
from collections.abc import Iterable, Iterator, Sequence

from svod.guard.again import JOINED, Named, named_again, with_keys
from svod.guard.names import STRONG, is_figure
from svod.guard.places import Places
from svod.guard.records import Find
from svod.guard.roles import Role, bears, role_after, role_before
from svod.guard.shapes import RULES, Shape
from svod.guard.tokens import Run, Token, runs
from svod.language.ru.words import readings

LONGEST = 5  # words of a name, and the one after it
DAY_BEFORE = re.compile(r"\d[ \u00a0]$")
NEXT_WORD = re.compile(r"[ \u00a0]([а-яё]{2,})")
NOMINAL = frozenset({"NOUN", "ADJF", "PRTF"})


def persons(text: str, language: str, places: Places, taken: Sequence[Find]) -> list[Find]:
    """Everybody named, in order; the same person has the same key."""
    blocked = bytearray(len(text))  # a 1 for each character that is claimed
    _block(blocked, taken)
    every = list(runs(text, places, language))
    named = list(_named(text, language, every, blocked))
    if not named:
        return []
    _block(blocked, (one.find for one in named))
    free = [token for run in every for token in run if _is_free((token,), blocked)]
    named += named_again(text, free, named)
    return list(with_keys(sorted(named, key=lambda one: one.find.start)))


def _named(text: str, language: str, every: Sequence[Run], blocked: bytearray) -> Iterator[Named]:
    before: Named | None = None
    for run in every:
        if len(run) == 1 and not (run[0].word.patronymic or _may_be_alone(run[0])):
            continue  # most words with a capital begin a sentence
        at = 0
        while at < len(run):
            part = run[at : at + LONGEST]
            shape = _shape_of_several(part)
            role = _role(text, run[at], before, language) if shape or _may_be_alone(run[at]) else Role()
            shape = shape or _after_role(part, role) or _alone(part, role)
            found = run[at : at + (shape.length if shape else 1)]
            at += len(found)
            if shape and _is_free(found, blocked) and not _is_nobody(text, found, role):
                before = _found(text, language, found, shape, role)
                yield before


def _role(text: str, token: Token, before: Named | None, language: str) -> Role:
    """What is said of whoever the word may name; of several named one after the other, what is said of the first."""
    role = role_before(text, token.start, before.find.end if before else 0, language)
    if not role.kind and before and text[before.find.end : token.start] in JOINED:
        return Role("private", before.role.word, beside=token.word.is_name and not token.place)
    return role


def _shape_of_several(part: Run) -> Shape | None:
    return next((shape for rule in RULES if (shape := rule(part))), None)


def _may_be_alone(token: Token) -> bool:
    """Whether it is worth asking what stands before the word."""
    word = token.word
    return not (token.initial or token.titled or token.role) and (word.is_name or word.animate or not word.common)


def _after_role(part: Run, role: Role) -> Shape | None:
    """ "учитель Кульжамал", "оқушысы Жанел Тоқ": unknown words right after a word for a person."""
    if not role.beside or part[0].initial or part[0].place or part[0].titled or part[0].role:
        return None
    length = 0
    for token in part[:3]:
        plain = not token.text.isupper() and (token.word.animate or not token.word.common)
        foreign = token.text.isascii() and not role.word.isascii()
        unknown = token.word.is_name or (plain and not token.begins and not foreign)
        if token.initial or token.place or token.role or not unknown:
            break
        length += 1
    return Shape(length, "after_role", 0.9) if length else None


def _alone(part: Run, role: Role) -> Shape | None:
    """ "Айгерим", "Ахметова": one word that can hardly be anything else, or that a role speaks for."""
    token, word = part[0], part[0].word
    if token.initial or token.titled or token.role or (token.text.isupper() and len(token.text) < 4):
        return None
    if token.place:
        return Shape(1, "after_role", 0.8) if role.beside and STRONG in (word.surname, word.first) else None
    if word.first == STRONG or word.surname == STRONG:
        return Shape(1, "first_name_alone" if word.first == STRONG else "surname_alone", 0.9 if role.kind else 0.7)
    if word.is_name and role.kind and not token.begins and (role.beside or word.first):
        return Shape(1, "after_role", 0.8)
    if word.first and not token.begins and len(part) == 1 and not token.text.isascii():
        return Shape(1, "first_name_alone", 0.6)
    return None


def _block(blocked: bytearray, finds: Iterable[Find]) -> None:
    for find in finds:
        blocked[find.start : find.end] = b"\1" * (find.end - find.start)


def _is_free(found: Run, blocked: bytearray) -> bool:
    return not any(blocked[found[0].start : found[-1].end])


def _is_nobody(text: str, found: Run, role: Role) -> bool:
    """Whether the name is a street's, a school's, or that of somebody of history."""
    words = [token for token in found if not token.initial]
    is_surname = len(found) > 1 or _is_only_a_surname(words[0])
    single = len(words) == 1 and not (role.kind and is_surname)
    if bears(text, found[0].start, found[-1].end, single) or (len(found) == 1 and _is_part(text, found[0])):
        return True
    if len(words) == len(found) > 1 and words[0].place and words[-1].word.adjective:
        return True  # "в Сарани Карагандинской области"
    letters = tuple(token.word.letters for token in words)
    return not (role.beside and len(letters) == 1) and len(letters) == len(found) and is_figure(letters)


def _is_only_a_surname(token: Token) -> bool:
    return bool(token.word.surname) and not (token.word.first or token.place)


def _is_part(text: str, token: Token) -> bool:
    """Whether the word goes with its neighbour: "8 Марта", "сотрудники Алматинской академии"."""
    if DAY_BEFORE.search(text, max(0, token.start - 3), token.start):
        return True
    following = NEXT_WORD.match(text, token.end)
    return token.word.adjective and following is not None and readings(following[1])[0].tag.POS in NOMINAL


def _found(text: str, language: str, found: Run, shape: Shape, role: Role) -> Named:
    start, end = found[0].start, found[-1].end
    role = role if role.kind else role_after(text, end, language)
    kind = "official" if role.kind == "official" else "name"
    find = Find(kind, start, end, role.word, shape.certainty, shape.rule)
    words = [token for token in found if not token.initial]
    first = next((token for token in words if token.word.first and len(words) > 1), None)
    first = first or (words[0] if words and shape.rule == "first_name_alone" else None)
    surname = next((token for token in words if token is not first and not token.word.patronymic), None)
    short = next((token.text[:1].lower() for token in found if token.initial), "")
    initial = first.word.letters[:1] if first else short
    return Named(find, surname.word.root if surname else "", first.word.root if first else "", initial, role)

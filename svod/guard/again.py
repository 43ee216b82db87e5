"""The same person told again: words alone that name somebody named in full elsewhere, and one key for each person."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from svod.guard.keys import key_of
from svod.guard.records import Find
from svod.guard.roles import Role, bears
from svod.guard.tokens import Token

JOINED = (" и ", ", ", " және ", " мен ", " пен ", " бен ", " and ")


@dataclass(frozen=True, slots=True)
class Named:
    """A find with its words, by which two of them name the same person. `surname` and `first` are roots."""

    find: Find
    surname: str
    first: str
    initial: str
    role: Role


def named_again(text: str, tokens: Iterable[Token], named: Sequence[Named]) -> Iterator[Named]:
    """Words that are names because of others: "Коваль ответила каждому", "Салтанат мен Бауыржан"."""
    full = [one for one in named if one.surname and (one.first or one.initial)]
    roots = {root: one for one in reversed(full) for root in (one.surname, one.first) if len(root) > 2}
    starts = {one.find.start: one for one in named}
    for token in tokens:
        if token.initial or token.titled:
            continue
        one = roots.get(token.word.root)
        if one and not _is_everyday(token, one) and not bears(text, token.start, token.end, single=True):
            yield _again(text, token, one)
        elif token.word.first and (other := _joined_to(text, token.end, starts)):
            find = replace(other.find, start=token.start, end=token.end)
            yield Named(find, "", token.word.root, token.word.letters[:1], other.role)


def _joined_to(text: str, end: int, starts: Mapping[int, Named]) -> Named | None:
    """The single name that an "and" joins to the word that ends here."""
    others = (starts.get(end + len(word)) for word in JOINED if text.startswith(word, end))
    return next((other for other in others if other and not other.surname), None)


def _is_everyday(token: Token, one: Named) -> bool:
    word = token.word
    return token.begins and word.common and not word.is_name and word.root == one.first


def _again(text: str, token: Token, one: Named) -> Named:
    find = Find(one.find.kind, token.start, token.end, text[one.find.start : one.find.end], 0.8, "named_before")
    if token.word.root == one.first:
        return Named(find, "", one.first, one.initial, one.role)
    return Named(find, one.surname, "", one.initial, one.role)


def with_keys(named: Sequence[Named]) -> Iterator[Find]:
    """Each find with its person's key: the same surname and no other initial, or the first name of somebody named."""
    people: dict[str, list[Named]] = {}  # by surname, and by first name
    for one in sorted(named, key=lambda one: not (one.surname and one.initial)):
        if _who(one, people) is None:
            for name in filter(None, (one.surname, one.first)):
                people.setdefault(name, []).append(one)
    for one in named:
        who = _who(one, people) or one
        yield replace(one.find, key=key_of("person", f"{who.surname} {who.initial or who.first}"))


def _who(one: Named, people: Mapping[str, Sequence[Named]]) -> Named | None:
    """The person told before who is the same."""
    known = (*people.get(one.surname, ()), *people.get(one.first, ()))
    return next((other for other in known if _are_same(one, other)), None)


def _are_same(one: Named, other: Named) -> bool:
    if one.surname and other.surname:
        return one.surname == other.surname and (one.initial == other.initial or not (one.initial and other.initial))
    return bool(one.first) and one.first == other.first

"""What a single answer says: the terms, the choice, the day, the number; by code, or by a name in any language."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from svod.language.fold import fold
from svod.odk.words import said
from svod.packs.pack import Term

MOST_WORDS = 100  # of an answer that chooses among terms: more are no choice of ours
_APART = str.maketrans({";": " ; ", ",": " , "})


@dataclass(frozen=True, slots=True)
class Known:
    """Terms by all their names; `longest` is how many words a name has at most."""

    terms: Mapping[str, Term]
    longest: int

    @classmethod
    def of(cls, terms: Sequence[Term]) -> "Known":
        names = {plain(name): one for one in terms for name in (one.code, *one.names.values())}
        return cls(names, max((len(name.split()) for name in names), default=1))


def terms_in(answer: str, known: Known) -> tuple[list[Term], list[str]]:
    """Those that the answer names, and the words that name none. Codes stand apart by spaces, and in some exports names
    do, so that the longest that is known comes first."""
    found: list[Term] = []
    unknown: list[str] = []
    for term, words in _parts(answer, known):
        if term is None:
            unknown.append(words)
        elif term not in found:
            found.append(term)
    return found, unknown


def choice_in(answer: str, question: str) -> str | None:
    """The choice of the form's own that was answered, by its code or its name in any language."""
    return _choices(question).get(plain(answer))


def day_in(answer: str) -> date | None:
    try:
        return date.fromisoformat(answer[:10])
    except ValueError:
        return None


def number_in(answer: str, most: int) -> int | None:
    text = answer.removesuffix(".0")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 and int(text) <= most else None


def plain(text: str) -> str:
    """To be compared: letters alike, commas apart from words."""
    return " ".join(fold(text.translate(_APART)).split())


def _parts(answer: str, known: Known) -> Iterator[tuple[Term | None, str]]:
    """From left to right, each with its words as they came; what separates them is none."""
    apart = answer.translate(_APART)
    *words, rest = [*apart.split(maxsplit=MOST_WORDS), ""][: MOST_WORDS + 1]
    folded = fold(apart).split(maxsplit=MOST_WORDS)  # as many: folding leaves each letter in its place
    start = 0
    while start < len(words):
        ends = range(min(start + known.longest, len(words)), start, -1)
        end = next((one for one in ends if " ".join(folded[start:one]) in known.terms), start + 1)
        if words[start] not in (";", ","):
            yield known.terms.get(" ".join(folded[start:end])), " ".join(words[start:end])
        start = end
    if rest:
        yield None, rest


@cache
def _choices(question: str) -> Mapping[str, str]:
    told = said()["choices"][question]
    return {plain(name): code for code, words in told.items() for name in (code, *words.values())}

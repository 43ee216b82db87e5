"""The lexicon: the pack's and the languages' phrases, inflected beforehand, as one table to scan a text with.

The table maps every form, its words folded and joined by one space, to its meaning. A scan looks at each word once and,
where a phrase of several words may begin there, tries the longest first: what an automaton over words does, with whole
words guaranteed and any white space or hyphen between them allowed.

Inflecting takes seconds, so the table is kept (`kept.py`).
"""

import marshal
import sys
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from svod.extraction.lexicon.categories import KIND_CATEGORIES, VERBAL
from svod.extraction.lexicon.kinds import NONE, Kinds
from svod.extraction.lexicon.seldom import seldom_in
from svod.language.number_words import Place
from svod.language.remembered import Remembered

if TYPE_CHECKING:  # compiling is needed only where nothing is kept: it is imported there
    from svod.extraction.lexicon.compile import Table
    from svod.extraction.lexicon.pieces import Piece

DIRECT = frozenset("na")  # the nominative and the accusative
ANY = "any"  # number
KIND = "kind"  # how the categories begin that name one
ONE_OF_MANY = "t"  # number of a kind that the lexicon itself gives in the plural: "громкие чтения" are one
Begun = dict[str, dict[str, tuple[int, ...]]]  # first word of phrases -> second -> how many words they have
# The phrases that begin with two words, longest first: how many words each has; of the two alone, its meaning.
Opened = tuple[tuple[int, int | None], ...]
UNHEARD = -1  # no bits: not asked for so far


@dataclass(slots=True, init=False, eq=False)
class Entry:
    """What a form may mean; `traits` are what a kind is like.

    `number` is s, p, t (ONE_OF_MANY) or ""; `cases` letters of n g d a i l b, "" where it
    is not declined.

    There is one of each in a lexicon, so that two are equal where they are the same. Its words are interned: they are
    compared most, and what is the same everywhere stays in the processor's cache.
    """

    category: str  # "kind", "audience", …, "held.subject", "place"
    code: str  # the pack's code, or the unit's code for a place
    number: str
    cases: str
    phrase: str  # the dictionary form
    language: str
    traits: frozenset[str]

    def __init__(
        self,
        category: str,
        code: str,
        number: str,
        cases: str,
        phrase: str,
        language: str,
    ) -> None:
        self.traits = NONE
        self.category, self.code, self.number = sys.intern(category), sys.intern(code), sys.intern(number)
        self.cases, self.phrase, self.language = sys.intern(cases), phrase, sys.intern(language)


_SETS: dict[frozenset[str], frozenset[str]] = {}


def _one_of_each(letters_or_categories: frozenset[str]) -> frozenset[str]:
    """The same set for all meanings that have it: there are few sets, and thousands of meanings."""
    return _SETS.setdefault(letters_or_categories, letters_or_categories)


class Meaning:
    """All that a form may mean. `language` is the only one that has the form, "" where several do.

    What is asked of it is found once: a text has few forms, and the same ones again and again. `kinds` are the codes of
    those that it may name as a noun, `traits` what any of these is like. `signals` are the bits
    of what the rules of the chain listen for in it, kept here by the chain. `at_the_end` is what the form means where
    its sentence ends, None where that is nothing else: "қатысқан" is then a verb.
    """

    __slots__ = (
        *("_cases", "_cases_in", "_plural"),
        *("at_the_end", "categories", "entries", "kinds", "language", "names_kind", "signals", "tells", "traits"),
    )

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        languages = {entry.language for entry in entries}
        self.entries = entries
        self.at_the_end: Meaning | None = None
        self.categories = _one_of_each(frozenset(entry.category for entry in entries))
        self.kinds = _one_of_each(frozenset(entry.code for entry in entries if entry.category == "kind"))
        self.traits = _one_of_each(NONE.union(*(entry.traits for entry in entries if entry.category == "kind")))
        self.names_kind = not self.categories.isdisjoint(KIND_CATEGORIES)
        self.tells = not self.categories.isdisjoint(VERBAL)
        self.signals = UNHEARD
        self.language = languages.pop() if len(languages) == 1 else ""
        self._cases: dict[tuple[str, str, str], frozenset[str]] = {}
        self._cases_in: dict[frozenset[str], frozenset[str]] = {}
        self._plural: dict[str, bool] = {}

    def entry(self, category: str, language: str = "") -> Entry | None:
        """Its first entry of that category, in the language where it has one."""
        first = None
        for entry in self.entries:
            if entry.category == category:
                if not language or entry.language == language:
                    return entry
                first = first or entry
        return first

    def cases(self, category: str, language: str, number: str = ANY) -> frozenset[str]:
        """The cases the form may stand in, in that meaning and language: letters as `Entry.cases` has them."""
        wanted = (category, language, number)
        found = self._cases.get(wanted)
        if found is None:
            entries = [entry for entry in self.entries if (entry.category, entry.language) == (category, language)]
            cases = [entry.cases for entry in entries if number in (ANY, entry.number)]
            found = self._cases[wanted] = _one_of_each(frozenset("".join(cases)))
        return found

    def cases_in(self, categories: frozenset[str]) -> frozenset[str]:
        """The same in any of these categories and any language."""
        found = self._cases_in.get(categories)
        if found is None:
            cases = [entry.cases for entry in self.entries if entry.category in categories]
            found = self._cases_in[categories] = _one_of_each(frozenset("".join(cases)))
        return found

    def is_plural(self, language: str) -> bool:
        """Whether a kind stands in the plural.

        A form that may be a nominative plural is one: a genitive singular would stand after its noun.
        """
        known = self._plural.get(language)
        if known is None:
            plural = self.cases("kind", language, "p") | self.cases("kind", language, ONE_OF_MANY)
            singular = self.cases("kind", language, "s")
            known = bool(plural) and not singular & DIRECT and bool(plural & DIRECT or not singular)
            self._plural[language] = known
        return known


class Form:
    """What a word may be: a phrase `alone`, and the beginning of longer ones, of which `head` is then the first word.

    `opened`: what it opens with the word behind it, None where it begins no phrase; `goes_on`: the word is the second
    one of some phrase. `numbers`, `days`: where in it one may begin; `counts`: in it one may. `signals` as a `Meaning`
    has them; `seldom`: the bits of those `Seldom` that it is one of.
    """

    __slots__ = (
        *("alone", "are_digits", "counts", "days", "goes_on"),
        *("head", "numbers", "opened", "seldom", "signals", "word"),
    )

    def __init__(
        self,
        word: str,
        alone: Meaning | None,
        opened: Remembered[Opened] | None,
        head: str,
        goes_on: bool,
        numbers: tuple[Place, ...],
        days: tuple[Place, ...],
    ) -> None:
        self.word, self.alone, self.opened, self.head = sys.intern(word), alone, opened, head
        self.goes_on, self.numbers, self.days, self.signals = goes_on, numbers, days, UNHEARD
        self.are_digits, self.seldom = word.isdecimal(), seldom_in(word)
        self.counts = self.are_digits or bool(numbers or days)


class Forms:
    """What to look for, each with the number of its meaning: single words, and phrases of several.

    `pieces`: those of texts met so far, made where the first text is cut, and `written`: the same by how they are
    written there.
    """

    __slots__ = ("_begun", "_opened", "phrases", "pieces", "words", "written")

    def __init__(self, words: dict[str, int], phrases: dict[str, int], begun: Begun) -> None:
        self.words, self.phrases, self._begun = words, phrases, begun
        self.pieces: Remembered[Piece] | None = None
        self.written: Remembered[Piece] | None = None
        self._opened: dict[str, Remembered[Opened]] = {}

    def opened_by(self, first: str) -> Remembered[Opened] | None:
        """What the word opens with each word behind it; None where no phrase begins with it.

        Of so many phrases a few are met again and again: those met so far stay in the processor's cache.
        """
        if first not in self._begun:
            return None
        if first not in self._opened:
            self._opened[first] = Remembered(lambda second: self._opened_by_both(first, second))
        return self._opened[first]

    def _opened_by_both(self, first: str, second: str) -> Opened:
        lengths = self._begun[first].get(second, ())
        return tuple((length, self.phrases.get(f"{first} {second}") if length == 2 else None) for length in lengths)


class Lexicon:
    """A compiled table, its meanings made where they are first met.

    `begun` maps the first word of phrases, then the second, to how many words they have, longest first; `going_on` has
    all second ones. `kinds`: what each kind is like.
    """

    def __init__(self, table: "Table", kinds: Kinds) -> None:
        self.kinds = kinds
        self._fields = table["entries"]
        self._entries: list[Entry | None] = [None] * len(self._fields)
        self._indexes = table["meanings"]
        self._meanings: list[Meaning | None] = [None] * len(self._indexes)
        self._at_the_end = table["at_the_end"]
        self.begun: Begun = table["begun"]
        self._latin = table["latin"]
        self._with_latin: Forms | None = None
        self._forms = Forms(table["words"], table["phrases"], self.begun)
        # What no word names: "«Ақ жол» атты рәсім өтті".
        unknown = Entry(KIND, kinds.rest, "s", "na", "", "kk")
        unknown.traits = kinds.of(kinds.rest)
        self.unknown = Meaning((unknown,))
        self.going_on: frozenset[str] = frozenset(chain.from_iterable(self.begun.values()))

    def forms(self, in_latin: bool) -> Forms:
        """The forms to look for; those of Kazakh in Latin letters only where the text is in Latin letters."""
        if not in_latin:
            return self._forms
        if self._with_latin is None:
            words, phrases = marshal.loads(self._latin)  # noqa: S302 a part of our own table
            self._with_latin = Forms(words | self._forms.words, phrases | self._forms.phrases, self.begun)
        return self._with_latin

    def meaning(self, number: int) -> Meaning:
        found = self._meanings[number]
        if found is None:
            found = Meaning(tuple(self._entry(index) for index in self._indexes[number]))
            self._meanings[number] = found
            if number in self._at_the_end:
                found.at_the_end = self.meaning(self._at_the_end[number])
        return found

    def _entry(self, index: int) -> Entry:
        found = self._entries[index]
        if found is None:
            found = self._entries[index] = Entry(*self._fields[index])
            if found.category.startswith(KIND):
                found.traits = self.kinds.of(found.code)
        return found

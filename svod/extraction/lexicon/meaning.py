"""What a form may mean: its entries in the lexicon, and what is asked of them."""

import sys
from dataclasses import dataclass

from svod.extraction.lexicon.categories import KIND_CATEGORIES, VERBAL
from svod.extraction.lexicon.kinds import NONE

DIRECT = frozenset("na")  # the nominative and the accusative
ANY = "any"  # number
ONE_OF_MANY = "t"  # number of a kind that the lexicon itself gives in the plural: "громкие чтения" are one
UNHEARD = -1  # no bits: not asked for so far

_SETS: dict[frozenset[str], frozenset[str]] = {}


@dataclass(slots=True, init=False, eq=False)
class Entry:
    """What a form may mean; `traits` are what a kind is like.

    `number` is s, p, t (ONE_OF_MANY) or ""; `cases` letters of n g d a i l b, "" where it is not declined.

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


def _one_of_each(letters_or_categories: frozenset[str]) -> frozenset[str]:
    """The same set for all meanings that have it: there are few sets, and thousands of meanings."""
    return _SETS.setdefault(letters_or_categories, letters_or_categories)


class Meaning:
    """All that a form may mean. `language` is the only one that has the form, "" where several do.

    What is asked of it is found once: a text has few forms, and the same ones again and again. `kinds` are the codes of
    those that it may name as a noun, `traits` what any of these is like. `signals` are the bits of what the rules of
    the chain listen for in it, kept here by the chain. `at_the_end` is what the form means where its sentence ends,
    None where that is nothing else: "қатысқан" is then a verb.
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

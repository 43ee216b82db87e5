"""The lexicon: the pack's and the languages' phrases, inflected beforehand, as one table to scan a text with.

The table maps every form, its words folded and joined by one space, to its meaning. A scan looks at each word once and,
where a phrase of several words may begin there, tries the longest first: what an automaton over words does, with whole
words guaranteed and any white space or hyphen between them allowed.

Inflecting takes seconds, so the table is kept (`kept.py`).
"""

import marshal
from itertools import chain
from typing import TYPE_CHECKING

from svod.extraction.lexicon.forms import Begun, Forms
from svod.extraction.lexicon.kinds import Kinds
from svod.extraction.lexicon.meaning import Entry, Meaning

if TYPE_CHECKING:  # compiling is needed only where nothing is kept: it is imported there
    from svod.extraction.lexicon.compile import Table

KIND = "kind"  # how the categories begin that name one


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

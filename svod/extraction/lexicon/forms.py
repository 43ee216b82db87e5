"""What to look for in a text: single words and phrases of several, with the number of what each means."""

import sys
from typing import TYPE_CHECKING

from svod.extraction.lexicon.meaning import UNHEARD, Meaning
from svod.extraction.lexicon.seldom import seldom_in
from svod.language.number_words import Place
from svod.language.remembered import Remembered

if TYPE_CHECKING:  # pieces are made of forms
    from svod.extraction.lexicon.pieces import Piece

Begun = dict[str, dict[str, tuple[int, ...]]]  # first word of phrases -> second -> how many words they have
# The phrases that begin with two words, longest first: how many words each has; of the two alone, its meaning.
Opened = tuple[tuple[int, int | None], ...]


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

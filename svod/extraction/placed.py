"""Things of a text in the order in which they begin: which of them lie where is looked up, not searched."""

import sys
from typing import Generic, TypeVar

from svod.extraction.words import Words, first_from

Thing = TypeVar("Thing")
BEHIND_ALL = sys.maxsize


class Placed(Generic[Thing]):
    """The things, each with the place where it begins."""

    __slots__ = ("_from_word", "_starts", "_things", "_words")

    def __init__(self, things: list[Thing], starts: list[int], words: Words) -> None:
        self._things, self._starts, self._words = things, [*starts, BEHIND_ALL], words.first_from
        self._from_word = first_from([words.first_from[start] for start in starts], len(words))

    def within(self, start: int, end: int) -> list[Thing]:
        """Those that begin between two places."""
        starts = self._starts
        first = last = self._first_from(start)
        while starts[last] < end:
            last += 1
        return self._things[first:last]

    def first_within(self, start: int, end: int) -> Thing | None:
        index = self._first_from(start)
        return self._things[index] if self._starts[index] < end else None

    def last_until(self, position: int) -> Thing | None:
        """The last one that begins at the position or before it."""
        index = self._first_from(position + 1) - 1
        return self._things[index] if index >= 0 else None

    def _first_from(self, position: int) -> int:
        """The index of the first one that begins at the position or behind it.

        It is that of the first word there, or one behind it: a sign with which a thing begins may stand before a word.
        """
        if position <= 0:
            return 0
        starts, words = self._starts, self._words
        index = self._from_word[words[position] if position < len(words) else -1]
        while starts[index] < position:
            index += 1
        return index

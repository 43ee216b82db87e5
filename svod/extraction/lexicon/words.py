"""A text cut into words, sentences and quotations. Everything holds positions in the original text."""

import re
import sys
from dataclasses import dataclass

from svod.extraction.lexicon.placed import Order
from svod.language.fold import fold
from svod.language.remembered import Remembered

# "000чел" is two words.
WORD = re.compile(r"\w(?:(?<=\d)\d*+|[^\W\d]*+(?:[-‑][^\W\d]++)*+)")


class Piece:
    """What stands between two blanks, and the words in it: most have one, "«Выбор»." from 1 to 6. `rest`: the others.

    Which words they are is decided once for all texts: those have few pieces, again and again.
    """

    __slots__ = ("end", "length", "rest", "start", "word")

    def __init__(self, piece: str) -> None:
        piece = sys.intern(piece)  # most are a word: they are kept once
        words = [(sys.intern(found[0]), found.start(), found.end()) for found in WORD.finditer(piece)]
        self.length, self.rest = len(piece), tuple(words[1:])
        self.word, self.start, self.end = words[0] if words else ("", 0, 0)


PIECES = Remembered(Piece)


@dataclass(slots=True, init=False, eq=False)
class Words:
    """The words of a text, folded (see `svod.language.fold`), with their places. Lists of equal length, never changed.

    `order` tells the first word from a place on.
    """

    text: str
    folded: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    order: Order

    def __init__(self, text: str, folded: str, words: list[str], starts: list[int], ends: list[int]) -> None:
        self.text, self.folded, self.words = text, folded, words
        self.starts, self.ends, self.order = starts, ends, Order(starts)

    def __len__(self) -> int:
        return len(self.words)

    def gap(self, index: int) -> str:
        """What stands between the word before and this one; behind the last word, what the text ends with."""
        end = self.starts[index] if index < len(self.starts) else len(self.text)
        return self.text[self.ends[index - 1] if index else 0 : end]

    def is_capital(self, index: int) -> bool:
        """Whether the word begins with a capital letter (or a digit, as a school's number does not)."""
        return self.text[self.starts[index]].isupper()

    def is_initial(self, index: int) -> bool:
        """Whether the word is the first letter of a name: "К." of "имени К. Жубанова" is no preposition."""
        return len(self.words[index]) == 1 and self.is_capital(index) and self.text.startswith(".", self.ends[index])


def split_words(text: str) -> Words:
    folded = fold(text)
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for piece in map(PIECES.__getitem__, folded.replace("\n", " ").replace("\t", " ").split(" ")):
        if piece.word:
            words.append(piece.word)
            starts.append(at + piece.start)
            ends.append(at + piece.end)
            for word, start, end in piece.rest:
                words.append(word)
                starts.append(at + start)
                ends.append(at + end)
        at += piece.length + 1
    return Words(text, folded, words, starts, ends)

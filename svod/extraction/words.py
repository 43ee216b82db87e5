"""A text cut into words, sentences and quotations. Everything holds positions in the original text."""

import re
from dataclasses import dataclass
from itertools import accumulate

from svod.language.fold import fold

# "000чел" is two words. All begin with one of a set of signs, so that the search leaps from word to word; the first way
# on is the common one: its letters, and the signs behind it, are known without looking them up.
WORD = re.compile(
    r"""( \w (?: (?<=[а-яa-z]) [а-яa-z]*+ (?=[\x00-,.-@»])
             | (?<=\d) \d*+
             | [^\W\d]*+ (?:[-‑][^\W\d]++)*+ ) )""",
    re.VERBOSE,
)


@dataclass(slots=True, init=False, eq=False)
class Words:
    """The words of a text, folded (see `svod.language.fold`), with their places. Lists of equal length, never changed.

    `first_from[i]` is the index of the first word that starts at character i or after it.
    """

    text: str
    folded: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    first_from: list[int]

    def __init__(
        self, text: str, folded: str, words: list[str], starts: list[int], ends: list[int], first_from: list[int]
    ) -> None:
        self.text, self.folded, self.words = text, folded, words
        self.starts, self.ends, self.first_from = starts, ends, first_from

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
    parts = WORD.split(folded)  # what stands before the first word, the word, what stands before the second …
    ends = list(accumulate(map(len, parts)))
    starts = ends[:-1:2]
    return Words(text, folded, parts[1::2], starts, ends[1::2], first_from(starts, len(text)))


def first_from(places: list[int], end: int) -> list[int]:
    """For each number up to the end, the index of the first place there or after it: [1, 3], 4 give [0, 0, 1, 1, 2].

    What is asked for most is so looked up and not searched.
    """
    found: list[int] = []
    last = -1
    for index, place in enumerate(places):
        found += [index] * (place - last)
        last = place
    return found + [len(places)] * (end - last)

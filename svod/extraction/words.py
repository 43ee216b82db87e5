"""A text cut into words, sentences and quotations. Everything holds positions in the original text."""

import re
from dataclasses import dataclass
from itertools import accumulate

from svod.language.fold import fold

WORD = re.compile(r"([^\W\d]++(?:[-‑][^\W\d]++)*+|\d++)")  # "000чел" is two words


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, folded (see `svod.language.fold`), with their places. Lists of equal length."""

    text: str
    folded: str
    words: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.words)

    def gap(self, index: int) -> str:
        """What stands between the word before and this one."""
        return self.text[self.ends[index - 1] if index else 0 : self.starts[index]]

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
    return Words(text, folded, words=parts[1::2], starts=ends[:-1:2], ends=ends[1::2])

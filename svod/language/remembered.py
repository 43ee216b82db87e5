"""What only a word decides is decided once: a text has few words."""

from collections.abc import Callable
from typing import Generic, TypeVar

KNOWN = 50_000  # words kept
LONGEST = 60  # characters: what is longer is met but once
Answer = TypeVar("Answer")


class Remembered(dict[str, Answer], Generic[Answer]):
    """The answers to one question about words: `is_short["кот"]` is found where it is first asked for.

    A dictionary, and no cached function: it is asked in the places that a text passes through most.
    """

    def __init__(self, answer: Callable[[str], Answer]) -> None:
        super().__init__()
        self._answer = answer

    def __missing__(self, word: str) -> Answer:
        found = self._answer(word)
        if len(word) <= LONGEST:
            if len(self) >= KNOWN:
                self.clear()
            self[word] = found
        return found

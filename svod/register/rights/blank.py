"""Words made black, one character for one: the text keeps its length, so every evidence stays where it was."""

from collections.abc import Callable, Iterable
from typing import Any

BLACK = "█"


def blacked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with those places black; spaces stay, so that lines break as before."""
    letters = list(text)
    for start, end in spans:
        letters[start:end] = [letter if letter.isspace() else BLACK for letter in letters[start:end]]
    return "".join(letters)


def through(value: Any, change: Callable[[str], str]) -> Any:
    """A JSON value with each of its texts changed; its numbers and its shape stay."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {name: through(one, change) for name, one in value.items()}
    if isinstance(value, list):
        return [through(one, change) for one in value]
    return value

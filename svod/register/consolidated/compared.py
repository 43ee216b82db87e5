"""Two texts side by side: which words came and which went."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_TOKEN = re.compile(r"\n\s*\n|[ \t\xa0\n]+|[\w]+|[^\w\s]")

How = Literal["same", "added", "removed"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that are in both texts, or in the later or the earlier one only."""

    how: How
    text: str


def differences(before: str, after: str) -> list[Stretch]:
    """The stretches in the order of reading; what went stands before what came in its place."""
    one, other = _TOKEN.findall(before), _TOKEN.findall(after)
    found: list[Stretch] = []
    for stretch in _stretches(one, other):
        if found and found[-1].how == stretch.how:
            stretch = Stretch(stretch.how, found.pop().text + stretch.text)
        found.append(stretch)
    return found


def _stretches(one: list[str], other: list[str]) -> Iterator[Stretch]:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield Stretch("same", "".join(other[c:d]))
            continue
        if a < b:
            yield Stretch("removed", "".join(one[a:b]))
        if c < d:
            yield Stretch("added", "".join(other[c:d]))

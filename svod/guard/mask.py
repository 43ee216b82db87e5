"""A text without what must not be told: a mask in each place, and a way from places in the one to the other."""

import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from svod.guard.records import PERSON, Find
from svod.guard.release import held
from svod.language import LANGUAGES
from svod.records import Release


@dataclass(frozen=True, slots=True)
class Mask:
    """`words` stand for the characters [start, end) of the text, and begin at `at` in the masked text."""

    find: Find
    start: int
    end: int
    at: int
    words: str


@dataclass(frozen=True, slots=True)
class Masked:
    """The masked text of `original`, and its masks in order."""

    original: str
    text: str
    masks: tuple[Mask, ...]

    def at(self, place: int) -> int:
        """Where a place of the original is in the masked text; within a mask, where that mask begins."""
        before = bisect_right(self.masks, place, key=lambda mask: mask.start)
        if not before:
            return place
        last = self.masks[before - 1]
        return last.at if place < last.end else last.at + len(last.words) + place - last.end

    def cut(self, start: int, end: int) -> str:
        """What the original has at [start, end), masked; a mask that lies in it only in part is shown whole."""
        if start >= end:
            return ""
        first = self.at(start)
        last = next((mask for mask in self.masks if mask.start < end < mask.end), None)
        return self.text[first : last.at + len(last.words) if last else self.at(end)]


def mask(text: str, finds: Iterable[Find], released: Iterable[Release] = (), language: str = "ru") -> Masked:
    """The text with a mask for each find that is not released: by one of the records, or by the rule for officials."""
    shown: list[str] = []
    masks: list[Mask] = []
    at = position = 0
    for find, words in _with_words(_outermost(held(finds, released)), language):
        at += find.start - position
        masks.append(Mask(find, find.start, find.end, at, words))
        shown += (text[position : find.start], words)
        at, position = at + len(words), find.end
    return Masked(text, "".join((*shown, text[position:])), tuple(masks))


def _outermost(finds: Iterable[Find]) -> Iterator[Find]:
    """Without what lies within another: a story is masked whole. What begins within one and goes on is cut there."""
    end = 0
    for find in sorted(finds, key=lambda one: (one.start, -one.end)):
        if find.end > end:
            yield find if find.start >= end else replace(find, start=end)
            end = find.end


def _with_words(finds: Iterable[Find], language: str) -> Iterator[tuple[Find, str]]:
    words = _words()[language if language in LANGUAGES else "ru"]
    people: dict[str, int] = {}
    for find in finds:
        if find.kind in PERSON:
            people.setdefault(find.key, len(people) + 1)
        yield find, words[find.kind].format(n=people.get(find.key, 0))


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(Path(__file__).with_name("mask.toml").read_text(encoding="utf-8"))

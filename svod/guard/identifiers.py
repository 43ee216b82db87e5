"""Identifiers with a form: numbers, addresses of all kinds, each by its pattern and what checks it."""

import re
import tomllib
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from svod.guard import checks
from svod.guard.keys import key_of
from svod.guard.pieces import Remembered
from svod.guard.records import Find

CUE_REACH = 40  # characters before a number in which the word stands that says what it is
SHORT_ADDRESS = 0.7  # a house without a flat may be an institution's
LONG_ADDRESS = 0.95
DIGITS = re.compile(r"\d(?:[ \u00a0()–-]{0,3}\d)*")  # of one number, however it is parted
FLAT = re.compile(r"кв\.|квартир|пәтер|apt|apartment|flat|\d\s?[-–]\s?\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pattern:
    """One entry of identifiers.toml or addresses.toml."""

    kind: str
    rule: str
    certainty: float
    expression: re.Pattern[str]
    check: Callable[[str], bool] | None = None
    cue: re.Pattern[str] | None = None
    needs: tuple[str, ...] = ()
    digits: int = 1  # of one number, at least

    def finds(self, text: str) -> Iterator[Find]:
        for match in self.expression.finditer(text):
            group = "v" if "v" in self.expression.groupindex else 0
            start, end, words = match.start(group), match.end(group), match[group]
            if self.check and not self.check(words):
                continue
            cue = self.cue.search(text, max(0, start - CUE_REACH), start) if self.cue else None
            if self.cue and not cue:
                continue
            why = cue[0].strip() if cue else text[match.start() : start].strip()
            yield Find(self.kind, start, end, why, self._certainty(words), self.rule, key_of(self.kind, words))

    def _certainty(self, words: str) -> float:
        if self.kind == "address":
            return LONG_ADDRESS if FLAT.search(words) else SHORT_ADDRESS
        return self.certainty


def identifiers(text: str, words: Collection[str]) -> list[Find]:
    """All of them, none within another; the pattern that stands first in its file wins.

    `words` are the text's pieces.
    """
    found: list[Find] = []
    taken = bytearray(len(text))  # a 1 for each character that is claimed
    longest, patterns = _digits(text), _patterns()
    for place in sorted(_needing_nothing().union(*map(_NEEDING.__getitem__, words))):
        pattern = patterns[place]
        if pattern.digits > longest:
            continue
        for find in pattern.finds(text):
            if not any(taken[find.start : find.end]):
                found.append(find)
                taken[find.start : find.end] = b"\1" * (find.end - find.start)
    return found


def _digits(text: str) -> int:
    """Those of its longest number: most texts have days and counts alone, and most names and titles no digit."""
    return max((sum(map(str.isdecimal, number)) for number in DIGITS.findall(text)), default=0)


def _needing(piece: str) -> frozenset[int]:
    """The places of the patterns that need what the piece has."""
    word = f"{piece} "
    return frozenset(place for place, one in enumerate(_patterns()) if any(need in word for need in one.needs))


_NEEDING = Remembered(_needing)


@cache
def _needing_nothing() -> frozenset[int]:
    return frozenset(place for place, one in enumerate(_patterns()) if not one.needs)


@cache
def _patterns() -> tuple[Pattern, ...]:
    listed = [_pattern(entry) for entry in _table("identifiers.toml")["pattern"]]
    listed += _of_parts("refuge", "refuges.toml", digits=0)
    listed += _of_parts("address", "addresses.toml", digits=1)
    return tuple(listed)


def _of_parts(kind: str, name: str, *, digits: int) -> Iterator[Pattern]:
    """The patterns of a file, in which words in capitals stand for its parts."""
    table = _table(name)
    parts = table["parts"]
    named = re.compile(rf"(?<![A-Z_])(?:{'|'.join(sorted(parts, key=len, reverse=True))})(?![A-Z_])")
    for entry in table["pattern"]:
        expression = named.sub(lambda part: str(parts[part[0]]), entry["pattern"])
        needs = tuple(entry.get("needs", ()))
        yield Pattern(kind, entry["rule"], LONG_ADDRESS, re.compile(expression), needs=needs, digits=digits)


def _pattern(entry: dict[str, Any]) -> Pattern:
    flags = re.NOFLAG if entry.get("exact") else re.IGNORECASE
    return Pattern(
        entry["kind"],
        entry["rule"],
        entry["certainty"],
        re.compile(entry["pattern"], flags),
        getattr(checks, entry["check"]) if "check" in entry else None,
        re.compile(entry["cue"], flags) if "cue" in entry else None,
        tuple(entry.get("needs", ())),
        entry.get("digits", 1),
    )


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))

"""Passages: one to three sentences of the list, their slots filled, with the place of everything that was put in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from tests.guard.made import identifiers
from tests.guard.made.people import Person, half, person, written

LANGUAGES = ("ru", "kk", "en")
NOBODY = frozenset({"street", "school", "town", "count", "notiin"})
DEFAULTS = ("nom", "any")  # case and style
_SLOT = re.compile(r"\{([^}]+)\}")
_PERSON = re.compile(r"(o?)([fm])\d?")


@dataclass(frozen=True, slots=True)
class Gold:
    """What stands at [start, end): kind is name, official, or the slot's of an identifier."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    language: str
    text: str
    golds: tuple[Gold, ...]


def passages(language: str, count: int, unseen: bool, seed: int = 16) -> Iterator[Passage]:
    """So many passages of the half; the same ones for the same seed."""
    draw = Random(f"{language}{unseen}{seed}")  # noqa: S311 # made passages, nothing secret
    lines = half(_lines(language), unseen)
    for number in range(count):
        chosen = [lines[number % len(lines)], *draw.sample(lines, draw.randrange(3))]  # every line comes to its turn
        text, golds = "", []
        for line in chosen:
            filled, found = _filled(line, language, draw, unseen)
            golds += [Gold(gold.kind, gold.start + len(text), gold.end + len(text)) for gold in found]
            text += filled + ("\n" if not filled.endswith(".") else " ")
        yield Passage(language, text.rstrip(), tuple(golds))


@cache
def _lines(language: str) -> tuple[str, ...]:
    text = Path(__file__).with_name(f"passages_{language}.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


def _filled(line: str, language: str, draw: Random, unseen: bool) -> tuple[str, list[Gold]]:
    people: dict[str, Person] = {}
    text, golds, position = "", [], 0
    for slot in _SLOT.finditer(line):
        text += line[position : slot.start()]
        position = slot.end()
        who, case, style = (*slot[1].split("."), *DEFAULTS[slot[1].count(".") :])
        role = _PERSON.fullmatch(who)
        if role:
            if who not in people:
                people[who] = person(language, role[2] == "f", draw, unseen)
            filled, kind = written(people[who], language, case, style, draw), "official" if role[1] else "name"
        else:
            filled, kind = identifiers.made(who, language, draw), who
        if kind not in NOBODY:
            golds.append(Gold(kind, len(text), len(text) + len(filled)))
        text += filled
    return text + line[position:], golds


def told(language: str, count: int, unseen: bool, seed: int = 16) -> Iterator[Passage]:
    """Single sentences that tell a case of violence, each one gold of kind story, or that only talk about violence."""
    draw = Random(f"{language}{unseen}{seed}")  # noqa: S311 # made passages, nothing secret
    stories = [line for line in _stories()[language] if line.startswith("+")]
    talks = [line for line in _stories()[language] if line.startswith("-")]
    for number in range(count):
        lines = half((stories, talks)[number % 2], unseen)
        line = lines[number // 2 % len(lines)]
        text, _ = _filled(line[2:], language, draw, unseen)
        yield Passage(language, text, (Gold("story", 0, len(text)),) if line.startswith("+") else ())


@cache
def _stories() -> dict[str, list[str]]:
    parts: dict[str, list[str]] = {}
    for line in Path(__file__).with_name("stories.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# ") and line[2:] in LANGUAGES:
            parts[line[2:]] = []
        elif line.startswith(("+", "-")):
            parts[list(parts)[-1]].append(line)
    return parts

"""Folders first, then what its sender is called, then the file's name, then the head of its text; each may only say it
more closely.

Where two of them name organisations of which neither holds the other, nothing is proposed.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile, groupby, takewhile
from typing import Literal

from svod.register.whose.names import Names
from svod.register.whose.words import is_organisations

Where = Literal["folder", "sender", "name", "text"]
HEAD = 5  # lines
LONGEST = 200  # signs of a line that still is a heading, or as much as is looked at of a text without one
CELL, COLUMNS = " | ", 2  # so many in a line are a table's; a letterhead may have two cells
ENDS = re.compile(r"[.!?;]\s*$")
LETTERHEAD = re.compile(r"^(?:From|Date|Subject): ")  # of an e-mail, as it is read: who writes it may name the house
GREETING = re.compile(r"^\W*\w+(?: \w+){0,4}[!,.]\s*$")  # "Добрый день!", "Құрметті әріптестер," before a letter's head


@dataclass(frozen=True, slots=True)
class Ground:
    """The words that say so, and where they stand."""

    where: Where
    words: str
    keys: frozenset[int]


@dataclass(frozen=True, slots=True)
class Proposal:
    """None where nothing says whose it is, or what says so does not agree."""

    organisation: int | None
    grounds: tuple[Ground, ...]


def propose(name: str, texts: Sequence[str], names: Names, sender: str = "") -> Proposal:
    """Whose the file of that name is, as far as it says: "Костанай/Карасуский район.docx". `sender` is what a channel
    calls who sent it: "Профком, школа № 7, Рудный"."""
    agreed: list[Ground] = []
    for _where, found in groupby(_grounds(name, texts, names, sender), key=lambda one: one.where):
        some = list(found)
        if _meant([*agreed, *some], names):
            agreed += some
        elif not agreed or not all(_meant([*agreed, one], names) for one in some):
            return Proposal(None, (*agreed, *some))
        # else it names several parts of what is agreed: a region's letter, which tells of two of its towns
    meant = _meant(agreed, names)
    return Proposal(meant.pop() if len(meant) == 1 else None, tuple(agreed))


def _grounds(name: str, texts: Iterable[str], names: Names, sender: str) -> Iterator[Ground]:
    *folders, last = name.replace(" › ", "/").split("/")
    for folder in folders:
        yield from _met("folder", folder, names)
    if is_organisations(sender):
        yield from _met("sender", sender, names)
    yield from _met("name", last.rpartition(".")[0] or last, names)
    for text in texts:
        yield from _met("text", head(text), names)


def _met(where: Where, text: str, names: Names) -> Iterator[Ground]:
    for one in names.met(text, nicknames=where in ("folder", "name")):
        yield Ground(where, text[one.start : one.end], one.keys)


def head(text: str) -> str:
    """The lines before the first that is a paragraph or a table's row; of a text that begins with one, as much as a
    heading has. A letter's own head stands before it."""
    lines = [line for line in text[: HEAD * 2 * LONGEST].splitlines() if line.strip()]
    letter = list(takewhile(LETTERHEAD.match, lines))
    lines = list(dropwhile(GREETING.match, lines[len(letter) :]))[:HEAD]
    found: list[str] = []
    for line in lines:
        if len(line) > LONGEST or ENDS.search(line) or line.count(CELL) >= COLUMNS:
            break
        found.append(line)
    return "\n".join([*letter, *(found or [line[:LONGEST] for line in lines[:1]])])


def _meant(grounds: Sequence[Ground], names: Names) -> set[int]:
    """Those that all grounds may mean: each names it, or one that holds it."""
    named = {key for one in grounds for key in one.keys}
    return {key for key in named if all(_holds_any(one.keys, key, names) for one in grounds)}


def _holds_any(keys: Iterable[int], key: int, names: Names) -> bool:
    return any(names.paths[key].startswith(names.paths[one]) for one in keys)

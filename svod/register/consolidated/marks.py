"""A person's text with words bound to facts: "участвовали [45 #12.people] учащихся".

The mark is plain text, so that any field can hold it and nobody breaks it unseen: "[ #12.people]" alone is filled in
from the register, "[50 #12.people]" is set right. What a place is called may be declined by hand; a number, a date or a
title stands as the register has it.
"""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

_MARK = re.compile(r"\[(?P<words>[^\[\]#]*?)\s*#(?P<fact>[\w+.-]*\w)\s*\]")
DECLINED = frozenset({"place"})  # what a fact is about whose words a person may decline
_SPACES = re.compile(r"[ \t\r\f\v]+")


@dataclass(frozen=True, slots=True)
class Bound:
    """Words that stand for a fact."""

    words: str
    fact: str

    @property
    def is_declined(self) -> bool:
        return self.fact.rpartition(".")[2] in DECLINED

    def __str__(self) -> str:
        return f"[{self.words} #{self.fact}]"


Piece = str | Bound


def pieces(text: str) -> Iterator[Piece]:
    """The words between, and those that are bound, in order."""
    place = 0
    for found in _MARK.finditer(text):
        if found.start() > place:
            yield text[place : found.start()]
        yield Bound(found["words"].strip(), found["fact"])
        place = found.end()
    if place < len(text):
        yield text[place:]


def bound(text: str) -> list[Bound]:
    return [piece for piece in pieces(text) if isinstance(piece, Bound)]


def plain(text: str) -> str:
    """The text as it is read, without marks."""
    return "".join(piece.words if isinstance(piece, Bound) else piece for piece in pieces(text))


def frame(text: str, facts: Collection[str]) -> str:
    """The text as it is read, without the words of these facts: texts of one frame say the same of different values."""
    return "".join(
        piece if isinstance(piece, str) else f"#{piece.fact}" if piece.fact in facts else piece.words
        for piece in pieces(text)
    )


def changed(text: str, change: Callable[[Bound], Piece]) -> str:
    """The text with each bound piece changed."""
    return "".join(piece if isinstance(piece, str) else str(change(piece)) for piece in pieces(text))


def paragraphs(text: str) -> list[str]:
    """Its paragraphs: what an empty line parts, each in one line."""
    parts = re.split(r"\n\s*\n", text.replace("\r\n", "\n"))
    lines = (_SPACES.sub(" ", part.replace("\n", " ")).strip() for part in parts)
    return [line for line in lines if line]


def alike(words: str) -> str:
    """The same for words that differ in spaces and capitals only: nobody types a space that does not break."""
    return " ".join(words.split()).casefold()


def begun_as(before: str, words: str) -> str:
    """The words, with a capital where those before had one."""
    return words[:1].upper() + words[1:] if before[:1].isupper() else words


def can_bind(words: str) -> bool:
    """Whether a mark can hold them."""
    return bool(words) and not set(words) & set("[]#")

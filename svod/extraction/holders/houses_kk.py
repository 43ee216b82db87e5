"""The Kazakh house in which something was held: a school, a library with a name, and no hall that others use."""

import re

from svod.extraction.lexicon.endings_kk import GENITIVE
from svod.extraction.lexicon.grammar import words
from svod.extraction.mentions.mention import Mention
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark
from svod.language.fold import fold_phrase

HEADS = frozenset({"organiser.head", "partner"})
VENUES = words("venues")
BELONGING = re.compile(r"(?:[ыи]|(?<=\w\w)(?:л|д|т)[ае]р[ыи].*|[ыи]н[дае].*|[ыи]н[ыи]н|[ыи]нан|[ыи]нен)$")
CENTRE_OF, CENTRES = words("centre_of"), words("centres")
TERRITORIES = tuple(CENTRE_OF)
MANY, CLUBS = words("many_of_them"), tuple(words("clubs"))
NUMBER = 28  # characters from "№39" to the head of the name
NEAR = 3  # words from "барлық" to the houses

Held = tuple[Mark, str]  # the head of the holder's name, and the case it stands in


def house_of(mention: Mention, heads: list[Mark]) -> Held | None:
    """ "Көктал ауылының Жамбыл атындағы мектебінде", "аудандық кітапханада": one house with a name, and no hall."""
    frame = mention.frame
    for head in heads:
        if head.first > mention.mark.first:
            continue
        entries = [entry for entry in head.entries if entry.category in HEADS and entry.number == "s"]
        if not any("l" in entry.cases for entry in entries):
            continue
        named = (
            BELONGING.search(frame.words.words[head.last])
            or _numbered(frame, head.first)
            or frame.text[head.start : head.start + 2].isupper()
        )
        library = any(entry.code == "library" for entry in head.entries)
        if any(entry.code == "media" for entry in head.entries):
            continue
        if (library or named) and not is_shared(frame, head):
            return head, "l"
    return None


def is_shared(frame: Frame, head: Mark) -> bool:
    """ "Мәдениет үйінде", "14 мектепте", "облыс орталығында": a house that others use, many houses, a town."""
    return is_venue(frame, head) or _of_many(frame, head)


def is_venue(frame: Frame, head: Mark) -> bool:
    """ "Мәдениет үйінде", "облыс орталығында": whoever holds something there is not told."""
    entries = [entry for entry in head.entries if entry.category in HEADS]
    venue = any(not VENUES.isdisjoint(fold_phrase(entry.phrase).split()) for entry in entries)
    return (venue and not _is_a_named_club(frame, head)) or _is_centre(frame, head)


def _is_a_named_club(frame: Frame, head: Mark) -> bool:
    """ "«Мирас» балалар аулалық клубында": children's own, and no hall."""
    if not frame.words.words[head.last].startswith(CLUBS):
        return False
    return bool(frame.quotes_in(max(0, head.start - NUMBER), head.start))


def _numbered(frame: Frame, first: int) -> bool:
    """ "№39 инновациялық мектепте" """
    return "№" in frame.text[max(0, frame.words.starts[first] - NUMBER) : frame.words.starts[first]]


def _is_centre(frame: Frame, head: Mark) -> bool:
    """ "облыс орталығында", "аудан орталығында": a town; "Орал қаласының орталығында": in its midst."""
    before = frame.words.words[head.first - 1] if head.first else ""
    return (
        head.first == head.last
        and (before in CENTRE_OF or (before.startswith(TERRITORIES) and before.endswith(GENITIVE)))
        and any(fold_phrase(entry.phrase) in CENTRES for entry in head.entries)
    )


def _of_many(frame: Frame, head: Mark) -> bool:
    """ "ауданның барлық мектебінде", "14 мектептің ұжымында" """
    before = frame.words.words[max(0, head.first - NEAR) : head.first]
    number = frame.number_at(frame.words.starts[head.first - 1]) if head.first else None
    counted = any(word.isdigit() for word in before[:1]) or (number is not None and number.role == "quantity")
    counted = counted and not _numbered(frame, head.first)
    return counted or not MANY.isdisjoint(before)

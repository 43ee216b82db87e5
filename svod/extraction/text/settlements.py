"""Settlements called so: "село Боровское", "the village of Boscha", "Көктөбе ауылында"."""

import re
from collections.abc import Mapping

from svod.extraction.lexicon import seldom
from svod.extraction.lexicon.grammar import grammar, words
from svod.extraction.text.frame import Frame
from svod.extraction.text.place import Place
from svod.extraction.text.scan import Mark
from svod.packs import Unit

SETTLEMENT = re.compile(
    r"(?<!\w)(?:[Сс]ел[оеау]|[Пп]ункт[еа]?|[Пп]ос[её]л(?:ок|ке|ка)|[Аа]ул[еа]?|[сп]\.|пос\.)"
    r"\s*([А-ЯЁӘҒҚҢӨҰҮІ][\w-]{2,})(?=[\s,.;:)(»]|$)"
)
IN_ENGLISH = re.compile(r"(?:village|settlement) of ([^\W\d_a-z][\w-]{2,})")
# What may stand in a village's name before or after its own: "Жаңа Бұқтырма", "Қабанбай батыр".
BEFORE_NAME, AFTER_NAME = words("before_name"), words("after_name")
NO_NAME = words("no_name")
ADJECTIVES = tuple(words("russian_adjectives"))  # "Зелёный Бор ауылы"
OF_PEOPLE = frozenset(grammar("kk")["places_of_people"])  # "Көктөбе ауылы" is Көктөбе, as "село Боровское" is Боровское
POSSESSIVE = re.compile("с?[ыіи]")


def settlements_called_so(frame: Frame) -> list[Place]:
    words = frame.words
    begins = [words.starts[index] for index in words.all_of(seldom.SETTLEMENTS)]
    found = [match for start in begins if (match := SETTLEMENT.match(frame.text, start)) is not None]
    if " of " in frame.text:
        found += IN_ENGLISH.finditer(frame.text)
    return [Place(match.start(1), match.end(1), None, match.group(1)) for match in found]


def called_settlements(frame: Frame) -> list[tuple[Place, int, int]]:
    """ "Көктөбе ауылында", "Балпық би кентінің": a name and what it is, each with its first and last word."""
    found = []
    for mark in frame.marks:
        if "place.called" not in mark.categories:
            continue
        what = _possessed(frame, mark)
        first = _name_before(frame, mark.first) if what else None
        if first is None:
            continue
        start, end = frame.words.starts[first], frame.words.end(mark.first - 1)
        name = frame.text[start:end]
        name = name.title() if name.isupper() else name
        name = name if what in OF_PEOPLE else f"{name} {what}"
        found.append((Place(start, mark.end, None, name), first, mark.last))
    return found + _rural(frame)


def _rural(frame: Frame) -> list[tuple[Place, int, int]]:
    """ "Приреченка ауылдық кітапханасында": a village's house says where it is."""
    found = []
    for index in frame.words.all_of(seldom.RURAL):
        if not 0 < index < len(frame.words) - 1 or not frame.words.gap(index).isspace():
            continue
        if "organiser.head" not in frame.said_at(index + 1):
            continue
        first = _name_before(frame, index)
        if first is not None:
            start, end = frame.words.starts[first], frame.words.end(index - 1)
            found.append((Place(start, end, None, frame.text[start:end]), first, index - 1))
    return found


def _possessed(frame: Frame, mark: Mark) -> str:
    """ "ауылы" of "ауылындағы", "станциясы" of "станциясында"; nothing of "ауылда", which has no possessive."""
    phrase = next(entry.phrase for entry in mark.entries if entry.category == "place.called")
    word = frame.text[mark.start : mark.end].lower()
    bare = POSSESSIVE.match(word, len(phrase))
    return word[: bare.end()] if bare else ""


def _name_before(frame: Frame, behind: int) -> int | None:
    """The index of the first word of the name that a word such as "ауылында" follows."""
    words, index = frame.words, behind - 1
    if index < 0 or not words.gap(behind).isspace():
        return None
    if words.words[index] in AFTER_NAME and index and words.gap(index).isspace():
        index -= 1
    if not words.is_capital(index) or words.words[index] in NO_NAME:
        return None
    before = words.words[index - 1] if index and words.gap(index).isspace() and words.is_capital(index - 1) else ""
    if before in BEFORE_NAME or before.endswith(ADJECTIVES):
        index -= 1
    return index


def villages_called(frame: Frame, first: int, units: Mapping[str, Unit]) -> list[Unit]:
    """The villages of the name that begins with that word, where the geography knows any."""
    at = frame.mark_at[first]
    if at is None or at.first != first:
        return []
    known = (units[entry.code] for entry in at.entries if entry.category == "place")
    return [unit for unit in known if unit.kind == "village"]

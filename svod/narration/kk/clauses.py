"""The verbs of a clause and what stands before them: "тренинг өткізіліп, ақпараттық стендтер безендірілді"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from svod.narration.facts import Item, Statement
from svod.narration.grammar import Place
from svod.narration.kk.items import deeds_done, told
from svod.narration.kk.people import joined_by
from svod.narration.phrases import Phrases
from svod.narration.runs import Words, phrase, words
from svod.narration.statements import audible, further, tells_materials_after

HAPPENS = ("held", "took_place", "organised")  # verbs of equal meaning, taken in turn
CARRIED_OUT = ("held", "organised")


@dataclass(frozen=True, slots=True)
class Part:
    """Items told in one noun phrase, and the verb that closes it."""

    items: tuple[Item, ...]
    said: Words
    verb: str


def clause(
    statement: Statement, setting: str, place: Place, phrases: Phrases, *, guests: Iterator[str], active: bool
) -> Words:
    """The setting, then a chain of verbs that only the last one ends; `active` where the setting names its subject.

    `guests` says before each verb who came there.
    """
    items, online = audible(statement.items, phrases)
    echoes = phrases.text("statement", "echo") in setting
    after = tells_materials_after(statement, place, phrases)
    parts = list(_parts(items, phrases, materials=not after, active=active))
    voice = "active" if active else "passive"
    deeds = phrases.further_materials(items[0]) if after else ()
    last = deeds_done(deeds, phrases, voice)
    further = [*deeds_done(deeds, phrases, f"{voice}_on")[:-1], *last[-1:]]
    how = words(phrases.text("item", "online")) if online else ()
    said = [
        phrase(
            how,
            words(next(guests)),
            part.said,
            words(_form(verb, phrases, voice, ends=part is parts[-1] and not further)),
        )
        for part, verb in zip(parts, _verbs(parts, place, phrases, voice, echoes=echoes), strict=True)
    ]
    return phrase(words(setting), phrase(*said, *map(words, further), glue=", "))


def is_short(statement: Statement) -> bool:
    """Whether the subject is not too far from its one verb, nor another's name between them."""
    first = statement.items[0]
    return len(statement.items) == 1 and not (first.partners or first.materials or statement.guests)


def _parts(items: Sequence[Item], phrases: Phrases, *, materials: bool, active: bool) -> Iterator[Part]:
    """One noun phrase for the items that share their people and their verb; those without any people come first, and
    those online last, lest what follows seem to be online as well."""
    seen: set[str] = set()
    for verb, alike in grouped(items, phrases):
        said = told(further(alike, seen), phrases, materials=materials, active=active)
        seen.update(item.kind for item in alike)
        yield Part(alike, said, verb)


def grouped(items: Sequence[Item], phrases: Phrases) -> Iterator[tuple[str, tuple[Item, ...]]]:
    """The items that one noun phrase tells, and its verb."""
    for _, group in groupby(sorted(items, key=_place_in_order), key=_particulars):
        yield from _by_verb(sorted(group, key=_has_things), phrases)


def _place_in_order(item: Item) -> tuple[bool, bool]:
    return item.online, _has_people(item)


def _has_things(item: Item) -> bool:
    """Those without come first: "семинар мен буклеттер таратылған дәріс"."""
    return bool(item.materials)


def _has_people(item: Item) -> bool:
    return bool(item.audience or item.partners or item.participants)


def _particulars(item: Item) -> tuple[object, ...]:
    """What items share to be told together; with a number of people, one stands alone."""
    return (id(item),) if item.participants else (item.online, item.audience, item.partners)


def _by_verb(items: list[Item], phrases: Phrases) -> list[tuple[str, tuple[Item, ...]]]:
    """The items by their verbs, and by how they are joined to their people, of whom the noun phrase speaks once."""
    found: dict[tuple[str, str], list[Item]] = {}
    for item in items:
        kind = phrases.kind(item.kind)
        crowd = joined_by(item, kind.crowd) if _has_people(item) else ""
        found.setdefault((kind.verb, crowd), []).append(item)
    return [(verb, tuple(alike)) for (verb, _), alike in found.items()]


def _verbs(parts: Sequence[Part], place: Place, phrases: Phrases, voice: str, *, echoes: bool) -> list[str]:
    """The verbs of a chain: for "held" one of its equals, which no neighbour has if it can be helped.

    `echoes`: who held it was named by a word that would sound again.
    """
    chosen: list[str] = []
    for at, part in enumerate(parts):
        if place.planned or part.verb != "held":
            chosen.append("planned" if place.planned else part.verb)
            continue
        carried_out = voice == "active" or any(phrases.kind(item.kind).carried_out for item in part.items)
        equals = [verb for verb in (CARRIED_OUT if carried_out else HAPPENS) if not (echoes and verb == "organised")]
        beside = {*chosen[-1:], *(other.verb for other in parts[at + 1 : at + 2] if other.verb != "held")}
        free = [verb for verb in equals if verb not in beside] or equals
        chosen.append(free[(place.turn + at) % len(free)])
    return chosen


def _form(verb: str, phrases: Phrases, voice: str, *, ends: bool) -> str:
    """The verb's form: "өткізіліп" goes on, "өткізілді" ends."""
    return phrases.verb(verb, voice if ends else f"{voice}_on")

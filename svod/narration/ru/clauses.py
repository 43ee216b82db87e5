"""The verbs of a clause and what they take: "проведены тренинги и беседы, оформлены информационные стенды"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from svod.narration.company import together
from svod.narration.facts import Item
from svod.narration.phrases import Phrases
from svod.narration.ru.items import Told, agreement_of, told
from svod.narration.ru.words import AND
from svod.narration.runs import Words, listed, phrase, text_of, words
from svod.narration.statements import further

HAPPENS = ("held", "took_place", "was_held")  # verbs of equal meaning, taken in turn
CARRIED_OUT = ("held", "organised")
AS_WELL = ", а также "
FEW = 40  # letters of a verb with its nouns after which an "и" still joins the next verb clearly


@dataclass(frozen=True, slots=True)
class Part:
    """Items told in one noun phrase, and the verb they take."""

    items: tuple[Item, ...]
    told: Told
    verb: str


@dataclass(frozen=True, slots=True)
class Manner:
    """`turn` chooses among equal phrasings; `has_organiser` whether somebody is named who held it; `stands_alone`
    whether a semicolon inside would part it neither from a setting nor from other clauses of the sentence; `echoes`
    whether who is named would sound again in "организован"."""

    turn: int
    has_organiser: bool = False
    is_planned: bool = False
    stands_alone: bool = True
    echoes: bool = False


def parts_of(items: Sequence[Item], manner: Manner, phrases: Phrases, *, materials: bool) -> Iterator[Part]:
    """The items by their particulars, one noun phrase for those that share them."""
    seen: set[str] = set()
    for turn, verb, alike in grouped(items, phrases):
        said = told(further(alike, seen), phrases, manner.turn + turn, materials=materials)
        seen.update(item.kind for item in alike)
        yield Part(alike, said, "planned" if manner.is_planned else verb)


def grouped(items: Sequence[Item], phrases: Phrases) -> Iterator[tuple[int, str, tuple[Item, ...]]]:
    """The items that one noun phrase tells, and the verb it takes; what shares its particulars has one number."""
    for number, group in enumerate(together(items)):
        for verb, alike in _by_verb(group, phrases):
            yield number, verb, alike


def say_parts(parts: Sequence[Part], guests: Iterator[str], manner: Manner, phrases: Phrases) -> Words:
    """The parts by their verbs, one after the other; `guests` says before each verb who came there."""
    verbs = list(dict.fromkeys(("held", *(part.verb for part in parts))))
    by_verb = [(verb, [part for part in parts if part.verb == verb]) for verb in verbs]
    said = [_say(_verb(verb, group, manner, phrases, verbs), group, phrases) for verb, group in by_verb if group]
    leads = [next(guests) for _ in said]
    said = [phrase(words(lead), one) for lead, one in zip(leads, said, strict=True)]
    texts = [text_of(one) for one in said]
    if any(AS_WELL in text for text in texts) and manner.stands_alone:
        return phrase(*said, glue="; ")
    is_simple = len(said) == 2 and len(texts[0]) <= FEW and not any(AND in text or "," in text for text in texts)
    is_simple = is_simple and not any(leads)  # "и при их же участии" would seem to go on with the nouns before it
    return phrase(*said, glue=AND if is_simple else ", ")


def _by_verb(items: Sequence[Item], phrases: Phrases) -> list[tuple[str, tuple[Item, ...]]]:
    """The items by their verbs; "организованы" serves for what is held as well as for what is organised."""
    verbs = {item.kind: phrases.kind(item.kind).verb for item in items}
    if {"held", "organised"} <= set(verbs.values()):
        verbs = {kind: "organised" if verb == "held" else verb for kind, verb in verbs.items()}
    found = dict.fromkeys(verbs[item.kind] for item in items)
    return [(verb, tuple(item for item in items if verbs[item.kind] == verb)) for verb in found]


def _verb(verb: str, parts: Sequence[Part], manner: Manner, phrases: Phrases, others: Sequence[str]) -> str:
    """The verb itself, or for "held" one of its equals that no other verb of the clause is."""
    if verb != "held":
        return verb
    kinds = [phrases.kind(item.kind) for part in parts for item in part.items]
    happens = not manner.has_organiser and not any(kind.carried_out for kind in kinds)
    equals = HAPPENS[: 3 if len(kinds) < 3 else 2] if happens else CARRIED_OUT[: 1 if manner.echoes else 2]
    free = [one for one in equals if one == verb or one not in others]
    return free[manner.turn % len(free)]


def _say(verb: str, parts: Sequence[Part], phrases: Phrases) -> Words:
    tolds = [part.told for part in parts]
    last = AS_WELL if len(tolds) > 1 and any(one.is_long for one in tolds) else AND
    return phrase(words(phrases.verb(verb, agreement_of(tolds))), listed([one.said for one in tolds], last))

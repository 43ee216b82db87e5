"""Whom an activity was for and who was invited, before the noun: "психологтардың қатысуымен оқушыларға арналған"."""

from collections.abc import Sequence

from svod.narration.facts import Item
from svod.narration.kk.words import enumerated, numbered, plural
from svod.narration.phrases import Phrases
from svod.narration.runs import NOTHING, Words, number, phrase, words
from svod.records import Bounds

PARTICIPANT = "қатысушы"
PERSON = "адам"
CASES = {"for": "dat", "with_people": "gen", "among": "nom", "to": "ins"}


def people_of(item: Item, crowd: str, phrases: Phrases) -> Words:
    """The guests, then the people."""
    guests = [plural(phrases.noun("partners", code)) for code in item.partners]
    groups = [plural(phrases.noun("audiences", code)) for code in item.audience]
    crowd = joined_by(item, crowd)
    if crowd == "of":
        return _meeting(item, guests, groups, phrases)
    audience = _audience(item, groups, crowd, phrases)
    is_for = bool(audience) and crowd == "for" and not _is_counted(item)
    return phrase(_guests(guests, phrases, jointly=not is_for), audience)


def joined_by(item: Item, crowd: str) -> str:
    """How its people are joined to it: a meeting is "of" somebody only where it says with whom."""
    if crowd == "of" and item.audience and not item.partners:
        return "for"
    return "for" if crowd == "with_people" and item.titles else crowd


def is_meeting_of(item: Item, crowd: str) -> bool:
    """ "Педагогтердің полиция қызметкерлерімен кездесуі": the noun is theirs."""
    return crowd == "of" and bool(item.partners and item.audience) and not (item.titles or item.participants)


def in_brackets(item: Item) -> Words:
    """ "(1 500 қатысушы)", after the noun, where the number belongs to several groups."""
    if item.participants is None or _is_counted(item):
        return NOTHING
    digits, noun = numbered(item.participants, PARTICIPANT)
    return (*words("("), *number(digits, item.source), *words(f" {noun})"))


def _is_counted(item: Item) -> bool:
    """Whether the number stands with the people themselves: "45 оқушының қатысуымен"."""
    return item.participants is not None and len(item.audience) < 2


def _meeting(item: Item, guests: Sequence[str], groups: Sequence[str], phrases: Phrases) -> Words:
    met = words(phrases.text("item", "meets").format(people=enumerated(guests, "ins"))) if guests else NOTHING
    if is_meeting_of(item, "of"):
        return phrase(words(enumerated(groups, "gen")), met)
    return phrase(_audience(item, groups, "for", phrases), met)


def _guests(guests: Sequence[str], phrases: Phrases, *, jointly: bool) -> Words:
    """ "психологтардың қатысуымен", and where nobody it was for follows "психологтармен бірлесіп"."""
    if not guests:
        return NOTHING
    key, case = ("jointly", "ins") if jointly else ("with_people", "gen")
    return words(phrases.text("item", key).format(people=enumerated(guests, case)))


def _audience(item: Item, groups: Sequence[str], crowd: str, phrases: Phrases) -> Words:
    """ "оқушыларға арналған", "45 оқушының қатысуымен", "240 ата-ана арасында"."""
    if item.participants and _is_counted(item):
        joined = "among" if crowd == "among" else "with_people"
        digits, noun = _counted(item.participants, item, phrases, CASES[joined])
        return phrase(number(digits, item.source), words(phrases.text("item", joined).format(people=noun)))
    if not groups:
        return NOTHING
    return words(phrases.text("item", crowd).format(people=enumerated(groups, CASES[crowd])))


def _counted(people: Bounds, item: Item, phrases: Phrases, case: str) -> tuple[str, str]:
    return numbered(people, phrases.noun("audiences", item.audience[0]) if item.audience else PERSON, case)

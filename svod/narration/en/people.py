"""Whom an activity was for and who was invited, in English: "for 45 pupils, with psychologists taking part"."""

from svod.language.en.inflect import plural
from svod.narration.en.words import enumerated, numbered
from svod.narration.facts import Item
from svod.narration.phrases import Phrases
from svod.narration.runs import NOTHING, Words, number, phrase, words

PARTICIPANT = "participant"
PERSON = "person"


def people_of(item: Item, crowd: str, phrases: Phrases, turn: int) -> Words:
    """The audience, then the guests; a meeting is "of teachers with police officers"."""
    audience = _audience(item, _joined_by(item, crowd), phrases)
    partners = _partners(item, crowd, phrases, turn)
    is_with = crowd == "with_people" and bool(audience)
    return phrase(audience, partners, glue=" and " if is_with else " ")


def _joined_by(item: Item, crowd: str) -> str:
    is_of = bool(item.partners) and not (item.titles or item.participants)
    return "for" if crowd == "of" and not is_of else crowd


def _audience(item: Item, crowd: str, phrases: Phrases) -> Words:
    """ "for pupils", "for at least 301 pupils", "for pupils and parents (1,500 participants)"."""
    groups = [phrases.noun("audiences", code) for code in item.audience]
    if item.participants and len(groups) < 2:
        digits, noun = numbered(item.participants, groups[0] if groups else _people(crowd))
        before = phrases.text("item", crowd).format(people="").strip()
        return phrase(words(before), number(digits, item.source), words(noun))
    if not groups:
        return NOTHING
    said = words(phrases.text("item", crowd).format(people=enumerated([plural(group) for group in groups])))
    if not item.participants:
        return said
    digits, noun = numbered(item.participants, PARTICIPANT)
    return phrase(said, (*words("("), *number(digits, item.source), *words(f" {noun})")))


def _people(crowd: str) -> str:
    return PARTICIPANT if crowd == "with_people" else PERSON


def _partners(item: Item, crowd: str, phrases: Phrases, turn: int) -> Words:
    if not item.partners:
        return NOTHING
    variants = [phrases.text("item", "meets")] if crowd == "of" else phrases.texts("item", "partners")
    guests = enumerated([plural(phrases.noun("partners", code)) for code in item.partners])
    return words(variants[turn % len(variants)].format(people=guests))

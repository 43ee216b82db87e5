"""Whom an activity was for and who was invited, in Russian: "для 45 учащихся с участием психологов"."""

from svod.narration.facts import Item
from svod.narration.ru.phrases import Phrases
from svod.narration.ru.words import eased, enumerated, numbered, numbered_genitive, plural
from svod.narration.runs import NOTHING, Words, number, phrase, words

PARTICIPANT = "участник"
PERSON = "человек"


def people_of(item: Item, crowd: str, phrases: Phrases, turn: int) -> Words:
    """The audience and the partners; a meeting first says with whom, unless it is "встреча учащихся с психологами"."""
    audience = _audience(item, crowd, phrases)
    partners = _partners(item, crowd, phrases, turn)
    guests_first = crowd == "of" and _joined_by(item, crowd) == "for"
    return phrase(partners, audience) if guests_first else phrase(audience, partners)


def _audience(item: Item, crowd: str, phrases: Phrases) -> Words:
    """ "для учащихся", "с участием 45 педагогов", "для учащихся и педагогов (45 участников)"."""
    groups = [phrases.noun("audiences", code) for code in item.audience]
    if item.participants and len(groups) < 2:
        return _counted_people(item, groups[0] if groups else PERSON, crowd, phrases)
    said = _people(groups, _joined_by(item, crowd), phrases)
    if not item.participants:
        return said
    digits, noun = numbered(item.participants, PARTICIPANT)
    return phrase(said, (*words("("), *number(digits, item.source), *words(f" {noun})")))


def _partners(item: Item, crowd: str, phrases: Phrases, turn: int) -> Words:
    """ "с участием психологов"; "совместно с психологами" where "с участием" has just been said of others."""
    if not item.partners:
        return NOTHING
    variants = phrases.texts("item", "partners")
    pattern = variants[turn % len(variants)]
    if crowd == "of":
        pattern = phrases.text("item", "meets")
    elif item.participants or (crowd == "with_people" and item.audience):
        pattern = phrases.text("item", "partners_beside")
    guests = [phrases.noun("partners", code) for code in item.partners]
    case = "ablt" if "{ablt}" in pattern else "gent"
    return words(eased(pattern.format(**{case: enumerated([plural(guest, case) for guest in guests])})))


def _people(groups: list[str], crowd: str, phrases: Phrases) -> Words:
    if not groups:
        return NOTHING
    case = "ablt" if crowd == "to" else "gent"
    people = enumerated([plural(group, case) for group in groups])
    return words(eased(phrases.text("item", crowd).format(audience=people)))


def _joined_by(item: Item, crowd: str) -> str:
    """A meeting is "встреча учащихся" only where it says with whom, and has no title between the words."""
    if crowd == "of" and (not item.partners or item.titles or item.participants):
        return "for"
    return "for" if crowd == "among" and item.titles else crowd


def _counted_people(item: Item, people: str, crowd: str, phrases: Phrases) -> Words:
    """ "для 45 учащихся"; bounds want "с участием": nobody says "для не менее 45 учащихся"."""
    if item.participants is None:
        return NOTHING
    digits, noun = numbered_genitive(item.participants, people)
    is_for = crowd in ("for", "among") and item.participants.is_exact and people != PERSON
    before = phrases.text("item", crowd if is_for else "with_people").format(audience="").strip()
    return phrase(words(before), number(digits, item.source), words(noun))

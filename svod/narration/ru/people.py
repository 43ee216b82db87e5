"""Whom an activity was for and who was invited, in Russian: "для 45 учащихся с участием психологов"."""

from svod.narration.facts import Item
from svod.narration.phrases import Phrases
from svod.narration.ru.words import eased, enumerated, numbered, numbered_genitive, plural
from svod.narration.runs import NOTHING, Words, number, phrase, words

PARTICIPANT = "участник"
PERSON = "человек"


def people_of(item: Item, crowd: str, phrases: Phrases, turn: int) -> Words:
    """The audience and the partners; a meeting first says with whom, unless it is "встреча учащихся с психологами".

    Guests and a crowd share one "с участием", the guests first, so that the number is not theirs.
    """
    if item.partners and crowd != "of" and _takes_part(item, crowd):
        return _all_together(item, phrases)
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
    return phrase(said, _in_brackets(item))


def _in_brackets(item: Item) -> Words:
    """ "(45 участников)", the number of several groups."""
    if not item.participants:
        return NOTHING
    digits, noun = numbered(item.participants, PARTICIPANT)
    return (*words("("), *number(digits, item.source), *words(f" {noun})"))


def _takes_part(item: Item, crowd: str) -> bool:
    """Whether the audience is said by "с участием" as well."""
    if item.participants and len(item.audience) < 2:
        return _joined_by(item, crowd) not in ("for", "among") or not item.audience or not item.participants.is_exact
    return bool(item.audience) and crowd == "with_people"


def _all_together(item: Item, phrases: Phrases) -> Words:
    """ "с участием юристов и 45 учащихся", "с участием психологов, жителей и педагогов"."""
    guests = [plural(phrases.noun("partners", code), "gent") for code in item.partners]
    groups = [phrases.noun("audiences", code) for code in item.audience]
    if not item.participants or len(groups) > 1:
        people = enumerated([*guests, *(plural(group, "gent") for group in groups)])
        said = words(phrases.text("item", "with_people").format(audience=people))
        return phrase(said, _in_brackets(item))
    digits, noun = numbered_genitive(item.participants, groups[0] if groups else PERSON)
    lead = phrases.text("item", "with_people").format(audience=", ".join(guests))
    return phrase(words(f"{lead} и"), number(digits, item.source), words(noun))


def _partners(item: Item, crowd: str, phrases: Phrases, turn: int) -> Words:
    """ "с участием психологов", and for a meeting "с психологами"."""
    if not item.partners:
        return NOTHING
    variants = phrases.texts("item", "partners")
    pattern = variants[turn % len(variants)]
    if crowd == "of":
        pattern = phrases.text("item", "meets")
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

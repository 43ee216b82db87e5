"""An item as a Russian noun phrase: "круглые столы «А» и «Б» для учащихся с участием психологов"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from svod.narration.facts import Item, Titled
from svod.narration.ru.phrases import KindWords, Phrases
from svod.narration.ru.words import (
    AND,
    agreement,
    counts_as,
    enumerated,
    numbered,
    numbered_genitive,
    plural,
    quoted,
)
from svod.narration.runs import NOTHING, Words, listed, number, phrase, sourced, text_of, words
from svod.records import Bounds

ONE = Bounds.exactly(1)
SEVERAL = Bounds.at_least(2)
PARTICIPANT = "участник"
PERSON = "человек"


@dataclass(frozen=True, slots=True)
class Told:
    """A noun phrase and how its verb agrees with it: masc, femn, neut or plur; `is_counted` where a number leads."""

    said: Words
    agrees: str
    is_counted: bool = False

    @property
    def is_long(self) -> bool:
        """Whether a comma or an "и" inside makes it hard to see where it ends in a list."""
        text = text_of(self.said)
        return AND in text or "," in text


def told(item: Item, phrases: Phrases, turn: int, *, again: bool = False, materials: bool = True) -> Told:
    """The noun phrase of an item. `turn` chooses among equal phrasings, `again` says "ещё 3 круглых стола"."""
    kind = phrases.kind(item.kind)
    named = _named(item, kind, phrases)
    meets = bool(item.partners) and kind.crowd == "of"
    said = phrase(
        words(phrases.text("item", "one_more").strip()) if again and not item.titles else NOTHING,
        named.said,
        words(phrases.text("item", "online")) if item.online else NOTHING,
        _partners_met(item, phrases) if meets else NOTHING,
        _audience(item, kind, phrases),
        NOTHING if meets else _partners(item, kind, phrases, turn),
        _materials(item, kind, phrases) if materials else NOTHING,
    )
    return Told(sourced(said, item.source), named.agrees, named.is_counted)


def _named(item: Item, kind: KindWords, phrases: Phrases) -> Told:
    """The noun with its titles or its number."""
    if item.titles:
        return _titled(item, kind, phrases)
    if kind.mass and (item.count.most is None or item.count == ONE):
        return Told(words(_mass(item, kind, phrases)), agreement(kind.mass))
    if item.count == ONE:
        return Told(words(kind.one), agreement(kind.one))
    if item.count == SEVERAL:
        return Told(words(plural(kind.many)), "plur")
    digits, noun = numbered(item.count, kind.many)
    said = phrase(number(digits, item.source), words(noun))
    return Told(said, counts_as(item.count, kind.many), is_counted=True)


def _mass(item: Item, kind: KindWords, phrases: Phrases) -> str:
    """ "раздача информационных материалов", or of the very materials where the text names them."""
    if kind.of_materials and item.materials:
        materials = [plural(phrases.noun("materials", code), "gent") for code in item.materials]
        return f"{kind.of_materials} {enumerated(materials)}"
    return kind.mass or kind.one


def _titled(item: Item, kind: KindWords, phrases: Phrases) -> Told:
    titles = [_title(title, item) for title in item.titles]
    if item.and_others:
        titles.append(words(phrases.text("item", "and_others")))
    alone = len(titles) == 1
    if alone and item.count.is_exact and item.count != ONE:
        digits, noun = numbered(item.count, kind.titled)
        said = phrase(number(digits, item.source), words(noun), titles[0])
        return Told(said, counts_as(item.count, kind.titled), is_counted=True)
    if alone and item.count.least <= 1:
        return Told(phrase(words(kind.titled), titles[0]), agreement(kind.titled))
    # "и другие" closes the list by itself
    last = " " if item.and_others else AND
    return Told(phrase(words(plural(kind.titled)), listed(titles, last)), "plur")


def _title(title: Titled, item: Item) -> Words:
    said = words(quoted(title.title), title.source)
    if title.participants is None or item.participants:
        return said
    digits, noun = numbered(title.participants, PARTICIPANT)
    return (*said, *words(" (", title.source), *number(digits, title.source), *words(f" {noun})", title.source))


def _audience(item: Item, kind: KindWords, phrases: Phrases) -> Words:
    """ "для учащихся", "с участием 45 педагогов", "для учащихся и педагогов (45 участников)"."""
    groups = [phrases.noun("audiences", code) for code in item.audience]
    if item.participants and len(groups) < 2:
        return _people(item, item.participants, groups[0] if groups else PERSON, kind, phrases)
    crowd = kind.crowd
    case = "ablt" if crowd == "to" else "gent"
    said = NOTHING
    if groups:
        people = enumerated([plural(group, case) for group in groups])
        said = words(phrases.text("item", "for" if crowd == "of" else crowd).format(audience=people))
    if not item.participants:
        return said
    digits, noun = numbered(item.participants, PARTICIPANT)
    return phrase(said, (*words("("), *number(digits, item.source), *words(f" {noun})")))


def _people(item: Item, participants: Bounds, people: str, kind: KindWords, phrases: Phrases) -> Words:
    """ "для 45 учащихся"; bounds want "с участием": nobody says "для не менее 45 учащихся"."""
    digits, noun = numbered_genitive(participants, people)
    stands_after = kind.crowd in ("for", "among") and participants.is_exact and people != PERSON
    before = phrases.text("item", kind.crowd if stands_after else "with_people").format(audience="").strip()
    return phrase(words(before), number(digits, item.source), words(noun))


def _partners(item: Item, kind: KindWords, phrases: Phrases, turn: int) -> Words:
    if not item.partners:
        return NOTHING
    has_people = bool(item.participants) or (kind.crowd == "with_people" and bool(item.audience))
    variants: Sequence[str] = phrases.texts("item", "partners")
    pattern = phrases.text("item", "partners_beside") if has_people else variants[turn % len(variants)]
    return words(_guests(item, phrases, pattern))


def _partners_met(item: Item, phrases: Phrases) -> Words:
    return words(_guests(item, phrases, phrases.text("item", "meets")))


def _guests(item: Item, phrases: Phrases, pattern: str) -> str:
    guests = [phrases.noun("partners", code) for code in item.partners]
    case = "ablt" if "{ablt}" in pattern else "gent"
    return pattern.format(**{case: enumerated([plural(guest, case) for guest in guests])})


def _materials(item: Item, kind: KindWords, phrases: Phrases) -> Words:
    """ "с раздачей брошюр и буклетов и показом видеороликов"."""
    if kind.of_materials:
        return NOTHING
    told_ = [
        f"{deed['with']} {enumerated([plural(noun, 'gent') for noun in nouns])}"
        for deed, nouns in materials_by_deed(item.materials, phrases)
    ]
    return words(f"с {enumerated(told_)}") if told_ else NOTHING


def materials_after(item: Item, phrases: Phrases) -> str:
    """What became of the materials, as a clause of its own: "участникам розданы брошюры и буклеты"."""
    if phrases.kind(item.kind).of_materials:
        return ""
    return ", ".join(
        f"{deed['after']} {enumerated([plural(noun) for noun in nouns])}"
        for deed, nouns in materials_by_deed(item.materials, phrases)
    )


def materials_by_deed(codes: Sequence[str], phrases: Phrases) -> list[tuple[Mapping[str, str], list[str]]]:
    """The nouns of the materials by what was done with them: handed out, shown, made."""
    by_deed = [
        (deed, [phrases.noun("materials", code) for code in codes if code in deed["codes"]])
        for deed in phrases.table.get("deeds", {}).values()
    ]
    return [(deed, nouns) for deed, nouns in by_deed if nouns]

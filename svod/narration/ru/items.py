"""Items as Russian noun phrases: "круглые столы «А» и «Б» для учащихся с участием психологов"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from svod.language.bounds_text import printed
from svod.narration.facts import Item, Titled
from svod.narration.phrases import KindWords, Phrases
from svod.narration.quotes import quoted
from svod.narration.ru.people import people_of
from svod.narration.ru.words import AND, agreement, counts_as, declined, enumerated, numbered, plural
from svod.narration.runs import NOTHING, Words, listed, number, phrase, sourced, text_of, words
from svod.records.bounds import ONE, SEVERAL, SOME

PARTICIPANT = "участник"


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


def told(items: Sequence[Item], phrases: Phrases, turn: int, *, materials: bool = True) -> Told:
    """The noun phrase of items for the same people and held alike, of which it speaks once, after the last noun.

    `turn` chooses among equal phrasings; `materials` are left out where the sentence tells of them in a clause of its
    own.
    """
    named = [_named(item, phrases) for item in items]
    nouns = [sourced(one.said, item.source) for one, item in zip(named, items, strict=True)]
    online = words(phrases.text("item", "online") if items[0].online else "")
    crowds = {phrases.kind(item.kind).crowd for item in items}
    people = people_of(items[0], crowds.pop() if len(crowds) == 1 else "for", phrases, turn)
    things = _materials(items[0], phrases) if materials else NOTHING
    said = phrase(listed(nouns, AND), sourced(phrase(online, people, things), items[-1].source))
    return Told(said, agreement_of(named), all(one.is_counted for one in named))


def agreement_of(named: Sequence[Told]) -> str:
    """How a participle agrees with a list: with its one noun, neuter beside numbers alone, else plural."""
    if len(named) == 1:
        return named[0].agrees
    return "neut" if all(one.is_counted and one.agrees == "neut" for one in named) else "plur"


def summed_up(item: Item, phrases: Phrases) -> Told:
    """A kind that is only summed up: "лекции (не менее 30)", "разъяснительная работа", "опрос"."""
    kind = phrases.kind(item.kind)
    if item.count in (ONE, SOME) or (kind.mass and item.count.most is None):
        return _named(replace(item, again=False), phrases)
    noun = words(f"{plural(kind.many)} (", item.source)
    said = (*noun, *number(printed(item.count, "ru"), item.source), *words(")", item.source))
    return Told(said, "plur")


def _named(item: Item, phrases: Phrases) -> Told:
    """The noun with its titles or its number."""
    kind = phrases.kind(item.kind)
    if item.titles:
        return _titled(item, kind, phrases)
    if kind.mass and (item.count.most is None or item.count == ONE):
        return Told(words(_noun(item, kind.mass, kind, phrases)), agreement(kind.mass))
    more = words(phrases.text("item", "more")) if item.again else NOTHING
    if item.count == SOME:
        return Told(phrase(more, words(_at_least_one(_noun(item, kind.many, kind, phrases), phrases))), "neut")
    if item.count == ONE:
        noun = _noun(item, kind.one, kind, phrases)
        gender = agreement(noun)
        one_more = words(phrases.agreeing("item", "one_more", gender) if item.again else "")
        return Told(phrase(one_more, words(noun)), gender)
    noun = _noun(item, kind.many, kind, phrases)
    if item.count == SEVERAL:
        return Told(phrase(more, words(plural(noun))), "plur")
    digits, form = numbered(item.count, noun)
    return Told(phrase(more, number(digits, item.source), words(form)), counts_as(item.count, noun), is_counted=True)


def _at_least_one(noun: str, phrases: Phrases) -> str:
    """ "не менее одной консультации": nobody says that there was only one."""
    return f"{phrases.agreeing('item', 'at_least_one', agreement(noun))} {declined(noun, 'gent')}"


def _noun(item: Item, noun: str, kind: KindWords, phrases: Phrases) -> str:
    """The noun in the nominative singular, with its materials where it is of them: "выставка рисунков"."""
    materials = [plural(material, "gent") for material in phrases.own_materials(item)]
    return f"{kind.of_materials} {enumerated(materials)}" if materials else noun


def _titled(item: Item, kind: KindWords, phrases: Phrases) -> Told:
    noun = _noun(item, kind.titled or kind.one, kind, phrases)
    many = _noun(item, kind.titled or kind.many, kind, phrases)
    titles = [_title(title, item) for title in item.titles]
    more = words(phrases.text("item", "more")) if item.again else NOTHING
    if item.and_others:
        said = phrase(more, words(plural(many)), phrase(*titles, glue=", "), words(phrases.text("item", "and_others")))
        return Told(said, "plur")
    alone = len(titles) == 1
    if alone and item.count not in (ONE, SOME, SEVERAL):
        digits, form = numbered(item.count, many)
        said = phrase(more, number(digits, item.source), words(form), titles[0])
        return Told(said, counts_as(item.count, many), is_counted=True)
    if alone and item.count == SOME and not kind.mass:
        return Told(phrase(more, words(_at_least_one(many, phrases)), titles[0]), "neut")
    if alone and item.count.least <= 1:
        gender = agreement(noun)
        one_more = words(phrases.agreeing("item", "one_more", gender) if item.again else "")
        return Told(phrase(one_more, words(noun), titles[0]), gender)
    return Told(phrase(more, words(plural(many)), listed(titles, AND)), "plur")


def _title(title: Titled, item: Item) -> Words:
    """The title, with its participants in brackets where the item has no number of its own."""
    said = words(quoted(title.title), title.source)
    if title.participants is None or item.participants:
        return said
    digits, noun = numbered(title.participants, PARTICIPANT)
    return (*said, *words(" (", title.source), *number(digits, title.source), *words(f" {noun})", title.source))


def _materials(item: Item, phrases: Phrases) -> Words:
    """ "с раздачей брошюр и буклетов и показом видеороликов"."""
    deeds = [
        f"{deed['with']} {enumerated([plural(noun, 'gent') for noun in nouns])}"
        for deed, nouns in phrases.deeds(phrases.further_materials(item))
    ]
    return words(f"с {enumerated(deeds)}") if deeds else NOTHING


def materials_after(item: Item, phrases: Phrases) -> str:
    """What became of the materials, as a clause of its own: "участникам розданы брошюры и буклеты"."""
    return deeds_done(phrases.further_materials(item), phrases)


def deeds_done(materials: Sequence[str], phrases: Phrases) -> str:
    """ "участникам розданы буклеты, показаны видеоролики"."""
    return ", ".join(
        f"{deed['after']} {enumerated([plural(noun) for noun in nouns])}" for deed, nouns in phrases.deeds(materials)
    )

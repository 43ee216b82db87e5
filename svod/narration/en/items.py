"""Items as English noun phrases: "the round tables “A” and “B” for pupils, with psychologists taking part"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from svod.language.bounds_text import printed
from svod.language.en.inflect import plural
from svod.narration.en.people import PARTICIPANT, people_of
from svod.narration.en.words import enumerated, listed, numbered, with_article
from svod.narration.facts import Item, Titled
from svod.narration.phrases import KindWords, Phrases
from svod.narration.quotes import CURLY, quoted
from svod.narration.runs import NOTHING, Words, number, phrase, sourced, text_of, words
from svod.records.bounds import ONE, SEVERAL, SOME

LONG = 60  # letters after which the verb would come too late


@dataclass(frozen=True, slots=True)
class Told:
    """A noun phrase, what is said of it behind its verb or behind itself, and the number of its verb: sing or plur."""

    noun: Words
    agrees: str
    tail: Words = NOTHING

    @property
    def said(self) -> Words:
        return phrase(self.noun, self.tail)

    @property
    def is_long(self) -> bool:
        return len(text_of(self.said)) > LONG


def told(items: Sequence[Item], phrases: Phrases, turn: int, *, materials: bool = True) -> Told:
    """The noun phrase of items for the same people, of whom it speaks once, after the last noun."""
    named = [_named(item, phrases) for item in items]
    nouns = [sourced(one.noun, item.source) for one, item in zip(named, items, strict=True)]
    online = words(phrases.text("item", "online") if items[0].online else "")
    crowds = {phrases.kind(item.kind).crowd for item in items}
    people = people_of(items[0], crowds.pop() if len(crowds) == 1 else "for", phrases, turn)
    things = _materials(items[0], phrases) if materials else NOTHING
    return Told(listed(nouns), agreement_of(named), sourced(phrase(online, people, things), items[-1].source))


def is_knotty(text: str) -> bool:
    """Whether a comma or an "and" inside makes it hard to see where it ends in a list."""
    return " and " in text or "," in text


def agreement_of(named: Sequence[Told]) -> str:
    return named[0].agrees if len(named) == 1 else "plur"


def summed_up(item: Item, phrases: Phrases) -> Told:
    """A kind that is only summed up: "lectures (at least 30)", "outreach work", "a survey"."""
    kind = phrases.kind(item.kind)
    if item.count in (ONE, SOME) or (kind.mass and item.count.most is None):
        return _named(replace(item, again=False), phrases)
    noun = words(f"{plural(kind.many)} (", item.source)
    return Told((*noun, *number(printed(item.count, "en"), item.source), *words(")", item.source)), "plur")


def deeds_done(materials: Sequence[str], phrases: Phrases) -> list[str]:
    """ "brochures and memos were handed out to the participants", "videos were shown"."""
    return [
        deed["after"].format(materials=enumerated([plural(noun) for noun in nouns]))
        for deed, nouns in phrases.deeds(materials)
    ]


def _materials(item: Item, phrases: Phrases) -> Words:
    """ "with brochures and memos handed out"."""
    deeds = [
        deed["with"].format(materials=enumerated([plural(noun) for noun in nouns]))
        for deed, nouns in phrases.deeds(phrases.further_materials(item))
    ]
    return words(phrases.text("item", "with").format(deeds=enumerated(deeds))) if deeds else NOTHING


def _named(item: Item, phrases: Phrases) -> Told:
    """The noun with its article, its titles or its number."""
    kind = phrases.kind(item.kind)
    if item.titles:
        return _titled(item, kind, phrases)
    if kind.mass and (item.count.most is None or item.count == ONE):
        return Told(words(_noun(item, kind.mass, kind, phrases)), "sing")
    one, many = _noun(item, kind.one, kind, phrases), _noun(item, kind.many, kind, phrases)
    if item.count == ONE:
        another = phrases.text("item", "one_more").format(noun=one)
        return Told(words(another if item.again else with_article(one)), "sing")
    if item.count == SOME:
        return Told(words(_at_least_one(one, item, phrases)), "sing")
    further = words(phrases.text("item", "more")) if item.again else NOTHING
    if item.count == SEVERAL:
        return Told(phrase(further, words(plural(many))), "plur")
    digits, form = numbered(item.count, many)
    return Told(phrase(number(digits, item.source), further, words(form)), "plur")


def _noun(item: Item, noun: str, kind: KindWords, phrases: Phrases) -> str:
    """The noun in the singular, with its materials where it is of them: "exhibition of drawings"."""
    materials = [plural(material) for material in phrases.own_materials(item)]
    return f"{kind.of_materials} {enumerated(materials)}" if materials else noun


def _at_least_one(noun: str, item: Item, phrases: Phrases) -> str:
    """ "at least one seminar", "at least one more seminar": nobody says that there was only one."""
    return phrases.text("item", "at_least_one_more" if item.again else "at_least_one").format(noun=noun)


def _titled(item: Item, kind: KindWords, phrases: Phrases) -> Told:
    noun = _noun(item, kind.titled or kind.one, kind, phrases)
    many = _noun(item, kind.titled or kind.many, kind, phrases)
    titles = [_title(title, item) for title in item.titles]
    more = words(phrases.text("item", "more")) if item.again else NOTHING
    if item.and_others:
        others = words(phrases.text("item", "and_others"))
        return Told(phrase(more, words(plural(many)), listed([*titles, others])), "plur")
    alone = len(titles) == 1
    if alone and item.count not in (ONE, SOME, SEVERAL):
        digits, form = numbered(item.count, many)
        return Told(phrase(number(digits, item.source), more, words(form), titles[0]), "plur")
    if alone and item.count == SOME and not kind.mass:
        return Told(phrase(words(_at_least_one(noun, item, phrases)), titles[0]), "sing")
    if alone and item.count.least <= 1:
        another = phrases.text("item", "one_more").format(noun=noun)
        return Told(phrase(words(another if item.again else f"the {noun}"), titles[0]), "sing")
    return Told(phrase(more or words("the"), words(plural(many)), listed(titles)), "plur")


def _title(title: Titled, item: Item) -> Words:
    """The title, with its participants in brackets where the item has no number of its own."""
    said = words(quoted(title.title, CURLY), title.source)
    if title.participants is None or item.participants:
        return said
    digits, noun = numbered(title.participants, PARTICIPANT)
    return (*said, *words(" (", title.source), *number(digits, title.source), *words(f" {noun})", title.source))

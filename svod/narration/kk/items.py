"""Items as Kazakh noun phrases: "психологтардың қатысуымен «А» және «Б» тақырыптарында дөңгелек үстелдер"."""

from collections.abc import Sequence
from dataclasses import replace

from svod.language.bounds_text import printed
from svod.narration.facts import Item, Titled
from svod.narration.kk.people import PARTICIPANT, in_brackets, is_meeting_of, people_of
from svod.narration.kk.words import AND, enumerated, held, its, listed_nouns, numbered, plural
from svod.narration.phrases import KindWords, Phrases
from svod.narration.quotes import quoted
from svod.narration.runs import NOTHING, Words, listed, number, phrase, sourced, words
from svod.records.bounds import ONE, SEVERAL, SOME


def told(items: Sequence[Item], phrases: Phrases, *, materials: bool = True, active: bool = False) -> Words:
    """The noun phrase of items for the same people, of whom it speaks once, before the first noun.

    `materials` are left out where the sentence tells of them afterwards; `active` where somebody holds them.
    """
    first = items[0]
    crowd = _crowd(items, phrases)
    online = words(phrases.text("item", "online") if first.online else "")
    people = sourced(phrase(online, people_of(first, crowd, phrases)), first.source)
    nouns = [sourced(_one(item, phrases, crowd, materials=materials), item.source) for item in items]
    if active:
        nouns[-1] = _as_object(nouns[-1], its_own=is_meeting_of(items[-1], crowd))
    return phrase(people, listed_nouns(nouns), sourced(in_brackets(first), first.source))


def _as_object(said: Words, *, its_own: bool) -> Words:
    """The noun ends its phrase, and of several only the last one takes the case."""
    *before, noun = said
    return (*before, replace(noun, text=held(noun.text, its_own=its_own)))


def summed_up(item: Item, phrases: Phrases) -> Words:
    """A kind that is only summed up: "дәрістер (кемінде 30)", "түсіндіру жұмысы", "сауалнама"."""
    kind = phrases.kind(item.kind)
    if item.count in (ONE, SOME) or (kind.mass and item.count.most is None):
        return sourced(_named(replace(item, again=False), kind, phrases, its_own=False), item.source)
    noun = words(f"{plural(kind.many)} (", item.source)
    return (*noun, *number(printed(item.count, "kk"), item.source), *words(")", item.source))


def deeds_done(materials: Sequence[str], phrases: Phrases, form: str) -> list[str]:
    """What became of the materials, a clause for each deed: "қатысушыларға буклеттер таратылып"."""
    return [
        phrases.form(deed["after"], form).format(materials=enumerated([plural(noun) for noun in nouns]))
        for deed, nouns in phrases.deeds(materials)
    ]


def _crowd(items: Sequence[Item], phrases: Phrases) -> str:
    crowds = {phrases.kind(item.kind).crowd for item in items}
    return crowds.pop() if len(crowds) == 1 else "for"


def _one(item: Item, phrases: Phrases, crowd: str, *, materials: bool) -> Words:
    kind = phrases.kind(item.kind)
    things = [
        deed["with"].format(materials=enumerated([plural(noun) for noun in nouns]))
        for deed, nouns in phrases.deeds(phrases.further_materials(item) if materials else ())
    ]
    named = _named(item, kind, phrases, its_own=is_meeting_of(item, crowd))
    return phrase(words(", ".join(things)), named)


def _named(item: Item, kind: KindWords, phrases: Phrases, *, its_own: bool) -> Words:
    """The noun with its titles and its number."""
    titles = _titles(item, kind, phrases)
    noun = _noun(item, (kind.titled if item.titles else None) or kind.one, kind, phrases)
    many = _noun(item, (kind.titled if item.titles else None) or kind.many, kind, phrases)
    one, several = (its(noun), its(many, "plur")) if its_own else (noun, plural(many))
    more = words(phrases.text("item", "more")) if item.again else NOTHING
    if len(item.titles) > 1 or item.and_others:
        return phrase(titles, more, words(several))
    if kind.mass and not item.titles and (item.count.most is None or item.count == ONE):
        return words(_noun(item, kind.mass, kind, phrases))
    if item.count == SOME and item.titles and not kind.mass:
        return phrase(titles, more, words(phrases.text("item", "at_least_one")), words(one))
    if item.count == ONE or (item.titles and item.count == SOME):
        one_more = words(phrases.text("item", "one_more")) if item.again else NOTHING
        return phrase(titles, one_more, words(one))
    if item.count == SOME:
        return phrase(more, words(phrases.text("item", "at_least_one")), words(one))
    if item.count == SEVERAL:
        return phrase(titles, more, words(several))
    return phrase(titles, more, number(printed(item.count, "kk"), item.source), words(its(many) if its_own else many))


def _noun(item: Item, noun: str, kind: KindWords, phrases: Phrases) -> str:
    """The noun with its materials, where it is of them: "сурет көрмесі"."""
    materials = phrases.own_materials(item)
    return f"{enumerated(materials)} {kind.of_materials}" if materials else noun


def _titles(item: Item, kind: KindWords, phrases: Phrases) -> Words:
    """ "«А» тақырыбында", "«А» және «Б» тақырыптарында", "«А», «Б» және басқа да тақырыптарда"; "«А» атты"."""
    if not item.titles:
        return NOTHING
    said = [_title(title, item) for title in item.titles]
    if item.and_others:
        return phrase(phrase(*said, glue=", "), words(phrases.text("item", f"{kind.named}_and_others")))
    key = kind.named if len(said) == 1 else f"{kind.named}_several"
    return phrase(listed(said, AND), words(phrases.text("item", key)))


def _title(title: Titled, item: Item) -> Words:
    """The title, with its participants in brackets where the item has no number of its own."""
    said = words(quoted(title.title), title.source)
    if title.participants is None or item.participants:
        return said
    digits, noun = numbered(title.participants, PARTICIPANT)
    return (*said, *words(" (", title.source), *number(digits, title.source), *words(f" {noun})", title.source))

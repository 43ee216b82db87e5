"""Who held it: the head of the holder's name, by its part in the clause."""

import re
from collections.abc import Callable, Sequence

from svod.extraction.holders.by import (
    by_initiative,
    by_instrumental,
    by_its_people,
    by_participle,
    by_preposition,
    whose_deed,
)
from svod.extraction.holders.heads import HOLDERS, is_person
from svod.extraction.holders.house import as_house, as_house_behind, as_house_in_commas
from svod.extraction.holders.names import extent, first_adjective, nominative
from svod.extraction.holders.names_kk import extent as extent_kk
from svod.extraction.holders.organisers_beside import organiser_beside
from svod.extraction.holders.organisers_kk import holder_of
from svod.extraction.holders.sitting import holder_of_a_sitting
from svod.extraction.holders.subject import as_subject, before_a_dash, of_its_people
from svod.extraction.lexicon.grammar import grammar, words
from svod.extraction.mentions.mention import Mention
from svod.extraction.text.brackets import bracket_around
from svod.extraction.text.scan import Mark
from svod.language.fold import fold
from svod.records import Span

Picks = Sequence[tuple[Callable[[Mention, list[Mark]], Mark | None], str]]
SHORT = 3  # letters: "по", "и"
HOLDERS_KK = HOLDERS | {"audience"}
OUR = words("our")
TITLED = re.compile(r"(.*(?:[нтд][ыі]ң))(?: \w+){1,2}$")  # "полиция бөлімінің ювеналды" инспекторы
HOUSES_KK = words("houses")  # "мектеп психологы": of a house that has no name
STAFF_KK, GENITIVE_KK = words("staff_kk"), tuple(grammar("kk")["genitive_kk"])  # of a name, which is not folded


def organiser_of(mention: Mention) -> tuple[str | None, Span | None]:
    """Who governs the clause's verb, as its subject or in the instrumental, or the house where it was held."""
    clause = mention.clause
    name, span = organiser_beside(mention)
    if name is not None:
        return name, span
    if clause.said.isdisjoint(HOLDERS_KK if mention.language == "kk" else HOLDERS):
        return holder_of_a_sitting(mention) if mention.language == "ru" else (None, None)
    if mention.language == "kk":
        return _organiser_kk(mention)
    heads = [mark for mark in clause.marks if not mark.categories.isdisjoint(HOLDERS) and not mark.quoted]
    if mention.listed_after is not None:
        heads = [head for head in heads if not _is_of_the_one_before(mention, head)]
    if mention.comes_with_guests:
        heads = [head for head in heads if not is_person(head)]
    bodies = [head for head in heads if not is_person(head)]
    name, span = _named(mention, bodies, DOING)
    if span is None:
        name, span = _named(mention, bodies, HOUSING)
    if span is None:
        name, span = holder_of_a_sitting(mention)
    if span is None:
        name, span = _named(mention, bodies, STANDING_BEHIND)
    is_settled = span is not None or len(bodies) == len(heads)
    return (name, span) if is_settled else _somebody(mention, heads)


def _is_of_the_one_before(mention: Mention, head: Mark) -> bool:
    """ "Встречи с инспектором (СШ № 1, 3), беседы с имамом": brackets closed before it are of what was told there."""
    text, start = mention.frame.text, mention.mark.start
    return bracket_around(text, mention.clause.start, head.start) >= 0 and text.find(")", head.end, start) >= 0


def _named(mention: Mention, heads: list[Mark], picks: Picks) -> tuple[str | None, Span | None]:
    """The first of them that holds it, by its part in the clause; the place alone where it has no name of its own."""
    frame, clause = mention.frame, mention.clause
    for pick, case in picks if heads else ():
        head = pick(mention, heads)
        if head is not None:
            span = extent(frame, clause, head)
            first = first_adjective(frame, clause, head)
            if not OUR.isdisjoint(frame.words.words[max(0, first - 1) : first + 1]) and head.end == span.end:
                return None, span  # "наша школа": which one stands over the text, if anywhere
            return nominative(frame.text[span.start : span.end], head.entries[0].language, case), span
    return None, None


def _somebody(mention: Mention, heads: list[Mark]) -> tuple[str | None, Span | None]:
    """ "Кураторы групп первого курса"; of "психолог", "классные руководители" it is not told of what house."""
    name, span = _named(mention, heads, DOING)
    head = next((head for head in heads if span is not None and span.start <= head.start < span.end), None)
    if name is None or span is None or head is None:
        return None, span
    behind = mention.frame.text[head.end : span.end].split()
    return (name, span) if behind and behind[0].islower() and len(behind[0]) > SHORT else (None, span)


def person_of(mention: Mention) -> tuple[str | None, Span | None]:
    """ "Психолог провела тренинг", "классные руководители провели беседы", where the text tells of no house."""
    if mention.language != "ru" or mention.comes_with_guests or mention.clause.said.isdisjoint(HOLDERS):
        return None, None
    marks = (mark for mark in mention.clause.marks if not mark.categories.isdisjoint(HOLDERS) and not mark.quoted)
    return _named(mention, [mark for mark in marks if is_person(mark)], DOING)


def _organiser_kk(mention: Mention) -> tuple[str | None, Span | None]:
    held = holder_of(mention)
    if held is None:
        return None, None
    head, case = held
    span = extent_kk(mention.frame, mention.clause, head)
    house, _, people = mention.frame.text[span.start : span.end].rpartition(" ")
    if house and fold(people) in STAFF_KK and fold(house) not in HOUSES_KK:  # "орталықтың мамандары": who sent them
        house = TITLED.sub(r"\1", house)
        return nominative(house, "kk", "g" if house.endswith(GENITIVE_KK) else "n"), span
    return nominative(mention.frame.text[span.start : span.end], "kk", case), span


# How the holder is named, and the case of its name there.
DOING: Picks = (
    (by_its_people, "g"),
    (of_its_people, "g"),
    (by_instrumental, "i"),
    (as_subject, "n"),
    (by_initiative, "g"),
    (by_participle, "i"),
    (by_preposition, "n"),
    (before_a_dash, "n"),
    (whose_deed, "g"),
)
HOUSING: Picks = ((as_house, "l"),)
STANDING_BEHIND: Picks = ((as_house_behind, "l"), (as_house_in_commas, "n"))

"""Numbers of the report alone and with what they count, and pairs of numbers that contradict each other."""

from collections.abc import Iterator, Sequence

from svod.language.bounds_text import printed
from svod.narration.facts import Count, Source
from svod.narration.grammar import Grammar
from svod.narration.runs import NOTHING, Words, filled, number, phrase, words
from svod.records import Bounds, Contradiction


def bare(value: Bounds, source: Source, language: str) -> Words:
    """The number alone: "не менее 301"."""
    return number(printed(value, language), source)


def say_reported(found: Sequence[tuple[str, Count]], grammar: Grammar) -> Words:
    """ "; распространено не менее 2 400 экземпляров материалов; число участвовавших организаций — 64"."""
    return tuple(piece for one in _said("reported", found, grammar) for piece in one)


def say_alone(found: Sequence[tuple[str, Count]], where: str, grammar: Grammar) -> Words:
    """ "в Акмолинской области всего распространено не менее 50 экземпляров материалов"; nothing of nothing."""
    told = phrase(*_said("alone", found, grammar), glue="; ")
    return filled(grammar.text("alone", "lead"), where=words(where), told=told) if told else NOTHING


def _said(section: str, found: Sequence[tuple[str, Count]], grammar: Grammar) -> Iterator[Words]:
    """Each number in the section's words, with its noun where they have one."""
    for measure, count in found:
        unit = grammar.phrases.table[section].get(f"{measure}_unit")
        number = grammar.with_noun(count, unit) if unit else bare(count.value, count.source, grammar.language)
        yield filled(grammar.text(section, measure), number=number)


def most_frequent(counts: Sequence[tuple[str, Count]], number: int) -> Sequence[tuple[str, Count]]:
    """The first of them that are at least two each; none where only one is, which could be compared with nothing."""
    found = [(code, count) for code, count in counts if count.value.least > 1][:number]
    return found if len(found) > 1 else []


def say_leading(key: str, counts: Sequence[tuple[str, Count]], grammar: Grammar) -> Words:
    """The most frequent kinds, audiences or partners with their numbers; the first says what is counted."""
    nouns = {"kinds": grammar.kinds, "audiences": grammar.addressed, "partners": grammar.guests}
    unit = grammar.text("totals", "unit")
    parts = [
        (
            *words(f"{nouns[key](code)} (", count.source),
            *(bare(count.value, count.source, grammar.language) if at else grammar.with_noun(count, unit)),
            *words(")", count.source),
        )
        for at, (code, count) in enumerate(counts)
    ]
    return filled(grammar.text("totals", key), listed=grammar.listed(parts)) if parts else NOTHING


def contradiction(found: Contradiction, grammar: Grammar) -> Words:
    """Both numbers of a scope and what they are about."""
    return filled(
        grammar.text("contradiction", "lead"),
        about=words(_counting("contradiction", found, grammar)),
        one=bare(found.one, Source(found.one_evidence), grammar.language),
        other=bare(found.other, Source(found.other_evidence), grammar.language),
    )


def about(found: Contradiction, grammar: Grammar) -> str:
    """What both numbers count: "число участников", "число мероприятий (круглые столы, Рудный)"."""
    return _counting("measures", found, grammar)


def _counting(section: str, found: Contradiction, grammar: Grammar) -> str:
    said = grammar.text(section, found.scope.measure)
    details = [grammar.kinds(found.scope.kind)] if found.scope.kind else []
    details += [grammar.quoted(found.title)] if found.title else []
    details += [grammar.phrases.places.get(found.place, found.place)] if found.place else []
    if found.scope.audience:
        details.append(grammar.group(found.scope.audience))
    return f"{said} ({', '.join(details)})" if details else said

"""Numbers of the Russian report with their nouns and verbs, and pairs of numbers that contradict each other."""

from collections.abc import Sequence

from svod.language.bounds_text import printed
from svod.narration.facts import Count, Source
from svod.narration.ru.phrases import Phrases
from svod.narration.ru.words import counts_as, numbered, plural
from svod.narration.runs import Words, filled, number, phrase, words
from svod.records import Bounds, Contradiction


def bare(value: Bounds, source: Source) -> Words:
    """The number alone: "не менее 301"."""
    return number(printed(value, "ru"), source)


def with_noun(found: Count, noun: str) -> Words:
    """ "не менее 201 мероприятия", "5 тренингов"."""
    digits, form = numbered(found.value, noun)
    return phrase(number(digits, found.source), words(form, found.source))


def with_verb(verb: str, found: Count, noun: str, phrases: Phrases) -> Words:
    """ "проведено не менее 201 мероприятия", "проведено 5 тренингов", "проведён 21 тренинг"."""
    return phrase(words(phrases.verb(verb, counts_as(found.value, noun))), with_noun(found, noun))


def say_reported(found: Sequence[tuple[str, Count]], phrases: Phrases) -> Words:
    """ "; распространено не менее 2 400 экземпляров материалов; число участвовавших организаций — 64"."""
    said: Words = ()
    for measure, count in found:
        unit = phrases.table["reported"].get(f"{measure}_unit")
        number = with_noun(count, unit) if unit else bare(count.value, count.source)
        said = (*said, *filled(phrases.text("reported", measure), number=number))
    return said


def contradiction(found: Contradiction, phrases: Phrases) -> Words:
    """Both numbers of a scope and what they are about."""
    return filled(
        phrases.text("contradiction", "lead"),
        about=words(_counting("contradiction", found, phrases)),
        one=bare(found.one, Source(found.one_evidence)),
        other=bare(found.other, Source(found.other_evidence)),
    )


def about(found: Contradiction, phrases: Phrases) -> str:
    """What both numbers count: "число участников", "число мероприятий (круглые столы)"."""
    return _counting("measures", found, phrases)


def _counting(section: str, found: Contradiction, phrases: Phrases) -> str:
    said = phrases.text(section, found.scope.measure)
    details = [plural(phrases.kind(found.scope.kind).many)] if found.scope.kind else []
    if found.scope.audience:
        details.append(plural(phrases.noun("audiences", found.scope.audience)))
    return f"{said} ({', '.join(details)})" if details else said

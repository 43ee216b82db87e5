"""Numbers of the Russian report with their nouns and verbs, and pairs of numbers that contradict each other."""

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


def contradiction(found: Contradiction, phrases: Phrases) -> Words:
    """Both numbers of a scope and what they are about."""
    return filled(
        phrases.text("contradiction", "lead"),
        about=words(about(found, phrases)),
        one=bare(found.one, Source(found.one_evidence)),
        other=bare(found.other, Source(found.other_evidence)),
    )


def about(found: Contradiction, phrases: Phrases) -> str:
    """What both numbers count: "число участников", "число мероприятий (круглые столы)"."""
    said = phrases.text("contradiction", found.scope.measure)
    details = [plural(phrases.kind(found.scope.kind).many)] if found.scope.kind else []
    if found.scope.audience:
        details.append(plural(phrases.noun("audiences", found.scope.audience)))
    return f"{said} ({', '.join(details)})" if details else said

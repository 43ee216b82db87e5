"""A sentence of the report: when, where and by whom, and what was held; a clause for each setting."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from svod.narration.facts import Item, Sentence, Statement
from svod.narration.grammar import Grammar, Place, is_one_day
from svod.narration.phrases import Phrases
from svod.narration.runs import phrase, sentence
from svod.records import Run

DEEDS = ("made", "realised", "prepared", "opened", "given")  # a stand is put up, an article is written


def say(told: Sentence, place: Place, grammar: Grammar) -> tuple[Run, ...]:
    """The sentence that tells these clauses, with their sources."""
    alone = len(told) == 1
    said = [grammar.clause(told[0], _opening(told[0], place, grammar), place, is_one_of_many=not alone)]
    for at, statement in enumerate(told[1:], 1):
        dated = any(one.date for one in told[:at])
        with_year = place.with_year and not dated
        here = replace(place, turn=place.turn + at, where="", before=told[at - 1], goes_on=True, with_year=with_year)
        said.append(grammar.clause(statement, _further(statement, here, grammar), here, is_one_of_many=True))
    return sentence(phrase(*said, glue="; "))


def audible(items: tuple[Item, ...], phrases: Phrases) -> tuple[list[Item], bool]:
    """The items as they are told, and whether all of several were online, which their one verb then says for all.

    A commission sits as itself: that it is a commission of women says nothing of who came.
    """
    heard = [replace(item, audience=()) if phrases.kind(item.kind).own_people else item for item in items]
    verbs = {phrases.kind(item.kind).verb for item in heard}
    if len(heard) < 2 or len(verbs) > 1 or not all(item.online for item in heard):
        return heard, False
    return [replace(item, online=False) for item in heard], True


def further(items: Iterable[Item], seen: Collection[str]) -> tuple[Item, ...]:
    """The items, marked where their clause has told one of their kind already: "и ещё 3 круглых стола"."""
    return tuple(replace(item, again=item.again or item.kind in seen) for item in items)


def by_deed(items: Sequence[Item], phrases: Phrases, *, planned: bool) -> list[tuple[str, list[Item]]]:
    """Items that are only summed up, by their verbs: held, and apart from that what nobody would say to be held."""
    alike: dict[str, list[Item]] = {"planned" if planned else "held": []}
    for item in items:
        verb = phrases.kind(item.kind).verb
        alike.setdefault(verb if verb in DEEDS and not planned else next(iter(alike)), []).append(item)
    return [(verb, told) for verb, told in alike.items() if told]


def tells_materials_after(statement: Statement, place: Place, phrases: Phrases) -> bool:
    """Whether what became of the materials is a clause of its own: not of a survey, at which nobody gathers."""
    gathers = phrases.kind(statement.items[0].kind).gathers
    return len(statement.items) == 1 and gathers and not place.planned


def _further(statement: Statement, place: Place, grammar: Grammar) -> str:
    """The setting of a clause after another: it says only what differs."""
    when = ""
    if statement.date:
        same_day = place.same_day(statement)
        when = (
            grammar.text("statement", "same_day")
            if same_day
            else grammar.day(statement.date, with_year=place.with_year)
        )
    where = "" if place.same_place(statement) else _in(statement, grammar)
    return _joined(grammar, when, where, grammar.by(statement, place), grammar.with_guests(statement, place))


def _opening(statement: Statement, place: Place, grammar: Grammar) -> str:
    """ "5 декабря 2022 года в Костанайской области первичной профсоюзной организацией колледжа".

    A town says enough of what was held: its region is in the heading above.
    """
    guests = grammar.with_guests(statement, place)
    again = _again(statement, place, grammar) if statement.continued and place.before else ""
    if again:
        return _joined(grammar, again, guests)
    town = _where(statement, place, grammar)
    where = place.where if place.planned or not town else ""
    said = _joined(grammar, _when(statement, place, grammar), where, town)
    said = _joined(grammar, said, grammar.by(statement, place))
    said = said or ("" if place.before is None else _turned("openings", place, grammar))
    return _joined(grammar, said, guests)


def _when(statement: Statement, place: Place, grammar: Grammar) -> str:
    if not statement.date:
        return ""
    if place.same_day(statement):
        if place.same_place(statement) and not grammar.tells_the_place(statement, place):
            return _same_place("again_day_and_place", statement, place, grammar)
        return _turned("again_day", place, grammar)
    return grammar.day(statement.date, with_year=place.with_year)


def _where(statement: Statement, place: Place, grammar: Grammar) -> str:
    if not place.same_place(statement):
        town = _in(statement, grammar)
        return f"{town} ({place.region})" if town and place.region else town
    is_said = place.same_day(statement) or grammar.tells_the_place(statement, place)
    return "" if is_said else _same_place("again_place", statement, place, grammar)


def _again(statement: Statement, place: Place, grammar: Grammar) -> str:
    """The setting of the sentence before, told shortly: "в тот же день им же", "там же", "с 5 по 7 декабря"."""
    same_day = is_one_day(statement.date)
    by = grammar.by(statement, place)
    if statement.place and same_day and not by:
        return _same_place("again_day_and_place", statement, place, grammar)
    when = _turned("again_day", place, grammar) if same_day else ""
    if statement.date and not same_day:
        when = grammar.day(statement.date, with_year=False)
    if by:
        return _joined(grammar, when, by)
    where = _same_place("again_place", statement, place, grammar) if statement.place else ""
    return _joined(grammar, when, where)


def _same_place(key: str, statement: Statement, place: Place, grammar: Grammar) -> str:
    """ "там же"; in a language that has no word for it, "also in Rudny"."""
    return _turned(key, place, grammar).format(place=_in(statement, grammar))


def _turned(key: str, place: Place, grammar: Grammar) -> str:
    variants = grammar.phrases.texts("statement", key)
    return variants[place.turn % len(variants)]


def _in(statement: Statement, grammar: Grammar) -> str:
    if not statement.place:
        return ""
    return grammar.in_place(statement.place)


def _joined(grammar: Grammar, *parts: str) -> str:
    return grammar.text("statement", "between").join(filter(None, parts))

"""A sentence of the Russian report: when, where and by whom what was held."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from svod.narration.facts import Item, Statement
from svod.narration.ru.items import Told, materials_after, told
from svod.narration.ru.phrases import Phrases
from svod.narration.ru.words import AND, by_organiser, day, in_place
from svod.narration.runs import Words, listed, phrase, sentence, text_of, words
from svod.records import Run

HAPPENS = ("held", "took_place", "was_held")  # verbs of equal meaning, taken in turn
AS_WELL = ", а также "


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence stands in its section: what it says at its beginning, and which of equal phrasings it takes."""

    turn: int
    where: str = ""
    is_first: bool = False
    with_year: bool = True
    planned: bool = False


def say(statement: Statement, place: Place, phrases: Phrases) -> tuple[Run, ...]:
    """The sentence that tells the statement's items, with their sources."""
    single = len(statement.items) == 1
    after = materials_after(statement.items[0], phrases) if single and not place.planned else ""
    items = _told_items(statement, phrases, place.turn, materials=not after)
    setting = _setting(statement, place, phrases)
    if _may_turn(statement, place, items):
        said = phrase(items[0][1].said, words(phrases.verb("took_place", items[0][1].agrees)), words(setting))
    else:
        said = phrase(words(setting), _clauses(statement, items, place, phrases))
    said = (*said, *words(_organiser_beside(statement, phrases)))
    if after:
        said = (*said, *words(f"; {after}"))
    return sentence(said, statement.source)


def _told_items(statement: Statement, phrases: Phrases, turn: int, *, materials: bool) -> list[tuple[Item, Told]]:
    """Each item's noun phrase; a kind that was told by titles before comes again as "ещё"."""
    seen: set[str] = set()
    result = []
    for place, item in enumerate(statement.items):
        result.append((item, told(item, phrases, turn + place, again=item.kind in seen, materials=materials)))
        seen.add(item.kind)
    return result


def _setting(statement: Statement, place: Place, phrases: Phrases) -> str:
    """ "5 декабря 2022 года в Костанайской области первичной профсоюзной организацией колледжа"."""
    if statement.continued:
        again = _again(statement, place, phrases)
        if again:
            return again
    when = day(statement.date, with_year=place.with_year) if statement.date else ""
    where = _where(statement, phrases)
    who = by_organiser(statement.organiser) or "" if statement.organiser else ""
    said = " ".join(filter(None, (when, place.where, where, who)))
    if not said and not place.is_first:
        openings = phrases.texts("statement", "openings")
        return openings[place.turn % len(openings)]
    return said


def _again(statement: Statement, place: Place, phrases: Phrases) -> str:
    variants: Sequence[str] = ()
    if statement.organiser:
        variants = phrases.texts("statement", "again_organiser")
    elif statement.place:
        variants = phrases.texts("statement", "again_place")
    elif statement.date and statement.date.first == statement.date.last:
        variants = phrases.texts("statement", "again_day")
    return variants[place.turn % len(variants)] if variants else ""


def _where(statement: Statement, phrases: Phrases) -> str:
    if not statement.place:
        return ""
    return in_place(statement.place) or phrases.text("statement", "in_place").format(place=statement.place)


def _organiser_beside(statement: Statement, phrases: Phrases) -> str:
    """The organiser in the nominative, where its other cases are not sure."""
    if not statement.organiser or statement.continued or by_organiser(statement.organiser):
        return ""
    return phrases.text("statement", "organiser_beside").format(organiser=statement.organiser)


def _may_turn(statement: Statement, place: Place, items: list[tuple[Item, Told]]) -> bool:
    """Whether the activity may stand first: "Круглый стол «А» прошёл 5 декабря в Костанае"."""
    item, said = items[0]
    alone = len(items) == 1 and not said.is_counted and len(text_of(said.said)) < 120
    has_setting = bool(statement.date or statement.place) and not statement.organiser and not statement.continued
    return alone and has_setting and bool(item.titles) and not place.where and not place.planned and place.turn % 3 == 2


def _clauses(statement: Statement, items: list[tuple[Item, Told]], place: Place, phrases: Phrases) -> Words:
    """ "проведены тренинги и беседы; оформлены информационные стенды": one clause for each verb."""
    verbs = {item.kind: "planned" if place.planned else phrases.kind(item.kind).verb for item, _ in items}
    order = list(dict.fromkeys(verbs[item.kind] for item, _ in items))
    by_verb = sorted(items, key=lambda pair: order.index(verbs[pair[0].kind]))
    clauses = [
        _clause(verb, list(group), statement, place, phrases)
        for verb, group in groupby(by_verb, key=lambda pair: verbs[pair[0].kind])
    ]
    return phrase(*clauses, glue="; " if any(AS_WELL in text_of(clause) for clause in clauses) else ", ")


def _clause(verb: str, items: list[tuple[Item, Told]], statement: Statement, place: Place, phrases: Phrases) -> Words:
    tolds = [said for _, said in items]
    happens = verb == "held" and not statement.organiser
    if happens and not any(phrases.kind(item.kind).carried_out for item, _ in items):
        verb = HAPPENS[place.turn % (3 if len(items) < 3 else 2)]
    last = AS_WELL if len(tolds) > 1 and any(said.is_long for said in tolds) else AND
    return phrase(words(phrases.verb(verb, agreement_of(tolds))), listed([said.said for said in tolds], last))


def agreement_of(tolds: Sequence[Told]) -> str:
    """How a participle agrees with a list: with its one noun, neuter beside numbers alone, else plural."""
    if len(tolds) == 1:
        return tolds[0].agrees
    return "neut" if all(said.is_counted and said.agrees == "neut" for said in tolds) else "plur"

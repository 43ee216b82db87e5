"""A sentence of the Russian report: when, where and by whom what was held."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from svod.narration.facts import Item, Statement
from svod.narration.ru.items import Told, agreement_of, materials_after, told
from svod.narration.ru.phrases import Phrases
from svod.narration.ru.words import AND, by_organiser, day, in_place, is_one_day
from svod.narration.runs import Words, listed, phrase, sentence, text_of, words
from svod.records import Run

HAPPENS = ("held", "took_place", "was_held")  # verbs of equal meaning, taken in turn
CARRIED_OUT = ("held", "organised")
AS_WELL = ", а также "
SHORT = 120  # characters that may stand before the verb


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence stands in its section: what it says at its beginning, and which of equal phrasings it takes.

    `where` is the region, where it is still to be said; `same_place` and `same_day` that the sentence before had them.
    """

    turn: int
    where: str = ""
    is_first: bool = False
    same_place: bool = False
    same_day: bool = False
    with_year: bool = True
    planned: bool = False


@dataclass(frozen=True, slots=True)
class _Part:
    """Items told in one noun phrase, and the verb they take."""

    items: tuple[Item, ...]
    told: Told
    verb: str


def say(statement: Statement, place: Place, phrases: Phrases) -> tuple[Run, ...]:
    """The sentence that tells the statement's items, with their sources."""
    alone = len(statement.items) == 1 and not place.planned
    after = materials_after(statement.items[0], phrases) if alone else ""
    parts = list(_parts(statement, place, phrases, materials=not after))
    setting = _setting(statement, place, phrases)
    if _may_turn(statement, place, parts):
        said = phrase(parts[0].told.said, words(phrases.verb("took_place", parts[0].told.agrees)), words(setting))
    else:
        said = phrase(words(setting), _clauses(statement, parts, place, phrases))
    said = (*said, *words(_organiser_beside(statement, phrases)))
    return sentence((*said, *words(f"; {after}" if after else "")), statement.source)


def _parts(statement: Statement, place: Place, phrases: Phrases, *, materials: bool) -> Iterator[_Part]:
    """The items by their particulars, one noun phrase for those that share them."""
    seen: set[str] = set()
    items = sorted(statement.items, key=_is_plain)
    for turn, (_, group) in enumerate(groupby(items, key=_particulars)):
        for verb, alike in _by_verb(list(group), phrases):
            again = any(item.kind in seen for item in alike)
            said = told(alike, phrases, place.turn + turn, again=again, materials=materials)
            seen.update(item.kind for item in alike)
            yield _Part(alike, said, "planned" if place.planned else verb)


def _particulars(item: Item) -> tuple[object, ...]:
    """The people whom items must share to be told together; without any, or with a number of them, one stands alone."""
    if item.participants or not (item.audience or item.partners):
        return (id(item),)
    return item.audience, item.partners


def _by_verb(items: list[Item], phrases: Phrases) -> list[tuple[str, tuple[Item, ...]]]:
    """The items by their verbs; "организованы" serves for what is held as well as for what is organised."""
    verbs = {item.kind: phrases.kind(item.kind).verb for item in items}
    if {"held", "organised"} <= set(verbs.values()):
        verbs = {kind: "organised" if verb == "held" else verb for kind, verb in verbs.items()}
    found = dict.fromkeys(verbs[item.kind] for item in items)
    return [(verb, tuple(item for item in items if verbs[item.kind] == verb)) for verb in found]


def _is_plain(item: Item) -> bool:
    """Whether nothing follows the noun: such ones close a list, lest they seem to share what another has."""
    return not (item.audience or item.partners or item.participants or item.materials or item.online)


def _setting(statement: Statement, place: Place, phrases: Phrases) -> str:
    """ "5 декабря 2022 года в Костанайской области первичной профсоюзной организацией колледжа"."""
    again = _again(statement, place, phrases) if statement.continued else ""
    if again:
        return again
    when = _when(statement, place, phrases)
    who = by_organiser(statement.organiser) or "" if statement.organiser else ""
    said = " ".join(filter(None, (when, place.where, _where(statement, place, phrases), who)))
    return said or ("" if place.is_first else _turned("openings", place, phrases))


def _when(statement: Statement, place: Place, phrases: Phrases) -> str:
    if not statement.date:
        return ""
    if place.same_day and place.same_place:
        return _turned("again_day_and_place", place, phrases)
    return _turned("again_day", place, phrases) if place.same_day else day(statement.date, with_year=place.with_year)


def _again(statement: Statement, place: Place, phrases: Phrases) -> str:
    if statement.organiser:
        return _turned("again_organiser", place, phrases)
    if statement.place:
        return _turned("again_place", place, phrases)
    return _turned("again_day", place, phrases) if is_one_day(statement.date) else ""


def _turned(key: str, place: Place, phrases: Phrases) -> str:
    variants = phrases.texts("statement", key)
    return variants[place.turn % len(variants)]


def _where(statement: Statement, place: Place, phrases: Phrases) -> str:
    if not statement.place or (place.same_day and place.same_place):
        return ""
    if place.same_place:
        return _turned("again_place", place, phrases)
    return in_place(statement.place) or phrases.text("statement", "in_place").format(place=statement.place)


def _organiser_beside(statement: Statement, phrases: Phrases) -> str:
    """The organiser in the nominative, where its other cases are not sure."""
    if not statement.organiser or statement.continued or by_organiser(statement.organiser):
        return ""
    return phrases.text("statement", "organiser_beside").format(organiser=statement.organiser)


def _may_turn(statement: Statement, place: Place, parts: Sequence[_Part]) -> bool:
    """Whether the activity may stand first: "Круглый стол «А» прошёл 5 декабря в Костанае"."""
    one = parts[0]
    is_plain = len(parts) == 1 and not one.told.is_counted and len(text_of(one.told.said)) < SHORT
    has_setting = bool(statement.date or statement.place) and not statement.organiser and not statement.continued
    takes_place = bool(one.items[0].titles) and one.verb == "held"
    is_free = not (place.where or place.same_place)
    return is_plain and has_setting and takes_place and is_free and place.turn % 3 == 2


def _clauses(statement: Statement, parts: Sequence[_Part], place: Place, phrases: Phrases) -> Words:
    """ "проведены тренинги и беседы, оформлены информационные стенды": one clause for each verb."""
    verbs = list(dict.fromkeys(("held", *(part.verb for part in parts))))
    by_verb = [(verb, [part for part in parts if part.verb == verb]) for verb in verbs]
    clauses = [
        _clause(_verb(verb, group, statement, place, phrases, verbs), group, phrases)
        for verb, group in by_verb
        if group
    ]
    texts = [text_of(clause) for clause in clauses]
    if any(AS_WELL in text for text in texts):
        return phrase(*clauses, glue="; ")
    is_simple = len(clauses) == 2 and not any(AND in text or "," in text for text in texts)
    return phrase(*clauses, glue=AND if is_simple else ", ")


def _verb(
    verb: str, parts: Sequence[_Part], statement: Statement, place: Place, phrases: Phrases, others: Sequence[str]
) -> str:
    """The verb itself, or for "held" one of its equals that no other clause of the sentence has."""
    if verb != "held":
        return verb
    kinds = [phrases.kind(item.kind) for part in parts for item in part.items]
    happens = not statement.organiser and not any(kind.carried_out for kind in kinds)
    equals = HAPPENS[: 3 if len(kinds) < 3 else 2] if happens else CARRIED_OUT
    free = [one for one in equals if one == verb or one not in others]
    return free[place.turn % len(free)]


def _clause(verb: str, parts: Sequence[_Part], phrases: Phrases) -> Words:
    tolds = [part.told for part in parts]
    last = AS_WELL if len(tolds) > 1 and any(one.is_long for one in tolds) else AND
    return phrase(words(phrases.verb(verb, agreement_of(tolds))), listed([one.said for one in tolds], last))

"""A sentence of the Russian report: when, where and by whom what was held, a clause for each setting."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from svod.narration.facts import Item, Sentence, Statement
from svod.narration.ru.clauses import Manner, Part, parts_of, say_parts
from svod.narration.ru.items import materials_after
from svod.narration.ru.organisers import named
from svod.narration.ru.phrases import Phrases
from svod.narration.ru.words import agreement, day, in_place, is_one_day
from svod.narration.runs import Words, phrase, sentence, text_of, words
from svod.records import Run

SHORT = 120  # characters that may stand before the verb


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence stands in its section: what it says at its beginning, and which of equal phrasings it takes.

    `where` is the region, where it is still to be said; `before` the clause before it.
    """

    turn: int
    where: str = ""
    before: Statement | None = None
    with_year: bool = True
    planned: bool = False

    def same_place(self, statement: Statement) -> bool:
        return bool(self.before and statement.place and statement.place == self.before.place)

    def same_day(self, statement: Statement) -> bool:
        return bool(self.before and is_one_day(statement.date) and statement.date == self.before.date)


def say(told: Sentence, place: Place, phrases: Phrases) -> tuple[Run, ...]:
    """The sentence that tells these clauses, with their sources."""
    said = [_first(told[0], place, phrases, alone=len(told) == 1)]
    for at, statement in enumerate(told[1:], 1):
        dated = any(one.date for one in told[:at])
        here = replace(
            place, turn=place.turn + at, where="", before=told[at - 1], with_year=place.with_year and not dated
        )
        said.append(_further(statement, here, phrases))
    return sentence(phrase(*said, glue="; "))


def _first(statement: Statement, place: Place, phrases: Phrases, *, alone: bool) -> Words:
    setting = _opening(statement, place, phrases)
    return _clause(statement, setting, place, phrases, is_one_of_many=not alone)


def _further(statement: Statement, place: Place, phrases: Phrases) -> Words:
    """A clause after another: it says only what differs."""
    when = ""
    if statement.date:
        same_day = place.same_day(statement)
        when = phrases.text("statement", "same_day") if same_day else day(statement.date, with_year=place.with_year)
    where = "" if place.same_place(statement) else _in(statement, phrases)
    setting = _joined(when, where, _by(statement, phrases, before=None if where else place.before))
    return _clause(statement, setting, place, phrases, is_one_of_many=True)


def _clause(statement: Statement, setting: str, place: Place, phrases: Phrases, *, is_one_of_many: bool) -> Words:
    """The setting, the verbs with what they take, the organiser beside it, and what became of the materials."""
    after = materials_after(statement.items[0], phrases) if _has_one_item(statement, place) else ""
    items, online = _online_once([_audible(item, phrases) for item in statement.items])
    manner = Manner(place.turn, bool(statement.organiser), place.planned, is_one_of_many)
    parts = list(parts_of(items, manner, phrases, materials=not after))
    how = phrases.text("item", "online") if online else ""
    if not (how or is_one_of_many) and _may_turn(statement, place, parts):
        said = phrase(parts[0].told.said, words(phrases.verb("took_place", parts[0].told.agrees)), words(setting))
    else:
        said = phrase(words(_joined(setting, how)), say_parts(parts, manner, phrases))
    told = (*said, *words(_beside(statement, phrases)))
    return phrase(told, words(after), glue=", " if is_one_of_many else "; ")


def _has_one_item(statement: Statement, place: Place) -> bool:
    return len(statement.items) == 1 and not place.planned


def _audible(item: Item, phrases: Phrases) -> Item:
    """A commission sits as itself: that it is a commission of women says nothing of who came."""
    return replace(item, audience=()) if phrases.kind(item.kind).own_people else item


def _online_once(items: list[Item]) -> tuple[list[Item], bool]:
    """Whether all of several items were online, which is then said once for all."""
    if len(items) < 2 or not all(item.online for item in items):
        return items, False
    return [replace(item, online=False) for item in items], True


def _opening(statement: Statement, place: Place, phrases: Phrases) -> str:
    """ "5 декабря 2022 года в Костанайской области первичной профсоюзной организацией колледжа".

    A town says enough of what was held: its region is in the heading above.
    """
    again = _again(statement, place, phrases) if statement.continued else ""
    if again:
        return again
    town = _where(statement, place, phrases)
    where = place.where if place.planned or not town else ""
    said = _joined(_when(statement, place, phrases), where, town)
    said = _joined(said, _by(statement, phrases))
    return said or ("" if place.before is None else _turned("openings", place, phrases))


def _when(statement: Statement, place: Place, phrases: Phrases) -> str:
    if not statement.date:
        return ""
    if place.same_day(statement):
        return _turned("again_day_and_place" if place.same_place(statement) else "again_day", place, phrases)
    return day(statement.date, with_year=place.with_year)


def _where(statement: Statement, place: Place, phrases: Phrases) -> str:
    if not place.same_place(statement):
        return _in(statement, phrases)
    return "" if place.same_day(statement) else _turned("again_place", place, phrases)


def _again(statement: Statement, place: Place, phrases: Phrases) -> str:
    if statement.organiser and _by(statement, phrases):
        return _by_the_same(statement.organiser, phrases)
    if statement.place:
        return _turned("again_place", place, phrases)
    return _turned("again_day", place, phrases) if is_one_day(statement.date) else ""


def _turned(key: str, place: Place, phrases: Phrases) -> str:
    variants = phrases.texts("statement", key)
    return variants[place.turn % len(variants)]


def _in(statement: Statement, phrases: Phrases) -> str:
    if not statement.place:
        return ""
    return in_place(statement.place) or phrases.text("statement", "in_place").format(place=statement.place)


def _by(statement: Statement, phrases: Phrases, before: Statement | None = None) -> str:
    """The organiser in the instrumental; "им же" where the clause before has just named it."""
    if not statement.organiser:
        return ""
    by = named(statement.organiser, phrases.proper).by
    if by and before and before.organiser == statement.organiser:
        return _by_the_same(statement.organiser, phrases)
    return by


def _by_the_same(organiser: str, phrases: Phrases) -> str:
    return phrases.agreeing("statement", "same_organiser", agreement(organiser))


def _beside(statement: Statement, phrases: Phrases) -> str:
    """The organiser in the nominative, where its other cases are not sure."""
    if not statement.organiser or statement.continued:
        return ""
    organiser = named(statement.organiser, phrases.proper).beside
    return phrases.text("statement", "organiser_beside").format(organiser=organiser) if organiser else ""


def _joined(*parts: str) -> str:
    return " ".join(filter(None, parts))


def _may_turn(statement: Statement, place: Place, parts: Sequence[Part]) -> bool:
    """Whether the activity may stand first: "Круглый стол «А» прошёл 5 декабря в Костанае"."""
    one = parts[0]
    is_plain = len(parts) == 1 and not one.told.is_counted and len(text_of(one.told.said)) < SHORT
    has_setting = bool(statement.date or statement.place) and not statement.organiser and not statement.continued
    takes_place = bool(one.items[0].titles) and one.verb == "held"
    is_free = not (place.where or place.same_place(statement))
    return is_plain and has_setting and takes_place and is_free and place.turn % 3 == 2

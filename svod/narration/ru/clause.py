"""A clause of the Russian report: its setting, its verbs with what they take, the organiser beside it."""

from collections.abc import Iterator, Sequence

from svod.narration.facts import Statement
from svod.narration.grammar import Place
from svod.narration.phrases import Phrases
from svod.narration.ru.clauses import Manner, Part, parts_of, say_parts
from svod.narration.ru.items import materials_after
from svod.narration.ru.organisers import named
from svod.narration.runs import Words, phrase, text_of, words
from svod.narration.statements import audible, tells_materials_after

SHORT = 120  # characters that may stand before the verb


def clause(
    statement: Statement, setting: str, place: Place, phrases: Phrases, *, guests: Iterator[str], is_one_of_many: bool
) -> Words:
    """The setting, the verbs with what they take, the organiser beside it, and what became of the materials."""
    after = materials_after(statement.items[0], phrases) if tells_materials_after(statement, place, phrases) else ""
    items, online = audible(statement.items, phrases)
    stands_alone = statement.is_bare and not is_one_of_many
    echoes = phrases.text("statement", "echo") in (statement.organiser or "").lower()
    manner = Manner(place.turn, bool(statement.organiser), place.planned, stands_alone, echoes)
    parts = list(parts_of(items, manner, phrases, materials=not after))
    how = phrases.text("item", "online") if online else ""
    if not (how or is_one_of_many) and _may_turn(statement, place, parts):
        said = phrase(parts[0].told.said, words(phrases.verb("took_place", parts[0].told.agrees)), words(setting))
    else:
        said = phrase(words(" ".join(filter(None, (setting, how)))), say_parts(parts, guests, manner, phrases))
    told = (*said, *words("" if place.same_organiser(statement) else _beside(statement, phrases)))
    return phrase(told, words(after), glue=", " if is_one_of_many else "; ")


def _beside(statement: Statement, phrases: Phrases) -> str:
    """The organiser in the nominative, where its other cases are not sure."""
    if not statement.organiser:
        return ""
    organiser = named(statement.organiser, phrases.proper).beside
    return phrases.text("statement", "organiser_beside").format(organiser=organiser) if organiser else ""


def _may_turn(statement: Statement, place: Place, parts: Sequence[Part]) -> bool:
    """Whether the activity may stand first: "Круглый стол «А» прошёл 5 декабря в Костанае"."""
    one = parts[0]
    is_plain = len(parts) == 1 and not one.told.is_counted and len(text_of(one.told.said)) < SHORT
    has_setting = bool(statement.date or statement.place) and not statement.organiser and not statement.continued
    takes_place = bool(one.items[0].titles) and one.verb == "held"
    is_free = not (place.where or place.same_place(statement))
    return is_plain and has_setting and takes_place and is_free and place.turn % 3 == 2

"""The verbs of an English clause: "a seminar was held", "there were a lecture for …, and …", "the college held …"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from svod.narration.company import together
from svod.narration.en.items import Told, agreement_of, deeds_done, is_knotty, told
from svod.narration.en.words import enumerated, listed
from svod.narration.facts import Item, Statement
from svod.narration.grammar import Place
from svod.narration.phrases import Phrases
from svod.narration.runs import NOTHING, Words, phrase, text_of, words
from svod.narration.statements import audible, further, tells_materials_after

HAPPENS = ("held", "took_place")  # verbs of equal meaning, taken in turn
AND_CLAUSE = ", and "


@dataclass(frozen=True, slots=True)
class Part:
    """Items told in one noun phrase, and the verb they take."""

    items: tuple[Item, ...]
    told: Told
    verb: str

    def can_part(self, phrases: Phrases) -> bool:
        """Whether the verb may stand before its people: "a seminar was held for teachers", "meetings of teachers"."""
        told_with = [item for item in self.items if item.audience or item.partners or item.participants]
        return all(phrases.kind(item.kind).crowd not in ("of", "to") for item in told_with)


def clause(
    statement: Statement,
    setting: str,
    place: Place,
    phrases: Phrases,
    *,
    by: str,
    beside: str,
    guests: Iterator[str],
    is_one_of_many: bool,
) -> Words:
    """The setting, who held what, or what was held, who is named `beside` it, and what became of the materials.

    `guests` says before each verb who came there.
    """
    items, online = audible(statement.items, phrases)
    after = tells_materials_after(statement, place, phrases)
    parts = list(_parts(items, place.turn, phrases, planned=place.planned, materials=not after))
    if online and _ends_otherwise(parts, phrases):
        items, online = [replace(item, online=True) for item in items], False
        parts = list(_parts(items, place.turn, phrases, planned=place.planned, materials=not after))
    how = phrases.text("item", "online") if online else ""
    between = phrases.text("statement", "between")
    if not (by or how or is_one_of_many) and _may_turn(statement, place, parts):
        begun = _turned(parts[0], words(setting.replace(between, " ")), phrases)
    else:
        stands_alone = statement.is_bare and not is_one_of_many
        clauses = _active(parts, phrases) if by else _passive(parts, place, phrases, begins=not setting)
        clauses = [phrase(words(next(guests)), one) for one in clauses]
        told = phrase(words(by), listed(clauses)) if by else _joined(clauses, stands_alone)
        said = phrase(told, words(how))
        begun = phrase(words(setting), said, glue=between)
    begun = (*begun, *words(beside))
    done = deeds_done(phrases.further_materials(items[0]), phrases) if after else []
    return phrase(begun, words(enumerated(done)), glue="; " if len(done) > 1 and not is_one_of_many else AND_CLAUSE)


def _ends_otherwise(parts: Sequence[Part], phrases: Phrases) -> bool:
    """Whether an "online" at the end would not be of all: "a lecture and a seminar with drawings used online"."""
    things = any(phrases.further_materials(item) for part in parts for item in part.items)
    return (len(parts) > 1 or things) and any(part.told.tail for part in parts)


def _may_turn(statement: Statement, place: Place, parts: Sequence[Part]) -> bool:
    """Whether the activity may stand first: "the round table “A” was held on 5 December in Rudny for teachers"."""
    one = parts[0]
    takes_place = len(parts) == 1 and bool(one.items[0].titles) and one.verb == "held" and bool(one.told.noun)
    has_setting = bool(statement.date or statement.place) and not (statement.organiser or statement.continued)
    is_free = not (place.where or place.planned or place.same_place(statement) or place.same_day(statement))
    follows_its_verb = one.items[0].online  # "was held online on 5 December" would part the verb from its setting
    return takes_place and has_setting and is_free and not follows_its_verb and place.turn % 2 == 1


def _turned(one: Part, setting: Words, phrases: Phrases) -> Words:
    """The noun, its verb, then when and where, then for whom."""
    told = one.told
    parts = (told.noun, told.tail) if told.tail and one.can_part(phrases) else (told.said, NOTHING)
    return phrase(parts[0], words(phrases.verb("held", agreement_of([told]))), setting, parts[1])


def _active(parts: Sequence[Part], phrases: Phrases) -> list[Words]:
    """What the college did: "held a seminar", "put up information stands"."""
    return [
        phrase(words(phrases.verb(verb, "active")), listed([part.told.said for part in alike]))
        for verb, alike in _by_verb(parts)
    ]


def _passive(parts: Sequence[Part], place: Place, phrases: Phrases, *, begins: bool) -> list[Words]:
    """ "a seminar and a lecture were held"; a number that would begin a sentence, and what is long, follow their verb:
    "there was a lecture for …".

    Where a list would hide what belongs to what, each has a verb of its own.
    """
    said: list[Words] = []
    for verb, alike in _by_verb(parts):
        tolds = [part.told for part in alike]
        several = len(tolds) > 1
        is_long = several and any(one.is_long for one in tolds)
        if verb == "held" and (is_long or (begins and not said and tolds[0].noun[0].is_number)):
            there = words(phrases.verb("there", agreement_of(tolds)))
            said.append(phrase(there, listed([one.said for one in tolds])))
        elif verb != "held" and several and any(is_knotty(text_of(one.said)) for one in tolds):
            said += [_happened(verb, [part], place.turn, phrases) for part in alike]
        else:
            said.append(_happened(verb, alike, place.turn + len(said), phrases))
    return said


def _joined(clauses: Sequence[Words], stands_alone: bool) -> Words:
    """One after the other, their borders plainer than those inside them. A clause is more than a noun: ", and".

    `stands_alone`: semicolons would part them neither from their setting nor from other clauses of the sentence.
    """
    last, glue = AND_CLAUSE, ", "
    if len(clauses) > 2 and any(is_knotty(text_of(one)) for one in clauses):
        last, glue = ("; and ", "; ") if stands_alone else (AND_CLAUSE, AND_CLAUSE)
    return phrase(phrase(*clauses[:-1], glue=glue), *clauses[-1:], glue=last)


def _happened(verb: str, alike: Sequence[Part], turn: int, phrases: Phrases) -> Words:
    """ "a seminar was held for teachers", "a seminar and a lecture took place"."""
    tolds = [part.told for part in alike]
    carried_out = any(phrases.kind(item.kind).carried_out for part in alike for item in part.items)
    name = HAPPENS[turn % len(HAPPENS)] if verb == "held" and not carried_out else verb
    tail = tolds[0].tail if len(tolds) == 1 and alike[0].can_part(phrases) else NOTHING
    noun = tolds[0].noun if tail else listed([one.said for one in tolds])
    return phrase(noun, words(phrases.verb(name, agreement_of(tolds))), tail)


def _by_verb(parts: Sequence[Part]) -> list[tuple[str, list[Part]]]:
    """What is held comes first."""
    verbs = dict.fromkeys(("held", *(part.verb for part in parts)))
    found = [(verb, [part for part in parts if part.verb == verb]) for verb in verbs]
    return [(verb, alike) for verb, alike in found if alike]


def _parts(items: Sequence[Item], turn: int, phrases: Phrases, *, planned: bool, materials: bool) -> Iterator[Part]:
    """The items by their particulars, one noun phrase for those that share them."""
    seen: set[str] = set()
    for number, verb, alike in grouped(items, phrases):
        said = told(further(alike, seen), phrases, turn + number, materials=materials)
        seen.update(item.kind for item in alike)
        yield Part(alike, said, "planned" if planned else verb)


def grouped(items: Sequence[Item], phrases: Phrases) -> Iterator[tuple[int, str, tuple[Item, ...]]]:
    """The items that one noun phrase tells, and the verb it takes; what shares its particulars has one number."""
    for number, alike in enumerate(together(items)):
        for verb in dict.fromkeys(phrases.kind(item.kind).verb for item in alike):
            yield number, verb, tuple(item for item in alike if phrases.kind(item.kind).verb == verb)

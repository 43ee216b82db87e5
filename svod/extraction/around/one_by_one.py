"""Several activities of one kind, told of several places or days at once.

"В Рудном и Лисаковске прошли тренинги", "провели три игры (28.11, 1.12 и 4.12)"
"""

import re
from collections.abc import Iterable, Mapping
from typing import TypeVar

from svod.extraction.fields.quantities import MANY
from svod.extraction.lexicon.grammar import words
from svod.extraction.mentions.found import ONE, Found
from svod.extraction.text.frame import Frame
from svod.extraction.text.place import SETTLED, Place, Places
from svod.language.dates import DateMention
from svod.language.ru.nominative import nominative
from svod.records import Bounds, Span

JOINED = re.compile(r"(?:,|,? и) (?:(?:в|во) )?(?:[а-я]{1,4}\. ?)?")  # "в с. Заречное и с. Садовое", "Рудный, Житикара"
BRACKETS, NEXT = re.compile(r"\(([^()\n]+)\)"), re.compile(r", | и ")
NAMED = re.compile(r"(?P<where>во? )?(?:[а-я]{1,4}\. ?)?(?P<name>[^\W\d_a-zа-я][\w-]+(?: [^\W\d_a-zа-я][\w-]+)?)")
Told = TypeVar("Told", Place, DateMention)
PAIR = 2  # "встречи 2 и 3 декабря" may be more than two
EACH = tuple(words("each_of_several"))  # how it begins: "в каждом селе"


def one_by_one(frame: Frame, made: list[Found], places: Places) -> list[Found]:
    """What a sentence tells, `made`, each place's or day's apart, where as many were held.

    "В Рудном и Житикаре прошли тренинги и семинары": of several kinds it is not told what was where, but by brackets
    right behind one.
    """
    clauses = [item.mention.clause for item in made]
    alone = [
        _may_be_many(item)
        and (clauses.count(item.mention.clause) == 1 or frame.text.startswith(" (", item.mention.mark.end))
        for item in made
    ]
    if True not in alone:
        return made
    return [one for item, is_one in zip(made, alone, strict=True) for one in _apart(frame, item, places, is_one)]


def _apart(frame: Frame, item: Found, places: Places, is_one: bool) -> list[Found]:
    return _by_place(frame, item, places) if is_one else [item]


def _may_be_many(item: Found) -> bool:
    """People are told of all together."""
    told_there = "place" in item.sources or "date" in item.sources
    return item.mention.language == "ru" and told_there and item.participants is None


def _by_place(frame: Frame, item: Found, places: Places) -> list[Found]:
    sentence = item.mention.sentence
    named = (place for place in places.within(sentence.start, sentence.end) if place.name)
    there = _listed(frame, item.sources.get("place"), named)
    if len(there) < PAIR and item.count.is_exact and item.count != ONE:
        there = _in_brackets(frame, item, places)
    if (
        len(there) < PAIR
        or len({place.kind in SETTLED for place in there}) > 1
        or not _is_of_each(frame, item, len(there))
    ):
        return _by_day(frame, item)  # "в Щучинске, Бурабайский район" is one place
    copies = [item, *(item.copy() for _ in there[1:])]
    for one, place in zip(copies, there, strict=True):
        one.count = ONE
        one.say("place", place.name, place.span)
        one.region = place.region or one.region
    return copies


def _in_brackets(frame: Frame, item: Found, places: Places) -> list[Place]:
    """ "Два круглых стола (в Сергеевке и Сухорабовке)": as many names, the geography knows one at least."""
    sentence = item.mention.sentence
    for told in BRACKETS.finditer(frame.text, sentence.start, sentence.end):
        known = {place.start: place for place in places.within(told.start(), told.end())}
        named = _names(told, known) if known else []
        if len(named) == item.count.least and any(place.unit for place in named):
            return named
    return []


def _names(told: re.Match[str], known: Mapping[int, Place]) -> list[Place]:
    """The places between the brackets, [] where anything else is; a village that nobody knows is called as it is."""
    named, case, start = [], "nomn", told.start(1)
    for part in NEXT.split(told[1]):
        one = NAMED.fullmatch(part)
        if one is None:
            return []
        case = "loct" if one["where"] else case
        place, at = known.get(start + one.start("name")), start + one.start("name")
        is_whole = place is not None and place.end == start + len(part)
        named.append(place if place and is_whole else Place(at, start + len(part), None, nominative(one["name"], case)))
        start += len(part) + len(", ")  # " и " is one longer
        start += told.string.startswith(" ", start)
    return named


def _by_day(frame: Frame, item: Found) -> list[Found]:
    sentence = item.mention.sentence
    days = _listed(frame, item.sources.get("date"), frame.dates_in(sentence.start, sentence.end))
    if len(days) < PAIR or any(day.period is None for day in days):
        return [item]
    if item.count != Bounds.exactly(len(days)) and not (item.count == MANY and len(days) > PAIR):
        return [item]
    copies = [item, *(item.copy() for _ in days[1:])]
    for one, day in zip(copies, days, strict=True):
        one.count = ONE
        one.say("date", day.period, Span(day.start, day.end))
    return copies


def _is_of_each(frame: Frame, item: Found, number: int) -> bool:
    """ "Встречи", "3 встречи", "в каждом селе": one in each of so many places."""
    if item.count == Bounds.exactly(number) or (item.count == MANY and item.mention.is_plural):
        return True
    return item.count == ONE and any(word.startswith(EACH) for word in frame.words_of(item.mention.sentence))


def _listed(frame: Frame, own: Span | None, told: Iterable[Told]) -> list[Told]:
    """Those of the list in which its own stands."""
    run: list[Told] = []
    for one in told if own is not None else ():
        if run and JOINED.fullmatch(frame.text, run[-1].end, one.start) is None:
            if _holds(run, own):
                break
            run = []
        run.append(one)
    return run if _holds(run, own) else []


def _holds(run: list[Told], own: Span | None) -> bool:
    return own is not None and any(one.start == own.start for one in run)

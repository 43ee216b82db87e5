"""From a decided mention to an activity: each field asked of its own module."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from svod.extraction import sets
from svod.extraction.found import Found, add_codes
from svod.extraction.frame import Frame
from svod.extraction.lexicon import Lexicon
from svod.extraction.mention import Mention
from svod.extraction.organisers import organiser_of
from svod.extraction.places import Whereabouts
from svod.extraction.quantities import count_of
from svod.extraction.titles import title_of
from svod.extraction.when import Calendar
from svod.packs import Pack, Unit
from svod.records import Bounds, Evidence, Span

EDGE = " \t\n,;–—-•*"


@dataclass(frozen=True, slots=True)
class Setting:
    """What a pack gives the extractor, prepared once. `campaign`: how the campaign's own name begins, folded."""

    pack: Pack
    lexicon: Lexicon
    units: Mapping[str, Unit]
    implied: sets.Implied
    campaign: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the text said so far: where and when."""

    document: str
    setting: Setting
    where: Whereabouts
    calendar: Calendar


def activities_of(mention: Mention, quotes: list[Span], others: bool, around: Surroundings) -> Iterator[Found]:
    """One activity a title; several titles for one plural make one each, "и другие" adds an untitled one."""
    told = _told(mention, around)
    count, span = count_of(mention)
    if not quotes:
        found = _new(mention, told)
        found.say("count", count, span)
        yield found
        return
    alone = len(quotes) == 1 and not others
    for quote in quotes:
        found = _new(mention, told)
        found.say("title", title_of(mention.frame, quote), quote)
        if alone:
            found.say("count", count, span)
        yield found
    if others:
        found = _new(mention, told)
        found.count = Bounds(1, None)
        yield found


@dataclass(frozen=True, slots=True)
class Told:
    """What a mention's surroundings tell, the same for all its titles: field -> (value, the place that says it)."""

    evidence: Evidence
    fields: tuple[tuple[str, Any, Span | None], ...]
    codes: tuple[tuple[str, sets.Coded], ...]


def _told(mention: Mention, around: Surroundings) -> Told:
    frame, clause, sentence = mention.frame, mention.clause, mention.sentence
    region, teller, place = around.where.of(clause, sentence, mention.mark.start)
    date, date_span = around.calendar.of(clause, sentence, mention.mark.start, mention.mark.end)
    organiser, organiser_span = organiser_of(mention)
    start, end = _segment(mention)
    skip = (organiser_span,) if organiser_span else ()
    rules = around.setting.implied
    return Told(
        _evidence(frame, mention, around.document),
        (
            ("region", region, teller.span if teller else None),
            ("place", place.name if place else None, place.span if place else None),
            ("date", date, date_span),
            ("organiser", organiser, organiser_span),
        ),
        (
            ("audience", sets.audience_of(mention, start, end, skip)),
            ("audience", sets.implied(mention, "audience", rules)),
            ("materials", sets.codes_in(frame, "material", start, end, skip)),
            ("materials", sets.implied(mention, "material", rules)),
            ("partners", sets.partners_of(frame, mention, clause.start, clause.end, organiser_span)),
        ),
    )


def _new(mention: Mention, told: Told) -> Found:
    found = Found(mention, mention.code, told.evidence)
    for name, value, span in told.fields:
        found.say(name, value, span)
    for name, codes in told.codes:
        add_codes(found, name, codes)
        for span in codes.values():
            found.sources.setdefault(name, span)
    found.online = mention.is_online
    found.planned = mention.verdict.status == "planned"
    return found


def _segment(mention: Mention) -> tuple[int, int]:
    """The part of the clause that speaks of this mention alone: from it to the next one of its list."""
    clause = mention.clause
    later = (
        mark.start
        for mark in clause.marks
        if mark.start > mention.mark.start and "kind" in mark.categories and not mark.quoted
    )
    start = clause.start if mention.listed_after is None else mention.mark.start
    return start, next(later, clause.end)


def _evidence(frame: Frame, mention: Mention, document: str) -> Evidence:
    """The clause without what stands at its edges."""
    start, end = mention.clause.start, mention.clause.end
    while start < end and frame.text[start] in EDGE:
        start += 1
    while end > start and frame.text[end - 1] in EDGE + ".":
        end -= 1
    return Evidence(document, start, end)

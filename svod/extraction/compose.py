"""From a decided mention to an activity: each field asked of its own module."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from svod.extraction import sets
from svod.extraction.found import Found
from svod.extraction.frame import Frame
from svod.extraction.lexicon import Lexicon
from svod.extraction.organisers import organiser_of
from svod.extraction.places import Whereabouts
from svod.extraction.quantities import count_of
from svod.extraction.titles import title_of
from svod.extraction.verdicts import Mention
from svod.extraction.when import Calendar
from svod.packs import Pack, Unit
from svod.records import Activity, Bounds, Evidence, Span

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
    base = _base(mention, around)
    count, span = count_of(mention)
    counted = replace(base, count=count, sources=(*base.sources, ("count", span)) if span else base.sources)
    if not quotes:
        yield Found(mention, counted)
        return
    alone = len(quotes) == 1 and not others
    for quote in quotes:
        found = Found(mention, counted if alone else replace(base, count=Bounds(1, 1)))
        found.say("title", title_of(mention.frame, quote), quote)
        yield found
    if others:
        yield Found(mention, replace(base, count=Bounds(1, None)))


def _base(mention: Mention, around: Surroundings) -> Activity:
    frame, clause, sentence = mention.frame, mention.clause, mention.sentence
    region, teller, place = around.where.of(clause, sentence, mention.mark.start)
    date, date_span = around.calendar.of(clause, sentence, mention.mark.start, mention.mark.end)
    organiser, organiser_span = organiser_of(mention)
    start, end = _segment(mention)
    skip = (organiser_span,) if organiser_span else ()
    rules = around.setting.implied
    audience = sets.codes_in(frame, "audience", start, end, skip) | sets.implied(mention, "audience", rules)
    materials = sets.codes_in(frame, "material", start, end, skip) | sets.implied(mention, "material", rules)
    partners = sets.partners_of(frame, mention, clause.start, clause.end, organiser_span)
    sources = (("region", teller), ("place", place), ("date", date_span), ("organiser", organiser_span))
    return Activity(
        kind=mention.code,
        evidence=_evidence(frame, mention, around.document),
        date=date,
        region=region,
        place=place.name if place else None,
        organiser=organiser,
        audience=tuple(sorted(audience)),
        partners=tuple(sorted(partners)),
        materials=tuple(sorted(materials)),
        online=mention.is_online,
        planned=mention.verdict.status == "planned",
        confidence=mention.verdict.confidence,
        sources=tuple((name, Span(span.start, span.end)) for name, span in sources if span is not None),
        reasons=(mention.verdict.rule,),
    )


def _segment(mention: Mention) -> tuple[int, int]:
    """The part of the clause that speaks of this mention alone: from it to the next one of its list."""
    frame, clause = mention.frame, mention.clause
    later = (
        mark.start
        for mark in frame.marks[clause.first : clause.last]
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

"""From a decided mention to an activity: each field asked of its own module."""

from dataclasses import dataclass

from svod.extraction.fields import sets
from svod.extraction.fields.audience import audience_before_list, audience_of
from svod.extraction.fields.implied import Implied, implied_by
from svod.extraction.fields.partners import partners_of
from svod.extraction.fields.quantities import MANY, SOME, count_of
from svod.extraction.fields.setting import Setting
from svod.extraction.fields.title_words import title_of
from svod.extraction.fields.when import Calendar
from svod.extraction.holders.organisers import organiser_of
from svod.extraction.holders.together_ru import held_together
from svod.extraction.mentions.found import ONE, Found
from svod.extraction.mentions.lists import along_with, is_held_online, other_items, segment, segment_before
from svod.extraction.mentions.mention import SHARED_FROM, Mention
from svod.extraction.text.spans import evidence_of
from svod.extraction.text.whereabouts import Whereabouts
from svod.records import Evidence, Period, Span

EDGE = frozenset(" \t\n,;–—-•*")
EDGE_BEHIND = EDGE | {"."}
WITHOUT_A_VERB = frozenset({"without_a_verb", "first_told"})
FOR_WHOM = frozenset({"audience", "partner.marker"})  # "с сотрудниками"
IN_SEGMENT = frozenset({"audience", "material", "kind"})


@dataclass(slots=True, init=False, eq=False)
class Surroundings:
    """What the text said so far: where and when.

    Of a table's row, `aside` are the cells that say neither for whom nor with whom, `guests` those that say with whom.
    """

    document: str
    setting: Setting
    where: Whereabouts
    calendar: Calendar
    aside: tuple[Span, ...]
    guests: tuple[Span, ...]

    def __init__(
        self,
        document: str,
        setting: Setting,
        where: Whereabouts,
        calendar: Calendar,
        aside: tuple[Span, ...] = (),
        guests: tuple[Span, ...] = (),
    ) -> None:
        self.document, self.setting, self.where, self.calendar = document, setting, where, calendar
        self.aside, self.guests = aside, guests


def activities_of(mention: Mention, quotes: list[Span], others: bool, around: Surroundings) -> list[Found]:
    """One activity a title; several titles for one plural make one each, "и другие" adds an untitled one."""
    told = _told(mention, around)
    count, span = count_of(mention)
    if not quotes:
        told.say("count", count, span)
        return [told]
    made = [told, *[told.copy() for _ in quotes[1:]]]
    last = told.copy() if others else None
    for index, quote in enumerate(quotes):
        made[index].say("title", title_of(mention.frame, quote), quote)
    if last is not None:
        last.count = SOME
        made.append(last)
    elif len(made) == 1:  # a title alone is one thing: "раздача брошюр «Знай»", "вопросы викторины «Знай»"
        is_uncounted = span is None and count.most is None
        is_one = is_uncounted and (count == SOME or (count == MANY and mention.verdict.status == "reference"))
        told.say("count", ONE if is_one else count, span)
    return made


def _told(mention: Mention, around: Surroundings) -> Found:
    """What a mention's surroundings tell, the same for all its titles."""
    clause, sentence, mark = mention.clause, mention.sentence, mention.mark
    region, teller, place = around.where.of(clause, sentence, mark.start)
    date, date_span = around.calendar.of(clause, sentence, mark.start, mark.end, goes_on="lasting" in mention.traits)
    organiser, organiser_span = organiser_of(mention)
    found = Found(mention, _evidence(mention, around.document))
    found.say("region", region, teller.span if teller else None)
    if place is not None:
        found.say("place", place.name, place.span)
    found.say("date", date, date_span)
    if date is not None and around.calendar.is_supposed:
        found.suppose("day_of_the_text")
    if organiser is not None:
        found.say("organiser", organiser, organiser_span)
    skip = (*around.aside, organiser_span) if organiser_span else around.aside
    _add_sets(found, mention, skip, around.guests, around.setting.implied)
    if organiser is not None and organiser_span is not None:
        found.add("partners", held_together(mention, organiser_span))
    found.online = is_held_online(mention)
    found.planned = mention.verdict.status == "planned" or _is_to_come(mention, date, around.calendar)
    return found


def _is_to_come(mention: Mention, date: Period | None, calendar: Calendar) -> bool:
    """ "[28.11.2025, 9:40] Лицей: мы в четверг, встреча с адвокатом, 30 ноября": no verb, and its day is later."""
    if date is None or mention.verdict.rule not in WITHOUT_A_VERB:
        return False
    sent = calendar.stamps.sent(mention.sentence.start)
    return sent is not None and date.first > sent


def _add_sets(found: Found, mention: Mention, skip: tuple[Span, ...], guests: tuple[Span, ...], rules: Implied) -> None:
    """For whom, with what, with whom: what the words of the clause say and the kind's own words imply."""
    clause, said, implied = mention.clause, mention.clause.said, implied_by(mention, rules)
    start, end = (0, 0) if said.isdisjoint(IN_SEGMENT) else segment(mention)
    if not said.isdisjoint(FOR_WHOM):
        first, last = segment_before(mention, start, end, "audience")
        found.add("audience", audience_of(mention, first, last, (*skip, *guests)))
        if start > clause.start and mention.language == "ru":
            found.add("audience", audience_before_list(mention, skip))
    if "audience" in implied:
        found.add("audience", implied["audience"])
    if "material" in said:
        first, last = segment_before(mention, start, end, "material")
        apart = (*skip, *other_items(mention, first, last))
        found.add("materials", sets.codes_in(mention.frame, "material", first, last, apart))
    elif mention.entry.category == "kind_verb_object" and "handing_out" in mention.traits:
        start = max(mention.sentence.start, clause.start - SHARED_FROM)  # "подготовлены памятки и розданы родителям"
        found.add("materials", sets.codes_in(mention.frame, "material", start, clause.start))
    for mark in along_with(mention, start, end):
        words = mention.frame.words.words[mark.first : mark.last + 1]
        found.add_codes("materials", (code for category, code in rules.of(tuple(words)) if category == "material"))
    if "partner" in implied:
        found.add("partners", implied["partner"])
    if "material" in implied:
        found.add("materials", implied["material"])
    if "partner" in said or mention.clause.end < mention.sentence.end:
        found.add("partners", partners_of(mention, skip))


def _evidence(mention: Mention, document: str) -> Evidence:
    """The clause without what stands at its edges."""
    text, start, end = mention.frame.text, mention.clause.start, mention.clause.end
    while start < end and text[start] in EDGE:
        start += 1
    while start < end and text[end - 1] in EDGE_BEHIND:
        end -= 1
    return evidence_of(document, start, end)

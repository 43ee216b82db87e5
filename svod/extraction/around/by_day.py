"""Several activities of one kind, told day by day: "Прошли встречи: 1 декабря – в гимназии № 3 (27), 2 декабря – …"."""

import re

from svod.extraction.fields.people import People, people_in
from svod.extraction.fields.quantities import MANY
from svod.extraction.fields.sets import codes_in
from svod.extraction.holders.heads import head_cases
from svod.extraction.holders.names import extent, nominative
from svod.extraction.mentions.found import ONE, Found
from svod.extraction.text.clause import Clause
from svod.extraction.text.frame import Frame
from svod.extraction.text.sentences import Sentence
from svod.language.dates import DateMention
from svod.records import Evidence, Span

OPENS = re.compile(r"[^.;:\n]{0,60}:\s*")  # between a kind and its first day: "встречи с родителями: "
DASH = re.compile(r"(?: ?г\.?| ?года)?\s*[–—-]\s")
BULLET = frozenset(" \t•*–—-·✅✔")
BETWEEN = frozenset(" \t\n;.,•*–—-·✅✔")  # signs between one day's line and the next
ALONE = re.compile(r"\((\d{1,4})\)")  # "(34)" where others are counted
TOLD_APART = ("participants", "organiser")


def day_by_day(frame: Frame, sentence: Sentence, made: list[Found], found: list[Found]) -> list[Found]:
    """What a sentence tells, `made`, each day's apart; one that names no kind may go on with the list before it."""
    return _split(frame, made) if made else _go_on(frame, sentence, found)


def _split(frame: Frame, made: list[Found]) -> list[Found]:
    item = made[-1]
    days = _days_of(frame, item) if len(frame.dates) > 1 and item.title is None and item.count == MANY else []
    if len(days) < 2:
        return made
    ends = [day.start for day in days[1:]] + [item.mention.sentence.end]
    copies = [item, *(item.copy() for _ in days[1:])]
    for one, day, end in zip(copies, days, ends, strict=True):
        _tell(frame, one, day, end)
    return [*made[:-1], *copies]


def _go_on(frame: Frame, sentence: Sentence, found: list[Found]) -> list[Found]:
    """ "Прошли встречи:", then "2 декабря – в лицее № 8 (41 ученик);": the one more that its line or item tells."""
    last = found[-1] if found else None
    day = _opening_day(frame, sentence.start, sentence.end) if last is not None else None
    if last is None or day is None or not _is_next(frame, last, sentence):
        return []
    if frame.text[last.evidence.end - 1 : last.evidence.end + 1].rstrip().endswith(":") and last.count == MANY:
        last.evidence = Evidence(last.evidence.document, sentence.start, sentence.end)
        _tell(frame, last, day, sentence.end)
        return []
    days = _days_of(frame, last)
    if not days and _opening_day(frame, *last.evidence[1:]) is None:
        return []
    if last.count == MANY and days:
        _tell(frame, last, days[0], last.mention.sentence.end)
    one = last.copy()
    _tell(frame, one, day, sentence.end)
    one.evidence = Evidence(last.evidence.document, sentence.start, sentence.end)
    return [one]


def _is_next(frame: Frame, last: Found, sentence: Sentence) -> bool:
    """Whether nothing stands between the last day's telling and this one."""
    is_list = last.mention.language == "ru" and last.mention.is_plural and last.title is None
    return is_list and BETWEEN.issuperset(frame.text[last.evidence.end : sentence.start].replace(":", "", 1))


def _days_of(frame: Frame, item: Found) -> list[DateMention]:
    """The days of a list behind its kind and a colon, each with a dash behind it."""
    mention = item.mention
    opened = OPENS.match(frame.text, mention.mark.end, mention.sentence.end) if mention.language == "ru" else None
    if opened is None:
        return []
    days = [day for day in frame.dates_in(opened.end(), mention.sentence.end) if DASH.match(frame.text, day.end)]
    return days if days and days[0].start == opened.end() and all(day.period is not None for day in days) else []


def _opening_day(frame: Frame, start: int, end: int) -> DateMention | None:
    """ "- 2 декабря – в лицее": the day that opens an item, with a dash behind it."""
    while start < end and frame.text[start] in BULLET:
        start += 1
    day = next(iter(frame.dates_in(start, start + 1)), None)
    return day if day is not None and day.period is not None and DASH.match(frame.text, day.end) else None


def _tell(frame: Frame, one: Found, day: DateMention, end: int) -> None:
    """Give it what is told between its day and the next one."""
    opened = OPENS.match(frame.text, one.mention.mark.end)
    apart = opened.end() if opened is not None else one.mention.sentence.end
    one.count = ONE
    for name in TOLD_APART:
        if name in one.sources and one.sources[name].start >= apart:
            del one.sources[name]
            setattr(one, name, None)
    one.say("date", day.period, Span(day.start, day.end))
    told_for = codes_in(frame, "audience", *one.evidence[1:])  # of all days, where the list is one sentence
    one.audience -= set(told_for) - set(codes_in(frame, "audience", one.mention.sentence.start, apart))
    one.add("audience", codes_in(frame, "audience", day.end, end))
    came = people_in(frame, day.end, end) or _counted_alone(frame, day.end, end)
    if came:
        one.say("participants", came[0].bounds, came[0].span)
    clause = Clause(day.end, end, frame.marks_in(day.end, end), 0, [])
    for head in clause.marks:
        if "organiser.head" in head.categories and "l" in head_cases(head):
            span = extent(frame, clause, head)
            one.say("organiser", nominative(frame.text[span.start : span.end], "ru", "l"), span)
            break


def _counted_alone(frame: Frame, start: int, end: int) -> list[People]:
    """ "(34)": a number alone in its brackets."""
    counted = ALONE.search(frame.text, start, end)
    number = frame.number_at(counted.start(1)) if counted is not None else None
    return [People(number.start, number.end, number.bounds, ())] if number is not None else []

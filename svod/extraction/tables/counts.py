"""Tables of numbers: a row says how many of each kind were held somewhere, the last one how many in all."""

from collections.abc import Iterator

from svod.extraction.fields.compose import Surroundings, activities_of
from svod.extraction.mentions.found import Found
from svod.extraction.mentions.mention import Mention, Verdict
from svod.extraction.tables.cells import sums_up
from svod.extraction.tables.columns import ACTIVITY, COUNT, QUANTITY, Kind
from svod.extraction.tables.indicators import counts as indicated
from svod.extraction.tables.people import came, people_of
from svod.extraction.tables.rows import Count, Row
from svod.extraction.tables.said import Told, counted_in, lone_number, text_of
from svod.extraction.text.clauses import clauses_of
from svod.extraction.text.frame import Frame
from svod.extraction.text.sentences import Sentence
from svod.records import Bounds, Evidence, ReportedTotal, Span

CONFIDENCE = 0.7
FIELDS, MEASURES = ("count", "participants"), ("activities", "participants")


def counted(frame: Frame, sentence: Sentence, row: Row, around: Surroundings) -> list[Found]:
    """One activity for each number above nought; none in a row that sums up."""
    if sums_up(frame, sentence):
        return []
    status = "planned" if frame.is_plan or frame.is_announcement else "held"
    made: list[Found] = []
    for count in row.counts:
        told = counted_in(frame, count.cell)
        if not told or told[0][0].most == 0:
            continue
        item = activities_of(_mention(frame, sentence, count.kind, status), [], False, around)[0]
        for field, number in zip(FIELDS, (*told, *_beside(frame, count)), strict=False):
            item.say(field, *number)
        if row.label is not None and not around.where.places.within(row.label.start, row.label.end):
            item.say("organiser", text_of(frame, row.label), row.label)
        made.append(item)
    return made


def totals_counted(frame: Frame, sentence: Sentence, row: Row, around: Surroundings) -> Iterator[ReportedTotal]:
    """What a row sums up that tells no activity: its people, how many were held, and in the last row how many of each
    kind. Another row does that only of a place: "Родители | 3 мероприятия" is a part of the place above."""
    is_last = sums_up(frame, sentence)
    sums = list(indicated(frame, row))
    nowhere = not around.where.places.within(sentence.start, sentence.end)
    if not is_last and not sums and (ACTIVITY in row.cells or nowhere):
        return
    region, place = around.where.scope(clauses_of(frame, sentence, whole=True)[0], sentence)
    reason = ReportedTotal.OF_TABLE if is_last else "counted_in_column"

    def total(measure: str, bounds: Bounds, span: Span, kind: str | None = None) -> ReportedTotal:
        evidence = Evidence(around.document, span.start, span.end)
        return ReportedTotal(measure, bounds, evidence, kind, region, CONFIDENCE, (reason,), place)

    for measure, said in sums:
        yield total(measure, *said)
    if sums:
        return
    people = came(frame, row, row.cells.get(QUANTITY))
    if people is not None:
        yield total("participants", people.bounds, people.span)
    # "ИТОГО | 4": below what was held stands how many that was.
    counted_cell = row.cells.get(COUNT) or (row.cells.get(ACTIVITY) if is_last else None)
    number = lone_number(frame, counted_cell) if counted_cell else None
    if number is not None:
        yield total("activities", *number)
    for count in row.counts if is_last else ():
        told = (*counted_in(frame, count.cell), *_beside(frame, count))
        for measure, each in zip(MEASURES, told, strict=False):
            yield total(measure, *each, count.kind.entry.code)


def _beside(frame: Frame, count: Count) -> list[Told]:
    """How many came, where a column of its own says it."""
    people = people_of(frame, count.people)
    return [] if people is None else [(people.bounds, people.span)]


def _mention(frame: Frame, sentence: Sentence, kind: Kind, status: str) -> Mention:
    """The row's mention of a kind that the head names."""
    clause = clauses_of(frame, sentence, whole=True)[0]
    mention = Mention(frame, sentence, clause, kind.mark, kind.entry, -1, None, (), paragraph_told=False)
    mention.verdict = Verdict(status, CONFIDENCE, "counted_in_column")
    return mention

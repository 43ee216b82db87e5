"""What is reported beside what is listed: the core settles it, contradictions keep both numbers and their sources."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from django.db.models import Case, Count, F, Q, QuerySet, When

from svod import records
from svod.counting import LISTED
from svod.counting.claims import Claim, speaking_alone, state, text_of
from svod.counting.conflicts import parts_disagree, tables_disagree, tellers_disagree
from svod.counting.pieces import MEASURE as PIECES
from svod.counting.settle import settle
from svod.counting.told import Told, prepare
from svod.packs import Pack
from svod.records import Bounds, Contradiction, DistinctActivity, Evidence, Reading, Scope, Total
from svod.register.models import Activity, ReportedTotal, State
from svod.register.totals.books import Books
from svod.register.totals.counted import Part, View, counted
from svod.register.totals.listed import Ledger
from svod.register.totals.pieces import cells_of, given_out
from svod.register.totals.texts import TEXT, text_named


@dataclass(frozen=True, slots=True)
class Beside:
    """Totals by scope, and what cannot be true together. A contradiction's evidence names documents by their key; it
    is empty where the number is what the register itself lists in that scope."""

    totals: Mapping[Scope, Total]
    contradictions: tuple[Contradiction, ...]

    def value(self, measure: str, region: str | None = None, kind: str | None = None) -> Total | None:
        return self.totals.get(Scope(measure, region, kind))

    @property
    def reported(self) -> tuple[Total, ...]:
        """The totals of which somebody reported a number."""
        return tuple(total for total in self.totals.values() if total.reported is not None)


def reconciled(part: Part, view: View, books: Books | None = None) -> Beside:
    """Reported against listed. `books` are those of the held activities counted in the view, where one has it."""
    rows, pack = counted(part, view), part.campaign.pack
    readings = _readings(part, view)
    claims = _claims(rows, readings, pack)
    told = _told_beside(part, view, claims, readings)
    texts = {reading.document.id: text_of(reading.document) for reading in readings}
    contradictions = [
        *tellers_disagree(_told_again(part, view)),
        *parts_disagree(told, claims, LISTED),
        *(tables_disagree(told, readings, texts, LISTED) if view == View.ALL else ()),
    ]
    totals: dict[Scope, Total] = {}
    listed = (books or Ledger(rows)).cells()
    if pieces := cells_of(given_out(part)):
        listed[PIECES] = pieces
    for settled in settle(listed, claims, pack):
        totals |= {total.scope: total for total in settled.totals}
        contradictions += settled.contradictions
    return Beside(totals, tuple(dict.fromkeys(contradictions)))


def _claims(rows: QuerySet[Activity], readings: Iterable[Reading], pack: Pack) -> list[Claim]:
    readings = list(readings)
    if not readings:
        return []
    texts = {reading.document.id: text_of(reading.document) for reading in readings}
    claims = state(readings, texts, pack)
    unplaced = {claim.scope.region for claim in claims if claim.unit is None and claim.part is not None}
    return speaking_alone([(region, _speakers(rows, region)) for region in unplaced], claims)


def _speakers(rows: QuerySet[Activity], region: str | None) -> set[str]:
    """Texts that tell an activity of the region, of the campaign where it is None: two are as good as all."""
    told = rows if region is None else rows.filter(region=region)
    return {_hashed(text_named(*text)) for text in told.order_by().values_list(*TEXT).distinct()[:2]}


def _readings(part: Part, view: View) -> list[Reading]:
    """The documents that report totals, with all that they tell, as counting takes them."""
    totals: dict[int, list[records.ReportedTotal]] = defaultdict(list)
    documents: dict[int, records.Document] = {}
    for row in _reporting(part, view):
        totals[row.document_id].append(row.record())
        submission = row.document.submission
        text = text_named(submission.sha256, row.document.position)
        documents[row.document_id] = records.Document(str(row.document_id), text, row.document.source)
    tellings: dict[int, list[records.Activity]] = defaultdict(list)
    reporting = part.reported().filter(state__in=view.states).order_by().values("document")
    rows = part.activities().filter(state__in=view.states, document__in=reporting).order_by()
    places = rows.values_list("document", "region", "place", "planned").annotate(told=Count("pk"))
    for document, region, place, planned, told in places:  # where, whether more than one: a claim's part asks no more
        one = records.Activity(
            "", Evidence(str(document), 0, 1), region=region or None, place=place or None, planned=planned
        )
        tellings[document] += [one] * min(told, 2)
    return [Reading(documents[key], tuple(tellings[key]), tuple(totals[key])) for key in documents]


def _told_beside(part: Part, view: View, claims: Iterable[Claim], readings: Iterable[Reading]) -> list[Told]:
    """The held activities of those submissions that claim something of a district, a town or a table only."""
    wanted = {claim.text for claim in claims if claim.part is not None and claim.unit is None}
    wanted |= {text_of(one.document) for one in readings if any(total.sums_up_its_table for total in one.totals)}
    texts = {reading.document.id: text_of(reading.document) for reading in readings}
    documents = [int(key) for key, text in texts.items() if text in wanted]
    rows = part.activities().filter(state__in=view.states, document__in=documents, planned=False).order_by("pk")
    told = (_telling(*columns) for columns in rows.values_list("document", *TELLING))
    return [prepare(DistinctActivity("", one, (one,)), texts) for one in told]


TELLING = (
    *("start", "end", "kind", "title", "region", "place", "organiser", "audience"),
    *("participants_least", "participants_most", "count_least", "count_most"),
)


def _telling(
    document: int,
    start: int,
    end: int,
    kind: str,
    title: str,
    region: str,
    place: str,
    organiser: str,
    audience: tuple[str, ...],
    people: int | None,
    people_most: int | None,
    least: int,
    most: int | None,
) -> records.Activity:
    """As much of an activity as counting asks for beside a reported total."""
    return records.Activity(
        kind,
        Evidence(str(document), start, end),
        title=title or None,
        region=region or None,
        place=place or None,
        organiser=organiser or None,
        audience=audience,
        participants=None if people is None else Bounds(people, people_most),
        count=Bounds(least, most),
    )


def _reporting(part: Part, view: View) -> QuerySet[ReportedTotal]:
    rows = part.reported().filter(state__in=view.states).select_related("document__submission").order_by("pk")
    return rows.only(
        *("measure", "value_least", "value_most", "kind", "region", "place", "start", "end", "confidence"),
        *("reasons", "document__position", "document__source", "document__submission__sha256"),
    )


def _told_again(part: Part, view: View) -> list[DistinctActivity]:
    """Activities with several tellings that give numbers of people: they may contradict one another. Whoever merged a
    draft stands by what it tells of."""
    copies = part.activities().filter(
        part.within("same_as__organisation"),
        same_as__state__in=view.states,
        participants_least__isnull=False,
        planned=False,
    )
    copies = copies.exclude(state=State.REJECTED)
    open_ended = Q(participants_most=None, same_as__participants_most=None)
    ends_alike = Q(participants_most=F("same_as__participants_most")) | open_ended
    alike = Q(participants_least=F("same_as__participants_least")) & ends_alike
    differing = copies.annotate(alike=Case(When(alike, then=1), default=0)).filter(alike=0).values("same_as")
    copies = copies.filter(same_as__in=differing)  # where all say the same nobody disagrees
    groups: dict[int, list[records.Activity]] = {}
    for copy in copies.select_related("same_as").order_by("same_as", "pk"):
        head = copy.same_as.record()
        groups.setdefault(copy.same_as_id, [head]).append(replace(copy.record(), kind=head.kind, region=head.region))
    return [DistinctActivity(str(key), members[0], tuple(members)) for key, members in groups.items()]


def _hashed(text: str) -> str:
    return text_of(records.Document("", text))

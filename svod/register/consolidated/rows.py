"""The rows of an extent as the core's Register: nothing is read anew, linked anew, or decided here.

What persons merged is one activity, with the values of the telling it counts at and the evidence of all. Its id is the
row's key, so that it stays the same whatever else changes.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from svod.counting import count
from svod.linking import printed_order
from svod.packs import Pack
from svod.records import (
    Activity,
    Coverage,
    DistinctActivity,
    Document,
    Evidence,
    NothingHeld,
    Reading,
    Register,
    ReportedTotal,
)
from svod.register import models
from svod.register.consolidated.extent import Extent
from svod.register.surveys import waves_in
from svod.register.totals import View
from svod.register.totals.pieces import log_of
from svod.register.totals.texts import text_named

PREFIX = "М-"  # as the core names activities


def id_of(key: int) -> str:
    """ "М-0012" of row 12."""
    return f"{PREFIX}{key:04d}"


def register_of(extent: Extent, *, texts: bool = False) -> Register:
    """Everything the report is written from. `texts`: with the submissions' texts, which only files quote."""
    kept, pack = _documents(extent, texts), pack_of(extent.part.campaign)
    rows = [row for planned in (False, True) for row in extent.activities(planned=planned)]
    members = _members(rows, extent)
    distinct = [_distinct(row, members.get(row.pk, ())) for row in rows]
    distinct.sort(key=printed_order(pack))
    readings = _readings(kept, distinct, [row.record() for row in extent.reported()])
    handed, log = log_of(extent.handed_out())
    counted = count(distinct, readings, pack, handed, is_all=extent.view == View.ALL)
    return Register(
        campaign=pack.code,
        year=extent.part.campaign.year,
        documents=(*(one.document for one in kept.values()), *([log] if log else ())),
        activities=tuple(one for one in distinct if not one.activity.planned),
        planned=tuple(one for one in distinct if one.activity.planned),
        reported=tuple(total for reading in readings for total in reading.totals),
        totals=counted.totals,
        contradictions=counted.contradictions,
        coverage=_coverage(counted.coverage, extent, pack, _regions(distinct, readings)),
        confirmed=extent.view == View.CONFIRMED,
        surveys=waves_in(extent.part) if extent.period is None else (),
        handed_out=tuple(handed),
        released=models.Released.of(extent.part.campaign),
    )


def pack_of(campaign: models.Campaign) -> Pack:
    """The campaign's pack with the days of its year."""
    first, last = campaign.first_day, campaign.last_day
    return replace(campaign.pack, first_day=(first.month, first.day), last_day=(last.month, last.day))


@dataclass(frozen=True, slots=True)
class _Kept:
    """A document as the report quotes it; `name` is the same for the same text; where it says that nothing was held."""

    document: Document
    name: str
    nothing_held: tuple[NothingHeld, ...]


def _documents(extent: Extent, texts: bool) -> dict[str, _Kept]:
    """The documents of the extent by id, in the order of the tree."""
    rows = models.Document.objects.filter(submission__in=extent.submissions())
    rows = rows.select_related("submission").defer("blocks", *(() if texts else ("text",)))
    ordered = rows.order_by("submission__organisation__path", "submission", "position")
    return {str(row.pk): _kept(row, row.text if texts else "") for row in ordered}


def _kept(row: models.Document, text: str) -> _Kept:
    name = str(row.pk)
    answers = tuple(
        NothingHeld(Evidence(name, start, end), region or None)
        for position, start, end, region in row.submission.nothing_held
        if position == row.position
    )
    document = Document(name, text, row.source, row.format, language=row.language or None)
    return _Kept(document, text_named(row.submission.sha256, row.position), answers)


def _members(rows: Sequence[models.Activity], extent: Extent) -> Mapping[int, tuple[Activity, ...]]:
    """The further tellings of each row. Where it tells again what lies outside the extent, its siblings do."""
    heads = {row.same_as_id or row.pk: row for row in rows}
    found: dict[int, list[Activity]] = defaultdict(list)
    for one in extent.tellings().filter(same_as__isnull=False).order_by("pk"):
        head = heads.get(one.same_as_id or 0)
        if head is not None and one.pk != head.pk:
            found[head.pk].append(replace(one.record(), kind=head.kind, region=head.region or None))
    return {key: tuple(members) for key, members in found.items()}


def _distinct(row: models.Activity, others: tuple[Activity, ...]) -> DistinctActivity:
    own = row.record()
    return DistinctActivity(id_of(row.pk), own, (own, *others))


def _readings(
    kept: Mapping[str, _Kept], distinct: Iterable[DistinctActivity], totals: Iterable[ReportedTotal]
) -> list[Reading]:
    """By document, as counting wants them: its text is only a name here. It says that nothing was held where it tells
    nothing that was, nor a number."""
    told: dict[str, list[Activity]] = defaultdict(list)
    for member in (member for one in distinct for member in one.members):
        told[member.evidence.document].append(member)
    reported: dict[str, list[ReportedTotal]] = defaultdict(list)
    for total in totals:
        reported[total.evidence.document].append(total)
    return [
        Reading(
            replace(one.document, text=one.name),
            tuple(told[key]),
            tuple(reported[key]),
            () if any(not activity.planned for activity in told[key]) or reported[key] else one.nothing_held,
        )
        for key, one in kept.items()
    ]


def _regions(distinct: Iterable[DistinctActivity], readings: Iterable[Reading]) -> set[str | None]:
    """The regions of which something is told that counts or is planned."""
    totals = {total.region for reading in readings for total in reading.totals}
    return {one.activity.region for one in distinct} | totals


def _coverage(counted: Coverage, extent: Extent, pack: Pack, told: set[str | None]) -> Coverage:
    """Who has handed something in is known here without reading it. A part of the tree expects no region of its own.

    Where drafts wait, one school's answer that nothing was held is not the region's.
    """
    expected = pack.expected if extent.part.whole and not extent.part.campaign.organisation.unit else ()
    units = extent.submissions().order_by().values_list("organisation__unit", flat=True).distinct()
    heard = {*counted.reported, *(unit.partition("/")[0] for unit in units)}
    waiting = heard & extent.regions_of_drafts() - told if extent.view == View.CONFIRMED else set()
    covered = replace(
        counted,
        expected=expected,
        reported=tuple(region for region in expected if region in heard),
        silent=tuple(region for region in expected if region not in heard),
        nothing_held=tuple(region for region in expected if region in {*counted.nothing_held} - waiting),
        unconfirmed=tuple(region for region in expected if region in waiting),
    )
    unread = extent.unread().order_by().values_list("organisation__unit", flat=True).distinct()
    return covered.with_unread({unit.partition("/")[0] for unit in unread})

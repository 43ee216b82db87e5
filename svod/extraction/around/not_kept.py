"""Kinds of activity that the campaign's pack does not count: what a text tells of them is pointed at, never drafted.

They are read as those of any other campaign are, so that their people and days are not taken for those of another
activity.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from svod.extraction.around.passed_over import UNLIKELY
from svod.extraction.fields.setting import Setting
from svod.records import Activity, Reading, ReportedTotal, Span
from svod.records.activity import NOT_KEPT


def point_at_not_kept(reading: Reading, setting: Setting) -> Reading:
    """The same, with all that is of no kind of the pack among what it may tell besides.

    What would be doubtful of a kind that counts is not even pointed at.
    """
    told: tuple[Activity | ReportedTotal, ...] = (*reading.activities, *reading.totals)
    if all(_is_counted(one, setting.kinds) for one in (*told, *reading.left_out)):
        return reading
    others = _once_a_place(_pointed_at(one, setting) for one in told if not _is_counted(one, setting.kinds))
    left = (*(one for one in reading.left_out if _is_counted(one, setting.kinds)), *others)
    return Reading(
        reading.document,
        tuple(one for one in reading.activities if one.kind in setting.kinds),
        tuple(one for one in reading.totals if _is_counted(one, setting.kinds)),
        reading.nothing_held,
        tuple(sorted(left, key=lambda one: one.evidence.start)),
    )


def _is_counted(one: Activity | ReportedTotal, kinds: frozenset[str]) -> bool:
    return one.kind is None or one.kind in kinds


def _pointed_at(one: Activity | ReportedTotal, setting: Setting) -> Activity | ReportedTotal:
    """As what it would be in this campaign: of the kind that has the rest."""
    reasons, rest = (NOT_KEPT, *one.reasons), setting.pack.rest
    if isinstance(one, Activity):
        return one.but(kind=rest, confidence=UNLIKELY, reasons=reasons)
    return replace(one, kind=rest, confidence=UNLIKELY, reasons=reasons)


def _once_a_place(told: Iterable[Activity | ReportedTotal]) -> Iterator[Activity | ReportedTotal]:
    """ "Прошли забег, матч и концерт" is one place to look at."""
    seen: set[tuple[bool, Span]] = set()
    for one in told:
        place = (isinstance(one, Activity), one.evidence.span)
        if place not in seen:
            seen.add(place)
            yield one

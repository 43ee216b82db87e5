"""A number that was told wrongly before: "участвовали 60 человек, а не 45"; "96 емес, 98 іс-шара"."""

from dataclasses import replace

from svod.extraction.around.corrections import denied
from svod.extraction.lexicon import seldom
from svod.extraction.text.frame import Frame
from svod.records import Activity, ReportedTotal, Span
from svod.records.activity import INSTEAD

NEAR = 24  # characters between the two
SAID = (" а не ", " емес", "вместо ")


def instead(frame: Frame, activities: list[Activity], totals: list[ReportedTotal]) -> None:
    """Mark in place what says of another number that it was wrong."""
    if not frame.words.has(seldom.INSTEAD) or not frame.holds(SAID):
        return
    for at, one in enumerate(activities):
        if one.participants is not None and (why := _wrong(frame, one.source("participants"))):
            activities[at] = one.but(reasons=(*one.reasons, why))
    for at, total in enumerate(totals):
        if why := _wrong(frame, total.evidence.span):
            totals[at] = replace(total, reasons=(*total.reasons, why))


def _wrong(frame: Frame, told: Span) -> str | None:
    start = max(told.start - NEAR, frame.text.rfind("\n", 0, told.start) + 1)
    end = frame.text.find("\n", told.end)
    near = frame.numbers_in(start, min(told.end + NEAR, end if end >= 0 else len(frame.text)))
    others = [one for one in near if one.role in ("quantity", "label") and not told.start <= one.start < told.end]
    wrong = denied(frame, others)
    return f"{INSTEAD}:{wrong.bounds.least}" if wrong and wrong.bounds.least == wrong.bounds.most else None

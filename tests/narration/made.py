"""Registers made for the tests: one line for an activity, totals as the listed activities give them."""

from collections.abc import Iterable
from dataclasses import replace

from svod.packs import load
from svod.records import (
    Activity,
    Bounds,
    Contradiction,
    Coverage,
    DistinctActivity,
    Evidence,
    Period,
    Register,
    Report,
    Scope,
    Total,
)

PACK = load("sixteen_days")
EXPECTED = tuple(unit.code for unit in PACK.geography.regions)


def bounds(text: str) -> Bounds:
    """ "45" -> [45, 45], "301+" -> [301, ∞), "90-110" -> [90, 110]."""
    if text.endswith("+"):
        return Bounds.at_least(int(text[:-1]))
    least, _, most = text.partition("-")
    return Bounds(int(least), int(most or least))


def activity(kind: str, **fields: object) -> Activity:
    """An activity; `count` and `participants` as `bounds` reads them, `date` in ISO 8601, codes with spaces between."""
    made: dict[str, object] = {}
    for name, value in fields.items():
        if name in ("count", "participants"):
            value = bounds(str(value))
        elif name == "date":
            value = Period.parse(str(value))
        elif name in ("audience", "partners", "materials"):
            value = tuple(str(value).split())
        made[name] = value
    return Activity(kind, Evidence("d", 0, 1), **made)  # type: ignore[arg-type]  # the fields are named by the tests


def distinct(activities: Iterable[Activity], letter: str = "М") -> tuple[DistinctActivity, ...]:
    """Each with an id and a place of its own."""
    placed = [replace(one, evidence=Evidence("d", at * 10, at * 10 + 5)) for at, one in enumerate(activities)]
    return tuple(DistinctActivity(f"{letter}-{at + 1:04}", one, (one,)) for at, one in enumerate(placed))


def register(
    *activities: Activity,
    planned: Iterable[Activity] = (),
    reported: Iterable[tuple[Scope, str]] = (),
    contradictions: Iterable[Contradiction] = (),
    nothing_held: tuple[str, ...] = (),
    year: int | None = 2022,
) -> Register:
    held = distinct(activities)
    regions = {one.region for one in activities if one.region} | {scope.region for scope, _ in reported}
    told = tuple(code for code in EXPECTED if code in regions or code in nothing_held)
    return Register(
        campaign="sixteen_days",
        year=year,
        documents=(),
        activities=held,
        planned=distinct(planned, "П"),
        reported=(),
        totals=_totals(held, dict(reported)),
        contradictions=tuple(contradictions),
        coverage=Coverage(EXPECTED, told, tuple(code for code in EXPECTED if code not in told), nothing_held),
    )


def _totals(held: tuple[DistinctActivity, ...], reported: dict[Scope, str]) -> tuple[Total, ...]:
    """The listed sums of every scope; a reported number raises its own scope alone."""
    members: dict[Scope, list[DistinctActivity]] = {}
    for one in held:
        for region in {None, one.activity.region}:
            for kind in (None, one.activity.kind):
                members.setdefault(Scope("activities", region, kind), []).append(one)
            members.setdefault(Scope("participants", region), []).append(one)
    scopes = dict.fromkeys((*members, *reported))
    return tuple(_total(scope, members.get(scope, []), reported.get(scope)) for scope in scopes)


def _total(scope: Scope, members: list[DistinctActivity], reported: str | None) -> Total:
    measured = [
        one.activity.count if scope.measure == "activities" else one.activity.participants or Bounds(0, 0)
        for one in members
    ]
    listed = Bounds.total(measured)
    claimed = bounds(reported) if reported else None
    value = claimed if claimed and claimed.least > listed.least else listed
    evidence = tuple(evidence for one in members for evidence in one.evidences)
    if claimed:
        evidence = (*evidence, Evidence("total", 0, 9))
    unknown = sum(scope.measure == "participants" and not one.activity.participants for one in members)
    return Total(scope, value, listed, claimed, evidence, unknown)


def sentences(report: Report, anchor: str) -> str:
    """The paragraphs below that heading, as text; the no-break space as a plain one."""
    found, inside = [], False
    for block in report.blocks:
        if type(block).__name__ == "Heading":
            inside = block.anchor == anchor  # type: ignore[union-attr]  # told by its name, so that a list stays short
        elif inside and type(block).__name__ == "Paragraph":
            found.append(block.text)  # type: ignore[union-attr]  # as above
    return "\n".join(found).replace("\u00a0", " ")

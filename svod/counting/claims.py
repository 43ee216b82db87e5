"""Claims: the totals that submissions state, each submission's strongest one for a scope."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from svod.packs.pack import Geography, Pack
from svod.records import Bounds, Document, Evidence, Reading, ReportedTotal, Scope

_NARROW = ("district", "town", "village")


@dataclass(frozen=True, slots=True)
class Claim:
    """What one submission states of a scope, or of a part of it.

    `text` names the submission's text, the same for copies of it. `part` is the place it speaks of where that is
    narrower than the scope, None where it may speak of the whole; `place` is its name. `unit` is the kind of that place
    (district, town; "" if the geography does not know it) where the total itself names it, None where it is only
    concluded.
    """

    scope: Scope
    part: str | None
    unit: str | None
    text: str
    value: Bounds
    evidence: tuple[Evidence, ...]
    place: str | None = None
    denies: frozenset[int] = frozenset()  # numbers of others that it says were wrong


def state(readings: Sequence[Reading], texts: Mapping[str, str], pack: Pack) -> list[Claim]:
    """The claims of all submissions, in an order of their own. `texts` gives each document's text by its id.

    A report says "8", "23" and, at its end, "32": of several numbers for one scope the largest covers the others.
    """
    units = _narrow_units(pack.geography) if any(reading.totals for reading in readings) else {}
    cities = {unit.code for unit in pack.geography.regions if unit.kind == "city"}
    stated: dict[tuple[str, Scope, str | None, str | None], list[ReportedTotal]] = defaultdict(list)
    for reading in readings:
        text = texts[reading.document.id]
        for total, part, unit in _parts(reading, text, units, cities):
            scope = Scope(total.measure, total.region, total.kind)
            stated[text, scope, part, unit].append(total)
    claims = [
        Claim(scope, part, unit, text, strongest, _evidence(totals, strongest), totals[0].place, _denied(totals))
        for (text, scope, part, unit), totals in stated.items()
        for strongest in [max((total.value for total in totals), key=strength)]
    ]
    return sorted(_still_said(claims), key=lambda claim: (claim.evidence, claim.value.least, repr(claim.scope)))


def _still_said(claims: Sequence[Claim]) -> list[Claim]:
    """Those of which no other claim on the same scope says that they were wrong: "96 емес, 98 іс-шара"."""
    wrong = {(claim.scope, claim.part, Bounds.exactly(number)) for claim in claims for number in claim.denies}
    return [claim for claim in claims if (claim.scope, claim.part, claim.value) not in wrong]


def _denied(totals: Iterable[ReportedTotal]) -> frozenset[int]:
    return frozenset[int]().union(*(total.denies for total in totals))


def _evidence(totals: Iterable[ReportedTotal], value: Bounds) -> tuple[Evidence, ...]:
    return tuple(sorted({total.evidence for total in totals if total.value == value}))


_known_units: list[tuple[Geography, Mapping[tuple[str, str], tuple[str, str]]]] = []  # the last geography's


def _narrow_units(geography: Geography) -> Mapping[tuple[str, str], tuple[str, str]]:
    """Code and kind of districts, towns and villages by region and name: thousands, the same for every count."""
    for known, units in _known_units:
        if known is geography:
            return units
    units = {
        (unit.region, name.casefold()): (unit.code, unit.kind)
        for unit in geography.units
        if unit.kind in _NARROW
        for name in (*unit.names.values(), *unit.short.values(), *unit.other)
    }
    _known_units[:] = [(geography, units)]
    return units


def speaking_alone(told: Iterable[tuple[str | None, Set[str]]], claims: Sequence[Claim]) -> list[Claim]:
    """The claims; that of the only submission which speaks of a region speaks for all of it.

    `told` are regions of which an activity is listed, each with texts that tell one.
    """
    speakers: dict[str | None, set[str]] = defaultdict(set)  # under None of the campaign
    for region, texts in [*told, *((claim.scope.region, {claim.text}) for claim in claims)]:
        speakers[region] |= texts
        speakers[None] |= texts
    return [
        replace(claim, part=None) if claim.unit is None and len(speakers[claim.scope.region]) == 1 else claim
        for claim in claims
    ]


def text_of(document: Document) -> str:
    """What names a document's text, the same for its copies, also in another format with other line breaks."""
    words = " ".join(document.text.split())
    return hashlib.sha256(words.encode()).hexdigest() if words else document.id


def strength(bounds: Bounds) -> tuple[int, float]:
    """The larger least is the stronger; of equals the one that admits less."""
    return (bounds.least, float("-inf") if bounds.most is None else -bounds.most)


def _parts(
    reading: Reading, text: str, units: Mapping[tuple[str, str], tuple[str, str]], cities: Set[str]
) -> Iterator[tuple[ReportedTotal, str | None, str | None]]:
    """Each total of a submission, the part of its scope that it speaks of, and the kind of that part. "По городу" is
    all of a region that is a city."""
    home = _home(reading, units)
    regions = {one.region for one in reading.activities} | {one.region for one in reading.totals}
    regions.discard(None)
    for total in reading.totals:
        if total.place is not None:
            code, kind = units.get((total.region or "", total.place.casefold()), (total.place.casefold(), ""))
            yield total, code, kind
        elif total.sums_up_its_table or (total.sums_up_its_place and total.region not in cities):
            yield total, home or text, None
        elif total.region is not None:
            yield total, home, None
        else:
            yield total, _own_corner(reading, regions, text), None


def _own_corner(reading: Reading, regions: Set[str | None], text: str) -> str | None:
    """What a total without a region speaks of: the only region its submission speaks of; the submission's own corner,
    wherever that is, if it places nothing that it tells; else the whole campaign."""
    if len(regions) == 1:
        return next(iter(regions))
    return text if reading.activities and not regions else None


def _home(reading: Reading, units: Mapping[tuple[str, str], tuple[str, str]]) -> str | None:
    """The one district or town in which everything happens that the submission tells, if it tells of several things."""
    places = {units.get((told.region or "", (told.place or "").casefold())) for told in reading.activities}
    home = places.pop() if len(places) == 1 and len(reading.activities) > 1 else None
    return home[0] if home else None

"""Two readings of one document made one: the built-in one stands, the model's is put beside it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from svod.assistant.records import Difference, Rejected
from svod.records import Activity, Reading, ReportedTotal, Span

AGREES, SILENT = "model_agrees", "model_silent"
DIFFERS, GAVE = "model_differs", "model_gave"  # and of which field: "model_gave_date"
DOUBTED = 0.8  # at most, where the two readings part: a person looks at it, whoever is right
COMPARED = ("participants", "count", "date", "title", "place", "planned")
FILLED = ("participants", "date", "title", "place", "organiser")  # where the built-in reading has nothing
Finding = TypeVar("Finding", Activity, ReportedTotal)
Pairs = dict[int, int]  # of the built-in reading -> of the model's


def merge(
    reading: Reading,
    activities: Sequence[Activity],
    totals: Sequence[ReportedTotal],
    answered: Sequence[Span],
    rejected: Sequence[Rejected] = (),
) -> tuple[Reading, tuple[Difference, ...]]:
    """The reading with what the model adds, and where the two part. `answered`: the places the model was heard on,
    `rejected` what it told there otherwise than the text has it."""
    mine, differences = _activities(reading.activities, activities, answered, rejected)
    sums, parted = _totals(reading.totals, totals)
    nothing_held = () if any(not one.planned for one in mine) else reading.nothing_held
    differences += [*parted, *_held_after_all(reading, kept=len(nothing_held) > 0)]
    merged = replace(reading, activities=_in_order(mine), totals=_in_order(sums), nothing_held=nothing_held)
    return merged, tuple(sorted(differences, key=lambda one: (one.place, one.field)))


def _activities(
    built_in: Sequence[Activity],
    theirs: Sequence[Activity],
    answered: Sequence[Span],
    rejected: Sequence[Rejected],
) -> tuple[list[Activity], list[Difference]]:
    """Those of both compared; what only the model has is added where the rules have nothing that it might be."""
    mine, differences = list(built_in), list[Difference]()
    pairs = _paired(mine, theirs, _alike)
    for one, other in pairs.items():
        mine[one], parted = _compared(mine[one], theirs[other])
        differences += parted
    unheard = [index for index in range(len(mine)) if index not in pairs and _within(mine[index], answered)]
    for activity in (one for number, one in enumerate(theirs) if number not in pairs.values()):
        rival = next((index for index in unheard if _overlap(mine[index], activity)), None)
        if rival is None:
            mine.append(activity)
            continue
        unheard.remove(rival)
        name = "title" if mine[rival].kind == activity.kind else "kind"
        told = (str(getattr(one, name)) for one in (mine[rival], activity))
        differences.append(Difference(name, activity.evidence.span, *told))
        mine[rival] = _doubted(mine[rival], name)
    for index in unheard:
        mine[index], difference = _unheard(mine[index], rejected)
        differences.append(difference)
    return mine, differences


def _unheard(mine: Activity, rejected: Sequence[Rejected]) -> tuple[Activity, Difference]:
    """The model has no such activity, or told it with a number or a day that is not so: then the two part."""
    untrue = next((one for one in rejected if one.kind == mine.kind and _shares(mine.evidence.span, one.place)), None)
    if untrue is None:
        silent = replace(mine, reasons=(*mine.reasons, SILENT))
        return silent, Difference("activity", mine.evidence.span, mine.kind, "")
    told = getattr(mine, untrue.field)
    return _doubted(mine, untrue.field), Difference(
        untrue.field, untrue.place, "" if told is None else _shown(told), ""
    )


def _shares(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _held_after_all(reading: Reading, *, kept: bool) -> Iterable[Difference]:
    """Where the text was read as saying that nothing was held, and the model found something that was."""
    places = () if kept else reading.nothing_held
    return (Difference("nothing_held", one.evidence.span, "true", "") for one in places)


def _paired(mine: Sequence[Finding], theirs: Sequence[Finding], alike: Callable[[Finding, Finding], int]) -> Pairs:
    """Which tell the same, the closest first; each in one pair at most."""
    close = [
        (alike(one, other), index, number) for index, one in enumerate(mine) for number, other in enumerate(theirs)
    ]
    pairs: Pairs = {}
    for closeness, index, number in sorted(close, key=lambda one: (-one[0], one[1], one[2])):
        if closeness > 0 and index not in pairs and number not in pairs.values():
            pairs[index] = number
    return pairs


def _alike(one: Activity, other: Activity) -> int:
    """How much of their evidences two of one kind share; the same title counts most."""
    if one.kind != other.kind or _other_title(one, other):
        return 0
    return _overlap(one, other) + (10_000 if one.title and one.title == other.title and _overlap(one, other) else 0)


def _other_title(one: Activity, other: Activity) -> bool:
    return bool(one.title and other.title) and (one.title or "").casefold() != (other.title or "").casefold()


def _overlap(one: Finding, other: Finding) -> int:
    return max(0, min(one.evidence.end, other.evidence.end) - max(one.evidence.start, other.evidence.start))


def _within(activity: Activity, answered: Sequence[Span]) -> bool:
    return any(part.start <= activity.evidence.start and activity.evidence.end <= part.end for part in answered)


def _compared(mine: Activity, theirs: Activity) -> tuple[Activity, list[Difference]]:
    """Surer by their agreement, fuller where one gives what the other does not, and marked where they part."""
    sources, reasons, parted = dict(theirs.sources), [*mine.reasons, AGREES], []
    for name in COMPARED:
        one, other = getattr(mine, name), getattr(theirs, name)
        if None not in (one, other) and one != other and (name in sources or name == "planned"):
            parted.append(Difference(name, sources.get(name, theirs.evidence.span), _shown(one), _shown(other)))
    gaps = [name for name in FILLED if getattr(mine, name) is None and getattr(theirs, name) is not None]
    filled = {name: getattr(theirs, name) for name in gaps}
    reasons += [f"{GAVE}_{name}" for name in gaps] + [f"{DIFFERS}_{one.field}" for one in parted]
    told = (*mine.sources, *((name, sources[name]) for name in gaps if name in sources))
    sure = min(mine.confidence, DOUBTED) if parted else surer(mine.confidence)
    return replace(mine, confidence=sure, reasons=tuple(reasons), sources=told, **filled), parted


def _doubted(found: Finding, field: str) -> Finding:
    confidence = min(found.confidence, DOUBTED)
    return replace(found, confidence=confidence, reasons=(*found.reasons, f"{DIFFERS}_{field}"))


def surer(confidence: float) -> float:
    """Half of the doubt goes where two readings agree."""
    return round(1 - (1 - confidence) / 2, 4)


def _shown(value: object) -> str:
    """As a person compares it: "[51, null]" is for JSON."""
    as_list = getattr(value, "as_list", None)
    if as_list is None:
        return str(value)
    least, most = as_list()
    return str(least) if least == most else f"{least}–{'' if most is None else most}"


def _totals(
    mine: Sequence[ReportedTotal], theirs: Sequence[ReportedTotal]
) -> tuple[list[ReportedTotal], list[Difference]]:
    """The same number at the same place is surer; another number there is shown; what stands apart is added."""
    pairs = _paired(mine, theirs, lambda one, other: _overlap(one, other) if _same_sum(one, other) else 0)
    sums = [
        replace(one, confidence=surer(one.confidence), reasons=(*one.reasons, AGREES)) if index in pairs else one
        for index, one in enumerate(mine)
    ]
    parted: list[Difference] = []
    for number, other in enumerate(theirs):
        if number in pairs.values():
            continue
        rivals = (index for index, one in enumerate(mine) if one.measure == other.measure and _overlap(one, other))
        rival = next(rivals, None)
        if rival is None:
            sums.append(other)
            continue
        parted.append(Difference("value", other.evidence.span, _shown(mine[rival].value), _shown(other.value)))
        sums[rival] = _doubted(sums[rival], "value")
    return sums, parted


def _same_sum(one: ReportedTotal, other: ReportedTotal) -> bool:
    return one.measure == other.measure and one.value == other.value


def _in_order(found: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(found, key=lambda one: one.evidence.start))

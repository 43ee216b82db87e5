"""An earlier year, read back from what its consolidation wrote: enough of a register to compare this year with it."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from svod.packs.pack import Pack
from svod.publishing.earlier_totals import UnreadableEarlier, read_totals
from svod.records import Activity, Bounds, Coverage, DistinctActivity, Evidence, Period, Register, Scope, Total

ACTIVITIES, WORKBOOK = "activities.jsonl", "register.xlsx"


def read_earlier(path: Path, pack: Pack) -> Register:
    """The register of an earlier year from its activities.jsonl, or from the folder that the consolidation wrote.

    The activities are only what was told one by one. What reports gave as overall numbers is in the folder's
    register.xlsx; without it every number is a least. Raises UnreadableEarlier, and OSError where there is no file.
    """
    lines = path / ACTIVITIES if path.is_dir() else path
    told = [_distinct(number, line, lines) for number, line in enumerate(_lines(lines), 1)]
    held = tuple(one for one in told if not one.activity.planned)
    workbook = path / WORKBOOK
    totals = tuple(read_totals(workbook, pack)) if path.is_dir() and workbook.is_file() else tuple(_least(held))
    regions = {one.activity.region for one in held} | {total.scope.region for total in totals}
    reported = tuple(code for code in pack.expected if code in regions)
    return Register(
        campaign=pack.code,
        year=_year(held),
        documents=(),
        activities=held,
        planned=tuple(one for one in told if one.activity.planned),
        reported=(),
        totals=totals,
        contradictions=(),
        coverage=Coverage(pack.expected, reported, tuple(code for code in pack.expected if code not in regions)),
    )


def _lines(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        yield from file


def _distinct(number: int, line: bytes, path: Path) -> DistinctActivity:
    try:
        one = json.loads(line)
        activity = _activity(one)
        members = tuple(_evidence(member) for member in one["members"])
        return DistinctActivity(one["id"], activity, (activity,) * max(1, len(members)))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UnreadableEarlier(f"{path}, line {number}: this is no activity that a consolidation wrote") from error


def _activity(one: Mapping[str, Any]) -> Activity:
    return Activity(
        kind=one["kind"],
        evidence=_evidence(one),
        title=one["title"],
        date=Period.parse(one["date"]) if one["date"] else None,
        region=one["region"],
        place=one["place"],
        organiser=one["organiser"],
        audience=tuple(one["audience"]),
        participants=Bounds(*one["participants"]) if one["participants"] else None,
        count=Bounds(*one["count"]),
        partners=tuple(one["partners"]),
        materials=tuple(one["materials"]),
        online=one["online"],
        planned=one["planned"],
        confidence=one["confidence"],
    )


def _evidence(one: Mapping[str, Any]) -> Evidence:
    start, end = one["span"]
    return Evidence(one["document"], start, end)


def _year(held: tuple[DistinctActivity, ...]) -> int | None:
    """The year of most activities; of equals the later."""
    years = Counter(one.activity.date.last.year for one in held if one.activity.date)
    return max(years, key=lambda year: (years[year], year)) if years else None


def _least(held: tuple[DistinctActivity, ...]) -> Iterator[Total]:
    """What is listed, as a least: reports may have claimed more."""
    listed: dict[Scope, list[Bounds]] = {}
    for one in held:
        for region in {None, one.activity.region}:
            for kind in (None, one.activity.kind):
                listed.setdefault(Scope("activities", region, kind), []).append(one.activity.count)
    for scope, counts in listed.items():
        value = Bounds.at_least(Bounds.total(counts).least)
        yield Total(scope, value, value)

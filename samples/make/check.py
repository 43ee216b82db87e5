"""Checks the annotations and prints the figures: evidence found, codes known, bounds in order, README.md up to date.

`python samples/make/check.py` needs nothing but Python.
`python samples/make/check.py --files` also reads every built file back and looks for the words of its text.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from source import ACTIVITY, REPORTS, SAMPLES

CODES = {
    "kind": """round_table meeting assembly debate outreach seminar training lecture talk class_hour info_hour flash_mob
        challenge exhibition contest screening theatre survey sports excursion commission_session conference
        consultation info_stand distribution street_action raid game concert media project hotline other""",
    "measure": "activities participants materials organisations",
    "audience": """pupils students teachers staff parents women men children youth union_members residents officials
        specialists""",
    "partners": """police prosecutor court akimat ngo crisis_centre assembly_of_people health psychologist lawyer
        religious media un parents_association library education_authority labour_inspection union other""",
    "materials": """brochure leaflet booklet poster newspaper magazine video stand drawing presentation memo book diary
        banner other""",
}
KNOWN = {name: set(codes.split()) for name, codes in CODES.items()}
REGIONS = {
    f"KZ-{number}" for number in (10, 11, 15, 19, 23, 27, 31, 33, 35, 39, 43, 47, 55, 59, 61, 62, 63, 71, 75, 79)
}


def main(*, with_files: bool) -> None:
    expected = read_lines("expected.jsonl")
    links = read_lines("links.jsonl")
    faults = [fault for line in expected for fault in faults_of_line(line)]
    faults += faults_of_links(links, {line["id"]: line for line in expected})
    faults += [f"no activity of kind {kind}" for kind in sorted(KNOWN["kind"] - kinds(expected).keys())]
    if with_files:
        from read_back import faults_of_files  # loads the readers, which the annotations do not need

        faults += faults_of_files()
    sys.stdout.write(figures(expected, links))
    if figures(expected, links) not in (SAMPLES / "README.md").read_text(encoding="utf-8"):
        faults.append("README.md quotes other figures")
    if faults:
        sys.exit("\n".join(faults))


def read_lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (SAMPLES / name).read_text(encoding="utf-8").splitlines()]


def faults_of_line(line: dict[str, Any]) -> Iterator[str]:
    for activity in line["activities"]:
        where = f"{line['id']}: {activity['evidence']}"
        yield from (f"{where}: {fault}" for fault in faults_of_activity(activity, line["text"]))
    for total in line["totals"]:
        if total["measure"] not in KNOWN["measure"] or total["evidence"] not in line["text"]:
            yield f"{line['id']}: bad total: {total}"
        if not in_order(total["value"]) or not (total["region"] is None or total["region"] in REGIONS):
            yield f"{line['id']}: bad total: {total}"


def faults_of_activity(activity: dict[str, Any], text: str) -> Iterator[str]:
    if activity.keys() != ACTIVITY.keys():
        yield f"fields {sorted(activity.keys() ^ ACTIVITY.keys())}"
    if activity["evidence"] not in text:
        yield "evidence is not in the text"
    if activity["title"] and activity["title"] not in text:
        yield "title is not in the text"
    if activity["kind"] not in KNOWN["kind"]:
        yield f"unknown kind {activity['kind']}"
    if not (activity["region"] is None or activity["region"] in REGIONS):
        yield f"unknown region {activity['region']}"
    for name in ("audience", "partners", "materials"):
        if not set(activity[name]) <= KNOWN[name]:
            yield f"unknown {name} {activity[name]}"
    if not in_order(activity["count"]) or not (activity["participants"] is None or in_order(activity["participants"])):
        yield "bounds out of order"
    days = [date.fromisoformat(day) for day in (activity["date"] or "").split("/") if day]
    if days != sorted(days):
        yield "dates out of order"


def in_order(bounds: list[int | None]) -> bool:
    least, most = bounds
    return least is not None and least >= 0 and (most is None or most >= least)


def faults_of_links(links: list[dict[str, Any]], lines: dict[str, dict[str, Any]]) -> Iterator[str]:
    for link in links:
        told = {lines[path]["activities"][index]["kind"] for path, index in link["told_in"]}
        if len(told) != 1 or len(link["told_in"]) < 2:
            yield f"links.jsonl: {link['activity']} joins {sorted(told)}"


def kinds(expected: list[dict[str, Any]]) -> Counter[str]:
    return Counter(activity["kind"] for line in expected for activity in line["activities"])


def figures(expected: list[dict[str, Any]], links: list[dict[str, Any]]) -> str:
    """What README.md quotes: how much there is, and by region what is listed and what is reported."""
    mentions = [activity for line in expected for activity in line["activities"]]
    distinct = list(distinct_activities(expected, links))
    held = [activity for activity in distinct if not activity["planned"]]
    files = [file for file in REPORTS.rglob("*") if file.is_file()]
    lines = [
        f"{len(files)} files, {len(expected)} texts, {sum(len(line['totals']) for line in expected)} reported totals",
        f"{len(mentions)} mentions of {len(kinds(expected))} kinds in {len({a['region'] for a in held})} regions",
        f"{len(distinct)} distinct, {len(held)} of them held and {len(distinct) - len(held)} planned",
        f"{len(links)} told more than once",
        "",
        "region  held  with counts  reported",
    ]
    for region in sorted({activity["region"] for activity in held}):
        counts = [activity["count"] for activity in held if activity["region"] == region]
        least, more = sum(least for least, _ in counts), any(most is None for _, most in counts)
        reported = ", ".join(reported_activities(expected, region))
        lines.append(f"{region} {len(counts):6} {str(least) + ('+' if more else ''):>12}  {reported}".rstrip())
    return "\n".join(lines) + "\n"


def distinct_activities(expected: list[dict[str, Any]], links: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Every mention, of several that tell the same activity only the first."""
    repeated = {(path, index) for link in links for path, index in link["told_in"][1:]}
    for line in expected:
        for index, activity in enumerate(line["activities"]):
            if (line["id"], index) not in repeated:
                yield activity


def reported_activities(expected: list[dict[str, Any]], region: str) -> Iterator[str]:
    for line in expected:
        for total in line["totals"]:
            if total["measure"] == "activities" and total["region"] == region:
                least, most = total["value"]
                yield str(least) if least == most else f"{least}+"


if __name__ == "__main__":
    main(with_files="--files" in sys.argv[1:])

"""How well extraction reads: activities and totals matched one to one with those that a careful reader annotated.

A pair may match where the kinds are equal and the places share a character or the titles are the same; the closest
pairs are taken first. A match is strict where title, date, region and participants are all right.
"""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from svod.extraction import extract
from svod.packs import Pack
from svod.records import Activity, Document, ReportedTotal, Span

Gold = dict[str, Any]
Found = TypeVar("Found", Activity, ReportedTotal)


class F1(NamedTuple):
    """How many were annotated, how many were found, how many of those are right."""

    gold: int
    found: int
    right: int

    @property
    def value(self) -> float:
        return 2 * self.right / (self.gold + self.found) if self.gold + self.found else 1.0

    def __add__(self, other: "F1") -> "F1":  # type: ignore[override] # tallies add up, they are not joined
        return F1(self.gold + other.gold, self.found + other.found, self.right + other.right)


class Score(NamedTuple):
    activities: F1
    strict: F1
    totals: F1


NOTHING = F1(0, 0, 0)


def score(path: Path, pack: Pack) -> Score:
    """The score over all texts of one file of annotations (JSON Lines)."""
    activities = strict = totals = NOTHING
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line:
            one, exact, summed = _score_text(json.loads(line), pack)
            activities, strict, totals = activities + one, strict + exact, totals + summed
    return Score(activities, strict, totals)


def _score_text(gold: Gold, pack: Pack) -> Score:
    reading = extract(Document(gold["id"], gold["text"], language=gold.get("lang"), year=gold.get("year")), pack)
    pairs = list(_matched(gold["activities"], reading.activities, partial(_closeness, gold["text"])))
    sums = list(_matched(gold["totals"], reading.totals, partial(_same_total, gold["text"])))
    size = len(gold["activities"]), len(reading.activities)
    return Score(
        F1(*size, len(pairs)),
        F1(*size, sum(_is_strict(*pair) for pair in pairs)),
        F1(len(gold["totals"]), len(reading.totals), len(sums)),
    )


def _matched(
    gold: Sequence[Gold], found: Sequence[Found], closeness: Callable[[Gold, Found], float]
) -> Iterator[tuple[Gold, Found]]:
    """Pairs, the closest first, each item in one pair at most; a closeness of 0 is no pair."""
    close = [(closeness(one, other), i, j) for i, one in enumerate(gold) for j, other in enumerate(found)]
    free_gold, free_found = set(range(len(gold))), set(range(len(found)))
    for value, i, j in sorted(close, key=lambda triple: -triple[0]):
        if value > 0 and i in free_gold and j in free_found:
            free_gold.remove(i)
            free_found.remove(j)
            yield gold[i], found[j]


def _closeness(text: str, gold: Gold, found: Activity) -> float:
    if gold["kind"] != found.kind:
        return 0
    same_title = bool(gold["title"] and found.title) and _plain(gold["title"]) == _plain(found.title)
    shared = _overlap(gold["evidence"], found.evidence.span, text)
    return 10 * same_title + shared + _is_strict(gold, found) / 10 if same_title or shared else 0


def _same_total(text: str, gold: Gold, found: ReportedTotal) -> float:
    same = gold["measure"] == found.measure and gold["value"] == found.value.as_list()
    return _overlap(gold["evidence"], found.evidence.span, text) if same else 0


def _is_strict(gold: Gold, found: Activity) -> bool:
    return (
        _plain(gold["title"]) == _plain(found.title)
        and gold["date"] == (str(found.date) if found.date else None)
        and gold["region"] == found.region
        and gold["participants"] == (found.participants.as_list() if found.participants else None)
    )


def _overlap(evidence: str, span: Span, text: str) -> float:
    """Characters shared with the closest occurrence of the evidence, over those that either has."""
    best = 0.0
    for place in re.finditer(re.escape(evidence), text):
        shared = min(place.end(), span.end) - max(place.start(), span.start)
        best = max(best, shared / (len(evidence) + span.end - span.start - shared))
    return best


def _plain(title: str | None) -> str | None:
    """Without case, quotation marks and differences of white space."""
    return " ".join(re.sub("[\"'`«»‹›“”„‟‘’]", " ", title.casefold()).split()) if title else None

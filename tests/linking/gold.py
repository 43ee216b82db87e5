"""The pairs written for this project (pairs/*.toml): read as submissions, and what linking makes of them, scored."""

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from svod.extraction import extract
from svod.linking import candidates, link
from svod.packs.pack import Pack
from svod.records import Activity, Bounds, Document, Evidence, Period, Reading

PAIRS = Path(__file__).parent / "pairs"
HALVES = ("tuned", "held_out")
YEAR = 2025
WIDTH = 100  # of the place that stands for one record of a form

Pair = frozenset["Line"]


@dataclass(frozen=True, slots=True)
class Line:
    """A place in a submission that tells one activity; `tells` names it: the family and its letter."""

    document: str
    start: int
    end: int
    tells: str

    def holds(self, evidence: Evidence) -> bool:
        return evidence.document == self.document and self.start <= evidence.start < self.end


@dataclass(frozen=True, slots=True)
class Gold:
    """Submissions, and the pairs of their lines that a person has judged."""

    readings: tuple[Reading, ...]
    lines: tuple[Line, ...]

    @property
    def pairs(self) -> dict[Pair, bool]:
        """Every two lines of a family that stand in different submissions: whether they tell the same."""
        families: dict[str, list[Line]] = defaultdict(list)
        for line in self.lines:
            families[line.tells.rpartition(" ")[0]].append(line)
        told = (pair for lines in families.values() for pair in combinations(lines, 2))
        return {
            frozenset(pair): pair[0].tells == pair[1].tells for pair in told if pair[0].document != pair[1].document
        }


@dataclass(frozen=True, slots=True)
class Score:
    """`linked` and `band` are pairs by whether they are matches; `band` waits for a person. `strangers` are lines of
    different families that were joined: no pair of the gold, but wrong."""

    matches: int
    linked: Counter[bool]
    band: Counter[bool]
    strangers: int

    @property
    def precision(self) -> float:
        joined = self.linked.total() + self.strangers
        return self.linked[True] / joined if joined else 1.0

    @property
    def recall(self) -> float:
        return self.linked[True] / self.matches

    @property
    def recall_with_band(self) -> float:
        """How many of the matches a person sees or need not see."""
        return (self.linked[True] + self.band[True]) / self.matches


def gold(pack: Pack, half: str) -> Gold:
    """The texts of one half as the extractor reads them, the records of forms as they stand."""
    readings: list[Reading] = []
    lines: list[Line] = []
    for number, family in enumerate(tomllib.loads((PAIRS / f"{half}.toml").read_text("utf-8"))["family"], start=1):
        for place, told in enumerate(family["told"]):
            name = f"{half}-{number:03d}-{place}"
            reading, letters = _text(name, told, pack) if isinstance(told, str) else _form(name, told)
            readings.append(reading)
            lines += [Line(name, start, end, f"{half} {number} {letter}") for letter, start, end in letters]
    return Gold(tuple(readings), tuple(lines))


def _text(name: str, told: str, pack: Pack) -> tuple[Reading, list[tuple[str, int, int]]]:
    text, letters = "", []
    for line in told.split("\n"):
        letter, _, words = line.partition(": ")
        letters.append((letter, len(text), len(text) + len(words)))
        text += words + "\n"
    return extract(Document(name, text, year=YEAR), pack), letters


def _form(name: str, told: Any) -> tuple[Reading, list[tuple[str, int, int]]]:
    records = told if isinstance(told, list) else [told]
    places = [(one["tells"], number * WIDTH, number * WIDTH + WIDTH - 1) for number, one in enumerate(records)]
    activities = [
        Activity(
            **{key: value for key, value in one.items() if key not in ("tells", "date", "participants")},
            evidence=Evidence(name, start, end),
            date=Period.parse(one["date"]) if "date" in one else None,
            participants=Bounds.exactly(one["participants"]) if "participants" in one else None,
        )
        for one, (_, start, end) in zip(records, places, strict=True)
    ]
    return Reading(Document(name, ""), tuple(activities), ()), places


def score(readings: Sequence[Reading], told: Gold, pack: Pack) -> Score:
    """What linking makes of the submissions, all of them at once."""
    found = told_by(readings, told, pack)
    judged = told.pairs
    linked = Counter(match for pair, match in judged.items() if _share(found, pair))
    joined = {frozenset(pair) for one in _inverted(found).values() for pair in combinations(one, 2)}
    strangers = sum(_apart(pair) for pair in joined)
    doubtful = set(_doubtful(readings, found, told, pack))
    band = Counter(match for pair, match in judged.items() if pair in doubtful and not _share(found, pair))
    return Score(sum(judged.values()), linked, band, strangers)


def told_by(readings: Sequence[Reading], told: Gold, pack: Pack) -> dict[Line, frozenset[str]]:
    """The distinct activities that each line tells; none where nothing was read in it."""
    lines = defaultdict(list)
    for line in told.lines:
        lines[line.document].append(line)
    found: dict[Line, set[str]] = {line: set() for line in told.lines}
    for distinct in link(readings, pack):
        for evidence in distinct.evidences:
            for line in lines[evidence.document]:
                if line.holds(evidence):
                    found[line].add(distinct.id)
    return {line: frozenset(ids) for line, ids in found.items()}


def _share(found: dict[Line, frozenset[str]], pair: Pair) -> bool:
    one, other = pair
    return not found[one].isdisjoint(found[other])


def _apart(pair: Pair) -> bool:
    one, other = pair
    return one.document != other.document and one.tells.rpartition(" ")[0] != other.tells.rpartition(" ")[0]


def _inverted(found: dict[Line, frozenset[str]]) -> dict[str, list[Line]]:
    lines: dict[str, list[Line]] = defaultdict(list)
    for line, ids in found.items():
        for one in ids:
            lines[one].append(line)
    return lines


def _doubtful(readings: Sequence[Reading], found: dict[Line, frozenset[str]], told: Gold, pack: Pack) -> Iterator[Pair]:
    """Pairs of lines whose activities a person is asked about."""
    lines = _inverted(found)
    for asked in candidates(readings, pack):
        for one in told.lines:
            if one.holds(asked.one.evidence):
                ours = found[one]
                break
        else:
            continue
        theirs = next((found[line] for line in told.lines if line.holds(asked.other.evidence)), frozenset())
        for left in (line for key in ours for line in lines[key]):
            yield from (frozenset((left, right)) for key in theirs for right in lines[key] if left != right)

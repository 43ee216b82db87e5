"""Linking: how well on the pairs written for it, beside Splink; and how long, and how that grows.

Run: `make bench`, or `python bench/linking.py`; where splink is not installed, its figures are left out.
"""

import resource
import subprocess
import sys
import time
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from made_up import PER_PAGE, submissions

from svod.counting import count
from svod.linking import link
from svod.linking.telling import Telling, tellings
from svod.packs.load import load
from svod.packs.pack import Pack

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))  # the pairs lie with the tests
from tests.linking.gold import HALVES, Gold, Line, gold, score  # noqa: E402

SIZES = (1_000, 10_000, 100_000)  # activities
LEAST_PRECISION = 0.98
NEVER = -99.0  # the weight of a pair that splink did not give
HAS_SPLINK = find_spec("splink") is not None


def main() -> None:
    pack = load("sixteen_days")
    print("The pairs of tests/linking/pairs; weights and thresholds were set on the first half alone\n")
    halves = {half: gold(pack, half) for half in HALVES}
    for half, told in halves.items():
        print(ours(half, told, pack))
    if HAS_SPLINK:
        for how, labelled in (("EM", False), ("labels of tuned", True)):
            for line in theirs(how, labelled, halves, pack):
                print(line)
    print()
    grow(pack)


def ours(half: str, told: Gold, pack: Pack) -> str:
    found = score(told.readings, told, pack)
    band = f"a person sees {found.band.total()} more, {found.band[True]} of them matches"
    return row(f"Svod, {half}", len(told.pairs), found.matches, found.precision, found.recall) + f"; {band}"


def row(name: str, pairs: int, matches: int, precision: float, recall: float) -> str:
    figures = f"precision {precision:.3f} recall {recall:.3f}"
    return f"{name:<36} {pairs:4} pairs, {matches:3} matches: {figures}"


def theirs(how: str, labelled: bool, halves: dict[str, Gold], pack: Pack) -> Iterable[str]:
    """Splink on the same tellings, all of them at once; its thresholds are the best ones for the first half."""
    from peer_splink import block_on, score as score_by_splink

    told = tellings([reading for half in halves.values() for reading in half.readings], pack)
    lines = {half: _by_line(found, told) for half, found in halves.items()}
    labels: list[str | None] = [None] * len(told)
    if labelled:
        for line, positions in lines[HALVES[0]].items():
            for position in positions:
                labels[position] = line.tells
    scored = score_by_splink(told, labels, [block_on("region")])
    weights = {half: _weights(found, lines[half], scored) for half, found in halves.items()}
    precise, balanced = _thresholds(weights[HALVES[0]])
    for half, judged in weights.items():
        figures = _figures(judged, balanced)
        strict = "precision {:.3f} recall {:.3f}".format(*_figures(judged, precise))
        matches = sum(match for match, _ in judged)
        yield row(f"Splink ({how}), {half}", len(judged), matches, *figures) + f"; set for precision: {strict}"


def _by_line(told: Gold, found: list[Telling]) -> dict[Line, list[int]]:
    positions: dict[Line, list[int]] = {line: [] for line in told.lines}
    by_document: dict[str, list[Line]] = {}
    for line in told.lines:
        by_document.setdefault(line.document, []).append(line)
    for position, telling in enumerate(found):
        for member in telling.members:
            for line in by_document.get(member.evidence.document, ()):
                if line.holds(member.evidence):
                    positions[line].append(position)
    return positions


def _weights(
    told: Gold, lines: dict[Line, list[int]], scored: dict[tuple[int, int], float]
) -> list[tuple[bool, float]]:
    """Of each pair whether it is a match, and the surest weight between its two lines."""
    return [
        (match, max((scored.get((min(i, j), max(i, j)), NEVER) for i in ours for j in theirs), default=NEVER))
        for pair, match in told.pairs.items()
        for ours, theirs in [[lines[line] for line in pair]]
    ]


def _thresholds(judged: list[tuple[bool, float]]) -> tuple[float, float]:
    """The one of most recall at the precision that is asked for, and the one of the best balance of both (F1)."""
    figures = {weight: _figures(judged, weight) for _, weight in judged if weight > NEVER}
    precise = [threshold for threshold, (precision, _) in figures.items() if precision >= LEAST_PRECISION]
    balance = {threshold: 2 * p * r / (p + r) if p + r else 0.0 for threshold, (p, r) in figures.items()}
    return (
        max(precise, key=lambda threshold: figures[threshold][1], default=max(figures)),
        max(balance, key=lambda threshold: balance[threshold]),
    )


def _figures(judged: list[tuple[bool, float]], threshold: float) -> tuple[float, float]:
    linked = [match for match, weight in judged if weight >= threshold]
    matches = sum(match for match, _ in judged)
    return sum(linked) / max(len(linked), 1), sum(linked) / matches


def grow(pack: Pack) -> None:
    """Seconds are the processor's: what else runs on the machine does not count."""
    print("activities distinct    link s  ms/1,000   count s  ms/1,000  peak MB")
    seconds = 0.0
    for size in SIZES:
        readings = submissions(size // PER_PAGE, pack)
        started = time.process_time()
        distinct = link(readings, pack)
        linked = time.process_time()
        count(distinct, readings, pack)
        seconds, counting = linked - started, time.process_time() - linked
        times = " ".join(f"{spent:9.2f} {spent * 1e6 / size:9.1f}" for spent in (seconds, counting))
        print(f"{size:10,} {len(distinct):8,} {times} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024:8,}")
    if HAS_SPLINK:
        command = [sys.executable, str(ROOT / "bench" / "peer_splink.py"), str(SIZES[-1])]
        told = subprocess.run(command, capture_output=True, check=True, text=True).stdout.split()
        spent, peak = float(told[0]), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
        print(f"Splink, {SIZES[-1]:,} activities: {spent:.1f} s, {spent / seconds:.1f} times as long; peak {peak:,} MB")


if __name__ == "__main__":
    main()

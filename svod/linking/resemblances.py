"""Pairs of mentions for a person to judge: everything that may be one activity, what would be joined included."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from svod.linking.blocks import pairs
from svod.linking.compare import compare
from svod.linking.findings import Comparison, Finding
from svod.linking.rules import rules
from svod.linking.telling import Telling, tellings
from svod.packs.pack import Pack
from svod.records import Activity, Reading


@dataclass(frozen=True, slots=True)
class Resemblance:
    """Two mentions of different texts; `findings` are for and against, `certain` says that `link` may join them."""

    one: Activity
    other: Activity
    findings: tuple[Finding, ...]
    score: float

    @property
    def certain(self) -> bool:
        return Comparison(self.findings, self.score).is_certain


def resemblances(readings: Sequence[Reading], pack: Pack) -> tuple[Resemblance, ...]:
    """Every pair from the clerical threshold on, the surest first; copies of one text as well.

    A pair holds the very objects of `readings`, so that a caller may know them by identity. Of several copies of a
    text one is compared with the other texts: the copies resemble it.
    """
    told = tellings(readings, pack)
    found = [*_copies(told), *_alike(told)]
    return tuple(sorted(found, key=lambda pair: -pair.score))


def _copies(told: Sequence[Telling]) -> Iterator[Resemblance]:
    score = rules().certain
    finding = Finding("same_text", "same", score)
    for telling in told:
        first = telling.members[0]
        yield from (Resemblance(first, copy, (finding,), score) for copy in telling.members[1:])


def _alike(told: Sequence[Telling]) -> Iterator[Resemblance]:
    for i, j in pairs(told):
        found = compare(told[i], told[j])
        if found is not None and found.score >= rules().clerical:
            yield Resemblance(told[i].members[0], told[j].members[0], found.findings, found.score)

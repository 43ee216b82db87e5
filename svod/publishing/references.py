"""References: what every number in the report rests on, numbered once for all formats, so [12] is the same in each."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby

from svod.publishing.quotes import Guard, Quote, as_is, bare, printable, quote, shortened
from svod.records import Document, Evidence, Listing, Paragraph, Register, Report, Run, Table

LABEL_LIMIT = 60
_LABELS = 3
_DIGITS = r"\d[\d\s,.]*(?<=\d)"
_NUMBER = re.compile(rf"(?:[≥≤]\s|(?:[^\W\d_]{{1,8}} ){{0,2}}){_DIGITS}(?:(?:–|\s[^\W\d_]{{1,5}}\s){_DIGITS})?")

_NO_DIGIT = re.compile(r"\D")

Key = tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """One set of places that one or several numbers rest on. `labels` are those numbers, as the report prints them;
    where only words rest on it, the longest of them.
    """

    number: int
    evidences: Key
    activities: tuple[str, ...]
    labels: tuple[str, ...]
    places: int  # how many runs of the report point here


@dataclass(slots=True)
class _Gathering:
    """A reference while the report is walked."""

    evidences: Key
    activities: dict[str, None] = field(default_factory=dict)
    labels: dict[str, bool] = field(default_factory=dict)  # whether it is a number
    places: int = 0


class References:
    """Every reference of a report, in the order in which it is read; `more` are runs that follow the report.

    There are none where the report's `sources` are not among those that the format shows.
    """

    def __init__(
        self,
        report: Report,
        register: Register,
        more: Iterable[Run] = (),
        guard: Guard = as_is,
        *,
        shown: Iterable[str] = ("listed",),
    ) -> None:
        self._documents: Mapping[str, Document] = {document.id: document for document in register.documents}
        self._guard = guard
        self._activities = {distinct.id: distinct for distinct in (*register.activities, *register.planned)}
        # Kept, so that what stands behind a run is known by identity: of all activities there are tens of thousands.
        self._runs = (*runs_of(report), *more) if report.sources in shown else ()
        behind: dict[tuple[int, int], frozenset[Evidence]] = {}
        gathered: dict[frozenset[Evidence], _Gathering] = {}
        for run in self._runs:
            self._gather(run, gathered, behind)
        self._by_places = {key: _finished(number, one) for number, (key, one) in enumerate(gathered.items(), 1)}
        self._known = {run: self._by_places[places] for run, places in behind.items()}

    def __iter__(self) -> Iterator[Reference]:
        return iter(self._by_places.values())

    def of(self, run: Run) -> Reference | None:
        """What the run rests on; None for words without a source."""
        return self._known.get(_identity(run)) or self._by_places.get(frozenset(self._told(run)))

    def quote(self, evidence: Evidence) -> Quote:
        return quote(evidence, self._documents, self._guard)

    def bare(self, evidence: Evidence) -> Quote:
        """Its words alone."""
        return bare(evidence, self._documents, self._guard)

    def _gather(
        self,
        run: Run,
        gathered: dict[frozenset[Evidence], _Gathering],
        behind: dict[tuple[int, int], frozenset[Evidence]],
    ) -> None:
        places = behind.get(_identity(run))
        if places is None:
            told = self._told(run)
            if not told:
                return
            places = behind[_identity(run)] = frozenset(told)
            if places not in gathered:  # the first to name the places gives their order
                gathered[places] = _Gathering(told if len(told) == len(places) else tuple(dict.fromkeys(told)))
        one = gathered[places]
        one.activities.update(dict.fromkeys(run.activities))
        one.labels[shortened(printable(run.text), LABEL_LIMIT)] = is_number(run)
        one.places += 1

    def _told(self, run: Run) -> Key:
        """The run's sources; where it names only activities, theirs."""
        named = (self._activities[name] for name in run.activities if name in self._activities)
        return run.sources or tuple(place for one in named for place in one.evidences)


def _identity(run: Run) -> tuple[int, int]:
    return id(run.sources), id(run.activities)


def _finished(number: int, one: _Gathering) -> Reference:
    numbers = _once([label for label, is_number in one.labels.items() if is_number])
    labels = numbers[:_LABELS] or [max(one.labels, key=len)]
    return Reference(number, one.evidences, tuple(one.activities), tuple(labels), one.places)


def _once(labels: list[str]) -> list[str]:
    """Without the short form of a number that a sentence tells in words: "не менее 301" is "≥ 301" in a table."""
    in_words = {_NO_DIGIT.sub("", label) for label in labels if label[0].isalpha()}
    return [label for label in labels if label[0] not in "≥≤" or _NO_DIGIT.sub("", label) not in in_words]


def runs_of(report: Report) -> Iterator[Run]:
    """Every run of the report, in reading order."""
    for block in report.blocks:
        match block:
            case Paragraph(runs=runs):
                yield from runs
            case Listing(items=items):
                for item in items:
                    yield from item.runs
            case Table(rows=rows):
                for row in rows:
                    for cell in row:
                        yield from cell.runs
            case _:
                pass


def grouped(runs: tuple[Run, ...], references: References) -> Iterator[tuple[tuple[Run, ...], Reference | None]]:
    """Neighbours with one reference together: its number is printed once, after the last of them.

    The space that a group ends with comes after that number, on its own.
    """
    for reference, neighbours in groupby(runs, references.of):
        *inside, last = neighbours
        bare = last.text.rstrip()
        if reference is None or bare == last.text:
            yield (*inside, last), reference
        else:
            yield (*inside, replace(last, text=bare)), reference
            yield (Run(last.text[len(bare) :]),), None


def is_number(run: Run) -> bool:
    """Whether the run is a printed number, as "не менее 301", "≥ 2", "от 90 до 110" or "7 из 20".

    "5 декабря прошёл" is not, nor is "школа № 5".
    """
    return _NUMBER.fullmatch(run.text) is not None

"""What stands on each sheet of the register's workbook, as rows of plain values."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from svod.language.bounds_text import printed
from svod.packs.pack import Pack
from svod.publishing.beside import table
from svod.publishing.names import PackNames
from svod.publishing.quotes import Guard, bare
from svod.records import Bounds, Contradiction, DistinctActivity, Evidence, Problem, Register, Scope, Total

Value = str | int | float | date | None
Row = tuple[Value, ...]

_TEXT = ("text", 18)
NOT_NAMED = Bounds(0, None)


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    look: str  # text, long, number, share or date
    width: int


@dataclass(frozen=True, slots=True)
class SheetChart:
    """Bars of the sheet's first `rows`: the column of their `names`, those of their `values`, and what each is."""

    title: str
    rows: int
    names: int
    values: tuple[int, ...]
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """`frozen` is how many columns stay in sight beside the header; a `chart` stands at the right of the columns."""

    name: str
    columns: tuple[Column, ...]
    rows: Iterable[Row]
    frozen: int = 0
    chart: SheetChart | None = None


class Sheets:
    """Makes the sheets of one register in one language; rows are made as they are asked for."""

    def __init__(
        self, register: Register, pack: Pack, language: str, message: Callable[[Problem], str], guard: Guard
    ) -> None:
        self._register = register
        self._pack = pack
        self._language = language
        self._message = message
        self._guard = guard
        self._words = table("register_words.toml")[language]
        self._values: Mapping[str, str] = self._words["values"]
        self._names = PackNames(pack, language)
        self._documents = {document.id: document for document in register.documents}

    def all(self) -> Iterator[Sheet]:
        """The sheets in the workbook's order."""
        register = self._register
        yield self._sheet("activities", map(self._activity, register.activities), frozen=1)
        yield self._sheet("evidences", self._evidences(), frozen=1)
        yield self._sheet("totals", map(self._total, register.totals))
        yield self._sheet("planned", map(self._activity, register.planned), frozen=1)
        yield self._sheet("coverage", self._coverage())
        yield self._sheet("contradictions", map(self._contradiction, register.contradictions))
        yield self._sheet("problems", map(self._problem, register.problems))

    def _sheet(self, name: str, rows: Iterable[Row], frozen: int = 0) -> Sheet:
        layout = table("sheets.toml")
        names = self._words["columns"]
        columns = (Column(names[one], *layout["looks"].get(one, _TEXT)) for one in layout["columns"][name])
        return Sheet(self._words["sheets"][name], tuple(columns), rows, frozen)

    def _activity(self, distinct: DistinctActivity) -> Row:
        one = distinct.activity
        participants = one.participants
        return (
            distinct.id,
            self._names.region(one.region),
            self._names.kind(one.kind),
            one.title,
            one.date.first if one.date else None,
            one.date.last if one.date else None,
            self._names.place(one.region, one.place) or None,
            one.organiser,
            self._names.audiences(one.audience),
            participants.least if participants else None,
            participants.most if participants else None,
            one.count.least,
            one.count.most,
            self._names.partners(one.partners),
            self._names.materials(one.materials),
            self._values["yes"] if one.online else None,
            self._values["confirmed" if self._register.confirmed else "draft"],
            one.confidence,
            *self._told(one.evidence),
            len(distinct.members),
        )

    def _evidences(self) -> Iterator[Row]:
        for distinct in (*self._register.activities, *self._register.planned):
            for number, member in enumerate(distinct.members, start=1):
                place = member.evidence
                yield (distinct.id, number, self._names.kind(member.kind), *self._told(place), place.start, place.end)

    def _total(self, total: Total) -> Row:
        return (
            *self._scope(total.scope),
            self._names.audience(total.scope.audience),
            self._names.partner(total.scope.partner),
            self._measure(total.scope),
            self._bounds(total.value),
            total.value.least,
            total.value.most,
            self._bounds(total.listed),
            self._bounds(total.reported) if total.reported else None,
            total.unknown,
            len(total.evidence),
        )

    def _coverage(self) -> Iterator[Row]:
        coverage = self._register.coverage
        expected = set(coverage.expected)
        for code in (*coverage.expected, *(code for code in coverage.reported if code not in expected)):
            state = "reported" if code in coverage.reported else "silent"
            if code in coverage.nothing_held:
                state = "nothing_held"
            elif code not in expected:
                state = "not_expected"
            total = self._register.total(Scope("activities", code))
            held = total.value.least if total else None
            said = tuple(answer.evidence for answer in coverage.answers if answer.region == code)
            yield self._names.region(code), self._values[state], held, self._places(said)

    def _contradiction(self, found: Contradiction) -> Row:
        return (
            *self._scope(found.scope),
            self._names.place(found.scope.region, found.place) or None,
            found.title,
            self._measure(found.scope),
            self._bounds(found.one),
            self._places(found.one_evidence),
            self._bounds(found.other),
            self._places(found.other_evidence),
        )

    def _problem(self, problem: Problem) -> Row:
        return self._values[problem.severity], problem.source, self._message(problem)

    def _scope(self, scope: Scope) -> tuple[str, str]:
        region = self._names.region(scope.region) or self._values["whole_campaign"]
        return region, self._names.kind(scope.kind) or self._values["every_kind"]

    def _measure(self, scope: Scope) -> str:
        return self._values.get(f"measure_{scope.measure}", scope.measure)

    def _bounds(self, bounds: Bounds) -> str:
        """ "Не менее 0" says nothing: nobody named a number."""
        return self._values["not_named"] if bounds == NOT_NAMED else printed(bounds, self._language)

    def _told(self, evidence: Evidence) -> tuple[str, str]:
        """The file and its words."""
        found = bare(evidence, self._documents, self._guard)
        return found.source, found.words

    def _places(self, evidences: tuple[Evidence, ...]) -> str:
        """Up to three places, a line each."""
        return "\n".join(": ".join(self._told(evidence)) for evidence in evidences[:3])

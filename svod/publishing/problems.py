"""problems.txt: for a person, in plain words, the most pressing first."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from textwrap import wrap

from svod.guard import Withheld, kind_in_words, reason_in_words
from svod.language.bounds_text import printed
from svod.packs.pack import Pack
from svod.publishing.beside import table
from svod.publishing.names import PackNames
from svod.publishing.quotes import Guard, as_is, bare, printable
from svod.records import (
    Activity,
    Candidate,
    Contradiction,
    DistinctActivity,
    Evidence,
    Problem,
    Register,
    ReportedTotal,
)
from svod.records.activity import NOT_KEPT
from svod.records.problem import Severity

DOUBTFUL = 0.5  # an activity less certain than this is looked at
_LISTED = 50  # of one kind of remark; the workbook has all
_WIDTH = 100
_QUOTE = 160
_PLACES = 3


def write_problems(
    register: Register,
    path: Path,
    message: Callable[[Problem], str],
    language: str = "ru",
    *,
    pack: Pack | None = None,
    guard: Guard = as_is,
    withheld: Iterable[Withheld] = (),
    reasons: Callable[[Iterable[str]], Iterable[str]] = tuple,
    doubts: Callable[[Iterable[str]], Iterable[str]] = tuple,
    rule: Callable[[str], str] = str,
) -> None:
    """Write the file; with nothing to say, it says so.

    `message` puts a problem and its remedy into words, `reasons` why two mentions may be one activity, `doubts` what
    speaks against one, `rule` why one was passed over; `withheld` is what the guard hides, submission by submission.
    """
    lines = _Problems(register, message, language, pack, guard, reasons, doubts, rule).lines(tuple(withheld))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


class _Problems:
    """The remarks on one register in one language."""

    def __init__(
        self,
        register: Register,
        message: Callable[[Problem], str],
        language: str,
        pack: Pack | None,
        guard: Guard,
        reasons: Callable[[Iterable[str]], Iterable[str]],
        doubts: Callable[[Iterable[str]], Iterable[str]],
        rule: Callable[[str], str],
    ) -> None:
        self._register = register
        self._message = message
        self._language = language
        self._guard = guard
        self._why_alike = reasons
        self._why_doubted = doubts
        self._rule = rule
        self._names = PackNames(pack, language)
        self._words = table("problem_words.toml")[language]
        self._values = table("register_words.toml")[language]["values"]
        self._documents = {document.id: document for document in register.documents}

    def lines(self, withheld: Sequence[Withheld]) -> list[str]:
        found = [*self._of("unreadable"), *self._of("warning")]
        first = [*self._contradictions(), *self._of("look"), *self._likely(), *self._left_out()]
        first += [*self._doubtful(), *self._silent()]
        if first:
            found += [self._words["first"].upper(), "", *first]
        found += self._withheld(withheld)
        while found and not found[-1]:
            found.pop()
        return found or [self._words["all_well"]]

    def _of(self, severity: Severity) -> Iterator[str]:
        problems = [problem for problem in self._register.problems if problem.severity == severity]
        remarks = ((printable(problem.source), [self._message(problem)]) for problem in problems[:_LISTED])
        yield from self._part(severity, len(problems), remarks)

    def _contradictions(self) -> Iterator[str]:
        all_of_them = self._register.contradictions
        yield from self._part("contradictions", len(all_of_them), map(self._contradiction, all_of_them[:_LISTED]))

    def _contradiction(self, found: Contradiction) -> tuple[str, Sequence[str]]:
        one, other = printed(found.one, self._language), printed(found.other, self._language)
        head = self._words["contradiction"].format(scope=self._about(found), one=one, other=other)
        return head, [*self._places(found.one_evidence), *self._places(found.other_evidence)]

    def _likely(self) -> Iterator[str]:
        likely = self._register.candidates
        yield from self._part("likely", len(likely), map(self._may_be_one, likely[:_LISTED]), more="still_more")

    def _may_be_one(self, found: Candidate) -> tuple[str, Sequence[str]]:
        why = self._why_alike([self._with_names(code) for code in found.why])
        return "; ".join(why), self._places((found.one.evidence, found.other.evidence))

    def _with_names(self, code: str) -> str:
        """ "kind.alike:meeting/talk" with the kinds' names."""
        name, _, detail = code.partition(":")
        if name != "kind.alike":
            return code
        return f"{name}:{' / '.join(map(self._names.kind, detail.split('/')))}"

    def _left_out(self) -> Iterator[str]:
        left = self._register.left_out
        yield from self._part("left_out", len(left), map(self._passed_over, left[:_LISTED]), more="more_left_out")

    def _passed_over(self, one: Activity | ReportedTotal) -> tuple[str, Sequence[str]]:
        is_named = isinstance(one, Activity) and one.reasons[0] != NOT_KEPT
        what = f"{self._names.kind(one.kind)}: " if is_named else ""
        return what + self._rule(one.reasons[0]), self._places((one.evidence,))

    def _doubtful(self) -> Iterator[str]:
        low = [one for one in self._register.activities if one.activity.confidence < DOUBTFUL]
        low.sort(key=lambda one: (one.activity.confidence, one.id))
        yield from self._part("doubtful", len(low), map(self._doubt, low[:_LISTED]))

    def _doubt(self, distinct: DistinctActivity) -> tuple[str, Sequence[str]]:
        one = distinct.activity
        head = f"{distinct.id}, {self._names.kind(one.kind)}: {one.confidence:.0%}"
        head = "; ".join((head, *self._why_doubted(one.reasons)))
        return head, self._places((one.evidence,))

    def _silent(self) -> Iterator[str]:
        silent = self._register.coverage.silent
        yield from self._part("silent", len(silent), ((self._names.region(code), ()) for code in silent))

    def _withheld(self, withheld: Sequence[Withheld]) -> Iterator[str]:
        """What was masked in each submission and why, never the words themselves."""
        remarks = ((printable(one.source), list(self._reasons(one))) for one in withheld[:_LISTED])
        yield from self._part("withheld", len(withheld), remarks)

    def _reasons(self, one: Withheld) -> Iterator[str]:
        why: dict[str, Counter[str]] = {}
        for find in one.finds:
            kind = kind_in_words(find.kind, self._language)
            why.setdefault(kind, Counter())[reason_in_words(find, self._language)] += 1
        for kind, reasons in why.items():
            yield f"{kind}: {reasons.total()} ({'; '.join(reasons)})"

    def _part(
        self, name: str, count: int, remarks: Iterator[tuple[str, Sequence[str]]], more: str = "more"
    ) -> Iterator[str]:
        """A heading with the number of remarks, each remark with what it rests on below it."""
        if not count:
            return
        yield self._words[name].format(n=count)
        for head, lines in remarks:
            yield f"  • {head}"
            for line in lines:
                yield from wrap(line, _WIDTH, initial_indent="    ", subsequent_indent="    ", break_on_hyphens=False)
        if count > _LISTED:
            yield "  " + self._words[more].format(n=count - _LISTED)
        yield ""

    def _about(self, found: Contradiction) -> str:
        """ "Костанайская область, Рудный, круглый стол «Слово», участия"."""
        scope = found.scope
        measure = self._values.get(f"measure_{scope.measure}", scope.measure)
        region = self._names.region(scope.region) or self._values["whole_campaign"]
        title = f"«{found.title}»" if found.title else ""
        kind = " ".join(part for part in (self._names.kind(scope.kind), title) if part)
        parts = (region, found.place, kind, self._names.audience(scope.audience), measure)
        return ", ".join(part for part in parts if part)

    def _places(self, evidences: tuple[Evidence, ...]) -> list[str]:
        found = (bare(evidence, self._documents, self._guard) for evidence in evidences[:_PLACES])
        return list(
            dict.fromkeys(f"{one.source}: «{one.brief(_QUOTE)}»" for one in found)
        )  # one sentence tells several

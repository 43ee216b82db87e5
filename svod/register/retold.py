"""A report that came once more, corrected: what of the earlier one it tells again, what it leaves out, what is new."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from math import inf
from typing import TypeVar

from svod.register.models import Activity, ReportedTotal, Resemblance, State, Submission
from svod.register.models.finding import Finding

R = TypeVar("R", Activity, ReportedTotal)
WORD_FOR_WORD = 1_000.0  # above what the machine may give for likeness
Pair = tuple[Finding, Finding]  # the earlier report's, and what tells it again


@dataclass(frozen=True)
class Retold:
    """Two reports of one organisation as they are when first asked, what is rejected left out."""

    earlier: Submission
    later: Submission

    @cached_property
    def activities(self) -> list[tuple[Activity, Activity]]:
        """In the order of the later text."""
        found = _pairs(self.told, self._activities[self.later.pk])
        return sorted(found, key=lambda pair: _place(pair[1]))

    @cached_property
    def totals(self) -> list[tuple[ReportedTotal, ReportedTotal]]:
        """Those that count the same."""
        before = {_counts(row): row for row in reversed(self._totals[self.earlier.pk])}
        found = ((before.pop(_counts(row), None), row) for row in self._totals[self.later.pk])
        return [(old, new) for old, new in found if old]

    @property
    def pairs(self) -> list[Pair]:
        return [*self.activities, *self.totals]

    @property
    def told(self) -> list[Activity]:
        """The activities of the earlier one."""
        return self._activities[self.earlier.pk]

    @property
    def left_out(self) -> list[Finding]:
        """What only the earlier one tells."""
        again = {old for old, _ in self.pairs}
        return [row for row in self._all(self.earlier) if row not in again]

    @property
    def added(self) -> list[Finding]:
        """What only the later one tells."""
        again = {new for _, new in self.pairs}
        return [row for row in self._all(self.later) if row not in again]

    @property
    def is_likely(self) -> bool:
        """Whether the later one mostly repeats the earlier one. A long report that tells as well what somebody had told
        in one line does not."""
        before, after = len(self.told), len(self._activities[self.later.pk])
        again = 2 * len(self.activities)
        return again > before and (again > after or before > 1)

    @property
    def stamp(self) -> str:
        """Another one as soon as anybody has changed anything in either."""
        rows = [*self._all(self.earlier), *self._all(self.later)]
        return sha256(repr([(row._meta.model_name, row.pk, row.version) for row in rows]).encode()).hexdigest()[:16]

    def _all(self, one: Submission) -> list[Finding]:
        return [*self._activities[one.pk], *self._totals[one.pk]]

    @cached_property
    def _activities(self) -> dict[int, list[Activity]]:
        return _standing(Activity, (self.earlier, self.later))

    @cached_property
    def _totals(self) -> dict[int, list[ReportedTotal]]:
        return _standing(ReportedTotal, (self.earlier, self.later))


def _standing(model: type[R], both: Collection[Submission]) -> dict[int, list[R]]:
    """By submission, in the order of its text; every text is fetched once."""
    documents = {document.pk: document for one in both for document in one.documents.all()}
    found: dict[int, list[R]] = defaultdict(list)
    for row in model.objects.filter(document__in=documents).exclude(state=State.REJECTED):
        row.document = documents[row.document_id]
        submission = row.document.submission
        row.campaign, row.organisation = submission.campaign, submission.organisation
        found[submission.pk].append(row)
    return defaultdict(list, {key: sorted(rows, key=_place) for key, rows in found.items()})


def _place(row: Finding) -> tuple[int, int, int]:
    return row.document.position, row.start, row.pk


def _counts(row: ReportedTotal) -> tuple[str, ...]:
    """What it is a total of."""
    return row.measure, row.kind, row.region, row.place


def _pairs(before: Collection[Activity], after: Collection[Activity]) -> Iterator[tuple[Activity, Activity]]:
    """Each once, the surest first: those that count as one already, then those told in the same words, then those that
    the machine finds alike."""
    retellers = defaultdict(list)
    for new in after:
        for key in _keys(new):
            retellers[key].append(new)
    keys = {key for row in (*before, *after) for key in _keys(row)}
    alike, different = _alike(keys), _called_different(keys)
    scored = [
        (-score, _place(old), _place(new), old, new)
        for old in before
        for key in _keys(old)
        for other, score in ((key, inf), *alike[key])
        for new in retellers[other]
    ]
    repeated = defaultdict(list)
    for new in after:
        repeated[_words(new)].append(new)
    scored += [
        (-WORD_FOR_WORD, _place(old), _place(new), old, new)
        for old in before
        for new in repeated[_words(old)]
        if different.isdisjoint({(old.pk, new.pk), (new.pk, old.pk)})
    ]
    taken: set[Activity] = set()
    for *_, old, new in sorted(scored, key=lambda one: one[:3]):
        if taken.isdisjoint((old, new)):
            taken.update((old, new))
            yield old, new


def _words(row: Activity) -> tuple[str, ...]:
    """What it is, and the words that tell it."""
    return row.kind, *row.document.text[row.start : row.end].casefold().split()


def _keys(row: Activity) -> set[int]:
    """What it is compared as: itself, and what it counts as."""
    return {row.pk, row.same_as_id or row.pk}


def _alike(keys: set[int]) -> dict[int, list[tuple[int, float]]]:
    """For each which others it is like, and how much, but for those that a person called different."""
    kept = Resemblance.objects.filter(one__in=keys, other__in=keys).exclude(decision=Resemblance.Decision.DIFFERENT)
    found = defaultdict(list)
    for one, other, score in kept.values_list("one", "other", "score"):
        found[one].append((other, score))
        found[other].append((one, score))
    return found


def _called_different(keys: set[int]) -> set[tuple[int, int]]:
    pairs = Resemblance.objects.filter(one__in=keys, other__in=keys, decision=Resemblance.Decision.DIFFERENT)
    return set(pairs.values_list("one", "other"))

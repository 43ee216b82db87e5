"""What came of anonymous surveys: numbers of answers, never of people, and only such as may be told."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from svod.records.bounds import Bounds
from svod.records.period import Period

EVERYBODY = ""  # all groups that are shown, together


@dataclass(frozen=True, slots=True)
class Answered:
    """One form: who sent it is known by group only. A question that was left out is not in `chosen`."""

    group: str
    chosen: Mapping[str, tuple[str, ...]]  # question -> choices


@dataclass(frozen=True, slots=True)
class SurveyCount:
    """`forms` by group, `answered` by (question, group), `chosen` by (question, choice, group).

    A number that must not be told is bounds that follow from the others: nobody learns more from them.
    """

    forms: Mapping[str, int]
    answered: Mapping[tuple[str, str], int]
    chosen: Mapping[tuple[str, str, str], Bounds]

    @classmethod
    def total(cls, counts: "Iterable[SurveyCount]") -> "SurveyCount":
        """The sum of what is told of each: a sum of what is hidden could be taken apart again.

        A choice that some of those who answered were not offered has no sum.
        """
        told = tuple(counts)
        forms: Counter[str] = Counter()
        answered: Counter[tuple[str, str]] = Counter()
        for one in told:
            forms.update(one.forms)
            answered.update(one.answered)
        cells = dict.fromkeys(cell for one in told for cell in one.chosen)
        parts = {cell: [one.chosen.get(cell) for one in told if (cell[0], cell[2]) in one.answered] for cell in cells}
        chosen = {cell: Bounds.total(filter(None, found)) for cell, found in parts.items() if None not in found}
        return cls(dict(forms), dict(answered), chosen)


@dataclass(frozen=True, slots=True)
class SurveyWave:
    """The answers of one wave ("before", "after", "once") of a survey of the pack; `times` how often it was held."""

    survey: str
    wave: str
    period: Period
    times: int
    count: SurveyCount

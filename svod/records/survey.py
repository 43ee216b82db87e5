"""What came of anonymous surveys: numbers of answers, never of people, and only such as may be told."""

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
        """The sum of what is told of each: a sum of what is hidden could be taken apart again."""
        forms: dict[str, int] = {}
        answered: dict[tuple[str, str], int] = {}
        chosen: dict[tuple[str, str, str], Bounds] = {}
        for one in counts:
            for group, number in one.forms.items():
                forms[group] = forms.get(group, 0) + number
            for asked, number in one.answered.items():
                answered[asked] = answered.get(asked, 0) + number
            for cell, bounds in one.chosen.items():
                chosen[cell] = chosen[cell] + bounds if cell in chosen else bounds
        return cls(forms, answered, chosen)


@dataclass(frozen=True, slots=True)
class SurveyWave:
    """The answers of one wave ("before", "after", "once") of a survey of the pack; `times` how often it was held."""

    survey: str
    wave: str
    period: Period
    times: int
    count: SurveyCount

"""What may be told of the answers to a survey: no number below five, and none from which one follows.

A group from which fewer than LEAST forms came is left out of everything, sums too. In each question's table of choices
by groups the guard hides what is small, nought included, and what would tell it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from svod.guard import LEAST, suppressed
from svod.packs import Question, Survey
from svod.records import EVERYBODY, Answered, Bounds, SurveyCount

OTHERS = ""  # in the table of one of several choices: those who did not choose it

Cells = Mapping[tuple[str, str], int]  # (choice, group) -> number


def count_answers(answers: Iterable[Answered], survey: Survey) -> SurveyCount:
    """The same answers, in whatever order, give the same numbers."""
    by_group: dict[str, list[Answered]] = {group.code: [] for group in survey.groups}
    for one in answers:
        if one.group in by_group:
            by_group[one.group].append(one)
    told = {group: forms for group, forms in by_group.items() if len(forms) >= LEAST}
    answered: dict[tuple[str, str], int] = {}
    chosen: dict[tuple[str, str, str], Bounds] = {}
    for question in survey.questions:
        for table in _tables(question, told):
            chosen |= {(question.code, *cell): bounds for cell, bounds in table.told().items()}
            answered |= {(question.code, group): number for group, number in table.answered.items()}
    return SurveyCount(_with_all({group: len(forms) for group, forms in told.items()}), answered, chosen)


def _with_all(numbers: Mapping[str, int]) -> dict[str, int]:
    return {**numbers, EVERYBODY: sum(numbers.values())} if numbers else {}


@dataclass(frozen=True, slots=True)
class _Table:
    """`cells` of choices by groups, each group's adding up to its `answered`; the choices that are `printed`."""

    cells: Cells
    answered: Mapping[str, int]  # with EVERYBODY
    printed: tuple[str, ...]

    def told(self) -> dict[tuple[str, str], Bounds]:
        """The numbers of each group and of all; what is hidden as bounds that follow from what is not."""
        hidden = suppressed(self.cells, is_nought_small=True)
        groups = [group for group in self.answered if group != EVERYBODY]
        choices = dict.fromkeys(choice for choice, _ in self.cells)
        shown = {cell: Bounds.exactly(number) for cell, number in self.cells.items() if cell not in hidden}
        for choice in choices:
            if (choice, None) not in hidden:
                shown[choice, EVERYBODY] = Bounds.exactly(sum(self.cells[choice, group] for group in groups))
        room = {group: number - _sum(shown, group) for group, number in self.answered.items()}
        told: dict[tuple[str, str], Bounds] = {}
        for choice in self.printed:
            told |= {(choice, one): shown.get((choice, one), Bounds(0, room[one])) for one in groups}
            parts = [told[choice, one] for one in groups]
            told[choice, EVERYBODY] = shown.get((choice, EVERYBODY)) or _total(parts, room[EVERYBODY])
        return told


def _sum(shown: Mapping[tuple[str, str], Bounds], group: str) -> int:
    return sum(bounds.least for (_, one), bounds in shown.items() if one == group)


def _total(parts: Iterable[Bounds], most: int) -> Bounds:
    total = Bounds.total(parts)
    return Bounds(total.least, most if total.most is None else min(total.most, most))


def _tables(question: Question, told: Mapping[str, Sequence[Answered]]) -> Iterator[_Table]:
    """One of a single choice; of several choices one for each, of those who took it and those who did not."""
    known = [one.code for one in question.choices]
    picked = {group: list(_picked(question, forms)) for group, forms in told.items()}
    picked = {group: forms for group, forms in picked.items() if len(forms) >= LEAST}
    answered = _with_all({group: len(forms) for group, forms in picked.items()})
    if not picked:
        return
    if question.kind != "several":
        cells = {(code, group): sum(code in one for one in forms) for code in known for group, forms in picked.items()}
        yield _Table(cells, answered, tuple(known))
        return
    for code in known:
        taken = {(code, group): sum(code in one for one in forms) for group, forms in picked.items()}
        others = {(OTHERS, group): answered[group] - number for (_, group), number in taken.items()}
        yield _Table({**taken, **others}, answered, (code,))


def _picked(question: Question, forms: Iterable[Answered]) -> Iterator[frozenset[str]]:
    """What each form chose that answers the question; what the pack does not know any more is no answer."""
    known = frozenset(one.code for one in question.choices)
    for one in forms:
        if question.code in one.chosen:
            codes = known.intersection(one.chosen[question.code])
            if question.kind == "several" or len(codes) == 1:
                yield codes

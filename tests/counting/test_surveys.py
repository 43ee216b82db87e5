"""No number below five is told of a survey, and none can be worked out of those that are."""

from collections.abc import Iterator, Mapping
from itertools import combinations, pairwise, product

from hypothesis import given, settings, strategies as st

from svod.counting.surveys import count_answers
from svod.packs import Choice, Question, Survey, load
from svod.records import EVERYBODY, Answered, Bounds, SurveyCount

NAMES = {"ru": "?", "kk": "?", "en": "?"}
GROUPS, CODES = ("pupils", "teachers"), ("yes", "no", "unsure")
Numbers = Mapping[tuple[str, str], int]  # (group, choice) -> forms


def survey(kind: str = "one", groups: tuple[str, ...] = GROUPS) -> Survey:
    choices = tuple(Choice(code, NAMES) for code in CODES)
    asked = Question("asked", kind, NAMES, choices)
    return Survey("made", NAMES, NAMES, tuple(Choice(group, NAMES) for group in groups), (asked,))


def forms(numbers: Numbers) -> list[Answered]:
    return [Answered(group, {"asked": (code,)}) for (group, code), number in numbers.items() for _ in range(number)]


def test_plain_numbers() -> None:
    told = count_answers(forms({("pupils", code): 10 + at for at, code in enumerate(CODES)}), survey())
    assert told.forms == {"pupils": 33, EVERYBODY: 33}
    assert told.answered == {("asked", "pupils"): 33, ("asked", EVERYBODY): 33}
    assert told.chosen["asked", "no", EVERYBODY] == Bounds.exactly(11)


def test_a_group_of_four_is_in_no_number() -> None:
    numbers = {("pupils", code): 20 for code in CODES}
    told = count_answers(forms({**numbers, ("teachers", "yes"): 4}), survey())
    assert told == count_answers(forms(numbers), survey())
    assert told.forms == {"pupils": 60, EVERYBODY: 60}


def test_nobody_learns_what_everybody_said() -> None:
    told = count_answers(forms({("teachers", "yes"): 6}), survey())
    assert told.chosen["asked", "yes", "teachers"] == Bounds(0, 6)


def test_a_question_left_out_is_no_answer_and_none_of_several_is_one() -> None:
    left_out = [Answered("pupils", {})] * 5
    none = [Answered("pupils", {"asked": ()})] * 6
    some = [Answered("pupils", {"asked": ("yes", "no")})] * 9
    told = count_answers([*left_out, *none, *some], survey("several"))
    assert (told.forms["pupils"], told.answered["asked", "pupils"]) == (20, 15)
    assert told.chosen["asked", "yes", "pupils"] == told.chosen["asked", "no", "pupils"] == Bounds.exactly(9)
    assert told.chosen["asked", "unsure", "pupils"] == Bounds(0, 15)


def test_what_the_pack_lost_is_no_answer() -> None:
    lost = [Answered("pupils", {"asked": ("gone",)})] * 9
    assert count_answers(lost, survey()).answered == {}


tables = st.fixed_dictionaries({cell: st.integers(0, 8) for cell in product(GROUPS, CODES)})


def compositions(total: int, parts: int) -> Iterator[tuple[int, ...]]:
    """Every way to write the total as a sum of so many numbers."""
    for cuts in combinations(range(total + parts - 1), parts - 1):
        ends = (-1, *cuts, total + parts - 1)
        yield tuple(after - before - 1 for before, after in pairwise(ends))


def alternatives(told: SurveyCount) -> Iterator[dict[tuple[str, str], int]]:
    """Every table of numbers by group and choice that has the same in all that is told."""
    groups = [group for group in GROUPS if ("asked", group) in told.answered]
    if not groups:
        return
    columns = [list(compositions(told.answered["asked", group], len(CODES))) for group in groups]
    columns = [
        [one for one in column if agrees(one, group, told)] for column, group in zip(columns, groups, strict=True)
    ]
    for chosen in product(*columns):
        sums = [sum(numbers) for numbers in zip(*chosen, strict=True)]
        if agrees(tuple(sums), EVERYBODY, told):
            table = dict(zip(groups, chosen, strict=True))
            yield {(group, code): table[group][at] for group in groups for at, code in enumerate(CODES)}


def agrees(numbers: tuple[int, ...], group: str, told: SurveyCount) -> bool:
    bounds = (told.chosen["asked", code, group] for code in CODES)
    return all(one.least <= number <= (one.most or 0) for number, one in zip(numbers, bounds, strict=True))


@settings(max_examples=40, deadline=None)
@given(tables)
def test_nothing_small_can_be_worked_out(numbers: dict[tuple[str, str], int]) -> None:
    told = count_answers(forms(numbers), survey())
    assert all(number >= 5 for number in (*told.forms.values(), *told.answered.values()))
    exact = {cell: bounds for cell, bounds in told.chosen.items() if bounds.is_exact}
    assert all(bounds.least >= 5 for bounds in exact.values())
    seen: dict[tuple[str, str], set[int]] = {}
    sums: dict[str, set[int]] = {code: set() for code in CODES}
    for other in alternatives(told):
        for cell, number in other.items():
            seen.setdefault(cell, set()).add(number)
        for code in CODES:
            sums[code].add(sum(number for (_, one), number in other.items() if one == code))
    for (group, code), values in seen.items():
        assert numbers[group, code] in values
        assert len(values) > 1 or min(values) >= 5
    assert all(len(values) > 1 or min(values) >= 5 for values in sums.values() if values)


@given(tables)
def test_of_several_choices_neither_the_few_who_took_one_nor_the_few_who_did_not(
    numbers: dict[tuple[str, str], int],
) -> None:
    told = count_answers(forms(numbers), survey("several"))
    for (question, _, group), bounds in told.chosen.items():
        rest = told.answered[question, group] - bounds.least
        assert not bounds.is_exact or (bounds.least >= 5 and rest >= 5)


@given(tables, tables)
def test_a_sum_of_surveys_tells_no_more_than_they_do(
    one: dict[tuple[str, str], int], other: dict[tuple[str, str], int]
) -> None:
    told = [count_answers(forms(numbers), survey()) for numbers in (one, other)]
    total = SurveyCount.total(told)
    for cell, bounds in total.chosen.items():
        parts = [each.chosen[cell] for each in told if cell in each.chosen]
        assert bounds == Bounds.total(parts)


def test_a_choice_that_some_were_not_offered_has_no_sum() -> None:
    old = SurveyCount({"pupils": 9}, {("asked", "pupils"): 9}, {("asked", "yes", "pupils"): Bounds.exactly(9)})
    new = count_answers(forms({("pupils", code): 10 for code in CODES}), survey())
    total = SurveyCount.total([old, new])
    assert total.answered["asked", "pupils"] == 39
    assert total.chosen["asked", "yes", "pupils"] == Bounds.exactly(19)
    assert ("asked", "no", "pupils") not in total.chosen


@given(st.data(), st.lists(st.tuples(st.sampled_from(GROUPS), st.sampled_from(CODES)), max_size=60))
def test_the_order_of_answers_changes_nothing(data: st.DataObject, chosen: list[tuple[str, str]]) -> None:
    answers = [Answered(group, {"asked": (code,)}) for group, code in chosen]
    shuffled = data.draw(st.permutations(answers))
    assert count_answers(answers, survey()) == count_answers(shuffled, survey())


def test_the_packs_surveys_are_counted() -> None:
    for pack in (load("sixteen_days"), load("safety_day")):
        for one in pack.surveys:
            chosen = {question.code: (question.choices[0].code,) for question in one.questions}
            told = count_answers([Answered(one.groups[0].code, chosen)] * 7, one)
            assert told.answered[one.questions[0].code, EVERYBODY] == 7

"""References: numbered once, in reading order, the same in every format."""

import pytest

from svod.publishing.references import References, grouped, is_number, runs_of
from svod.records import Paragraph, Report, Run
from tests.publishing.campaign import FLASH, FLASH_AGAIN, OVER_200, REGISTER, TWELVE, report


def of(*runs: Run) -> tuple[Report, References]:
    made = Report("", "", "ru", (Paragraph(runs),))
    return made, References(made, REGISTER)


def test_numbers_follow_the_reading_order_and_repeat_for_the_same_places() -> None:
    one, other = Run("201", (OVER_200,)), Run("12", (TWELVE,))
    _, references = of(one, Run(" и "), other, Run("≥ 201", (OVER_200,)))
    assert [(found.number, found.labels, found.places) for found in references] == [
        (1, ("201", "≥ 201"), 2),
        (2, ("12",), 1),
    ]


def test_the_order_in_which_places_are_named_makes_no_other_reference() -> None:
    _, references = of(Run("1", (FLASH, TWELVE)), Run(" и "), Run("2", (TWELVE, FLASH)))
    assert [(one.number, one.evidences) for one in references] == [(1, (FLASH, TWELVE))]


def test_words_that_name_only_activities_rest_on_what_tells_of_them() -> None:
    run = Run("флешмоб", (), ("М-0001",))
    _, references = of(run)
    found = references.of(run)
    assert found is not None
    assert found.evidences == (FLASH, FLASH_AGAIN)


def test_words_without_a_source_have_no_reference() -> None:
    run = Run("и")
    _, references = of(run)
    assert references.of(run) is None


def test_neighbours_with_one_source_stand_together_and_their_last_space_after_them() -> None:
    runs = (Run("а", (FLASH,)), Run("б ", (FLASH,)), Run("в"), Run("г", (FLASH,)))
    made, references = of(*runs)
    shown = [("".join(run.text for run in group), bool(found)) for group, found in grouped(runs, references)]
    assert shown == [("аб", True), (" ", False), ("в", False), ("г", True)]
    assert tuple(runs_of(made)) == runs


@pytest.mark.parametrize(
    "text", ["45", "не менее 301", "от 90 до 110", "≥ 2", "кемінде 1 500", "90–110", "7 из 20", "at least 1,500"]
)
def test_a_printed_number(text: str) -> None:
    assert is_number(Run(text))


@pytest.mark.parametrize(
    "text", ["", " ", "5 декабря прошёл", "организатор — школа № 5", "флешмоб", "25 ноября", "слова " * 20 + "5"]
)
def test_words_with_or_without_a_number_in_them(text: str) -> None:
    assert not is_number(Run(text))


def test_a_reference_is_called_by_its_numbers_or_by_its_longest_words() -> None:
    _, numbers = of(Run("прошёл флешмоб на ", (FLASH,)), Run("301", (FLASH,)), Run(" человека", (FLASH,)))
    _, words = of(Run("прошёл ", (FLASH,)), Run("большой флешмоб", (FLASH,)))
    assert [one.labels for one in (*numbers, *words)] == [("301",), ("большой флешмоб",)]


@pytest.mark.parametrize(
    ("told", "called"),
    [
        (("не менее 1\u00a0201", "≥ 1\u00a0201"), ("не менее 1 201",)),
        (("кемінде 201", "≥ 201"), ("кемінде 201",)),
        (("at least 1,201", "≥ 1,201"), ("at least 1,201",)),
        (("не менее 201", "≥ 202"), ("не менее 201", "≥ 202")),
        (("201", "≥ 201"), ("201", "≥ 201")),
    ],
)
def test_a_number_told_in_words_and_in_a_table_is_called_once(told: tuple[str, ...], called: tuple[str, ...]) -> None:
    _, references = of(*(Run(text, (OVER_200,)) for text in told))
    assert [found.labels for found in references] == [called]


def test_key_figures_do_not_disturb_the_report_s_numbers() -> None:
    tree = report()
    plain = [one.evidences for one in References(tree, REGISTER)]
    with_more = [one.evidences for one in References(tree, REGISTER, [Run("12", (TWELVE, FLASH))])]
    assert with_more[: len(plain)] == plain

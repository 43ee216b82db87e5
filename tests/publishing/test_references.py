"""References: numbered once, in reading order, the same in every format."""

from svod.publishing.references import References, marked, runs_of
from svod.records import Paragraph, Report, Run
from tests.publishing.campaign import FLASH, FLASH_AGAIN, OVER_200, REGISTER, TWELVE, report


def of(*runs: Run) -> tuple[Report, References]:
    made = Report("", "", "ru", (Paragraph(runs),))
    return made, References(made, REGISTER)


def test_numbers_follow_the_reading_order_and_repeat_for_the_same_places() -> None:
    one, other = Run("201", (OVER_200,)), Run("12", (TWELVE,))
    _, references = of(one, Run(" и "), other, Run("201 снова", (OVER_200,)))
    assert [(found.number, found.labels, found.places) for found in references] == [
        (1, ("201", "201 снова"), 2),
        (2, ("12",), 1),
    ]


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


def test_neighbours_with_one_source_are_marked_once_after_the_last() -> None:
    runs = (Run("а", (FLASH,)), Run("б", (FLASH,)), Run(" "), Run("в", (FLASH,)))
    made, references = of(*runs)
    assert [is_last for _, _, is_last in marked(runs, references)] == [False, True, False, True]
    assert tuple(runs_of(made)) == runs


def test_key_figures_do_not_disturb_the_report_s_numbers() -> None:
    tree = report()
    plain = [one.evidences for one in References(tree, REGISTER)]
    with_more = [one.evidences for one in References(tree, REGISTER, [Run("12", (TWELVE, FLASH))])]
    assert with_more[: len(plain)] == plain

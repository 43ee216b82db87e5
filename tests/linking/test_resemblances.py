"""Every pair that may be one activity, with what speaks for and against it."""

from svod.linking import resemblances
from tests.linking.made import PACK, submission, told

ONE = told(title="Семья без страха", on="2025-11-28", participants=45)


def test_what_would_be_joined_is_shown_too() -> None:
    readings = [submission("school", ONE), submission("district", ONE | {"place": "Рудный"})]
    (pair,) = resemblances(readings, PACK)
    assert pair.certain
    assert {(pair.one.evidence.document, pair.other.evidence.document)} <= {
        ("school", "district"),
        ("district", "school"),
    }
    assert "title" in {finding.field for finding in pair.findings}
    assert {id(pair.one), id(pair.other)} == {id(reading.activities[0]) for reading in readings}


def test_nothing_for_what_differs() -> None:
    other = told("lecture", "Закон и порядок", "2025-12-01", participants=12)
    assert resemblances([submission("school", ONE), submission("district", other)], PACK) == ()


def test_a_text_that_came_twice() -> None:
    (pair,) = resemblances([submission("a", ONE, text="Одно."), submission("b", ONE, text="Одно.")], PACK)
    assert [finding.code for finding in pair.findings] == ["same_text"]

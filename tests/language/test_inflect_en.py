import pytest

from svod.language.en.inflect import forms, inflect


@pytest.mark.parametrize(
    ("phrase", "plural"),
    [
        ("round table", "round tables"),
        ("activity", "activities"),
        ("Monday", "Mondays"),
        ("class", "classes"),
        ("quiz", "quizzes"),
        ("woman", "women"),
        ("schoolchild", "schoolchildren"),
        ("mother-in-law", "mothers-in-law"),
        ("passer-by", "passers-by"),
        ("meet-up", "meet-ups"),
        ("day of open doors", "days of open doors"),
        ("visit to a museum", "visits to a museum"),
        ("march", "marches"),
        ("film show", "film shows"),
    ],
)
def test_plural(phrase: str, plural: str) -> None:
    assert inflect(phrase, number="plur") == plural
    assert [(form.text, form.number) for form in forms(phrase)] == [(phrase, "sing"), (plural, "plur")]


@pytest.mark.parametrize("phrase", ["police", "legal counselling", "teaching staff", "young people"])
def test_what_has_no_plural_has_one_form(phrase: str) -> None:
    assert [(form.text, form.number) for form in forms(phrase)] == [(phrase, "")]


def test_nothing_has_no_forms() -> None:
    assert forms("") == ()

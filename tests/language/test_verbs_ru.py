"""Russian verbs in the forms reports use."""

import pytest

from svod.language.ru.verbs import conjugate, is_infinitive


@pytest.mark.parametrize(
    ("infinitive", "past", "passive", "future"),
    [
        ("дать", "дал дала дало дали", "дан дана дано даны", "дадим даст дадут"),
        ("снять", "снял сняла сняло сняли", "снят снята снято сняты", "снимем снимет снимут"),
        ("раздавать", "раздавал раздавала раздавало раздавали", "", ""),
        ("проводиться", "проводился проводилась проводилось проводились", "", ""),
    ],
)
def test_conjugates(infinitive: str, past: str, passive: str, future: str) -> None:
    verb = conjugate(infinitive)
    assert [" ".join(forms) for forms in verb] == [past, passive, future]


def test_what_stands_behind_the_verb_stays() -> None:
    assert "вели приём" in conjugate("вести приём").past


@pytest.mark.parametrize(("phrase", "answer"), [("вести приём", True), ("деятельность", False), ("ночь", False)])
def test_knows_an_infinitive(phrase: str, answer: bool) -> None:
    assert is_infinitive(phrase) is answer

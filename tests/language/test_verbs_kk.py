"""Kazakh verbs: what their past stands for besides itself."""

import pytest

from svod.language.kk.verbs import conjugate


@pytest.mark.parametrize(
    ("past", "anywhere", "at_the_end"),
    [
        ("кездесті", "кездестік, кездестім, кездесіпті, кездескен екен", "кездескен, кездесуде"),
        ("таратты", "тараттық, таратыпты, таратқан еді", "таратқан, таратуда"),
        ("аралады", "араладық, аралапты, аралаған болатын", "аралаған, аралағанбыз, аралауда"),
        ("оқыды", "оқыдық, оқыпты", "оқыған, оқуда"),
        ("шықты", "шықтық, шығыпты", "шыққан, шығуда"),
        ("кеңес берді", "кеңес бердік, кеңес беріпті", "кеңес берген, кеңес беруде"),
    ],
)
def test_conjugates(past: str, anywhere: str, at_the_end: str) -> None:
    verb = conjugate(past)
    assert set(anywhere.split(", ")) <= set(verb.anywhere)
    assert set(at_the_end.split(", ")) <= set(verb.at_the_end)


def test_leaves_what_is_no_past() -> None:
    assert conjugate("өтіп") == ("", (), (), (), (), ())


@pytest.mark.parametrize(
    ("past", "ahead"),
    [
        ("таратты", "таратады, таратамыз, таратпақ, тарататын болады"),
        ("аралады", "аралайды, араламақ, аралайтын болады"),
        ("оқыды", "оқиды, оқымақ"),
        ("үлестірді", "үлестіреді, үлестірмек, үлестірмекші"),
        ("өткізді", "өткізеді, өткізбек"),
        ("шықты", "шығады, шықпақ"),
    ],
)
def test_tells_what_is_ahead(past: str, ahead: str) -> None:
    assert set(ahead.split(", ")) <= set(conjugate(past).ahead)

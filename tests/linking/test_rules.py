"""The tables of linking fit together."""

from svod.linking.explain import _words
from svod.linking.rules import rules


def test_every_level_has_its_words_in_every_language() -> None:
    plain = {"same", "large", "shared"}
    levels = {
        field if level in plain else f"{field}.{level}"
        for field, weights in rules().weights.items()
        for level in weights
    }
    for language, words in _words().items():
        assert set(words) == levels | {"same_text"}, language


def test_a_person_sees_less_certain_pairs_only() -> None:
    assert rules().clerical < rules().certain


def test_disagreement_never_speaks_for_a_link() -> None:
    assert all(weights.get("different", -1) < 0 for weights in rules().weights.values())

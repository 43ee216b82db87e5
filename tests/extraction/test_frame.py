"""What is seen in a text before anything is decided."""

from hypothesis import given, settings, strategies as st

from svod.extraction.frame import see
from svod.extraction.lexicon import lexicon_of
from svod.language.numbers import find_numbers
from svod.packs import load

PIECES = (
    "не менее чем ",
    "более чемпионов ",
    "стали ",
    "5 тыс. ",
    "где-то ",
    "~",
    "жүзден ",
    "двадцать-тридцать",
    "№²",
    "8-ге",
)


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text("0123456789 -–.,_aжі²٣≈\n", max_size=6))).map("".join))
@settings(max_examples=60, deadline=None)
def test_numbers_are_found_by_words_as_in_the_whole_text(text: str) -> None:
    assert see(text, lexicon_of(load("sixteen_days")), lambda _: []).numbers == find_numbers(text)

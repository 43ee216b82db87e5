from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from svod.language.kk.inflect import CASES, forms, inflect

TABLE = [
    [cell.strip() for cell in line.split("|")]
    for line in Path(__file__).with_name("forms_kk.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
BACK, FRONT = set("аоұыуяёю"), set("әеөүіэи")
# Made-up words with back vowels, unlike any of the listed exceptions. None ends in -с, where only a list tells "кеңесі"
# (of кеңес) from "көрмесі" (of көрме).
NATIVE = st.from_regex(r"[бғжзқлмнст][аұ][лмнртзқп]([аы][лмнртзқп])?", fullmatch=True)


@pytest.mark.parametrize(("phrase", "which", "form"), TABLE)
def test_the_form_a_teacher_would_write(phrase: str, which: str, form: str) -> None:
    number, possessive, case = which.split()
    assert inflect(phrase, case, number, possessive.strip("-")) == form  # type: ignore[arg-type]


@pytest.mark.parametrize(("phrase", "which", "form"), TABLE)
def test_forms_have_it(phrase: str, which: str, form: str) -> None:
    number, _, case = which.split()
    assert [found for found in forms(phrase) if found.text == form and found.case == case and found.number == number]


def test_a_possessed_compound_stays_possessed() -> None:
    assert "сынып сағаттар" not in {form.text for form in forms("сынып сағаты")}


def test_a_plural_has_only_plural_forms() -> None:
    assert {form.number for form in forms("спорттық ойындар")} == {"plur"}


def test_a_divided_harmony_gives_both() -> None:
    assert {"педагогтер", "педагогтар"} <= {form.text for form in forms("педагог")}


def test_nothing_has_no_forms() -> None:
    assert forms("") == ()


def test_an_agent_noun_in_a_compound_is_not_possessed() -> None:
    assert inflect("жас оқушы", "dat") == "жас оқушыға"


def test_an_abbreviation_takes_its_endings_after_a_hyphen_in_either_harmony() -> None:
    texts = {form.text for form in forms("ШҚО")}
    assert {"ШҚО", "ШҚО-да", "ШҚО-де", "ШҚО-ның"} <= texts
    assert "ШҚО-" not in texts


def test_a_latin_name_takes_its_endings_after_a_hyphen() -> None:
    assert {"Zoom-да", "Zoom-та"} <= {form.text for form in forms("Zoom")}


@given(NATIVE, st.sampled_from(CASES), st.sampled_from(["sing", "plur"]))
def test_endings_harmonise_with_a_back_word(word: str, case: str, number: str) -> None:
    ending = inflect(word, case, number)[len(word) :]  # type: ignore[arg-type]
    vowels = FRONT & set(ending)
    assert vowels <= ({"е"} if case == "ins" else set())  # -мен, -бен, -пен never change


@given(NATIVE)
def test_the_possessed_form_is_taken_back_to_the_same_stem(word: str) -> None:
    compound = f"ауыл {inflect(word, 'nom', 'sing', 'third')}"
    assert inflect(compound, "nom", "plur") == f"ауыл {inflect(word, 'nom', 'plur', 'third')}"

"""The key figures agree with their numbers."""

import pytest

from svod.publishing.beside import words
from svod.publishing.figures import agreeing, key_figures
from svod.records import Bounds, Scope, Total
from tests.publishing.variants import register_of

DOCUMENTS = "документ прочитан|документа прочитано|документов прочитано"

# the number, and what stands below it
CASES = [
    (Bounds.exactly(1), "документ прочитан"),
    (Bounds.exactly(21), "документ прочитан"),
    (Bounds.exactly(3), "документа прочитано"),
    (Bounds.exactly(11), "документов прочитано"),
    (Bounds.exactly(252), "документа прочитано"),
    (Bounds.at_least(252), "документов прочитано"),
    (Bounds.at_least(201), "документа прочитано"),
    (Bounds(90, 110), "документов прочитано"),
]


@pytest.mark.parametrize(("number", "said"), CASES, ids=[f"{one.least} {said}" for one, said in CASES])
def test_russian_nouns_agree(number: Bounds, said: str) -> None:
    assert agreeing(DOCUMENTS, number, "ru") == said


def test_english_has_one_and_many_and_kazakh_one_form() -> None:
    read = words("en")["figure_documents"]
    assert [agreeing(read, Bounds.exactly(number), "en") for number in (1, 2)] == ["document read", "documents read"]
    assert agreeing(words("kk")["figure_documents"], Bounds.exactly(1), "kk") == "құжат оқылды"


def test_materials_stand_beside_the_others_where_reports_give_them() -> None:
    handed_out = Total(Scope("materials"), Bounds.at_least(2400), Bounds(0, None), Bounds.at_least(2400))
    figures = key_figures(register_of(totals=(handed_out,)), "ru")
    assert next(figure.label for figure in figures) == "экземпляров материалов распространено"
    assert "материалов" not in " ".join(figure.label for figure in key_figures(register_of(), "ru"))

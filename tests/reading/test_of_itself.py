"""What a report says of itself: told to a person, never decided."""

from pathlib import Path

import pytest

from svod.reading import read_path
from svod.reading.of_itself import says_of_itself
from svod.records import Document, Problem

# file's name | text | what is told of it
CASES = """
отчёт.docx | Просим этот отчёт не учитывать. | sender_withdraws
отчёт.docx | Отправлено по ошибке, это другая акция. | sender_withdraws
есеп.docx | Бұл есепті есепке алмауыңызды сұраймыз. | sender_withdraws
есеп.docx | Қателесіп жіберілді. | sender_withdraws
отчёт (уточнённый).docx | Отчёт района. | puts_right_earlier
Отчёт района (уточнённый).docx | 5 семинаров. | puts_right_earlier
отчёт.docx | Уточнённая информация взамен ранее направленной. | puts_right_earlier
отчёт.docx | Дополнение к отчёту районной организации. | puts_right_earlier
есеп.docx | Құрметті әріптестер, есепке түзету. | puts_right_earlier
есеп.docx | Бұрын жіберілген есептің орнына. | puts_right_earlier
отчёт.docx | Учителя просили не считать это шуткой. |
отчёт.docx | Беседа прошла вместо лекции, розданы дополненные памятки. |
есеп.docx | Барлық сынып есепке алынды. |
"""


@pytest.mark.parametrize("case", CASES.strip().splitlines())
def test_it_is_told_from_the_words(case: str) -> None:
    name, text, told = (part.strip() for part in case.split("|"))
    assert (says_of_itself(name, text) or "") == told


def test_it_says_so_at_its_head_or_its_end_and_not_in_what_it_tells() -> None:
    prose = "Прошла беседа о правах. " * 200
    said = "Просим не учитывать этот отчёт. "
    assert says_of_itself("a.txt", said + prose) == says_of_itself("a.txt", prose + said) == "sender_withdraws"
    assert says_of_itself("a.txt", prose + said + prose) is None


def test_a_person_is_told_and_the_report_is_read_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "отчёт.txt"
    path.write_text("Прошла лекция. Отправлено по ошибке.", encoding="utf-8")
    problem, document = read_path(path, tmp_path)
    assert problem == Problem("look", "sender_withdraws", "отчёт.txt")
    assert isinstance(document, Document)

"""Names of files tell persons too, in any case and spelling; schools, towns and folders are none."""

import pytest

from svod.guard import masked_name
from svod.packs import load

PACK = load("sixteen_days")

# a path as somebody called it, and as it may be told
NAMES = [
    ("Иванова объяснительная.docx", "[имя скрыто 1] объяснительная.docx"),
    ("Ахметова_А_К_отчёт.pdf", "[имя скрыто 1]_отчёт.pdf"),
    ("отчет иванова анна.docx", "отчет [имя скрыто 1].docx"),
    ("отчёт_по_16_дням_ахметова.docx", "отчёт_по_16_дням_[имя скрыто 1].docx"),
    ("Рудный/Иванов отчёт.docx", "Рудный/[имя скрыто 1] отчёт.docx"),
    ("архив.zip › Айгерим Серікқызы есеп.docx", "архив.zip › [имя скрыто 1] есеп.docx"),
    ("WhatsApp Chat - Айгуль Ахметова.txt", "WhatsApp Chat - [имя скрыто 1].txt"),
    ("отчёт 87012345678.docx", "отчёт [телефон скрыт].docx"),
    ("Костанайская область/Школа имени Абая.docx", "Костанайская область/Школа имени Абая.docx"),
    ("Федоровский район.docx", "Федоровский район.docx"),
    ("Қонаев қаласы.docx", "Қонаев қаласы.docx"),
    ("16 дней без насилия.docx", "16 дней без насилия.docx"),
    ("IMG_20251125.jpg", "IMG_20251125.jpg"),
]


@pytest.mark.parametrize(("name", "told"), NAMES)
def test_a_name_of_a_file_tells_no_person(name: str, told: str) -> None:
    assert masked_name(name, PACK) == told

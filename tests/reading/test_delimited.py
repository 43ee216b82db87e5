"""CSV is a table, prose with commas is prose; a table pasted into a text keeps its cells."""

from pathlib import Path

import pytest

from svod.reading.delimited import separator_of
from tests.reading.test_kinds import blocks, read, save

ANSWERS = '''"Отметка времени","Школа","Что провели?","Когда","Сколько было"
"2025/12/01 9:14:22 AM GMT+5","ОСШ ""Арай""","Семинар,
потом чаепитие","27.11.2025","25"
"2025/12/02 8:00:01 AM GMT+5","Гимназия","квест","","19"
'''


def test_answers_of_a_form_are_rows(tmp_path: Path) -> None:
    assert read(save(tmp_path / "a.csv", ANSWERS.encode())).format == "csv"
    assert blocks(tmp_path / "a.csv") == [
        ("row", "Отметка времени | Школа | Что провели? | Когда | Сколько было"),
        ("row", '2025/12/01 9:14:22 AM GMT+5 | ОСШ "Арай" | Семинар, потом чаепитие | 27.11.2025 | 25'),
        ("row", "2025/12/02 8:00:01 AM GMT+5 | Гимназия | квест | | 19"),
    ]


def test_a_table_of_a_russian_excel(tmp_path: Path) -> None:
    table = "№;Мероприятие;Охват\r\n1;Лекция;40\r\n;Итого;40\r\n"
    assert [text for _, text in blocks(save(tmp_path / "a.txt", table.encode("cp1251")))] == [
        "№ | Мероприятие | Охват",
        "1 | Лекция | 40",
        "| Итого | 40",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Добрый день, коллеги, отчёт\nПровели семинар, опрос, квест",
        "Провели: урок; лекцию\nБыли: дети; родители",
        "Итоги\nЛекция;40",
        "Отчёт;школа",
        "",
    ],
)
def test_prose_is_no_table(text: str) -> None:
    assert separator_of(text) is None


def test_a_table_pasted_between_words(tmp_path: Path) -> None:
    text = "Отчёт школы\n\nДата\tЧто\tКол-во\n26.11\tУрок\t30\n\tКонкурс\t12\n\nВсего\tдва\nСпасибо"
    assert blocks(save(tmp_path / "a.txt", text.encode())) == [
        ("paragraph", "Отчёт школы"),
        ("row", "Дата | Что | Кол-во"),
        ("row", "26.11 | Урок | 30"),
        ("row", "| Конкурс | 12"),
        ("paragraph", "Всего два"),
        ("paragraph", "Спасибо"),
    ]

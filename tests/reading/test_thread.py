"""Whose words stand in a letter that quotes and passes on others."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from svod.reading.thread import letters
from tests.reading.test_kinds import read, save


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Провели урок.\n> Когда?\nВчера.", [(None, "Провели урок.\nКогда?\nВчера.")]),
        (
            "Отчёт ниже\n--- Пересланное сообщение ---\nОт: Райком Абай <r@example.org>\nДата: 3 дек.\nБыл урок",
            [(None, "Отчёт ниже"), ("Райком Абай", "--- Пересланное сообщение ---\nОт: Райком Абай "
              "<r@example.org>\nДата: 3 дек.\nБыл урок")],
        ),
        (
            "Уточняем: 40\n\nср, 3 дек. 2025 г. в 10:15, Обком <o@example.org>:\n\n> Сколько было?\n> > Школа 5 "
            "пишет:\n> > Был урок",
            [
                (None, "Уточняем: 40\n\nср, 3 дек. 2025 г. в 10:15, Обком <o@example.org>:"),
                ("Обком", "\nСколько было?\nШкола 5 пишет:"),
                ("Школа 5", "Был урок"),
            ],
        ),
        (
            "Біз өткіздік\nКімнен: Кеңсе\nКүні: 1 желтоқсан\nКімге: мектептер\nЕсеп беріңіздер",
            [(None, "Біз өткіздік"), ("Кеңсе", "Кімнен: Кеңсе\nКүні: 1 желтоқсан\nКімге: мектептер\nЕсеп беріңіздер")],
        ),
        ("От: школы № 5\nпровели урок", [(None, "От: школы № 5\nпровели урок")]),
        ("В 10:00 провели:\n- урок", [(None, "В 10:00 провели:\n- урок")]),
        ("> Был урок\nOn Mon, Dec 1, 2025 at 9:00 AM Dana Li wrote:\n> When?", [
            (None, "Был урок\nOn Mon, Dec 1, 2025 at 9:00 AM Dana Li wrote:"), ("Dana Li", "When?")]),
    ],
)  # fmt: skip
def test_each_line_has_its_author(text: str, told: list[tuple[str | None, str]]) -> None:
    assert [(author, said.strip("\n") if author is None else said) for author, said in letters(text)] == told


def test_blocks_have_their_authors(tmp_path: Path) -> None:
    made = EmailMessage()
    made["Subject"], made["MIME-Version"], made["Date"] = "Отчёт", "1.0", "Mon, 05 Dec 2022 10:00:00 +0600"
    made.set_content("Смотрите\n-----Original Message-----\nFrom: Аймак\nSubject: урок\nБыл урок")
    told = [(block.author, block.on is None) for block in read(save(tmp_path / "a.eml", made.as_bytes())).blocks]
    assert told == [("—", False)] * 3 + [("Аймак", True)] * 4

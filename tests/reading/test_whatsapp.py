"""Exported chats from both kinds of phones, in three languages and orders of the date."""

import zipfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies

from svod.reading import read_path
from svod.records import Document, Problem
from tests.reading.test_kinds import read

DAY = date(2022, 11, 25)


@pytest.mark.parametrize(
    "line",
    [
        "25.11.2022, 14:05 - Айгүл: Провели урок.",
        "25.11.22, 14:05 - Айгүл: Провели урок.",
        "25.11.2022 г., 14:05 - Айгүл: Провели урок.",
        "11/25/22, 2:05\u202fPM - Айгүл: Провели урок.",
        "25/11/2022, 2:05 pm - Айгүл: Провели урок.",
        "2022-11-25, 14:05 - Айгүл: Провели урок.",
        "[25.11.2022, 14:05:33] Айгүл: Провели урок.",
        "\u200e[25.11.22, 14:05:33] Айгүл: \u200eПровели урок.",
        "[11/25/22, 2:05:33\u202fPM] ~\u202fАйгүл: Провели урок.",
    ],
)
def test_a_line_of_every_phone(tmp_path: Path, line: str) -> None:
    path = tmp_path / "chat.txt"
    path.write_text(line + "\n", encoding="utf-8")
    document = read(path)
    message = document.blocks[-1]
    assert document.format == "whatsapp"
    assert (message.role, message.author, message.on) == ("message", "Айгүл", DAY)
    assert document.text == "Айгүл:\nПровели урок."


CHAT = """\
25.11.2022, 09:00 - Сообщения и звонки защищены сквозным шифрованием. Третьи лица не могут прочесть ваши сообщения.
25.11.2022, 09:00 - Айгүл создала группу «16 дней: отчёты»
25.11.2022, 09:01 - Айгүл: Добрый день!
Провели две лекции: в школе № 3
и в колледже.
25.11.2022, 09:02 - Айгүл: <Без медиафайлов>
26.11.2022, 10:00 - Ерлан: IMG-20221126-WA0001.jpg (файл добавлен)
Тренинг, 40 адам қатысты.
26.11.2022, 10:01 - Ерлан: Данное сообщение удалено
26.11.2022, 10:02 - Ерлан: <Медиа жоқ>
26.11.2022, 10:03 - Ерлан: Было 45 <Сообщение изменено>
"""


def test_only_what_people_wrote_is_kept(tmp_path: Path) -> None:
    (tmp_path / "chat.txt").write_text(CHAT, encoding="utf-8")
    document = read(tmp_path / "chat.txt")
    assert [(block.role, document.text[block.start : block.end]) for block in document.blocks] == [
        ("header", "Айгүл:"),
        ("message", "Добрый день!\nПровели две лекции: в школе № 3\nи в колледже."),
        ("header", "Ерлан:"),
        ("message", "Тренинг, 40 адам қатысты."),
        ("message", "Было 45"),
    ]


def test_a_zip_brings_its_chat_and_counts_the_pictures(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("Чат WhatsApp с группой.txt", CHAT)
        archive.writestr("IMG-1.jpg", b"\xff\xd8\xff")
    outcomes = list(read_path(tmp_path / "a.zip", tmp_path))
    assert [outcome.format for outcome in outcomes if isinstance(outcome, Document)] == ["whatsapp"]
    (note,) = (outcome for outcome in outcomes if isinstance(outcome, Problem))
    assert (note.severity, note.code, note.details) == ("warning", "chat_media", (("count", "1"),))


def test_days_and_months_are_told_apart_by_the_whole_chat(tmp_path: Path) -> None:
    lines = "5/12/22, 14:05 - Аня: раз\n5/13/22, 14:05 - Аня: два\n"
    (tmp_path / "a.txt").write_text(lines, encoding="utf-8")
    assert [block.on for block in read(tmp_path / "a.txt").blocks][1:] == [date(2022, 5, 12), date(2022, 5, 13)]


words = strategies.text("абвгдежәқң ", min_size=1, max_size=40).map(lambda text: f"Урок {text}".strip())
sent = strategies.tuples(strategies.sampled_from(["Айгүл", "Ерлан", "+7 700 000 00 00"]), words)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    strategies.lists(sent, min_size=1, max_size=8),
    strategies.sampled_from(["{:%d.%m.%Y}, 10:00 - ", "[{:%d.%m.%y}, 10:00:01] "]),
)
def test_what_was_sent_comes_back(tmp_path: Path, messages: list[tuple[str, str]], shape: str) -> None:
    days = [DAY + timedelta(number) for number in range(len(messages))]
    lines = [f"{shape.format(day)}{author}: {text}" for day, (author, text) in zip(days, messages, strict=True)]
    (tmp_path / "a.txt").write_text("\n".join(lines), encoding="utf-8")
    document = read(tmp_path / "a.txt")
    told = [block for block in document.blocks if block.role == "message"]
    assert [(block.author, " ".join(document.text[block.start : block.end].split())) for block in told] == [
        (author, " ".join(text.split())) for author, text in messages
    ]
    assert [block.on for block in told] == days

"""In a chat, what one person says is no place, day or organiser of another's."""

from datetime import date

import pytest
from hypothesis import given, strategies as st

from svod.extraction import explain, extract
from svod.extraction.voices import voices_of
from svod.packs import load
from svod.records import Block, Document, Period, Span

SAID = (
    ("Аскар", "Школа № 5 г. Рудного. Провели тренинг для учителей"),
    ("Дина", "Лисаковск, гимназия: показали фильм, 74 ученика"),
    ("Аскар", "Провели и опрос"),
    ("Дина", "Вчера прошёл диспут «Право на мнение»"),
)


def chat(said: tuple[tuple[str, str], ...] = SAID) -> Document:
    blocks, start = [], 0
    for number, (author, text) in enumerate(said, start=1):
        blocks.append(Block(start, start + len(text), "message", author, date(2025, 11, min(30, 26 + number))))
        start += len(text) + 1
    return Document("chat", "\n".join(text for _, text in said), format="whatsapp", year=2025, blocks=tuple(blocks))


def test_each_goes_on_where_they_were() -> None:
    document = chat()
    activities = extract(document, load("sixteen_days")).activities
    told = [(one.kind, one.place, document.quote(one.evidence)) for one in activities]
    assert told == [
        ("training", "Рудный", "Провели тренинг для учителей"),
        ("screening", "Лисаковск", "Лисаковск, гимназия: показали фильм, 74 ученика"),
        ("survey", "Рудный", "Провели и опрос"),
        ("debate", "Лисаковск", "Вчера прошёл диспут «Право на мнение»"),
    ]


def test_yesterday_is_the_day_before_the_message() -> None:
    *_, last = extract(chat(), load("sixteen_days")).activities
    assert last.date == Period(date(2025, 11, 29), date(2025, 11, 29))


def test_every_field_keeps_its_place_in_the_chat() -> None:
    document = chat()
    activities = extract(document, load("sixteen_days")).activities
    told = {document.quote(span) for one in activities for name, span in one.sources if name == "title"}
    assert told == {"«Право на мнение»"}


def test_it_is_explained_where_it_stands() -> None:
    page = explain(chat(), load("sixteen_days"))
    assert '<mark class="held">диспут<sup>' in page
    assert '<mark class="held">тренинг<sup>' in page


def test_who_writes_alone_is_read_whole() -> None:
    assert voices_of(chat(SAID[:1])) == []
    assert voices_of(Document("a", "Провели тренинг")) == []


def test_a_pasted_chat_is_known_by_who_writes_again() -> None:
    text = (
        "Рудный: Доброе утро! В школе № 5 провели тренинг\nЛисаковск: у нас показали фильм, 74 ученика\n"
        "Рудный: и ещё опрос провели\nЛисаковск: вчера прошёл диспут"
    )
    told = extract(Document("a", text, year=2025), load("sixteen_days")).activities
    assert [(one.kind, one.place) for one in told] == [
        *(("training", "Рудный"), ("screening", "Лисаковск"), ("survey", "Рудный"), ("debate", "Лисаковск")),
    ]
    assert [text[one.evidence.start : one.evidence.end] for one in told][2] == "Рудный: и ещё опрос провели"


def test_where_nobody_says_it_it_was_where_all_of_them_are() -> None:
    said = (("Горком", "В Рудном ждут отчёты"), ("Дина", "Показали фильм, 74 ученика"), ("Ли", "Был опрос"))
    told = extract(chat(said), load("sixteen_days")).activities
    assert [(one.region, one.place) for one in told] == [("KZ-39", "Рудный")] * 2
    elsewhere = extract(chat((*said, ("Сауле", "В Лисаковске прошёл диспут"))), load("sixteen_days")).activities
    assert [(one.region, one.place) for one in elsewhere] == [("KZ-39", None)] * 2 + [("KZ-39", "Лисаковск")]


def test_who_sent_a_message_held_what_it_tells() -> None:
    said = (
        "[27.11.25, 14:05] Алия СШ 40: Провели тренинг, 26 учащихся\n[27.11.25, 14:09] Д/с Ботагоз Аксай: Был концерт\n"
        "[28.11.25, 9:00] №7 мектеп Жезді: викторина өтті\n[28.11.25, 9:40] №7 мектеп Жезді: пікірталас болды\n"
        "[28.11.25, 9:45] Алия СШ 40: И показали фильм\n[28.11.25, 9:50] Райком: Завтра проведём круглый стол\n"
    )
    told = extract(Document("a", said), load("sixteen_days")).activities
    names = ["СШ 40", "Д/с Ботагоз", "№7 мектеп", "№7 мектеп", "СШ 40", "Райком"]
    assert [one.organiser for one in told] == names


def test_a_text_that_only_holds_a_chat_is_one() -> None:
    said = "Рудный: провели тренинг\nЛисаковск: показали фильм\nРудный: и опрос\nЛисаковск: и диспут\n"
    assert voices_of(Document("a", said))
    assert voices_of(Document("a", said + "В школе № 7 прошёл семинар.\n" * 20)) == []


@pytest.mark.parametrize(
    "text", ["Цель: мир\nИтог: прошёл семинар\nИсп.: Ли", "Дата: 5 декабря\nОхват: 40\nДата: 6 декабря\nОхват: 9"]
)
def test_a_list_of_labels_is_no_chat(text: str) -> None:
    assert voices_of(Document("a", text)) == []


@given(st.lists(st.tuples(st.sampled_from("абв"), st.text("где ", min_size=1)), min_size=2).map(tuple))
def test_a_voice_knows_where_each_message_stands(said: tuple[tuple[str, str], ...]) -> None:
    document = chat(said)
    for voice in voices_of(document):
        for block in voice.document.blocks:
            here = Span(block.start, block.end)
            assert voice.document.quote(here) == document.quote(voice.place(here))


def test_a_day_over_a_pasted_chat_is_when_its_messages_were_sent() -> None:
    text = (
        "3 декабря 2025 г.\n08:45 Айна: вчера был диспут\n08:50 Модератор: спасибо\n09:00 Марат Е.: раздали буклеты\n"
        "\n[четверг, 4 декабря]\n09:10 Марат Е.: сегодня прошла линейка\n09:15 Айна: показали фильм 1-го\n"
    )
    told = extract(Document("a", text, year=2025), load("sixteen_days")).activities
    days = [str(one.date) if one.date else None for one in told]
    assert days == ["2025-12-02", None, "2025-12-04", "2025-12-01"]
    assert [text[one.evidence.start : one.evidence.end][:5] for one in told] == ["08:45", "09:00", "09:10", "09:15"]

"""What a text may tell besides what was read of it is pointed at, and counts nowhere."""

import json
from pathlib import Path

import pytest

from svod.extraction import extract, reason
from svod.packs import load
from svod.records import Activity, Bounds, Document, Reading, ReportedTotal
from tests.extraction.test_gold import annotated

PACK = load("sixteen_days")


def read(text: str) -> Reading:
    return extract(Document("a", text, year=2025), PACK)


def left_out(text: str) -> list[tuple[str, str]]:
    """What is pointed at, and its words."""
    return [
        (one.measure if isinstance(one, ReportedTotal) else one.kind, text[one.evidence.start : one.evidence.end])
        for one in read(text).left_out
    ]


@pytest.mark.parametrize(
    ("text", "what", "words"),
    [
        ("Если получится, тренинг для родителей. Прошла лекция.", "training", "Если получится, тренинг для родителей"),
        ("Лекцию посетили 40 студентов. Позже к ним присоединились 15 родителей.", "participants", "15 родителей"),
        ("Состоялись беседа и викторина. Пришли 14 пап и 20 мам.", "participants", "14 пап и 20 мам"),
        ("Дәріс пен семинар өтті. Асханада 55 ата-ана болды.", "participants", "55 ата-ана"),
    ],
)
def test_it_is_pointed_at(text: str, what: str, words: str) -> None:
    assert (what, words) in left_out(text)


@pytest.mark.parametrize(
    "text",
    [
        "В колледже прошла лекция для 40 студентов.",
        "Прошла лекция. На лекции было 40 студентов. Всего пришли 40 студентов.",
        "В рамках акции «16 дней активизма» прошла лекция.",
        "Дәріске 40 студент қатысты.",
        "Активисты раздали на рынке памятки с телефонами помощи.",
    ],
)
def test_where_all_was_read_nothing_is(text: str) -> None:
    assert not read(text).left_out


def test_it_is_as_it_would_be() -> None:
    (one,) = read("Если получится, 5 декабря тренинг для родителей в Рудном. Прошла лекция.").left_out
    assert isinstance(one, Activity)
    assert (one.kind, one.place, one.audience, str(one.date)) == ("training", "Рудный", ("parents",), "2025-12-05")
    assert one.confidence < 0.5


def test_people_of_nothing_are_a_number_of_their_place() -> None:
    (one,) = read("В Рудном прошли лекция и семинар. Потом пришли 15 родителей.").left_out
    assert isinstance(one, ReportedTotal)
    assert (one.value, one.region, one.place) == (Bounds(15, 15), "KZ-39", "Рудный")


def test_in_a_chat_it_stands_where_it_was_written() -> None:
    chat = (
        "[25.11.2025, 18:40] Айгуль: Провели беседу.\n[25.11.2025, 18:41] Марат: Если получится, тренинг для пап.\n"
        "[26.11.2025, 9:00] Айгуль: Прошла лекция.\n[26.11.2025, 9:05] Марат: Был опрос."
    )
    ((what, words),) = left_out(chat)
    assert what == "training"
    assert "тренинг для пап" in words


def test_many_kinds_in_one_sentence_are_a_wish() -> None:
    assert not left_out("Рекомендуем чаще проводить беседы, лекции, викторины, конкурсы и тренинги. Прошёл опрос.")


@pytest.mark.parametrize("path", annotated(), ids=lambda path: path.stem)
def test_in_annotated_texts_it_is_little_and_can_be_told(path: Path) -> None:
    pointers = texts = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        reading = extract(Document(gold["id"], gold["text"], language=gold["lang"], year=gold["year"]), PACK)
        texts, pointers = texts + 1, pointers + len(reading.left_out)
        for one in reading.left_out:
            assert 0 <= one.evidence.start < one.evidence.end <= len(gold["text"])
            assert all(reason(one.reasons[0], language) for language in ("ru", "kk", "en"))
        told = {one.participants for one in reading.activities} | {one.value for one in reading.totals}
        assert told.isdisjoint(one.value for one in reading.left_out if isinstance(one, ReportedTotal))
    assert pointers <= 3 * texts

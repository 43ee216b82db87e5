"""What a letter's thread tells again is told once; what others wrote in it is another's."""

from svod.extraction import extract
from svod.packs import load
from svod.records import Block, Document


def told(*letters: tuple[str, str]) -> list[tuple[str, int | None]]:
    blocks, start = [], 0
    for author, text in letters:
        blocks.append(Block(start, start + len(text), "paragraph", author))
        start += len(text) + 1
    text = "\n".join(text for _, text in letters)
    reading = extract(Document("a", text, format="eml", year=2025, blocks=tuple(blocks)), load("sixteen_days"))
    return [(one.kind, one.participants.least if one.participants else None) for one in reading.activities]


NEWER = ("Аудан", "26 ноября прошла лекция «Право», 55 слушателей. Провели квест для 30 школьников.")


def test_an_older_letter_of_the_same_author() -> None:
    older = ("Аудан", "Провели лекцию «Право», 50 слушателей. Также прошли круглый стол и квест.")
    assert told(NEWER, ("Обком", "А сколько было?"), older) == [("lecture", 55), ("game", 30), ("round_table", None)]


def test_the_sender_sums_up_what_is_passed_on() -> None:
    assert told(("Обком", "В районе прошли лекция и квест."), NEWER, ("Школа", "Был квест, 12 детей")) == [
        ("lecture", None),
        ("game", None),
    ]


def test_what_two_districts_wrote_is_two() -> None:
    assert told(("Обком", "Направляем отчёты."), NEWER, ("Школа", "Провели квест для 12 учащихся")) == [
        ("lecture", 55),
        ("game", 30),
        ("game", 12),
    ]

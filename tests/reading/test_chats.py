"""Two exports of one chat: by which phone ever, what was read before is known, and nothing else."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, assume, given, settings, strategies

from svod.reading.chats import messages, overlap, without
from svod.records import Document
from tests.reading.test_kinds import read

Sent = tuple[str, str, str]  # when, who, what

CHAT: list[Sent] = [
    ("2025-11-25 09:00", "Айгүл", "Добрый день, коллеги!"),
    ("2025-11-25 09:05", "Ерлан", "Провели круглый стол «Дом без страха», 45 учащихся."),
    ("2025-11-25 09:06", "Айгүл", "Спасибо!"),
    ("2025-11-26 10:00", "Динара", "Бүгін мектепте тренинг өтті, 30 ата-ана қатысты."),
    ("2025-11-26 10:01", "Айгүл", "Рахмет!"),
    ("2025-11-26 23:50", "Ерлан", "Завтра в колледже семинар для родителей, план прилагаю."),
    ("2025-11-27 08:00", "Динара", "Оқушылармен сынып сағаты өткізілді, 25 адам."),
    ("2025-11-28 08:00", "Ерлан", "В колледже прошёл семинар, 60 человек."),
]
PHONES = {
    "android": "{:%d.%m.%Y, %H:%M} - ",
    "iphone": "[{:%d.%m.%y, %H:%M:%S}] ",
    "american": "{:%m/%d/%y, %I:%M %p} - ",
    "kazakh": "{:%Y-%m-%d, %H:%M} - ",
}


def written(chat: Sequence[Sent], phone: str, names: Mapping[str, str]) -> Iterator[str]:
    """Line by line, as the phone writes it."""
    for when, who, what in chat:
        yield f"{PHONES[phone].format(datetime.fromisoformat(when))}{names.get(who, who)}: {what}\n"


def export(
    folder: Path, chat: Sequence[Sent], phone: str = "android", name: str = "chat.txt", **names: str
) -> Document:
    """As the phone writes it, people called as its address book calls them."""
    (folder / name).write_text("".join(written(chat, phone, names)), encoding="utf-8")
    return read(folder / name)


def told(document: Document) -> tuple[str, ...]:
    return tuple(one.text for one in messages(document.text, document.blocks))


def known(folder: Path, new: Document, old: Document) -> list[str]:
    ours, theirs = messages(new.text, new.blocks), messages(old.text, old.blocks)
    found = overlap(ours, theirs)
    return [ours[place].text for place in found.same] if found else []


@pytest.mark.parametrize("phone", PHONES)
def test_a_continued_export_of_any_phone(tmp_path: Path, phone: str) -> None:
    old = export(tmp_path, CHAT[:5])
    new = export(tmp_path, CHAT[1:], phone, Ерлан="+7 701 000 00 01", Динара="Динара мұғалім", Айгүл="Мен")
    assert known(tmp_path, new, old) == [what for _when, _who, what in CHAT[1:5]]


def test_the_other_way_round(tmp_path: Path) -> None:
    assert known(tmp_path, export(tmp_path, CHAT[1:4]), export(tmp_path, CHAT)) == [what for *_, what in CHAT[1:4]]


def test_exports_that_only_meet_have_nothing_in_common(tmp_path: Path) -> None:
    assert known(tmp_path, export(tmp_path, CHAT[4:]), export(tmp_path, CHAT[:4])) == []


def test_a_phone_in_another_zone_of_time(tmp_path: Path) -> None:
    later = [(str(datetime.fromisoformat(when) + timedelta(hours=2)), who, what) for when, who, what in CHAT]
    assert known(tmp_path, export(tmp_path, later), export(tmp_path, CHAT)) == [what for *_, what in CHAT]


def test_the_same_words_twice_on_a_day_are_two_messages(tmp_path: Path) -> None:
    twice = [*CHAT, ("2025-11-28 09:00", "Динара", CHAT[-1][2])]
    new, old = export(tmp_path, twice), export(tmp_path, CHAT)
    assert len(known(tmp_path, new, old)) == len(CHAT)


def test_another_chat_with_a_few_forwarded_messages_is_another(tmp_path: Path) -> None:
    talk = [("2025-11-25 10:00", "Марат", f"Сообщение о совсем другом деле номер {number}.") for number in range(9)]
    other = [CHAT[1], *talk, CHAT[3], CHAT[7]]
    assert known(tmp_path, export(tmp_path, other), export(tmp_path, CHAT)) == []


def test_what_one_person_forwarded_from_many_makes_no_two_chats_one(tmp_path: Path) -> None:
    reports = [CHAT[1], CHAT[3], CHAT[7]]
    forwarded = [(when, "Секретарь", what) for when, _who, what in reports]
    assert known(tmp_path, export(tmp_path, reports), export(tmp_path, forwarded)) == []


def test_what_was_changed_and_what_was_deleted(tmp_path: Path) -> None:
    new = [one for place, one in enumerate(CHAT) if place != 3]
    new[1] = (*CHAT[1][:2], "Провели круглый стол «Дом без страха», 54 учащихся и родители. <Сообщение изменено>")
    ours, theirs = (messages(one.text, one.blocks) for one in (export(tmp_path, new), export(tmp_path, CHAT)))
    found = overlap(ours, theirs)
    assert found is not None
    # the first one in common is "Завтра…": what stood before may have been cut off on the phone
    assert {ours[a].text: theirs[b].text for a, b in found.changed.items()} == {
        new[1][2].removesuffix(" <Сообщение изменено>"): CHAT[1][2]
    }
    assert [theirs[place].text for place in found.gone] == [CHAT[3][2]]


def test_media_that_came_along_or_not_makes_no_difference(tmp_path: Path) -> None:
    def with_media(shown: str) -> list[Sent]:
        return [*CHAT[:4], ("2025-11-26 10:00", "Динара", f"{shown}\nФото с тренинга для родителей"), *CHAT[4:]]

    shown = export(tmp_path, with_media("IMG-20251126-WA0003.jpg (файл добавлен)"))
    hidden = export(tmp_path, with_media("<Без медиафайлов>"))
    assert known(tmp_path, shown, hidden) == list(told(shown))
    iphone = [
        *CHAT[:4],
        ("2025-11-26 10:00", "Динара", "Фото с тренинга для родителей \u200e<прикреплено: 7-PHOTO.jpg>"),
        *CHAT[4:],
    ]
    assert known(tmp_path, export(tmp_path, iphone, "iphone"), hidden) == list(told(hidden))


def test_a_person_is_mentioned_by_number_here_and_by_name_there(tmp_path: Path) -> None:
    named = [*CHAT, ("2025-11-28 09:00", "Айгүл", "@Ерлан Сейітов пришлите фото семинара, пожалуйста")]
    number = [*CHAT, ("2025-11-28 09:00", "Айгүл", "@77010000001 пришлите фото семинара, пожалуйста")]
    assert len(known(tmp_path, export(tmp_path, named), export(tmp_path, number))) == len(named)


def test_only_what_is_new_is_left(tmp_path: Path) -> None:
    document = export(tmp_path, CHAT)
    all_ = messages(document.text, document.blocks)
    left, places = without(document, range(1, 7), all_)
    assert left.text == f"Айгүл:\n{CHAT[0][2]}\nЕрлан:\n{CHAT[7][2]}"
    assert [left.text[one.start : one.end] for one in left.blocks if one.role == "message"] == [CHAT[0][2], CHAT[7][2]]
    assert (places[0], places[1], places[7]) == (
        left.text.index("Добрый"),
        left.text.index("В колл"),
        left.text.index("В колл"),
    )
    assert left.blocks[-1].on == date(2025, 11, 28)
    assert without(document, range(8), all_)[0].text == ""


def test_all_of_it_left_is_the_document_itself(tmp_path: Path) -> None:
    document = export(tmp_path, CHAT)
    assert without(document, (), messages(document.text, document.blocks))[0] == document


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(strategies.randoms(use_true_random=False), strategies.integers(30, 150), strategies.sampled_from(sorted(PHONES)))
def test_whatever_is_said_again_and_again(tmp_path: Path, chance: Random, number: int, phone: str) -> None:
    """A chat full of thanks, exported from its middle on by another member, with some of it changed and deleted."""
    moment, thanks = datetime(2025, 11, 25, 8), ("Спасибо!", "Рахмет!", "Коллеги, жду отчёты")
    chat: list[Sent] = []
    for n in range(number):
        moment += timedelta(minutes=chance.randint(1, 40))
        what = chance.choice([*thanks, f"Провели урок № {n} о правах, {n + 20} детей."])
        chat.append((moment.isoformat(" ", "minutes"), chance.choice(["Айгүл", "Ерлан", "Динара", "Марат"]), what))
    middle, until = number // 3, number * 2 // 3
    telling = [place for place in range(middle, until) if "№" in chat[place][2]]
    assume(len(telling) > 4)
    changed, deleted = set(telling[2:-2:7]), set(telling[3:-2:7])
    now = [
        (when, who, f"{what} Были гости." if place in changed else what)
        for place, (when, who, what) in enumerate(chat)
        if place >= middle and place not in deleted
    ]
    new = export(tmp_path, now, phone, Айгүл="Мен", Ерлан="+7 701 000 00 01")
    old = export(tmp_path, chat[:until])
    ours, theirs = (messages(one.text, one.blocks) for one in (new, old))
    found = overlap(ours, theirs)
    assert found is not None
    assert all(ours[one].key == theirs[other].key for one, other in found.same.items())
    known = [one for one in found.same if "№" in ours[one].text]
    assert len(known) == len(telling) - len(changed) - len(deleted)
    assert {theirs[place].text for place in found.changed.values()} == {chat[place][2] for place in changed}
    gone = {theirs[place].text for place in found.gone}
    assert {one for one in gone if "№" in one} == {chat[place][2] for place in deleted}
    between = range(min(known), max(known))
    assert {place for place in between if place not in found.same} == set(found.changed)

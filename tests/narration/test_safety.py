from dataclasses import replace
from datetime import date

import pytest

from svod.narration.safety import discretion, names_a_person, public
from svod.records import Activity, Bounds, Document, Evidence, Period
from tests.narration.made import activity, register

HERE = Evidence("d", 0, 1)

# text, whether a private person is named in it
NAMES = [
    ("педагог Иванова А. А.", True),
    ("А.А. Иванова", True),
    ("методист Айгүл Серікқызы", True),
    ("директор Мария Петровна", True),
    ("школа имени Абая, директор Иванова А. А.", True),
    ("школа-гимназия имени А. Байтурсынова", False),
    ("школа им. Б. Момышұлы", False),
    ("А. Байтұрсынұлы атындағы гимназия", False),
    ("первичная профсоюзная организация школы № 5", False),
    ("КГУ «ОШ № 12» г. Костаная", False),
    ("О насилии не молчи", False),
    ("Детство без насилия — счастливое детство", False),
]


@pytest.mark.parametrize(("text", "named"), NAMES)
def test_private_persons_are_told_from_names_of_institutions(text: str, named: bool) -> None:
    assert names_a_person(text) is named


def test_a_private_person_is_never_named() -> None:
    shown = public(Activity("lecture", HERE, title="Встреча с Петровой А. А.", organiser="Иванова Мария Петровна"))
    assert (shown.title, shown.organiser) == (None, None)


def test_a_crisis_centre_is_told_at_region_level() -> None:
    lecture = Activity("lecture", HERE, region="KZ-39", place="Рудный", organiser="Кризисный центр «Луч»")
    assert (public(lecture).place, public(lecture).organiser, public(lecture).region) == (None, None, "KZ-39")


def test_few_people_who_got_help_are_not_counted_out() -> None:
    few = Activity("consultation", HERE, participants=Bounds.exactly(4))
    many = Activity("consultation", HERE, participants=Bounds.exactly(5))
    assert public(few).participants is None
    assert public(many) is many


def test_planned_help_has_no_day_and_place() -> None:
    planned = Activity("consultation", HERE, place="Рудный", date=Period.day(date(2022, 12, 5)), planned=True)
    assert (public(planned).place, public(planned).date) == (None, None)


def test_everything_else_stays_as_it_is() -> None:
    plain = Activity("seminar", HERE, title="О насилии не молчи", organiser="школа № 5", place="Рудный")
    assert public(plain) is plain


# a piece of a submission, whether the report may quote it
QUOTES = [
    ("В школе прошла лекция для 45 учащихся", True),
    ("в школе имени А. Байтурсынова прошёл флешмоб", True),
    ("обратилась гражданка Выдуманова Проба Образцовна", False),
    ("обратилась А. А. Выдуманова", False),
    ("ИИН 000000000000", False),
    ("телефон +7 700 000 00 00", False),
    ("телефон доверия 111", True),
    ("юрист вела приём граждан, обратились двое", False),
    ("за помощью обратились 4 человека", False),
    ("за помощью обратились 41 человек", True),
    ("заңгерге екі адам жүгінді", False),
    ("проживает по адресу: ул. Несуществующая", False),
]


@pytest.mark.parametrize(("text", "shown"), QUOTES)
def test_a_quote_that_tells_a_private_person_is_hidden(text: str, shown: bool) -> None:
    assert discretion(register())(text) == (text if shown else "[…]")


def test_a_quote_of_few_people_who_got_help_is_hidden_and_no_other() -> None:
    told = "8 декабря юрист вела приём граждан, обратились двое"
    text = f"{told}. Прошла лекция."
    few = replace(register(activity("consultation", participants="2")), documents=(Document("d", text, "отчёт.docx"),))
    member = replace(few.activities[0].activity, evidence=Evidence("d", 0, len(told)))
    guard = discretion(replace(few, activities=(replace(few.activities[0], members=(member,)),)))
    assert [guard(quoted) for quoted in (told, text, "приём граждан, обратились двое")] == ["[…]"] * 3
    assert guard("Прошла лекция.") == "Прошла лекция."

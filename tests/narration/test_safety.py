from datetime import date

import pytest

from svod.narration.safety import names_a_person, public
from svod.records import Activity, Bounds, Evidence, Period

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

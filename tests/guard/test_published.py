"""The register as it may be told, and its quotes."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from svod.guard import Discretion, find, is_undisclosed, published
from svod.guard.published import names_a_person
from svod.packs import load
from svod.records import Activity, Bounds, Document, Evidence, Period, Problem, Register, Release
from tests.narration.made import activity, register

PACK = load("sixteen_days")
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
    ("«О насилии не молчи»", False),
    ("«Детство без насилия — счастливое детство»", False),
    ("председатель облсовпрофа С. Нуржанова", False),
]


@pytest.mark.parametrize(("text", "named"), NAMES)
def test_private_persons_are_told_from_names_of_institutions(text: str, named: bool) -> None:
    assert names_a_person(text, PACK) is named


# title, whether a report may give it: a name alone may be a club's, a case is told whatever stands around it
TITLES = [
    ("Помощь Марии Дроновой", False),
    ("Консультация для Марии Олеговны Дроновой", False),
    ("Отчим бил Зарему", False),
    ("Супруга задержали за избиение Заремы", False),
    ("Зарема", True),
    ("Если вас бьют, звоните", True),
]


@pytest.mark.parametrize(("title", "told"), TITLES)
def test_a_title_that_tells_of_a_person_is_not_given(title: str, told: bool) -> None:
    (one,) = shown(Activity("lecture", HERE, title=title))
    assert (one.title is not None) is told


def shown(*activities: Activity, planned: tuple[Activity, ...] = ()) -> list[Activity]:
    register_shown = published(register(*activities, planned=planned), PACK)
    return [one.activity for one in (*register_shown.activities, *register_shown.planned)]


def test_a_private_person_is_never_named() -> None:
    (one,) = shown(Activity("lecture", HERE, title="Встреча с Петровой А. А.", organiser="Иванова Мария Петровна"))
    assert (one.title, one.organiser) == (None, None)


def test_a_crisis_centre_is_told_at_region_level() -> None:
    lecture = Activity("lecture", HERE, region="KZ-39", place="Рудный", organiser="Кризисный центр «Луч»")
    partner = Activity("lecture", HERE, region="KZ-39", place="Рудный", partners=("crisis_centre",))
    assert [(one.place, one.organiser, one.region) for one in shown(lecture, partner)] == [(None, None, "KZ-39")] * 2


@pytest.mark.parametrize(
    ("names", "undisclosed"),
    [
        (("Кризисный центр «Луч»", None), True),
        (("школа № 5", "приют"), True),
        (("дағдарыс орталығы",), True),
        (("school", "Rudny"), False),
    ],
)
def test_places_that_nobody_may_find_are_known(names: tuple[str | None, ...], undisclosed: bool) -> None:
    assert is_undisclosed(*names) is undisclosed


def helped(*numbers: int, kind: str = "consultation", region: str = "KZ-39") -> list[tuple[int | None, str | None]]:
    """What is shown of so many people, each number helped by an organisation of the region: the number, the place."""
    told = [
        Activity(kind, HERE, region=region, place="Рудный", participants=Bounds.exactly(number)) for number in numbers
    ]
    return [(one.participants.least if one.participants else None, one.place) for one in shown(*told)]


def test_few_people_who_got_help_are_not_counted_out_nor_what_would_tell_them() -> None:
    assert helped(4, 6, 20) == [(None, "Рудный"), (None, "Рудный"), (20, "Рудный")]
    assert helped(3, 4, 20) == [(None, "Рудный"), (None, "Рудный"), (20, "Рудный")]
    assert helped(5, 6) == [(5, "Рудный"), (6, "Рудный")]


def test_a_regions_only_number_is_told_of_the_region_only() -> None:
    assert helped(4) == [(None, None)]


def test_few_people_at_a_lecture_are_counted() -> None:
    assert helped(4, kind="lecture") == [(4, "Рудный")]


def test_planned_help_has_no_day_and_place() -> None:
    day = Period.day(date(2022, 12, 5))
    (one,) = shown(planned=(Activity("consultation", HERE, place="Рудный", date=day, planned=True),))
    assert (one.place, one.date) == (None, None)


def test_everything_else_stays_as_it_is() -> None:
    made = register(Activity("seminar", HERE, title="О насилии не молчи", organiser="школа № 5", place="Рудный"))
    assert published(made, PACK).activities[0] is made.activities[0]


# a piece of a submission, and as it may be quoted
QUOTES = [
    ("В школе прошла лекция для 45 учащихся", "В школе прошла лекция для 45 учащихся"),
    ("в школе имени А. Байтурсынова прошёл флешмоб", "в школе имени А. Байтурсынова прошёл флешмоб"),
    ("обратилась гражданка Выдуманова Проба Образцовна", "обратилась гражданка [имя скрыто 1]"),
    ("обратилась А. А. Выдуманова", "обратилась [имя скрыто 1]"),
    ("ИИН 000000000000", "ИИН [ИИН скрыт]"),
    ("телефон +7 700 000 00 00", "телефон [телефон скрыт]"),
    ("телефон доверия 111", "телефон доверия 111"),
    ("юрист вела приём граждан, обратились двое", "[помощь немногим скрыта]"),
    ("за помощью обратились 4 человека", "[помощь немногим скрыта]"),
    ("за помощью обратились 41 человек", "за помощью обратились 41 человек"),
    ("проживает по адресу: ул. Несуществующая, 1", "проживает по адресу: [адрес скрыт]"),
]


def released_first_of(text: str) -> tuple[Release, ...]:
    return (
        Release(find(text, "ru", PACK)[0].key, "coordinator", "she asked for it", datetime(2025, 12, 1, tzinfo=UTC)),
    )


def test_what_somebody_released_is_told_in_titles_and_quotes() -> None:
    text = "Урок провела учитель Анна Коваль."
    title = Activity("lecture", HERE, title="Урок Анны Коваль")
    told = replace(register(title), documents=(Document("d", text),), released=released_first_of(text))
    (one,) = published(told, PACK).activities
    assert one.activity.title == "Урок Анны Коваль"
    assert Discretion(told, PACK)(told.documents[0], 0, len(text)) == text


def test_no_name_of_a_file_tells_a_person() -> None:
    document = Document("d", "", "Рудный/Иванова отчёт.docx")
    problem = Problem("unreadable", "empty", "Иванова справка.doc")
    told = published(replace(register(), documents=(document,), problems=(problem,)), PACK)
    assert [one.source for one in (*told.documents, *told.problems)] == [
        "Рудный/[имя скрыто 1] отчёт.docx",
        "[имя скрыто 1] справка.doc",
    ]


def discretion(text: str, language: str = "ru", told: Register | None = None) -> tuple[Discretion, Document]:
    document = Document("d", text, "отчёт.docx", language=language)
    return Discretion(replace(told or register(), documents=(document,)), PACK), document


@pytest.mark.parametrize(("text", "quoted"), QUOTES)
def test_a_quote_is_masked_where_it_tells_somebody(text: str, quoted: str) -> None:
    guard, document = discretion(text)
    assert guard(document, 0, len(text)) == quoted


@pytest.mark.parametrize(
    ("text", "language"), [("заңгерге екі адам жүгінді", "kk"), ("Two women turned to the lawyer.", "en")]
)
def test_few_who_asked_are_hidden_in_every_language(text: str, language: str) -> None:
    guard, document = discretion(text, language)
    assert text not in guard(document, 0, len(text))


def test_a_quote_of_few_people_who_got_help_is_hidden_and_no_other() -> None:
    told = "8 декабря юрист дала консультацию, пришли 2 человека"
    text = f"{told}. Прошла лекция."
    made = register(activity("consultation", participants="2"))
    member = replace(made.activities[0].activity, evidence=Evidence("d", 0, len(told)))
    few = replace(made, activities=(replace(made.activities[0], members=(member,)),))
    guard, document = discretion(text, told=few)
    assert guard(document, 0, len(told)) == "[помощь немногим скрыта]"
    assert guard(document, len(told), len(text)) == ". Прошла лекция."


def test_a_name_is_masked_in_a_piece_that_tells_it_only_with_the_rest() -> None:
    guard, document = discretion("Вела урок учитель Анна Коваль. Коваль хвалили.")
    assert guard(document, 31, 46) == "[имя скрыто 1] хвалили."


def test_what_was_withheld_is_told_by_submission() -> None:
    guard, _ = discretion("Учитель Анна Коваль, прокурор С. Нуржанова")
    (one,) = guard.withheld()
    assert (one.source, [find.kind for find in one.finds]) == ("отчёт.docx", ["name"])

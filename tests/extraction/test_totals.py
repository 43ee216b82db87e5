"""Reported totals: what a number counts, and what it does not."""

import pytest

from svod.extraction import extract
from svod.packs import load
from svod.records import Document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Всего проведено 148 мероприятий.", [("activities", None, 148)]),
        ("Всего строк 9, проведено 6", [("activities", None, 6)]),
        ("Итого из 15 выполнено 9.", [("activities", None, 9)]),
        ("Охвачено по таблице (без лекций) 282", [("participants", None, 282)]),
        ("Обеспечено участие 38 школ и 12 детских садов.", [("organisations", None, 38), ("organisations", None, 12)]),
        ("Сводно по области: филиалов, принявших участие, – 19.", [("organisations", None, 19)]),
        ("Выпущен сборник (тираж 60 экз.) и разослан.", []),
        (
            "Барлығы 25 шара өтті, оның ішінде тренингтер – 6, сынып сағаттары – 9.",
            [("activities", None, 25), ("activities", "training", 6), ("activities", "class_hour", 9)],
        ),
        (
            "Барлығы 36 іс-шара, оның ішінде 12 сынып сағаты, 5 дөңгелек үстел өткізілді.",
            [("activities", None, 36), ("activities", "class_hour", 12), ("activities", "round_table", 5)],
        ),
        (
            "Облыс бойынша: семинар – 8, тренинг – 6.",
            [("activities", "seminar", 8), ("activities", "training", 6)],
        ),
        ("Жалпы 450 адам қамтылды, бұл былтырғыдан 60 адамға көп.", [("participants", None, 450)]),
        (
            "Жалпы: 31 шара, 700 қатысушы. Дебат – 4, кураторлық сағат – 12.",
            [
                ("activities", None, 31),
                ("participants", None, 700),
                ("activities", "debate", 4),
                ("activities", "class_hour", 12),
            ],
        ),
        (
            "Итого по району: проведено 9 мероприятий, из них бесед – 8, выездной семинар – 1.",
            [("activities", None, 9), ("activities", "talk", 8), ("activities", "seminar", 1)],
        ),
        (
            "Мероприятий проведено — 15. Роздано: закладок – 60, плакатов – 5.",
            [("activities", None, 15), ("materials", None, 60), ("materials", None, 5)],
        ),
        (
            "Итог по району: 76 мероприятий, 940 чел, 23 первички.",
            [("activities", None, 76), ("participants", None, 940), ("organisations", None, 23)],
        ),
        (
            "Мероприятий больше пятидесяти. Людей не менее 900. Листовок 200 штук.",
            [("activities", None, 51), ("participants", None, 900), ("materials", None, 200)],
        ),
        ("Проведено 31 мероприятие. 12 школ ремонтируются.", [("activities", None, 31)]),
        (
            "Сандар: 89 іс-шара; жұмылдырылған адам – төрт мың; ұйым – 21.",
            [("activities", None, 89), ("participants", None, 4000), ("organisations", None, 21)],
        ),
        (
            "Барлық іс-шара – 31\nҚамтылғандар – 870 (оқушы – 700, мұғалім – 170)",
            [
                *(("activities", None, 31), ("participants", None, 870)),
                *(("participants", None, 700), ("participants", None, 170)),
            ],
        ),
        ("В кампании участвовали 9 из 12 районных и городских организаций.", [("organisations", None, 9)]),
        ("Аудандағы 26 ұйымның 23-і науқанға қатысты.", [("organisations", None, 23)]),
        (
            "Барлығы 64 іс-шара өтті; дөңгелек үстелдер саны – 5, дебаттар – 10.",
            [("activities", None, 64), ("activities", "round_table", 5), ("activities", "debate", 10)],
        ),
        ("Мероприятий в садах, по данным отдела, 39.", [("activities", None, 39)]),
        ("Всего поддержали 12 школ из 40.", [("organisations", None, 12)]),
        ("Каждый садик проводит не менее двух мероприятий.", []),
        ("Әр колледж кемінде 4 шара өткізеді.", []),
        ("Өткен 17 шараның көбі қалада болды, ауылдан дерек болған жоқ.", [("activities", None, 17)]),
        (
            "Сексен шара өтті. Қатысқан адам – екі мың үш жүз.",
            [("activities", None, 80), ("participants", None, 2300)],
        ),
        (
            "Мектепте дәріс оқылды. Барлығы 5 іс-шараға 240 адам қамтылды.",
            [("activities", None, 5), ("participants", None, 240)],
        ),
        (
            "Мероприятий – не менее 640, из них тренингов 77.",
            [("activities", None, 640), ("activities", "training", 77)],
        ),
        ("Всего охвачено свыше 300 человек.", [("participants", None, 301)]),  # also words of tables' heads
        ("Всего участников: 300.", [("participants", None, 300)]),
        ("Барлығы қамтылды: 300 адам.", [("participants", None, 300)]),
        ("Барлық қатысушылар саны — 300 адам.", [("participants", None, 300)]),
        ("Total participants: 300.", [("participants", None, 300)]),
        ("Общий охват – 3200 чел.", [("participants", None, 3200)]),
        ("В мероприятиях приняли участие 3 500 человек.", [("participants", None, 3500)]),
        ("В прошлом году было 19 мероприятий.", []),
        ("В 2024 году в рамках кампании прошло 65 мероприятий.", []),
        ("2024 жылы науқанда 65 іс-шара өткізілді.", []),
        ("В 2025 году в рамках кампании прошло 65 мероприятий.", [("activities", None, 65)]),
        ("До 10 декабря пройдёт более 100 мероприятий.", []),
        ("Будет проведено 50 мероприятий.", []),
        ("Проведено 50 мероприятий, ещё 20 запланировано.", [("activities", None, 50)]),
        ("Екі апта ішінде жүздеген іс-шара өтеді.", []),
        ("Барлығы 100 іс-шара өткізу жоспарланған.", []),
        ("Барлығы 2000 адам қамтылады.", []),
        ("| ИТОГО | 9 мероприятий | | | 744 |", [("activities", None, 9)]),
        ("Науқанға 75 мекеме атсалысты.", [("organisations", None, 75)]),
        ("Жобаға 7 мектеп қосылды.", []),
        ("Таратылған буклет, парақша саны – 3 000-нан аса.", [("materials", None, 3001)]),
        ("Акцияға 5 мектептің 90 мұғалімі қатысты.", [("participants", None, 90)]),
        ("Акцияға 214 мектеп қатысты.", [("organisations", None, 214)]),
        ("Ауданда 37 түрлі шара өтті.", [("activities", None, 37)]),
        ("Барлығы 420 оқушы мен 80 ата-ана қатысты.", [("participants", None, 500)]),
        ("Есеп: 12 шара, 800 баладан кем емес.", [("activities", None, 12), ("participants", None, 800)]),
        (
            "«Ана жүрегі», «Бала» атты дәрістер өтті. Дәрістерге 90 студент қатысты.",
            [("participants", "lecture", 90)],
        ),
        (
            "Количество мероприятий – 34, количество участников – 1 560.",
            [("activities", None, 34), ("participants", None, 1560)],
        ),
        ("В мероприятиях приняло участие 500 учащихся и 30 родителей.", [("participants", None, 530)]),
        ("Участниками акции стали более 5000 жителей области.", [("participants", None, 5001)]),
        ("К акции присоединились более 30 организаций образования.", [("organisations", None, 31)]),
        ("Привлечено 12 НПО.", [("organisations", None, 12)]),
        (
            "Всего по району охвачено 12 школ и 1 345 школьников.",
            [("organisations", None, 12), ("participants", None, 1345)],
        ),
        (
            "За время кампании организовано 58 мероприятий с охватом 2 340 человек.",
            [("activities", None, 58), ("participants", None, 2340)],
        ),
        ("Проведены беседы, лекции и круглые столы с общим охватом 560 человек.", [("participants", None, 560)]),
        (
            "Провели 50 встреч и бесед, в которых участвовали 2000 человек.",
            [("activities", None, 50), ("participants", None, 2000)],
        ),
        ("Прошли тренинги «Опора», «Голос», всего пришло 96 учеников.", [("participants", "training", 96)]),
        (
            "Прошла беседа.\n\nИтого:\n- мероприятий – 24;\n- участников – 1 200;\n- привлечено организаций – 8.",
            [("activities", None, 24), ("participants", None, 1200), ("organisations", None, 8)],
        ),
        (
            "Прошла беседа.\nЗа 16 дней в районе проведено: 9 турниров, 4 концерта.",
            [("activities", "sports", 9), ("activities", "concert", 4)],
        ),
        (
            "Прошла беседа.\n3. ИТОГИ\nПубликаций – 77. В них участвовало 40 журналистов.",
            [("activities", "media", 77), ("participants", None, 40)],
        ),
        (
            "Проведено 36 мероприятий. В них участвовало 2 140 жителей.",
            [("activities", None, 36), ("participants", None, 2140)],
        ),
        ("Общее число участников, по оценкам, составило 10 тысяч.", [("participants", None, 10000)]),
        ("Прошёл семинар. Количество участников – 25 человек.", []),
        ("Всего в школе 640 учащихся.", []),
        ("Всего в очном и дистанционном виде набралось 85 мероприятий.", [("activities", None, 85)]),
        ("Всего в области 543 школы, из них 80 малых.", []),
        ("За период акции в полицию обратились 309 женщин.", []),
        ("За отчётный период юристы помогли 412 работникам.", []),
        ("Охват профсоюзным членством – 93 %, это 1 560 человек.", []),
        ("Охвачено 20 тысяч жителей, из них 8 тысяч мужчин.", [("participants", None, 20000)]),
        ("С 1991 года в кампании участвовали шесть тысяч организаций.", []),
        ("Проведён флешмоб, охват 200 человек.", []),
        ("Облыс бойынша барлығы 92 іс-шара өткізілді.", [("activities", None, 92)]),
        (
            "Өткізілген іс-шаралар саны – 43, қамтылған студенттер – 1 200.",
            [("activities", None, 43), ("participants", None, 1200)],
        ),
        (
            "Өткізілген шаралар саны: 15. Қатысушылар саны: 600.",
            [("activities", None, 15), ("participants", None, 600)],
        ),
        (
            "Барлығы 800 адам қамтылды, соның ішінде 600 оқушы, 200 ата-ана.",
            [("participants", None, 800)],
        ),
    ],
)
def test_what_is_summed_up(text: str, expected: list[tuple[str, str | None, int]]) -> None:
    reading = extract(Document(id="case", text=text, year=2025), load("sixteen_days"))
    assert [(total.measure, total.kind, total.value.least) for total in reading.totals] == expected


HEAD = "№ | Мероприятие | Дата | Место проведения | Количество участников | Ответственный\n"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Итого | 2 мероприятия | | | 130 |", [("participants", 130), ("activities", 2)]),
        ("| ИТОГО: | | | более 130 | |", [("participants", 131)]),
        ("Всего | | | | 130 человек |", [("participants", 130)]),
        ("3 | Выставка книг | 5 декабря | г. Аксу | 30 | Библиотекарь", []),
    ],
)
def test_the_people_of_a_tables_last_row_are_a_total(row: str, expected: list[tuple[str, int]]) -> None:
    told = "1 | Лекция «Право» | 26 ноября | г. Аксу | 42 | Профком\n2 | Беседа | 1 декабря | г. Аксу | 88 | Юрист\n"
    reading = extract(Document(id="case", text=HEAD + told + row, year=2025), load("sixteen_days"))
    assert [(total.measure, total.value.least) for total in reading.totals] == expected
    assert all(total.sums_up_its_table for total in reading.totals)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("На лекции «Право» было 60 человек, а не 45, как указано ранее.", {45}),
        ("Семинарға 40 емес, 38 мұғалім қатысты.", {40}),
        ("Барлығы 96 емес, 98 іс-шара өтті.", {96}),
        ("Всего проведено 98 мероприятий, а не 96.", {96}),
        ("На лекции «Право» было 60 человек, из них 45 студентов.", set()),
        ("Семинарға 40-тан кем емес мұғалім қатысты.", set()),
        ("На лекции «Право» было не менее 60 человек.", set()),
    ],
)
def test_a_number_told_wrongly_before_is_denied(text: str, denied: set[int]) -> None:
    reading = extract(Document(id="case", text=text, year=2025), load("sixteen_days"))
    assert set().union(*(one.denies for one in (*reading.activities, *reading.totals))) == denied


@pytest.mark.parametrize(
    "table",
    [
        "№\tФорма\tКол-во\tОхват\n1\tТренинг\t3\t74\n2\tДиспут\t1\t60\n\tВСЕГО\t4\t134",
        "Іс-шара\tСаны\tҚамтылғаны\nТренинг\t3\t74\nДебат\t1\t60\nБарлығы\t4\t134",
    ],
)
def test_the_last_row_of_a_table_between_tabs_is_a_total(table: str) -> None:
    reading = extract(Document(id="case", text=table, year=2025), load("sixteen_days"))
    assert [(total.measure, total.value.least) for total in reading.totals] == [
        ("participants", 134),
        ("activities", 4),
    ]


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Итого по городу 14 мероприятий, 690 человек.", True),
        ("Аудан бойынша барлығы 41 іс-шара өтті.", True),
        ("Всего в городе и области 14 мероприятий.", False),
        ("Всего в городе Рудном 14 мероприятий.", False),  # it is named
        ("Всего в районах 14 мероприятий.", False),
        ("Всего 14 мероприятий.", False),
    ],
)
def test_a_total_of_a_town_that_is_not_named_is_marked(text: str, own: bool) -> None:
    totals = extract(Document(id="case", text=text, year=2025), load("sixteen_days")).totals
    assert totals
    assert {total.sums_up_its_place for total in totals} == {own}


def test_who_answers_for_it_and_where_it_was_is_neither_its_audience_nor_its_guest() -> None:
    text = HEAD + "1 | Лекция для учащихся с участием прокурора | 26 ноября | г. Аксу, колледж | 42 | Психолог, педагог"
    (one,) = extract(Document(id="case", text=text, year=2025), load("sixteen_days")).activities
    assert (one.audience, one.partners, one.organiser) == (("pupils",), ("prosecutor",), "Психолог")


def test_a_table_of_numbers_sums_up_by_place_and_in_its_last_row() -> None:
    text = (
        "Регион | Проведено мероприятий | Охват, чел.\nПавлодарская область | 45 | 3 200\n"
        "Костанайская область | 62 | 5100\nВсего | 107 | 8300"
    )
    reading = extract(Document(id="case", text=text, year=2025), load("sixteen_days"))
    told = [(total.measure, total.region, total.value.least) for total in reading.totals]
    assert not reading.activities
    assert told == [
        *(("participants", "KZ-55", 3200), ("activities", "KZ-55", 45)),
        *(("participants", "KZ-39", 5100), ("activities", "KZ-39", 62)),
        *(("participants", None, 8300), ("activities", None, 107)),
    ]


def test_the_last_row_of_a_table_of_kinds_sums_up_each() -> None:
    text = "г. Рудный\nШкола | Беседы | Тренинги\nСШ № 3 | 4 | 2/38\nСШ № 5 | 1 | -\nИтого | 5 | 2/38"
    reading = extract(Document(id="case", text=text, year=2025), load("sixteen_days"))
    assert [(one.kind, one.organiser, one.count.least) for one in reading.activities] == [
        *(("talk", "СШ № 3", 4), ("training", "СШ № 3", 2), ("talk", "СШ № 5", 1)),
    ]
    assert [(total.kind, total.measure, total.place, total.value.least) for total in reading.totals] == [
        ("talk", "activities", "Рудный", 5),
        *(("training", "activities", "Рудный", 2), ("training", "participants", "Рудный", 38)),
    ]

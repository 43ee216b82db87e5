"""What small registers become in Russian: one line an activity, one expected passage."""

from dataclasses import replace

import pytest

from svod.narration import narrate
from svod.records import Activity, Contradiction, Evidence, Paragraph, Scope
from tests.narration.made import PACK, activity, bounds, register, sentences

K = "KZ-39"


def told(*activities: Activity) -> str:
    """The region's passage about activities in the Kostanay region."""
    return sentences(narrate(register(*activities), PACK), f"region-{K}")


# one activity, and its sentence
ONE = [
    (activity("round_table", region=K), "В Костанайской области проведён круглый стол."),
    (activity("meeting", region=K), "В Костанайской области проведена встреча."),
    (
        activity("meeting", region=K, place="Ақсу ауылдық округі"),
        "В сельском округе Ақсу проведена встреча.",
    ),
    (
        activity("meeting", region=K, place="Майский сельский округ"),
        "В Майском сельском округе проведена встреча.",
    ),
    (activity("assembly", region=K), "В Костанайской области проведено собрание."),
    (activity("seminar", region=K, count="2+"), "В Костанайской области проведены семинары."),
    (activity("seminar", region=K, count="1+"), "В Костанайской области проведено не менее одного семинара."),
    (activity("lecture", region=K, count="1+"), "В Костанайской области проведено не менее одной лекции."),
    (activity("training", region=K, count="5"), "В Костанайской области проведено 5 тренингов."),
    (activity("training", region=K, count="21"), "В Костанайской области проведён 21 тренинг."),
    (activity("talk", region=K, count="2"), "В Костанайской области проведено 2 беседы."),
    (activity("talk", region=K, count="22+"), "В Костанайской области проведено не менее 22 бесед."),
    (activity("talk", region=K, count="21+"), "В Костанайской области проведено не менее 21 беседы."),
    (activity("class_hour", region=K, count="90-110"), "В Костанайской области проведено от 90 до 110 классных часов."),
    (activity("lecture", region=K, count="1-30"), "В Костанайской области проведено до 30 лекций."),
    (activity("outreach", region=K, count="1+"), "В Костанайской области проведена разъяснительная работа."),
    (activity("outreach", region=K, title="Нет насилию"), "В Костанайской области проведена акция «Нет насилию»."),
    (activity("info_stand", region=K, count="2+"), "В Костанайской области оформлены информационные стенды."),
    (activity("project", region=K, title="Мы вместе"), "В Костанайской области реализован проект «Мы вместе»."),
    (activity("hotline", region=K), "В Костанайской области открыта горячая линия."),
    (activity("commission_session", region=K, count="3"), "В Костанайской области проведено 3 заседания комиссий."),
    (
        activity("distribution", region=K, count="1+", materials="booklet leaflet"),
        "В Костанайской области организована раздача буклетов и листовок.",
    ),
    (
        activity("exhibition", region=K, materials="drawing poster"),
        "В Костанайской области организована выставка рисунков и плакатов.",
    ),
    (
        activity("lecture", region=K, audience="pupils", participants="45"),
        "В Костанайской области проведена лекция для 45 учащихся.",
    ),
    (
        activity("lecture", region=K, audience="pupils", participants="21"),
        "В Костанайской области проведена лекция для 21 учащегося.",
    ),
    (
        activity("lecture", region=K, audience="pupils", participants="301+"),
        "В Костанайской области проведена лекция с участием не менее 301 учащегося.",
    ),
    (
        activity("lecture", region=K, participants="90-110"),
        "В Костанайской области проведена лекция с участием от 90 до 110 человек.",
    ),
    (
        activity("lecture", region=K, audience="pupils parents", participants="1500"),
        "В Костанайской области проведена лекция для учащихся и родителей (1 500 участников).",
    ),
    (
        activity("lecture", region=K, audience="children", participants="1"),
        "В Костанайской области проведена лекция для 1 ребёнка.",
    ),
    (
        activity("talk", region=K, audience="students", count="2+"),
        "В Костанайской области проведены беседы со студентами.",
    ),
    (
        activity("survey", region=K, audience="parents youth"),
        "В Костанайской области проведён опрос среди родителей и представителей молодёжи.",
    ),
    (
        activity("meeting", region=K, count="2+", audience="teachers", partners="police"),
        "В Костанайской области проведены встречи педагогов с сотрудниками полиции.",
    ),
    (
        activity("meeting", region=K, partners="prosecutor lawyer psychologist"),
        "В Костанайской области проведена встреча с представителями прокуратуры, юристами и психологами.",
    ),
    (
        activity("seminar", region=K, online=True, audience="teachers", partners="crisis_centre"),
        "В Костанайской области проведён семинар в режиме онлайн для педагогов "
        "с участием представителей кризисного центра.",
    ),
    (
        activity("flash_mob", region=K, audience="pupils", participants="300", partners="crisis_centre"),
        "В Костанайской области проведён флешмоб с участием представителей кризисного центра и 300 учащихся.",
    ),
    (
        activity("round_table", region=K, title='О чём "молчат" дома', materials="brochure memo video"),
        "В Костанайской области проведён круглый стол «О чём „молчат“ дома»; "
        "участникам розданы брошюры и памятки, показаны видеоролики.",
    ),
    (
        activity("class_hour", region=K, title="Моя семья", count="5"),
        "В Костанайской области проведено 5 классных часов «Моя семья».",
    ),
    (
        activity("seminar", region=K, date="2022-12-05", place="Костанайский район"),
        "5 декабря 2022 года в Костанайском районе проведён семинар.",
    ),
    (
        activity("seminar", region=K, date="2022-11-28/2022-11-30"),
        "С 28 по 30 ноября 2022 года в Костанайской области проведён семинар.",
    ),
    (
        activity("seminar", region=K, date="2022-11-28/2022-12-02"),
        "С 28 ноября по 2 декабря 2022 года в Костанайской области проведён семинар.",
    ),
    (
        activity("seminar", region=K, organiser="школа-гимназия № 12 города Рудного"),
        "В Костанайской области школой-гимназией № 12 города Рудного проведён семинар.",
    ),
    (
        activity("seminar", region=K, organiser="Костанайская областная организация профсоюза"),
        "Костанайской областной организацией профсоюза проведён семинар.",
    ),
    (
        activity("seminar", region=K, organiser="Психологическая служба Костаная"),
        "В Костанайской области психологической службой Костаная проведён семинар.",
    ),
    (
        activity("seminar", region=K, organiser="Карагандинская организация профсоюза"),
        "В Костанайской области Карагандинской организацией профсоюза проведён семинар.",
    ),
    (
        activity("seminar", region=K, organiser="Федоровская районная организация профсоюза"),
        "В Костанайской области Фёдоровской районной организацией профсоюза проведён семинар.",
    ),
    (
        activity("seminar", region=K, organiser="Калиновская средняя школа"),
        "В Костанайской области Калиновской средней школой проведён семинар.",
    ),
    (
        activity("seminar", region=K, organiser="Медицинский колледж"),
        "В Костанайской области медицинским колледжем проведён семинар.",
    ),
    (
        activity("seminar", region=K, organiser="КГУ «Школа № 5»"),
        "В Костанайской области КГУ «Школа № 5» проведён семинар.",
    ),
    (
        activity("seminar", region=K, organiser="Районной больницы"),
        "В Костанайской области проведён семинар.",
    ),
    (
        activity("seminar", region=K, organiser="Школы"),
        "В Костанайской области проведён семинар.",
    ),
    (
        activity("seminar", region=K, organiser="Профактив колледжа"),
        "В Костанайской области проведён семинар, организатор — Профактив колледжа.",
    ),
    (
        activity("commission_session", region=K, audience="women residents", participants="11"),
        "В Костанайской области проведено заседание комиссии с участием 11 человек.",
    ),
    (
        activity("flash_mob", region=K, participants="45+", materials="video", title="Я рядом"),
        "В Костанайской области проведён флешмоб «Я рядом» с участием не менее 45 человек; показаны видеоролики.",
    ),
    (
        activity("seminar", region=K, organiser="председатели профсоюзных комитетов"),
        "В Костанайской области председателями профсоюзных комитетов проведён семинар.",
    ),
    (
        activity("seminar", region=K, organiser="№ 5 мектеп-лицейі", place="Қарлығаш"),
        "В населённом пункте Қарлығаш проведён семинар, организатор — № 5 мектеп-лицейі.",
    ),
    (
        activity("seminar", region=K, organiser="управление образования и областной профсоюз"),
        "В Костанайской области проведён семинар, организатор — управление образования и областной профсоюз.",
    ),
    (
        activity("seminar", region=K, organiser="Колледж профком"),
        "В Костанайской области проведён семинар, организатор — колледж профком.",
    ),
    (
        activity("seminar", region=K, organiser='Детский сад "Росинка"'),
        "В Костанайской области детским садом «Росинка» проведён семинар.",
    ),
    (
        activity("seminar", region=K, organiser="Совет женщин"),
        "В Костанайской области советом женщин проведён семинар.",
    ),
    (
        activity("consultation", region=K, participants="4", place="Рудный"),
        "В Костанайской области проведена консультация.",
    ),
]


@pytest.mark.parametrize(("one", "sentence"), ONE, ids=[sentence for _, sentence in ONE])
def test_one_activity(one: Activity, sentence: str) -> None:
    assert told(one) == sentence


def test_titles_of_one_kind_stand_together() -> None:
    titles = [activity("round_table", region=K, title=title) for title in ("Дом без боли", "Право на тишину")]
    assert told(*titles) == "В Костанайской области проведены круглые столы «Дом без боли» и «Право на тишину»."


def test_others_close_a_list_of_titles() -> None:
    titles = [activity("talk", region=K, title=title) for title in ("Дом без боли", "Право на тишину")]
    text = told(*titles, activity("talk", region=K, count="1+"))
    assert text == "В Костанайской области проведены беседы «Дом без боли», «Право на тишину» и другие."


def test_each_title_keeps_its_own_number() -> None:
    one = activity("lecture", region=K, title="Закон", participants="21")
    other = activity("lecture", region=K, title="Право", participants="45+")
    assert told(one, other) == (
        "В Костанайской области проведены лекции «Закон» (21 участник) и «Право» (не менее 45 участников)."
    )


def test_shared_particulars_are_said_once() -> None:
    text = told(*(activity(kind, region=K, audience="staff students") for kind in ("meeting", "seminar")))
    assert text == "В Костанайской области проведены встреча и семинар для работников и студентов."


def test_plain_activities_close_a_list_so_that_they_share_nothing() -> None:
    text = told(activity("lecture", region=K), activity("conference", region=K, participants="45"))
    assert text == "В Костанайской области проведены конференция с участием 45 человек и лекция."


def test_each_verb_has_its_clause() -> None:
    text = told(activity("exhibition", region=K), activity("training", region=K), activity("info_stand", region=K))
    assert text == "В Костанайской области проведён тренинг, организована выставка, оформлен информационный стенд."


def test_the_same_day_and_place_are_not_repeated() -> None:
    text = told(
        activity("seminar", region=K, place="Рудный", date="2022-12-05", organiser="колледж"),
        activity("lecture", region=K, place="Рудный", date="2022-12-05", organiser="лицей"),
    )
    assert text == (
        "5 декабря 2022 года в Рудном колледжем проведён семинар; в тот же день лицеем организована лекция."
    )


@pytest.mark.parametrize(
    ("place", "where"),
    [
        ("Жаңаөзен", "в Жанаозене"),
        ("район Бәйтерек", "в районе Бәйтерек"),
        ("Тың ауданы", "в районе Тың"),
        ("Рудный", "в Рудном"),
        ("село Боровское", "в селе Боровское"),
    ],
)
def test_places_stand_in_the_locative(place: str, where: str) -> None:
    assert told(activity("seminar", region=K, place=place)) == f"{where[:1].upper()}{where[1:]} проведён семинар."


def test_a_number_that_nobody_knows_is_not_printed() -> None:
    made = register(
        *(activity("seminar", region=K, title=title) for title in "АБВГ"), reported=[(Scope("participants"), "0+")]
    )
    report = narrate(made, PACK)
    assert "не менее 0" not in "".join(block.text for block in report.blocks if isinstance(block, Paragraph))
    assert "Число участников в отчётах не указано." in sentences(report, "totals")


def test_activities_online_are_said_to_be_so_once() -> None:
    text = told(*(activity(kind, region=K, online=True, count="2+") for kind in ("round_table", "training", "debate")))
    assert text == "В Костанайской области в режиме онлайн проведены круглые столы, дискуссии и тренинги."


def test_a_place_is_told_in_few_sentences_day_by_day() -> None:
    text = told(
        activity("survey", region=K, place="Рудный"),
        activity("seminar", region=K, place="Рудный", date="2022-12-05", organiser="Колледж"),
        activity("lecture", region=K, place="Рудный", date="2022-12-07", organiser="Колледж"),
        activity("class_hour", region=K, place="Арқалық"),
    )
    assert text == (
        "В Костанайской области проведено 4 мероприятия. В Рудном организован опрос; 5 декабря 2022 года колледжем "
        "проведён семинар; 7 декабря им же организована лекция. В Аркалыке состоялся классный час."
    )


def test_small_places_share_a_sentence() -> None:
    text = told(activity("seminar", region=K, place="Рудный"), activity("lecture", region=K, place="Аркалык"))
    assert text == "В Аркалыке проведена лекция; в Рудном прошёл семинар."


def test_one_place_by_two_names_is_one_place() -> None:
    text = told(
        activity("seminar", region=K, place="Қостанай ауданы"), activity("talk", region=K, place="Костанайский район")
    )
    assert text == "В Костанайском районе проведены семинар и беседа."


def test_what_only_reports_give_is_told_with_the_totals() -> None:
    made = register(
        activity("seminar", region=K),
        reported=[(Scope("materials", K), "2400+"), (Scope("materials"), "2400+"), (Scope("organisations", K), "33")],
    )
    report = narrate(made, PACK)
    assert sentences(report, f"region-{K}").startswith(
        "В Костанайской области проведено 1 мероприятие; распространено не менее 2 400 экземпляров информационных "
        "материалов; число участвовавших организаций — 33."
    )
    assert "распространено не менее 2 400 экземпляров информационных материалов." in sentences(report, "totals")


def test_guests_of_many_activities_are_named_once() -> None:
    text = told(activity("round_table", region=K, partners="lawyer"), activity("theatre", region=K, partners="lawyer"))
    assert text == "В Костанайской области организованы круглый стол и театральная постановка с участием юристов."


def test_what_has_things_of_its_own_has_its_guests_beside_it() -> None:
    text = told(
        activity("round_table", region=K, partners="lawyer", materials="diary", online=True),
        activity("theatre", region=K, partners="lawyer"),
    )
    assert text == (
        "В Костанайской области проведён круглый стол в режиме онлайн с участием юристов с раздачей дневников, "
        "организована театральная постановка при участии юристов."
    )


INVITED = {"region": K, "partners": "lawyer police", "count": "2+"}
WITH_ALL = (
    activity("round_table", online=True, **INVITED),
    activity("debate", **INVITED),
    activity("training", materials="video", **INVITED),
    activity("flash_mob", online=True, **INVITED),
    activity("theatre", **INVITED),
    activity("survey", online=True, **INVITED),
    activity("challenge", region=K, partners="lawyer police"),
)


def test_guests_of_all_are_named_before_the_verb_and_then_pointed_back_at() -> None:
    assert told(*WITH_ALL).endswith(
        "При участии юристов и сотрудников полиции прошли круглые столы и флешмобы в режиме онлайн, тренинги с показом "
        "видеороликов, а также дискуссии, при их же участии организованы театральные постановки. Кроме того, при их же "
        "участии проведены опросы в режиме онлайн и челлендж."
    )


def test_where_others_are_named_their_is_not_said_of_the_guests() -> None:
    text = told(activity("seminar", audience="pupils", count="9", region=K, partners="lawyer police"), *WITH_ALL)
    assert "Кроме того, при участии тех же партнёров " in text
    assert "их же" not in text


def test_guests_of_another_text_are_others() -> None:
    held = register(*WITH_ALL)
    apart = tuple(
        replace(one, members=tuple(replace(told, evidence=Evidence(one.id, 0, 1)) for told in one.members))
        for one in held.activities
    )
    text = sentences(narrate(replace(held, activities=apart), PACK), f"region-{K}")
    assert text.count("при участии юристов и сотрудников полиции") == 2
    assert "же" not in text.split()


def test_a_second_activity_of_a_kind_is_one_more() -> None:
    text = told(activity("training", region=K, audience="parents"), activity("training", region=K, title="Выдох"))
    assert text == "В Костанайской области проведены тренинг для родителей и ещё один тренинг «Выдох»."


def test_what_goes_on_tells_its_organiser_and_day_again() -> None:
    people = {"seminar": "pupils", "lecture": "women", "game": "men", "training": "parents"}
    shared = {"date": "2022-12-05", "partners": "police", "participants": "5"}

    def held_by(organiser: str) -> str:
        return told(
            *(activity(kind, region=K, audience=of, organiser=organiser, **shared) for kind, of in people.items())
        )

    assert held_by("№ 12 мектеп").count("организатор — № 12 мектеп") == 1
    for organiser in ("№ 12 мектеп", "Колледж"):
        assert ". В тот же день им же проведена " in held_by(organiser)


def test_who_held_much_is_named_once() -> None:
    """At several places, also where others held something, and on several days at one, the undated first."""
    union = "Костанайская областная организация профсоюза"
    text = told(
        activity("seminar", region=K, place="Аркалык", organiser=union),
        activity("lecture", region=K, place="Костанай", date="2022-12-01", organiser="Лицей"),
        activity("talk", region=K, place="Лисаковск", date="2022-12-02", organiser=union),
        activity("lecture", region=K, place="Рудный", organiser=union),
        activity("survey", region=K, place="Рудный", organiser="№ 12 мектеп"),
        activity("debate", region=K, place="Рудный", date="2022-12-06", organiser="Колледж"),
        activity("concert", region=K, place="Рудный", date="2022-12-05", organiser="№ 12 мектеп"),
    )
    assert "№ 12 мектеп; 5 декабря им же" in text
    assert (
        "В Рудном Костанайской областной организацией профсоюза проведена лекция. В Аркалыке этой же организацией "
        "проведён семинар; "
        "2 декабря 2022 года в Лисаковске ею же проведена беседа." in text
    )
    assert (text.count("мектеп"), text.count("Костанайской областной организацией")) == (1, 1)


def test_days_are_told_forwards_whoever_held_it() -> None:
    text = told(
        activity("seminar", region=K, place="Рудный", organiser="Лицей"),
        activity("game", region=K, place="Рудный", date="2022-12-09", organiser="Лицей"),
        activity("concert", region=K, place="Рудный", date="2022-11-27", organiser="Колледж"),
        activity("debate", region=K, place="Рудный", date="2022-12-04", organiser="Колледж"),
        activity("talk", region=K, place="Рудный", date="2022-11-28"),
        activity("lecture", region=K, place="Рудный", date="2022-11-27", organiser="Лицей"),
    )
    days = [text.index(day) for day in ("27 ноября", "28 ноября", "4 декабря", "9 декабря")]
    assert (days, text.index("семинар") < days[0]) == (sorted(days), True)
    assert text.index("лекция") < text.index("концерт"), "on the same day first what goes on from the undated"


def test_no_organisation_is_said_to_have_organised() -> None:
    """ "Организацией организован" sounds twice; a theatre's play is organised all the same."""
    union = "Костанайская областная организация"
    made = (
        activity("seminar", region=K, title=title, organiser=union, date=f"2022-12-0{day}", place=place)
        for day, (title, place) in enumerate([("А", "Рудный"), ("Б", "Рудный"), ("В", "Аркалык"), ("Г", None)], 1)
    )
    text = told(*made)
    assert (text.count("проведён семинар"), "организован семинар" in text) == (4, False)


def test_an_organisation_without_a_name_of_its_own_is_another_one_in_another_place() -> None:
    name = "Районная организация профсоюза"
    held = [
        activity("seminar", region=K, place=place, organiser=name, date=f"2022-12-0{day}")
        for day, place in enumerate(("Карасуский район", "Камыстинский район"), start=4)
    ]
    text = sentences(narrate(register(*held), PACK), f"region-{K}")
    assert text.count("районной организацией профсоюза") == 2
    assert "же организацией" not in text


def test_a_school_by_its_short_name_is_feminine() -> None:
    held = [activity("lecture", region=K, place="Рудный", organiser="СШ № 2", date=f"2022-12-0{day}") for day in (4, 5)]
    assert "; 5 декабря ею же " in sentences(narrate(register(*held), PACK), f"region-{K}")


def test_a_new_sentence_calls_the_same_organiser_by_its_noun() -> None:
    shared = {"region": K, "partners": "police lawyer", "participants": "20", "place": "Рудный", "organiser": "Колледж"}
    text = told(*(activity("seminar", date=f"2022-12-0{day}", title=f"Т{day}", **shared) for day in (1, 3, 5)))
    assert "2022 года в Рудном колледжем " in text
    assert "; 3 декабря им же " in text
    assert ". 5 декабря этим же колледжем " in text


def test_a_paragraph_names_its_place_and_organiser_anew() -> None:
    made = [
        activity(
            "seminar",
            region=K,
            place="Рудный",
            date=f"2022-12-{day:02}",
            organiser="Колледж",
            partners="police",
            participants="5",
            title=f"Т{day}",
        )
        for day in range(1, 11)
    ]
    paragraphs = [one.text for one in narrate(register(*made), PACK).blocks if isinstance(one, Paragraph)]
    assert any(text.replace("\u00a0", " ").startswith("7 декабря в Рудном колледжем ") for text in paragraphs)


def test_a_city_of_the_top_level_is_not_named_twice() -> None:
    report = narrate(register(activity("seminar", region="KZ-79", place="Шымкент")), PACK)
    assert sentences(report, "region-KZ-79") == "В городе Шымкенте проведён семинар."


@pytest.mark.parametrize(
    ("region", "where"),
    [
        ("KZ-10", "В области Абай"),
        ("KZ-27", "В Западно-Казахстанской области"),
        ("KZ-33", "В области Жетісу"),
        ("KZ-62", "В области Ұлытау"),
        ("KZ-71", "В городе Астане"),
        ("KZ-75", "В городе Алматы"),
    ],
)
def test_regions_stand_in_the_locative(region: str, where: str) -> None:
    assert sentences(narrate(register(activity("seminar", region=region)), PACK), f"region-{region}").startswith(where)


def test_the_reported_number_stands_beside_what_is_described() -> None:
    made = register(activity("seminar", region=K), reported=[(Scope("activities", K), "201+")])
    assert sentences(narrate(made, PACK), f"region-{K}") == (
        "В Костанайской области проведено не менее 201 мероприятия, из них в отчётах описано 1. Прошёл семинар."
    )


def test_coverage_stands_in_the_line_of_the_total() -> None:
    text = sentences(narrate(register(activity("seminar", region=K, participants="21")), PACK), "totals")
    assert text.startswith(
        "По данным 1 из 20 регионов, в рамках кампании проведено 1 мероприятие; суммарное число участников — 21."
    )


def test_both_sides_of_a_contradiction_are_told() -> None:
    found = Contradiction(
        Scope("activities", K, "seminar"), bounds("400+"), bounds("350"), (Evidence("a", 0, 1),), (Evidence("b", 0, 1),)
    )
    text = sentences(narrate(register(activity("seminar", region=K), contradictions=[found]), PACK), f"region-{K}")
    assert text.endswith(
        "Сведения о числе мероприятий (семинары) расходятся: по одним данным — не менее 400, по другим — 350; "
        "требуется уточнение."
    )


def test_a_contradiction_names_its_place_and_activity_in_the_reports_language() -> None:
    found = Contradiction(
        Scope("participants", K, "seminar"),
        bounds("45"),
        bounds("60"),
        (Evidence("a", 0, 1),),
        (Evidence("b", 0, 1),),
        place="Рудный",
        title="Диалог",
    )
    held = register(activity("seminar", region=K), contradictions=[found])
    assert "числе участников (семинары, «Диалог», Рудный) расходятся" in sentences(narrate(held, PACK), f"region-{K}")
    english = narrate(held, PACK, "en")
    assert "(seminars, “Диалог”, Rudny) differ" in sentences(english, f"region-{K}")


def test_plans_are_kept_apart() -> None:
    plan = activity("conference", region="KZ-71", title="Итоги", date="2022-12-09", planned=True)
    report = narrate(register(planned=[plan]), PACK)
    assert sentences(report, "planned") == (
        "В отчётах названы и мероприятия, которые ещё предстояло провести; в итоги они не вошли. "
        "9 декабря 2022 года в городе Астане запланирована конференция «Итоги»."
    )
    assert sentences(report, "totals") == "Сведений о проведённых мероприятиях не поступило."


def test_only_contacts_that_somebody_made_sure_of_are_printed() -> None:
    text = "\n".join(block.text for block in narrate(register(), PACK).blocks if hasattr(block, "runs"))
    assert "111" in text
    assert "150" not in text


def test_what_nobody_is_named_for_stands_in_a_sentence_of_its_own() -> None:
    there = {"region": K, "place": "KZ-39/rudny"}
    text = told(
        activity("game", organiser="Профком СШ 7", **there),
        activity("assembly", date="2022-11-25", **there),
    )
    assert "; " not in text
    assert "профкомом СШ 7" in text


def test_an_organiser_in_the_short_form_of_chats_stands_beside() -> None:
    assert told(activity("game", region=K, organiser="Д/с Ручеёк")).endswith(", организатор — Д/с Ручеёк.")

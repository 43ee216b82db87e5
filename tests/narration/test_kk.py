"""What small registers become in Kazakh: one line an activity, one expected passage; how words join and decline."""

import pytest

from svod.narration import narrate
from svod.narration.kk.words import day, enumerated, in_place
from svod.records import Activity, Period
from tests.narration.made import PACK, activity, register, sentences

K = "KZ-39"
HERE = "Қостанай облысында"
UNION = "Облыстық кәсіподақ ұйымы"


def told(*activities: Activity) -> str:
    """The region's passage about activities in the Kostanay region."""
    return sentences(narrate(register(*activities), PACK, "kk"), f"region-{K}")


# one activity, and its sentence after "Қостанай облысында"
ONE = [
    (activity("round_table", region=K), "дөңгелек үстел өткізілді."),
    (activity("seminar", region=K, count="2+"), "семинарлар өткізілді."),
    (activity("seminar", region=K, count="1+"), "кемінде бір семинар өткізілді."),
    (activity("training", region=K, count="5"), "5 тренинг өткізілді."),
    (activity("round_table", region=K, count="12"), "12 дөңгелек үстел өткізілді."),
    (activity("talk", region=K, count="22+"), "кемінде 22 әңгімелесу өткізілді."),
    (activity("class_hour", region=K, count="90-110"), "90–110 сынып сағаты өткізілді."),
    (activity("lecture", region=K, count="1-30"), "көп дегенде 30 дәріс оқылды."),
    (activity("outreach", region=K, count="1+"), "түсіндіру жұмысы жүргізілді."),
    (activity("outreach", region=K, title="Бірге"), "«Бірге» атты акция жүргізілді."),
    (activity("info_stand", region=K, count="2+"), "ақпараттық стендтер безендірілді."),
    (activity("project", region=K, title="Біз біргеміз"), "«Біз біргеміз» атты жоба жүзеге асырылды."),
    (activity("hotline", region=K), "жедел желі ашылды."),
    (activity("distribution", region=K, materials="booklet leaflet"), "буклет пен парақша тарату жұмысы жүргізілді."),
    (activity("exhibition", region=K, materials="drawing"), "сурет көрмесі ұйымдастырылды."),
    (activity("exhibition", region=K, materials="drawing", count="2+"), "сурет көрмелері ұйымдастырылды."),
    (activity("lecture", region=K, audience="pupils"), "оқушыларға арналған дәріс оқылды."),
    (activity("lecture", region=K, audience="women"), "әйелдерге арналған дәріс оқылды."),
    (activity("lecture", region=K, audience="teachers"), "педагогтерге арналған дәріс оқылды."),
    (activity("lecture", region=K, audience="residents"), "тұрғындарға арналған дәріс оқылды."),
    (activity("lecture", region=K, audience="pupils", participants="45"), "45 оқушының қатысуымен дәріс оқылды."),
    (activity("lecture", region=K, audience="children", participants="1"), "1 баланың қатысуымен дәріс оқылды."),
    (
        activity("lecture", region=K, audience="pupils", participants="301+"),
        "кемінде 301 оқушының қатысуымен дәріс оқылды.",
    ),
    (activity("lecture", region=K, participants="90-110"), "90–110 адамның қатысуымен дәріс оқылды."),
    (
        activity("lecture", region=K, audience="pupils parents", participants="1500"),
        "оқушылар мен ата-аналарға арналған дәріс (1 500 қатысушы) оқылды.",
    ),
    (activity("talk", region=K, audience="students", count="2+"), "студенттермен әңгімелесулер өткізілді."),
    (
        activity("survey", region=K, audience="parents", participants="240"),
        "240 ата-ана арасында сауалнама жүргізілді.",
    ),
    (
        activity("meeting", region=K, count="2+", audience="teachers", partners="police"),
        "педагогтердің полиция қызметкерлерімен кездесулері өткізілді.",
    ),
    (
        activity("meeting", region=K, partners="prosecutor lawyer psychologist"),
        "прокуратура өкілдері, заңгерлер және психологтармен кездесу өткізілді.",
    ),
    (
        activity("seminar", region=K, online=True, audience="teachers", partners="psychologist"),
        "онлайн форматта психологтардың қатысуымен педагогтерге арналған семинар өткізілді.",
    ),
    (activity("seminar", region=K, partners="lawyer"), "заңгерлермен бірлесіп семинар өткізілді."),
    (
        activity("seminar", region=K, title="Үнсіз қалма", materials="brochure memo video"),
        "«Үнсіз қалма» тақырыбында семинар өткізіліп, қатысушыларға кітапшалар мен жаднамалар таратылып, "
        "бейнероликтер көрсетілді.",
    ),
    (activity("seminar", region=K, organiser=UNION), "облыстық кәсіподақ ұйымы семинар өткізді."),
    (activity("class_hour", region=K, organiser=UNION), "облыстық кәсіподақ ұйымы сынып сағатын өткізді."),
    (
        activity("class_hour", region=K, organiser=UNION, count=3, audience="pupils"),
        "облыстық кәсіподақ ұйымы оқушыларға арналған 3 сынып сағатын өткізді.",
    ),
    (
        activity("seminar", region=K, organiser="№ 5 мектеп-лицей", audience="pupils"),
        "№ 5 мектеп-лицейдің ұйымдастыруымен оқушыларға арналған семинар өткізілді.",
    ),
    (
        activity("seminar", region=K, organiser="№ 5 мектеп", partners="police"),
        "№ 5 мектептің ұйымдастыруымен полиция қызметкерлерімен бірлесіп семинар өткізілді.",
    ),
    (
        activity("seminar", region=K, organiser="школа-гимназия № 12"),
        "семинар өткізілді (ұйымдастырушысы — школа-гимназия № 12).",
    ),
]


@pytest.mark.parametrize(("one", "sentence"), ONE, ids=[sentence for _, sentence in ONE])
def test_one_activity(one: Activity, sentence: str) -> None:
    assert told(one) == f"{HERE} {sentence}"


def test_plain_activities_come_before_those_with_people() -> None:
    text = told(activity("conference", region=K, participants="45"), activity("info_stand", region=K))
    assert text == f"{HERE} ақпараттық стенд безендіріліп, 45 адамның қатысуымен конференция болып өтті."


def test_only_the_last_verb_ends_the_clause() -> None:
    text = told(activity("exhibition", region=K), activity("training", region=K), activity("survey", region=K))
    assert text == f"{HERE} тренинг өткізіліп, көрме ұйымдастырылып, сауалнама жүргізілді."


def test_titles_of_one_kind_stand_together() -> None:
    titles = [activity("round_table", region=K, title=title) for title in ("Жылы үй", "Біз біргеміз")]
    assert told(*titles) == f"{HERE} «Жылы үй» және «Біз біргеміз» тақырыптарында дөңгелек үстелдер өткізілді."


def test_the_same_day_and_place_are_not_repeated() -> None:
    text = told(
        activity("seminar", region=K, place="Рудный", date="2022-12-05", organiser="Қалалық білім бөлімі"),
        activity("lecture", region=K, place="Рудный", date="2022-12-05", organiser=UNION),
    )
    assert text == (
        "2022 жылғы 5 желтоқсанда Рудный қаласында облыстық кәсіподақ ұйымы дәріс оқыды; "
        "сол күні қалалық білім бөлімі семинар ұйымдастырды."
    )


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ("2025-11-28", "2025 жылғы 28 қарашада"),
        ("2025-12-05", "2025 жылғы 5 желтоқсанда"),
        ("2025-04-28", "2025 жылғы 28 сәуірде"),
        ("2025-11-28/2025-11-30", "2025 жылғы 28–30 қарашада"),
        ("2025-11-28/2025-12-02", "2025 жылғы 28 қараша мен 2 желтоқсан аралығында"),
        ("2025-12-28/2026-01-02", "2025 жылғы 28 желтоқсан мен 2026 жылғы 2 қаңтар аралығында"),
    ],
)
def test_days_stand_in_the_locative(period: str, said: str) -> None:
    assert day(Period.parse(period), with_year=True).replace("\u00a0", " ") == said


@pytest.mark.parametrize(
    ("parts", "case", "said"),
    [
        ("дәріс семинар", "nom", "дәріс пен семинар"),
        ("семинар дәріс", "nom", "семинар мен дәріс"),
        ("қыз ұл", "dat", "қыз бен ұлға"),
        ("оқушылар студенттер әйелдер", "gen", "оқушылар, студенттер және әйелдердің"),
        ("тұрғындар", "ins", "тұрғындармен"),
    ],
)
def test_the_last_of_a_list_takes_the_case(parts: str, case: str, said: str) -> None:
    assert enumerated(parts.split(), case) == said


@pytest.mark.parametrize(
    ("place", "where"),
    [
        ("Рудный", "Рудный қаласында"),
        ("Костанайский район", "Қостанай ауданында"),
        ("село Боровское", "Боровское ауылында"),
        ("Бозкөл ауылы", "Бозкөл ауылында"),
        ("Заречный", "Заречный елді мекенінде"),
    ],
)
def test_places_stand_in_the_locative(place: str, where: str) -> None:
    assert told(activity("seminar", region=K, place=place)) == f"{where} семинар өткізілді."


def test_a_russian_name_of_a_district_keeps_its_form() -> None:
    assert in_place("Ивановский район") == ("in_area", "Ивановский район")


@pytest.mark.parametrize(
    ("region", "where"),
    [
        ("KZ-10", "Абай облысында"),
        ("KZ-33", "Жетісу облысында"),
        ("KZ-27", "Батыс Қазақстан облысында"),
        ("KZ-71", "Астана қаласында"),
    ],
)
def test_regions_stand_in_the_locative(region: str, where: str) -> None:
    report = narrate(register(activity("seminar", region=region)), PACK, "kk")
    assert sentences(report, f"region-{region}").startswith(where)


def test_a_school_named_after_abai_says_nothing_of_the_region() -> None:
    made = activity("seminar", region="KZ-10", organiser="Абай атындағы орта мектеп")
    report = narrate(register(made), PACK, "kk")
    assert sentences(report, "region-KZ-10").startswith("Абай облысында Абай атындағы орта мектеп")


def test_a_bare_noun_does_not_begin_a_sentence_as_if_it_were_known() -> None:
    report = told(
        activity("seminar", region=K, audience="pupils"),
        activity("assembly", region=K, organiser="районный отдел образования"),
    )
    assert "жиналыс" in report
    assert ". Жиналыс" not in report


def test_a_number_of_participants_is_not_lost_beside_one_of_the_same_title_without() -> None:
    counted = activity("seminar", region=K, title="Бірге", participants="19")
    report = told(counted, activity("seminar", region=K, title="Бірге"))
    assert "19 " in report.replace("\u00a0", " ")
    assert "«Бірге» тақырыбында тағы бір семинар" in report


def test_who_held_much_is_named_once() -> None:
    union = "Костанайская областная организация"
    made = register(
        activity("seminar", region=K, place="Аркалык", organiser=union),
        activity("lecture", region=K, place="Лисаковск", date="2022-12-02", organiser=union),
    )
    text = sentences(narrate(made, PACK, "kk"), f"region-{K}")
    assert "2022 жылғы 2 желтоқсанда Лисаковск қаласында осы ұйым дәріс оқыды." in text
    assert text.count(union) == 1


def test_guests_of_all_are_named_once_and_then_pointed_back_at() -> None:
    invited = {"region": K, "partners": "lawyer police", "count": "2+"}
    text = told(
        activity("debate", **invited),
        activity("training", materials="video", **invited),
        activity("theatre", **invited),
        activity("flash_mob", online=True, **invited),
    )
    assert text.endswith(
        "Заңгерлер мен полиция қызметкерлерінің қатысуымен пікірталастар және бейнероликтер көрсетілген тренингтер "
        "болып өтіп, олардың қатысуымен театрландырылған қойылымдар көрсетіліп, онлайн форматта флешмобтар өткізілді."
    )


def test_a_meeting_without_guests_is_for_the_same_people_as_what_is_beside_it() -> None:
    text = told(activity("meeting", region=K, audience="staff"), activity("seminar", region=K, audience="staff"))
    assert text == f"{HERE} қызметкерлерге арналған кездесу мен семинар өткізілді."


def test_who_held_a_long_clause_as_well_is_not_named_again() -> None:
    union = {"region": K, "organiser": "Областной комитет", "place": "KZ-39/rudny"}
    text = told(
        activity("talk", audience="teachers", date="2022-12-05", **union),
        activity("debate", partners="ngo prosecutor", date="2022-12-06", **union),
    )
    assert text.count("Областной комитет") == 1
    assert "осы ұйымның ұйымдастыруымен" in text
    assert "ұйымдастырылды" not in text.partition("осы ұйымның")[2]

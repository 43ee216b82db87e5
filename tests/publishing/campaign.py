"""A small campaign, made up for these tests: documents, the register behind them, and a report in three languages."""

from svod.packs.pack import Geography, Pack, Term, Unit
from svod.records import (
    Activity,
    BarChart,
    Bounds,
    Cell,
    Contradiction,
    Coverage,
    DistinctActivity,
    Document,
    Evidence,
    Heading,
    Listing,
    Paragraph,
    Period,
    Problem,
    Register,
    Report,
    ReportBlock,
    ReportedTotal,
    Run,
    Scope,
    Table,
    TileMap,
    Total,
)

KAZAKH = "ӘәҒғҚқҢңӨөҰұҮүҺһІі"
HOSTILE = "<script>alert('1')</script> & \"кавычки\" ]]> #set page() $x$ *звезда* \\end \x00\x1b{{7*7}} ={1+1} </svg>"

ORDA = Document(
    id="d1",
    source="Қызылорда/есеп № 1.docx",
    text=(
        "«16 күн» акциясы аясында өңірде шаралар өтті. Қазан айынан бері дайындалған "
        "«Зорлықсыз отбасы — үйдің құты» дөңгелек үстеліне 45 мұғалім қатысты.\n"
        "Барлығы 12 іс-шара өткізілді."
    ),
)
RIVER = Document(
    id="d2",
    source="Костанай/отчёты.zip › отчёт за декабрь.docx",
    text=(
        "В школе № 5 прошёл флешмоб «О насилии не молчи!», в нём участвовали свыше трёхсот учащихся. "
        "Проведены круглый стол с участием прокурора и семинары для педагогов. Всего в области проведено "
        "свыше двухсот мероприятий.\nНа 9 декабря намечен спектакль «Чужая боль»."
    ),
)
LETTER = Document(
    id="d3",
    source="Костанай/письмо.eml",
    text="Флешмоб «О насилии не молчи!» собрал около 100 человек.\nВ области проведено 180 мероприятий.",
)
DOCUMENTS = (ORDA, RIVER, LETTER)


def at(document: Document, words: str) -> Evidence:
    """Where the document says these words."""
    start = document.text.index(words)
    return Evidence(document.id, start, start + len(words))


TABLE_AT_ORDA = at(ORDA, "«Зорлықсыз отбасы — үйдің құты» дөңгелек үстеліне 45 мұғалім қатысты")
FLASH = at(RIVER, "прошёл флешмоб «О насилии не молчи!», в нём участвовали свыше трёхсот учащихся")
FLASH_AGAIN = at(LETTER, "Флешмоб «О насилии не молчи!» собрал около 100 человек")
TABLE_AND_SEMINARS = at(RIVER, "Проведены круглый стол с участием прокурора и семинары для педагогов")
OVER_200 = at(RIVER, "свыше двухсот мероприятий")
JUST_180 = at(LETTER, "проведено 180 мероприятий")
TWELVE = at(ORDA, "Барлығы 12 іс-шара")
PLAY = at(RIVER, "На 9 декабря намечен спектакль «Чужая боль»")

_flash = Activity(
    kind="flash_mob",
    evidence=FLASH,
    title="О насилии не молчи!",
    date=Period.parse("2022-11-25/2022-12-10"),
    region="KZ-39",
    place="Костанай",
    audience=("pupils",),
    participants=Bounds(301, None),
    materials=("leaflet",),
    confidence=0.93,
)
_flash_again = Activity(
    kind="flash_mob", evidence=FLASH_AGAIN, title="О насилии не молчи!", participants=Bounds(90, 110), region="KZ-39"
)
ACTIVITIES = (
    DistinctActivity("М-0001", _flash, (_flash, _flash_again), ("same_title",)),
    DistinctActivity(
        "М-0002",
        Activity("round_table", TABLE_AND_SEMINARS, region="KZ-39", partners=("prosecutor",), confidence=0.4),
        (Activity("round_table", TABLE_AND_SEMINARS, region="KZ-39", partners=("prosecutor",), confidence=0.4),),
    ),
    DistinctActivity(
        "М-0003",
        Activity("seminar", TABLE_AND_SEMINARS, region="KZ-39", audience=("teachers",), count=Bounds(2, None)),
        (Activity("seminar", TABLE_AND_SEMINARS, region="KZ-39", audience=("teachers",), count=Bounds(2, None)),),
    ),
    DistinctActivity(
        "М-0004",
        Activity(
            "round_table",
            TABLE_AT_ORDA,
            title="Зорлықсыз отбасы — үйдің құты",
            date=Period.parse("2022-12-05"),
            region="KZ-43",
            organiser="=cmd|'/c calc'!A1",
            audience=("teachers",),
            participants=Bounds.exactly(45),
            online=True,
        ),
        (Activity("round_table", TABLE_AT_ORDA, region="KZ-43", participants=Bounds.exactly(45)),),
    ),
)
_play = Activity("theatre", PLAY, title="Чужая боль", date=Period.parse("2022-12-09"), region="KZ-39", planned=True)
PLANNED = (DistinctActivity("М-0005", _play, (_play,)),)

REGISTER = Register(
    campaign="sixteen_days",
    year=2022,
    documents=DOCUMENTS,
    activities=ACTIVITIES,
    planned=PLANNED,
    reported=(
        ReportedTotal("activities", Bounds(201, None), OVER_200, region="KZ-39"),
        ReportedTotal("activities", Bounds.exactly(12), TWELVE, region="KZ-43"),
    ),
    totals=(
        Total(Scope("activities"), Bounds(213, None), Bounds(5, None), Bounds(213, None), (OVER_200, TWELVE)),
        Total(Scope("participants"), Bounds(346, None), Bounds(346, None), None, (FLASH, TABLE_AT_ORDA), unknown=2),
        Total(Scope("activities", "KZ-39"), Bounds(201, None), Bounds(4, None), Bounds(201, None), (OVER_200,)),
        Total(Scope("activities", "KZ-43"), Bounds(12, 12), Bounds(1, 1), Bounds(12, 12), (TWELVE,)),
        Total(Scope("activities", "KZ-39", "flash_mob"), Bounds(1, 1), Bounds(1, 1), None, (FLASH, FLASH_AGAIN)),
        Total(Scope("participants", "KZ-39"), Bounds(301, None), Bounds(301, None), None, (FLASH,), unknown=2),
    ),
    contradictions=(
        Contradiction(Scope("activities", "KZ-39"), Bounds(201, None), Bounds.exactly(180), (OVER_200,), (JUST_180,)),
    ),
    coverage=Coverage(("KZ-39", "KZ-43", "KZ-75"), ("KZ-39", "KZ-43"), ("KZ-75",)),
    problems=(
        Problem("unreadable", "encrypted", "Алматы/отчёт.pdf"),
        Problem("warning", "attachment_skipped", "Костанай/письмо.eml", (("name", "фото.heic"),)),
        Problem("look", "nothing_found", "Астана/протокол.docx"),
    ),
)


def _term(code: str, ru: str, kk: str, en: str) -> Term:
    return Term(code, {"ru": ru, "kk": kk, "en": en})


def _unit(code: str, names: tuple[str, str, str], short: tuple[str, str, str], tile: tuple[int, int]) -> Unit:
    languages = ("ru", "kk", "en")
    return Unit(
        code,
        "region",
        dict(zip(languages, names, strict=True)),
        dict(zip(languages, short, strict=True)),
        code,
        (),
        tile,
    )


PACK = Pack(
    code="sixteen_days",
    names={"ru": "16 дней без насилия", "kk": "Зорлықсыз 16 күн", "en": "16 days"},
    short={"ru": "16 дней", "kk": "16 күн", "en": "16 days"},
    first_day=(11, 25),
    last_day=(12, 10),
    aims=(),
    themes=(),
    kinds=(
        _term("flash_mob", "флешмоб", "флешмоб", "flash mob"),
        _term("round_table", "круглый стол", "дөңгелек үстел", "round table"),
        _term("seminar", "семинар", "семинар", "seminar"),
        _term("theatre", "театральная постановка", "театрландырылған қойылым", "theatre"),
    ),
    audiences=(
        _term("pupils", "учащиеся", "оқушылар", "pupils"),
        _term("teachers", "педагоги", "педагогтер", "teachers"),
    ),
    partners=(_term("prosecutor", "прокуратура", "прокуратура", "prosecutor's office"),),
    materials=(_term("leaflet", "листовки", "парақшалар", "leaflets"),),
    indicators=(),
    contacts=(),
    geography=Geography(
        "kz",
        (
            _unit(
                "KZ-39",
                ("Костанайская область", "Қостанай облысы", "Kostanay Region"),
                ("Костанай", "Қостанай", "Kostanay"),
                (2, 0),
            ),
            _unit(
                "KZ-43",
                ("Кызылординская область", "Қызылорда облысы", "Kyzylorda Region"),
                ("Кызылорда", "Қызылорда", "Kyzylorda"),
                (2, 2),
            ),
            _unit("KZ-75", ("город Алматы", "Алматы қаласы", "Almaty"), ("Алматы", "Алматы", "Almaty"), (5, 3)),
        ),
    ),
    expected=("KZ-39", "KZ-43", "KZ-75"),
    lexicon={},
    phrases={},
)


def message(problem: Problem) -> str:
    """Stands in for the pipeline's catalogue of messages."""
    return f"{problem.code}: откройте файл и сохраните его заново"


# title, subtitle, lead words, heading, caption, column words, note, item, long caption
_SAY = {
    "ru": {
        "title": "Сводный отчёт о проведении кампании «16 дней активизма против гендерного насилия»",
        "subtitle": "25 ноября – 10 декабря 2022 года, по данным 2 из 3 регионов",
        "opening": "Общие итоги",
        "lead": "Первичными и территориальными организациями отрасли проведено ",
        "total": "не менее 213",
        "after": " мероприятий, в которых приняли участие ",
        "people": "не менее 346",
        "end": " человек. Числа собраны из поступивших отчётов и пока никем не подтверждены.",
        "note": "О Костанайской области сказано по-разному: «свыше двухсот мероприятий» и «180 мероприятий».",
        "region": "Костанайская область",
        "flash": "В школе № 5 прошёл флешмоб «О насилии не молчи!»",
        "flash_more": ", который собрал ",
        "three": "не менее 301",
        "pupils": " учащегося.",
        "region2": "Қызылорда облысы",
        "kazakh": f"Дөңгелек үстел «Зорлықсыз отбасы — үйдің құты» ({KAZAKH}).",
        "table": "Мероприятия по регионам и видам",
        "columns": ("Регион", "Круглые столы", "Семинары", "Флешмобы", "Всего"),
        "sum": "Итого",
        "chart": "Мероприятия по видам",
        "map": "Мероприятия по регионам",
        "listing": ("провести встречи с родителями", "изготовить памятки о телефонах доверия"),
        "closing": "Предложения",
    },
    "kk": {
        "title": "«Гендерлік зорлық-зомбылыққа қарсы белсенді 16 күн» науқанының жиынтық есебі",
        "subtitle": "2022 жылғы 25 қараша – 10 желтоқсан, 3 өңірдің 2-еуінің деректері бойынша",
        "opening": "Жалпы қорытынды",
        "lead": "Саланың бастауыш және аумақтық ұйымдары ",
        "total": "кемінде 213",
        "after": " іс-шара өткізді, оларға ",
        "people": "кемінде 346",
        "end": " адам қатысты. Сандар келіп түскен есептерден алынды, оларды әлі ешкім растаған жоқ.",
        "note": "Қостанай облысы бойынша деректер сәйкес келмейді: «екі жүзден астам» және «180 іс-шара».",
        "region": "Қостанай облысы",
        "flash": "№ 5 мектепте «О насилии не молчи!» флешмобы өтті",
        "flash_more": ", оған ",
        "three": "кемінде 301",
        "pupils": " оқушы қатысты.",
        "region2": "Қызылорда облысы",
        "kazakh": f"Дөңгелек үстел «Зорлықсыз отбасы — үйдің құты» ({KAZAKH}).",
        "table": "Өңірлер мен түрлер бойынша іс-шаралар",
        "columns": ("Өңір", "Дөңгелек үстел", "Семинар", "Флешмоб", "Барлығы"),
        "sum": "Жиыны",
        "chart": "Түрлер бойынша іс-шаралар",
        "map": "Өңірлер бойынша іс-шаралар",
        "listing": ("ата-аналармен кездесулер өткізу", "сенім телефондары туралы жадынама дайындау"),
        "closing": "Ұсыныстар",
    },
    "en": {
        "title": "Consolidated report on the campaign “16 Days of Activism against Gender-Based Violence”",
        "subtitle": "25 November – 10 December 2022, from 2 of 3 regions",
        "opening": "Overview",
        "lead": "The organisations of the sector held ",
        "total": "at least 213",
        "after": " activities with ",
        "people": "at least 346",
        "end": " attendances. The numbers come from the submissions; nobody has confirmed them yet.",
        "note": "Kostanay Region is told in two ways: “over two hundred” and “180 activities”.",
        "region": "Kostanay Region",
        "flash": "School No. 5 held the flash mob “О насилии не молчи!”",
        "flash_more": ", which drew ",
        "three": "at least 301",
        "pupils": " pupils.",
        "region2": "Kyzylorda Region",
        "kazakh": f"A round table, “Зорлықсыз отбасы — үйдің құты” ({KAZAKH}).",
        "table": "Activities by region and kind",
        "columns": ("Region", "Round tables", "Seminars", "Flash mobs", "All"),
        "sum": "All",
        "chart": "Activities by kind",
        "map": "Activities by region",
        "listing": ("meet with parents", "print cards with helpline numbers"),
        "closing": "Recommendations",
    },
}


def _number(text: str, *sources: Evidence, activities: tuple[str, ...] = (), strong: bool = False) -> Cell:
    return Cell((Run(text, sources, activities),), numeric=True, strong=strong)


def report(language: str = "ru") -> Report:
    """The report on `REGISTER` in that language, with every kind of block."""
    say = _SAY[language]
    blocks: tuple[ReportBlock, ...] = (
        Heading(say["opening"], 1, "opening"),
        Paragraph(
            (
                Run(say["lead"]),
                Run(say["total"], (OVER_200, TWELVE), ("М-0001", "М-0002", "М-0003", "М-0004"), strong=True),
                Run(say["after"]),
                Run(say["people"], (FLASH, TABLE_AT_ORDA), ("М-0001", "М-0004")),
                Run(say["end"]),
            )
        ),
        Paragraph((Run(say["note"], (OVER_200, JUST_180)),), note=True),
        TileMap(
            say["map"],
            (("KZ-39", "Костанай", 201, "≥ 201"), ("KZ-43", "Қызылорда", 12, "12"), ("KZ-75", "Алматы", None, "")),
            positions=(("KZ-39", 2, 0), ("KZ-43", 2, 1), ("KZ-75", 4, 1)),
        ),
        BarChart(
            say["chart"],
            ((say["columns"][1], 2, 2, "2"), (say["columns"][2], 2, None, "≥ 2"), (say["columns"][3], 1, 3, "1–3")),
        ),
        _table(say),
        Heading(say["region"], 2, "region-KZ-39"),
        Paragraph(
            (
                Run(say["flash"], (FLASH, FLASH_AGAIN), ("М-0001",)),
                Run(say["flash_more"]),
                Run(say["three"], (FLASH,), ("М-0001",)),
                Run(say["pupils"]),
            )
        ),
        Heading(say["region2"], 2, "region-KZ-43"),
        Paragraph((Run(say["kazakh"], (), ("М-0004",)),)),
        Heading(say["closing"], 1, "closing"),
        Listing(tuple(Paragraph((Run(item),)) for item in say["listing"]), numbered=True),
        Listing(tuple(Paragraph((Run(item),)) for item in say["listing"])),
    )
    return Report(str(say["title"]), str(say["subtitle"]), language, blocks)


def _table(say: dict[str, object]) -> Table:
    columns = say["columns"]
    assert isinstance(columns, tuple)
    return Table(
        str(say["table"]),
        columns,
        (
            (
                Cell((Run(str(say["region"])),)),
                _number("1", TABLE_AND_SEMINARS, activities=("М-0002",)),
                _number("≥ 2", TABLE_AND_SEMINARS, activities=("М-0003",)),
                _number("1", FLASH, FLASH_AGAIN, activities=("М-0001",)),
                _number("≥ 201", OVER_200),
            ),
            (
                Cell((Run(str(say["region2"])),)),
                _number("1", TABLE_AT_ORDA, activities=("М-0004",)),
                _number("0"),
                _number("0"),
                _number("12", TWELVE),
            ),
            (
                Cell((Run(str(say["sum"])),), strong=True),
                _number("2", TABLE_AND_SEMINARS, TABLE_AT_ORDA, strong=True),
                _number("≥ 2", TABLE_AND_SEMINARS, strong=True),
                _number("1", FLASH, FLASH_AGAIN, strong=True),
                _number("≥ 213", OVER_200, TWELVE, strong=True),
            ),
        ),
    )

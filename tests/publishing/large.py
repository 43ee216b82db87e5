"""Registers and reports of any size, made by rule."""

from svod.records import (
    Activity,
    Bounds,
    Cell,
    Coverage,
    DistinctActivity,
    Document,
    Evidence,
    Heading,
    Paragraph,
    Register,
    Report,
    ReportBlock,
    Run,
    Scope,
    Table,
    Total,
)
from tests.publishing.variants import register_of

REGIONS = [f"KZ-{number}" for number in range(10, 30)]
KINDS = ["round_table", "flash_mob", "seminar", "training", "lecture", "contest"]
_SENTENCE = "В школе № {} прошло мероприятие «Мир начинается с семьи», в нём участвовали 45 учащихся. "


def many_places(count: int) -> tuple[Report, Register]:
    """One number told in that many places of one document."""
    document = Document("d", "слово " * count, "много.txt")
    places = tuple(Evidence("d", 6 * place, 6 * place + 5) for place in range(count))
    tree = Report("Т", "", "ru", (Paragraph((Run(str(count), places),)),))
    return tree, register_of(documents=(document,), totals=(), activities=(), planned=())


def large(documents: int, activities: int) -> tuple[Report, Register]:
    """A campaign of that size: a section for each of 20 regions, with a sentence for each activity, and a table."""
    texts: list[list[str]] = [[] for _ in range(documents)]
    held: list[DistinctActivity] = []
    for number in range(activities):
        place = number % documents
        start = sum(map(len, texts[place]))
        texts[place].append(_SENTENCE.format(number))
        evidence = Evidence(f"d{place}", start, start + len(texts[place][-1]) - 1)
        one = Activity(
            KINDS[number % len(KINDS)],
            evidence,
            title="Мир начинается с семьи",
            region=REGIONS[place % len(REGIONS)],
            participants=Bounds.exactly(45),
        )
        held.append(DistinctActivity(f"М-{number:04}", one, (one,)))
    made = tuple(Document(f"d{place}", "".join(parts), f"{place}.docx") for place, parts in enumerate(texts))
    whole = tuple(one.activity.evidence for one in held)
    register = Register(
        "sixteen_days",
        2022,
        made,
        tuple(held),
        (),
        (),
        (Total(Scope("activities"), Bounds.exactly(activities), Bounds.exactly(activities), None, whole),),
        (),
        Coverage(tuple(REGIONS), tuple(REGIONS), ()),
    )
    return _report(register), register


def _report(register: Register) -> Report:
    blocks: list[ReportBlock] = [Heading("Итоги", 1), _table(register)]
    for region in REGIONS:
        blocks.append(Heading(region, 2, f"region-{region}"))
        mine = [one for one in register.activities if one.activity.region == region]
        for one in mine:
            text = f"Прошло мероприятие «{one.activity.title}», участвовали "
            blocks.append(Paragraph((Run(text), Run("45", one.evidences, (one.id,)), Run(" учащихся."))))
    return Report("Большой отчёт", "", "ru", tuple(blocks))


def _table(register: Register) -> Table:
    rows = []
    for region in REGIONS:
        cells = [Cell((Run(region),))]
        for kind in KINDS:
            mine = [one for one in register.activities if (one.activity.region, one.activity.kind) == (region, kind)]
            sources = tuple(one.activity.evidence for one in mine)
            cells.append(Cell((Run(str(len(mine)), sources, tuple(one.id for one in mine)),), numeric=True))
        rows.append(tuple(cells))
    return Table("Мероприятия", ("Регион", *KINDS), tuple(rows))

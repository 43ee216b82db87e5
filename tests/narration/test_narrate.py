"""The report as a whole: a rich register as a golden text, what stands behind its words, what cannot be asked for."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from svod.narration import UnknownLanguage, UnknownLength, narrate
from svod.records import (
    BarChart,
    Contradiction,
    Evidence,
    Heading,
    Listing,
    NothingHeld,
    Paragraph,
    Register,
    Report,
    Scope,
    Table,
    TileMap,
)
from tests.narration.made import EXPECTED, PACK, activity, bounds, register

KOSTANAY, PAVLODAR, SHYMKENT, ABAI = "KZ-39", "KZ-55", "KZ-79", "KZ-10"
COLLEGE = "первичная профсоюзная организация политехнического колледжа"


def rich() -> Register:
    """A campaign in which nearly everything happens once."""
    titles = ("Тишина не защита", "Дом, где спокойно", "Разговор начистоту")
    return register(
        *(activity("round_table", region=KOSTANAY, title=title) for title in titles),
        activity("round_table", region=KOSTANAY, count="1+"),
        activity("flash_mob", region=KOSTANAY, title="Я рядом", audience="pupils", participants="301+", place="Рудный"),
        activity("lecture", region=KOSTANAY, place="Рудный", audience="pupils parents", participants="90-110"),
        activity("meeting", region=KOSTANAY, count="2+", audience="teachers", partners="police", place="Костанай"),
        activity("talk", region=PAVLODAR, organiser=COLLEGE, audience="students", count="5"),
        activity("seminar", region=PAVLODAR, organiser=COLLEGE, audience="students", materials="brochure memo"),
        activity("training", region=PAVLODAR, date="2022-12-05", partners="psychologist", audience="teachers"),
        activity("info_stand", region=PAVLODAR, count="2+"),
        activity("exhibition", region=PAVLODAR, materials="drawing poster", title="Мир без обид"),
        activity("survey", region=SHYMKENT, place="Шымкент", audience="parents", participants="240"),
        activity("challenge", region=SHYMKENT, online=True, title="16 добрых слов"),
        activity("commission_session", region=ABAI, date="2022-11-28/2022-11-30", organiser="Совет профсоюза"),
        activity("distribution", count="1+", materials="booklet leaflet"),
        planned=[activity("conference", region=SHYMKENT, date="2022-12-09", title="Итоги")],
        reported=[(Scope("activities", KOSTANAY), "201+"), (Scope("activities"), "240+")],
        contradictions=[
            Contradiction(
                Scope("participants", PAVLODAR),
                bounds("400+"),
                bounds("350"),
                (Evidence("a", 0, 1),),
                (Evidence("b", 0, 1),),
            )
        ],
        nothing_held=("KZ-43",),
    )


def shown(report: Report) -> str:
    """The report as plain text, for the golden file."""
    lines = [report.title, report.subtitle]
    for block in report.blocks:
        match block:
            case Heading(text, level):
                lines += ["", f"{'#' * level} {text}"]
            case Paragraph(note=note):
                lines.append(("! " if note else "") + block.text)
            case Listing(items):
                lines += [f"- {item.text}" for item in items]
            case Table(caption, header, rows):
                lines += ["", caption, " | ".join(header)]
                lines += [" | ".join("".join(run.text for run in cell.runs) for cell in row) for row in rows]
            case BarChart(caption, bars):
                lines += ["", caption, *(f"{label}: {value}" for label, _, _, value in bars)]
            case TileMap(caption, tiles):
                lines += ["", caption, ", ".join(f"{label} {value}" for _, label, _, value in tiles)]
    return "\n".join(lines).replace("\u00a0", " ") + "\n"


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_a_rich_register(golden: Callable[[str, str], None], language: str) -> None:
    golden(f"rich.{language}.txt", shown(narrate(rich(), PACK, language)))


def test_a_language_without_a_grammar_is_refused() -> None:
    with pytest.raises(UnknownLanguage, match="'de'"):
        narrate(register(), PACK, "de")


def test_an_unknown_length_is_refused() -> None:
    with pytest.raises(UnknownLength, match="'haiku'"):
        narrate(register(), PACK, length="haiku")


def test_a_sentence_opens_the_places_of_its_activities() -> None:
    report = narrate(register(activity("seminar", region=ABAI), activity("lecture", region=ABAI)), PACK)
    paragraph = next(block for block in report.blocks if isinstance(block, Paragraph) and "семинар" in block.text)
    assert [(run.text, run.activities) for run in paragraph.runs] == [
        ("В области Абай проведены семинар и лекция", ("М-0001", "М-0002")),
        (".", ()),
    ]
    assert len(paragraph.runs[0].sources) == 2


def test_a_number_opens_its_activity_and_the_end_of_the_sentence_the_others() -> None:
    lecture = activity("lecture", region=ABAI, audience="pupils", participants="45")
    report = narrate(register(lecture, activity("seminar", region=ABAI)), PACK)
    paragraph = next(block for block in report.blocks if isinstance(block, Paragraph) and "семинар" in block.text)
    assert [(run.text, run.activities) for run in paragraph.runs] == [
        ("В области Абай проведены лекция для ", ()),
        ("45", ("М-0001",)),
        (" учащихся и семинар", ("М-0002",)),
        (".", ()),
    ]


def test_a_number_has_a_run_of_its_own() -> None:
    report = narrate(register(activity("training", region=ABAI, count="5+")), PACK)
    paragraph = next(block for block in report.blocks if isinstance(block, Paragraph) and "тренинг" in block.text)
    assert "не менее 5" in [run.text for run in paragraph.runs]


def test_sections_stand_in_the_order_of_the_pack() -> None:
    report = narrate(register(*(activity("seminar", region=region) for region in reversed(EXPECTED))), PACK)
    anchors = [block.anchor for block in report.blocks if isinstance(block, Heading)]
    assert [anchor for anchor in anchors if anchor.startswith("region-")] == [f"region-{code}" for code in EXPECTED]


def test_the_silent_the_empty_and_the_counted_are_three_things() -> None:
    report = narrate(register(activity("seminar", region=ABAI), nothing_held=("KZ-43",)), PACK)
    table = next(block for block in report.blocks if isinstance(block, Table))
    assert [(row[0].runs[0].text, row[-1].runs[0].text) for row in table.rows] == [("Абай", "1"), ("Итого", "1")]
    note = next(block.text for block in report.blocks if isinstance(block, Paragraph) and "Нет сведений" in block.text)
    assert "Сообщили, что мероприятия не проводились: Кызылорда. Нет сведений: Акмола, Актобе" in note
    tiles = next(block.tiles for block in report.blocks if isinstance(block, TileMap))
    assert {code: value for code, _, value, _ in tiles if code in (ABAI, "KZ-43", "KZ-11")} == {
        ABAI: 1,
        "KZ-43": 0,
        "KZ-11": None,
    }


@pytest.mark.parametrize(
    ("language", "share", "sentence", "note", "legend"),
    [
        ("ru", "1 из 20", "пока никем не подтверждён", "ещё не подтверждены: Акмола", "нет подтверждённых сведений"),
        ("kk", "20 өңірдің ішінен 1", "әлі ешкім растаған жоқ", "әлі расталған жоқ: Ақмола", "расталған мәлімет жоқ"),
        ("en", "1 of 20", "nobody has confirmed it yet", "not confirmed yet: Akmola", "no confirmed information"),
    ],
)
def test_of_a_region_that_waits_the_numbers_do_not_tell(
    language: str, share: str, sentence: str, note: str, legend: str
) -> None:
    """Its report is there, what it tells is not confirmed: it neither told the numbers nor named no activity."""
    made = register(activity("seminar", region=ABAI))
    coverage = replace(made.coverage, reported=(ABAI, "KZ-11"), silent=EXPECTED[2:], unconfirmed=("KZ-11",))
    blocks = narrate(replace(made, coverage=coverage, confirmed=True), PACK, language).blocks
    told = "\n".join(block.text for block in blocks if isinstance(block, Paragraph))
    assert all(words in told for words in (share, sentence, note))
    assert "не названы" not in told
    assert [block.legend[0] for block in blocks if isinstance(block, TileMap)] == [legend]


@pytest.mark.parametrize(
    ("language", "sentence", "note"),
    [
        ("ru", "прочитать его не удалось, и в итоги он не вошёл: Акмолинская", "прочитать их не удалось: Акмола."),
        ("kk", "оны оқу мүмкін болмады, жалпы қорытындыға енгізілмеді: Ақмола", "оқу мүмкін болмады: Ақмола."),
        ("en", "could not be read and is not in the totals: Akmola", "not readable: Akmola."),
    ],
)
def test_a_region_whose_report_could_not_be_read_is_not_called_silent(language: str, sentence: str, note: str) -> None:
    made = register(activity("seminar", region=ABAI))
    coverage = replace(made.coverage, reported=(ABAI,), silent=EXPECTED[1:]).with_unread({"KZ-11", ABAI})
    assert (coverage.unread, coverage.silent) == (("KZ-11",), EXPECTED[2:])
    blocks = narrate(replace(made, coverage=coverage), PACK, language).blocks
    told = "\n".join(block.text for block in blocks if isinstance(block, Paragraph))
    assert sentence in told
    assert note in told


def test_the_answer_that_nothing_was_held_opens_the_place_that_says_so() -> None:
    said = Evidence("b", 0, 26)
    made = register(activity("seminar", region=ABAI), nothing_held=("KZ-43",))
    coverage = replace(made.coverage, answers=(NothingHeld(said, "KZ-43"), NothingHeld(Evidence("c", 0, 9), ABAI)))
    report = narrate(replace(made, coverage=coverage), PACK)
    (runs,) = (block.runs for block in report.blocks if isinstance(block, Paragraph) and "сообщили лишь" in block.text)
    (opening,) = (run for run in runs if run.sources)
    assert (opening.sources, opening.text[-24:]) == ((said,), ": Кызылординская область")


def test_a_region_of_hundreds_stays_readable() -> None:
    kinds = [term.code for term in PACK.kinds]
    many = [
        activity(kinds[at % len(kinds)], region=ABAI, title=f"Название {at}", materials="booklet") for at in range(900)
    ]
    report = narrate(register(*many), PACK)
    text = "".join(block.text for block in report.blocks if isinstance(block, Paragraph))
    assert text.count("«Название") <= 12
    assert len(text) < 6_000
    assert "участникам розданы буклеты" in text


def test_a_claim_s_own_words_come_first_behind_its_number() -> None:
    report = narrate(register(activity("seminar", region=ABAI), reported=[(Scope("activities", ABAI), "201+")]), PACK)
    paragraph = next(block for block in report.blocks if isinstance(block, Paragraph) and "описано" in block.text)
    claimed, described = [run for run in paragraph.runs if run.sources][:2]
    assert (claimed.text, claimed.sources) == ("не менее 201", (Evidence("total", 0, 9), Evidence("d", 0, 5)))
    assert (described.text, described.sources) == ("1", (Evidence("d", 0, 5),))

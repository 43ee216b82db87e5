"""Anonymous surveys in the report: shares of those who answered, before and after, and no more than the answers say."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from svod.counting.surveys import count_answers
from svod.extraction import extract
from svod.narration import comparisons, narrate
from svod.publishing import write_html, write_xlsx
from svod.records import (
    Answered,
    BarChart,
    Document,
    Heading,
    Paragraph,
    Period,
    Register,
    Report,
    ReportBlock,
    SurveyCount,
    SurveyWave,
    Table,
)
from tests.narration.made import PACK, register

BEFORE, AFTER = Period(date(2026, 11, 20), date(2026, 11, 27)), Period(date(2026, 12, 8), date(2026, 12, 15))
LANGUAGES = ("ru", "kk", "en")


def count(yes: int, no: int, group: str = "pupils") -> SurveyCount:
    asked = next(one for one in PACK.surveys if one.code == "awareness")
    codes = ["yes"] * yes + ["no"] * no + ["unsure"] * 10
    return count_answers([Answered(group, {"knows_help": (code,)}) for code in codes], asked)


def wave(name: str, told: SurveyCount, period: Period = AFTER) -> SurveyWave:
    return SurveyWave("awareness", name, period, 1, told)


def told_of(*waves: SurveyWave) -> Register:
    return replace(register(), surveys=waves)


PAIR = told_of(wave("before", count(40, 50), BEFORE), wave("after", count(80, 30)))


def part(report: Report) -> list[ReportBlock]:
    """The blocks of the survey."""
    start = next(at for at, one in enumerate(report.blocks) if isinstance(one, Heading) and one.anchor == "surveys")
    return list(report.blocks[start:])


def said(report: Report) -> str:
    return " ".join(block.text for block in part(report) if isinstance(block, Paragraph) and not block.note)


def cells(table: Table) -> list[list[str]]:
    return [["".join(run.text for run in cell.runs) for cell in row] for row in table.rows]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "ru",
            "С 20 ноября по 15 декабря 2026 года число ответов составило 220: до кампании — 100, после неё — 120. "
            "Доля знающих, куда обратиться за помощью, выросла с 40 % (40 из 100) до 67 % (80 из 120).",
        ),
        (
            "kk",
            "2026 жылғы 20 қараша мен 15 желтоқсан аралығында жауаптар саны 220 болды: науқанға дейін — 100, одан "
            "кейін — 120. Көмекке қайда жүгіну керегін білетіндердің үлесі 40 %-дан (100 жауаптан 40) 67 %-ға "
            "(120 жауаптан 80) дейін өсті.",
        ),
        (
            "en",
            "From 20 November to 15 December 2026, the number of answers was 220: 100 before the campaign and 120 "
            "after it. The share of those who know where to turn for help rose from 40 % (40 of 100) to 67 % "
            "(80 of 120).",
        ),
    ],
)
def test_the_share_before_and_after(language: str, sentence: str) -> None:
    assert said(narrate(PAIR, PACK, language)).replace("\xa0", " ") == sentence


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ((80, 30), (40, 50), "снизилась с 67 % (80 из 120) до 40 % (40 из 100)"),
        ((40, 50), (40, 50), "не изменилась: до кампании 40 % (40 из 100), после неё 40 % (40 из 100)"),
    ],
)
def test_what_may_be_said_of_a_change(before: tuple[int, int], after: tuple[int, int], words: str) -> None:
    text = said(narrate(told_of(wave("before", count(*before)), wave("after", count(*after))), PACK))
    assert words in text.replace("\xa0", " ")


def test_of_a_share_that_is_hidden_nothing_is_said() -> None:
    assert "Доля" not in said(narrate(told_of(wave("before", count(2, 50)), wave("after", count(40, 50))), PACK))


def test_few_answers_are_set_side_by_side_and_called_no_change() -> None:
    text = said(narrate(told_of(wave("before", count(7, 5)), wave("after", count(9, 6))), PACK)).replace("\xa0", " ")
    assert "составила до кампании 32 % (7 из 22), после неё 36 % (9 из 25)" in text
    assert text.endswith("Там, где ответов меньше 30, о переменах они не говорят.")
    assert not re.search("выросла|снизилась", text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_cause_is_claimed_and_nobody_is_an_attendance(language: str) -> None:
    report = narrate(PAIR, PACK, language)
    note = next(block.text for block in part(report) if isinstance(block, Paragraph) and block.note)
    assert {"ru": "отсюда не видно", "kk": "бұдан көрінбейді", "en": "cannot be seen"}[language] in note
    assert {"ru": "не входят", "kk": "кірмейді", "en": "no part"}[language] in note


@pytest.mark.parametrize("language", LANGUAGES)
def test_read_back_it_tells_no_activity_and_no_participants(language: str) -> None:
    """A report that goes up the ladder is read there: answers are nobody who came."""
    lines = []
    for block in part(narrate(PAIR, PACK, language)):
        if isinstance(block, Table):
            lines += [block.caption, *(" | ".join(row) for row in cells(block))]
        elif isinstance(block, Heading | Paragraph):
            lines.append(block.text)
    found = extract(Document("r", "\n".join(lines), "r.txt", language=language, year=2026), PACK)
    assert (found.activities, found.totals) == ((), ())


def test_what_is_hidden_is_said_to_be_hidden() -> None:
    report = narrate(told_of(wave("once", count(3, 40))), PACK)
    asked = next(one for one in part(report) if isinstance(one, Table) and one.caption.startswith("Знаете"))
    assert cells(asked) == [
        ["Да", "скрыто"],
        ["Не уверен(а)", "скрыто"],
        ["Нет", "40 (75\xa0%)"],
        ["Ответили на вопрос", "53"],
    ]
    assert not any(isinstance(block, BarChart) for block in part(report))


def test_no_share_is_over_the_whole() -> None:
    for block in part(narrate(PAIR, PACK)):
        if isinstance(block, BarChart):
            assert block.series == ("до кампании", "после кампании")
            assert all(most is not None and most <= 100 for _, _, most, _ in block.bars)


def test_a_group_that_is_too_small_is_named_and_not_counted() -> None:
    report = narrate(PAIR, PACK)
    forms = next(one for one in part(report) if isinstance(one, Table))
    assert cells(forms)[1:] == [
        ["Педагоги и другие работники", "менее 5", "менее 5"],
        ["Родители", "менее 5", "менее 5"],
        ["Все группы", "100", "120"],
    ]


def test_each_group_has_a_line_where_something_of_it_is_told() -> None:
    asked = next(one for one in PACK.surveys if one.code == "awareness")
    groups = {"pupils": 40, "teachers": 50, "parents": 4}
    forms = [
        Answered(group, {"campaign": ("yes" if at % 2 else "no",)}) for group in groups for at in range(groups[group])
    ]
    report = narrate(told_of(wave("once", count_answers(forms, asked))), PACK)
    shares = next(one for one in part(report) if isinstance(one, Table) and one.caption.endswith("доли по группам"))
    assert cells(shares) == [
        ["Учащиеся 14 лет и старше: слышали о кампании", "20 (50\xa0%)"],
        ["Педагоги и другие работники: слышали о кампании", "25 (50\xa0%)"],
    ]


def test_a_choice_that_the_pack_got_since_is_said_to_be_hidden() -> None:
    told = count(40, 40)
    kept = {cell: bounds for cell, bounds in told.chosen.items() if cell[1] != "unsure"}
    report = narrate(told_of(wave("once", replace(told, chosen=kept))), PACK)
    asked = next(one for one in part(report) if isinstance(one, Table) and one.caption.startswith("Знаете"))
    assert cells(asked)[1] == ["Не уверен(а)", "скрыто"]


def test_without_surveys_nothing_is_said() -> None:
    report = narrate(told_of(wave("once", SurveyCount({}, {}, {}))), PACK)
    assert all(not isinstance(one, Heading) or one.anchor != "surveys" for one in report.blocks)


def test_files_have_them(tmp_path: Path) -> None:
    write_html(narrate(PAIR, PACK), PAIR, tmp_path / "r.html")
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "80 (67\xa0%)" in page
    assert "style=" not in page.partition('id="surveys"')[2].partition("<table")[0]
    write_xlsx(PAIR, PACK, tmp_path / "r.xlsx", compared=comparisons(PAIR, PACK))
    names = ZipFile(tmp_path / "r.xlsx").read("xl/workbook.xml").decode()
    assert "Что мы знаем о насилии и помощи" in names

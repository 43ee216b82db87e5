"""The workbook, opened by an independent reader."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from svod.publishing import write_xlsx
from svod.records import (
    Activity,
    Bounds,
    Cell,
    Coverage,
    DistinctActivity,
    Heading,
    Register,
    Report,
    Run,
    Scope,
    Table,
    Total,
)
from tests.publishing.campaign import FLASH, HOSTILE, PACK, REGISTER, message
from tests.publishing.variants import register_of


def opened(tmp_path: Path, register: Register = REGISTER, language: str = "ru") -> Workbook:
    path = tmp_path / "register.xlsx"
    write_xlsx(register, PACK, path, language, message=message)
    return openpyxl.load_workbook(path)


def rows(workbook: Workbook, sheet: str) -> list[dict[str, object]]:
    """The sheet's rows by the header's words."""
    header, *body = workbook[sheet].iter_rows(values_only=True)
    return [dict(zip(map(str, header), row, strict=True)) for row in body]


def test_its_sheets(tmp_path: Path) -> None:
    assert opened(tmp_path).sheetnames == [
        "Мероприятия",
        "Все основания",
        "Итоги",
        "Запланировано",
        "Охват",
        "Противоречия",
        "Обратить внимание",
    ]
    assert opened(tmp_path, language="kk").sheetnames[0] == "Іс-шаралар"
    assert opened(tmp_path, language="en").sheetnames[0] == "Activities"


def test_what_the_report_compares_has_sheets_of_its_own_with_numbers_and_a_chart(tmp_path: Path) -> None:
    table = Table("По регионам", ("Регион", "План"), (line("Абай", 7), line("Шымкент", None)))
    compared = Report("О", "", "ru", (Heading("План: факт"), table))
    write_xlsx(REGISTER, PACK, tmp_path / "r.xlsx", message=message, compared=compared)
    workbook = openpyxl.load_workbook(tmp_path / "r.xlsx")
    assert rows(workbook, "План факт") == [
        {"Сравнивается": "Регион", "Название": "Абай", "План: не менее": 7, "План: не более": None},
        {"Сравнивается": "Регион", "Название": "Шымкент", "План: не менее": None, "План: не более": None},
    ]
    assert len(workbook["План факт"]._charts) == 1


def test_a_heading_of_many_words_is_seen_whole(tmp_path: Path) -> None:
    table = Table("По регионам", ("Регион", "Не сообщено о проведении"), (line("Абай", 7),))
    compared = Report("О", "", "ru", (Heading("План: факт"), table))
    write_xlsx(REGISTER, PACK, tmp_path / "r.xlsx", message=message, compared=compared)
    sheet = openpyxl.load_workbook(tmp_path / "r.xlsx")["План факт"]
    assert sheet["D1"].value == "Не сообщено о проведении: не более"
    assert sheet.row_dimensions[1].height >= 45  # three lines


def line(name: str, least: int | None) -> tuple[Cell, ...]:
    value = Bounds.at_least(least) if least else None
    return Cell((Run(name),)), Cell((Run("≥"),), numeric=True, value=value)


def test_an_activity(tmp_path: Path) -> None:
    one, *_ = rows(opened(tmp_path), "Мероприятия")
    assert one == {
        "Номер": "М-0001",
        "Регион": "Костанайская область",
        "Вид": "флешмоб",
        "Название": "О насилии не молчи!",
        "Дата": datetime(2022, 11, 25),
        "По какой день": datetime(2022, 12, 10),
        "Место": "Костанай",
        "Организатор": None,
        "Для кого": "учащиеся",
        "Участников не менее": 301,
        "Участников не более": None,
        "Мероприятий не менее": 1,
        "Мероприятий не более": 1,
        "Партнёры": None,
        "Материалы": "листовки",
        "Онлайн": None,
        "Статус": "черновик",
        "Уверенность": 0.93,
        "Файл": "Костанай/отчёты.zip › отчёт за декабрь.docx",
        "Слова источника": "прошёл флешмоб «О насилии не молчи!», в нём участвовали свыше трёхсот учащихся",
        "Оснований": 2,
    }


def test_what_people_stand_behind_is_no_draft(tmp_path: Path) -> None:
    for register, status in ((REGISTER, "черновик"), (replace(REGISTER, confirmed=True), "подтверждено")):
        assert {row["Статус"] for row in rows(opened(tmp_path, register), "Мероприятия")} == {status}


def test_every_mention_stands_among_the_evidences(tmp_path: Path) -> None:
    found = rows(opened(tmp_path), "Все основания")
    assert [(row["Номер"], row["Основание №"], row["Файл"]) for row in found[:2]] == [
        ("М-0001", 1, "Костанай/отчёты.zip › отчёт за декабрь.docx"),
        ("М-0001", 2, "Костанай/письмо.eml"),
    ]
    assert len(found) == sum(len(one.members) for one in (*REGISTER.activities, *REGISTER.planned))


def test_totals_are_printed_with_their_bounds(tmp_path: Path) -> None:
    found = rows(opened(tmp_path), "Итоги")
    kostanay = next(row for row in found if row["Регион"] == "Костанайская область")
    assert (kostanay["Итог"], kostanay["Не менее"], kostanay["Не более"]) == ("не менее 201", 201, None)
    assert found[0]["Регион"] == "Вся кампания"
    assert found[0]["Вид"] == "Все виды"


@pytest.mark.parametrize(("language", "said"), [("ru", "не названо"), ("kk", "аталмаған"), ("en", "not named")])
def test_a_total_that_nobody_named_says_so(tmp_path: Path, language: str, said: str) -> None:
    unknown = Bounds(0, None)
    total = Total(Scope("participants", "KZ-39", "seminar"), unknown, unknown, unknown=6)
    totals = opened(tmp_path, replace(REGISTER, totals=(total,)), language).worksheets[2]
    assert said in [cell.value for cell in totals[2]]


def test_coverage_and_contradictions_and_problems(tmp_path: Path) -> None:
    workbook = opened(tmp_path)
    assert [(row["Регион"], row["Отчёт"]) for row in rows(workbook, "Охват")] == [
        ("Костанайская область", "поступил"),
        ("Кызылординская область", "поступил"),
        ("город Алматы", "не поступил"),
    ]
    (found,) = rows(workbook, "Противоречия")
    assert (found["Одно число"], found["Другое число"]) == ("не менее 201", "180")
    assert "письмо.eml: проведено 180 мероприятий" in str(found["Где сказано другое"])
    problems = rows(workbook, "Обратить внимание")
    assert [row["Что случилось"] for row in problems] == ["не прочитано", "прочитано не всё", "взглянуть"]
    assert problems[0]["Что это значит и что делать"] == message(REGISTER.problems[0])


def test_a_region_that_nobody_expected_and_one_where_nothing_was_held(tmp_path: Path) -> None:
    coverage = Coverage(("KZ-39",), ("KZ-39", "KZ-43"), (), nothing_held=("KZ-39",))
    found = rows(opened(tmp_path, register_of(coverage=coverage)), "Охват")
    assert [row["Отчёт"] for row in found] == ["поступил: мероприятий не было", "поступил, хотя не ожидался"]


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x","y")', "\t=1"])
def test_no_text_is_a_formula(tmp_path: Path, start: str) -> None:
    one = Activity("flash_mob", FLASH, title=start, organiser=start, place=start)
    cells = opened(tmp_path, register_of(activities=(DistinctActivity("М-1", one, (one,)),)))["Мероприятия"][2]
    titles = [cell for cell in cells if cell.value == start]
    assert len(titles) == 3
    assert all(cell.data_type == "s" and cell.quotePrefix and cell.hyperlink is None for cell in titles)


def test_what_xlsxwriter_takes_for_markup_of_its_own_is_a_text(tmp_path: Path) -> None:
    one = Activity("flash_mob", FLASH, title="<r>Ана & бала</r>")
    (row,) = rows(opened(tmp_path, register_of(activities=(DistinctActivity("М-1", one, (one,)),))), "Мероприятия")
    assert row["Название"] == "<r>Ана & бала</r>"


def test_hostile_and_very_long_words_fit_in_a_cell(tmp_path: Path) -> None:
    one = Activity("flash_mob", FLASH, title=HOSTILE, organiser="ө" * 100_000, participants=Bounds(1, 30))
    (row,) = rows(opened(tmp_path, register_of(activities=(DistinctActivity("М-1", one, (one,)),))), "Мероприятия")
    assert str(row["Название"]).startswith("<script>")
    assert len(str(row["Организатор"])) == 32_000


def test_headers_stay_in_sight_and_everything_can_be_filtered(tmp_path: Path) -> None:
    for sheet in opened(tmp_path):
        assert sheet.freeze_panes in ("A2", "B2")
        assert sheet.auto_filter.ref == sheet.dimensions


def test_the_same_register_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_xlsx(REGISTER, PACK, tmp_path / name, message=message)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_an_empty_register_has_all_its_sheets(tmp_path: Path) -> None:
    empty = Register("c", None, (), (), (), (), (), (), Coverage((), (), ()))
    assert len(opened(tmp_path, empty).sheetnames) == 7


def test_the_guard_hides_in_every_quote(tmp_path: Path) -> None:
    path = tmp_path / "guarded.xlsx"
    write_xlsx(REGISTER, PACK, path, guard=lambda *_: "***")
    workbook = openpyxl.load_workbook(path)
    for sheet in ("Мероприятия", "Все основания", "Запланировано"):
        assert {row["Слова источника"] for row in rows(workbook, sheet)} == {"***"}

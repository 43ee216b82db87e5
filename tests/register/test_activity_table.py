"""A region's own table: away, filled in, back; what each row would change, and all of it in one operation."""

import shutil
import subprocess
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from svod.packs import available, load
from svod.register.activity_table.names import Names
from svod.register.activity_table.words import BOTH, CHOICES, told, written
from svod.register.errors import Locked, OtherCampaign, Stale
from svod.register.models import Activity, ActivityTable, Level, Operation, State, Submission
from svod.register.services.correct import correct
from svod.register.services.organise import add_organisation
from svod.register.services.resemble import to_compare
from svod.register.services.sign import sign
from svod.register.services.take_table import compared, take
from svod.register.services.undo import undo
from svod.register.take_back import is_standing
from svod.register.workbook import BadSheet, plain
from tests.register.filled import accept, changed, codes, column, comparison, read, received, row, states, taken_away
from tests.register.made import activity, day, document
from tests.world import World


@pytest.fixture
def talk(world: World) -> Activity:
    """A lecture that the school has told in a text of its own."""
    return activity(
        world,
        document(world),
        state=State.CONFIRMED,
        kind="lecture",
        title="Право на защиту",
        first_day=day(3),
        last_day=day(3),
        place="актовый зал",
        audience=("pupils", "teachers"),
        participants_least=301,
        number_reason="журнал",
    )


def test_it_works(world: World, talk: Activity) -> None:
    def fill(sheet: Any) -> None:
        row(sheet, 2, participants="около 50", place="спортзал")
        row(sheet, 3, organisation="Школа № 7", kind="семинар", title="Тихий дом", first_day=date(2025, 12, 4))
        row(sheet, 3, participants="более 200", audience="учащиеся; родители", format="онлайн")
        row(sheet, 4, kind="тренинг", first_day="28–30 ноября", participants=12)

    data = changed(taken_away(world), fill)
    found = comparison(world, data)
    assert states(found) == ["changed", "new", "new"], [one.errors for one in found.rows]
    told = [(one.field, one.now, one.said) for one in found.rows[0].changes]
    assert told == [("place", "актовый зал", "спортзал"), ("participants", "не менее 301", "от 45 до 55")]
    accept(world, data)
    talk.refresh_from_db()
    assert (talk.place, talk.participants_least, talk.participants_most) == ("спортзал", 45, 55)
    assert talk.origins == {"place": "corrected", "participants": "corrected"}
    assert "таблица.xlsx" in talk.number_reason
    seminar = Activity.objects.get(title="Тихий дом")
    assert (seminar.organisation, seminar.kind, seminar.state) == (world.school, "seminar", State.CONFIRMED)
    assert (seminar.participants_least, seminar.participants_most) == (201, None)
    assert (seminar.audience, seminar.online, seminar.region) == (("parents", "pupils"), True, "KZ-39")
    training = Activity.objects.get(kind="training")
    assert training.organisation == world.kostanay
    assert (training.first_day, training.last_day) == (date(2025, 11, 28), date(2025, 11, 30))


def test_each_stands_on_its_row(world: World, talk: Activity) -> None:
    def fill(sheet: Any) -> None:
        row(sheet, 2, participants=50)
        row(sheet, 3, organisation="Школа № 7", kind="семинар", title="Тихий дом", participants="более 200")
        row(sheet, 4, kind="тренинг", title="Свой голос", participants=12)

    data = changed(taken_away(world), fill)
    accept(world, data)
    training = Activity.objects.get(kind="training")
    workbook = training.document.submission
    assert (workbook.channel, workbook.state) == (Submission.Channel.TABLE, Submission.State.READ)
    with workbook.file.open() as file:
        assert file.read() == data
    assert "Свой голос" in training.quote
    seminar = Activity.objects.get(title="Тихий дом")
    start, end = seminar.sources["participants"]
    assert seminar.document.text[start:end] == "более 200"
    assert seminar.number_reason == ""
    assert seminar.document.submission.organisation == world.school
    assert "Свой голос" not in seminar.document.text  # the school does not read what is told of others
    assert talk.quote == "Проведён семинар"  # its own text stays, the row is one place more
    telling = talk.told_again.get()
    assert "Право на защиту" in telling.quote
    assert telling.participants_least == 50


def test_the_same_file_again_changes_nothing(world: World, talk: Activity) -> None:
    def fill(sheet: Any) -> None:
        row(sheet, 2, place="спортзал")
        row(sheet, 3, kind="тренинг", participants=12)

    data = changed(taken_away(world), fill)
    accept(world, data)
    before = list(Activity.objects.order_by("pk").values())
    assert received(world, data) == ActivityTable.objects.get()
    assert states(comparison(world, data)) == ["same", "same"]
    assert states(comparison(world, changed(data, lambda sheet: None))) == ["same", "same"]  # saved once more
    assert accept(world, data) == []
    assert list(Activity.objects.order_by("pk").values()) == before


def test_a_row_that_was_taken_stays_the_same_when_its_activity_is_corrected(world: World) -> None:
    data = changed(taken_away(world), lambda sheet: row(sheet, 2, kind="тренинг", title="Голос", participants=12))
    accept(world, data)
    made = Activity.objects.get()
    correct(made, {"title": "Другое"}, world.people["reviewer"])
    assert states(comparison(world, data)) == ["same"]


def test_it_is_one_operation_that_is_taken_back(world: World, talk: Activity) -> None:
    def fill(sheet: Any) -> None:
        row(sheet, 2, place="спортзал", participants=50)
        row(sheet, 3, kind="тренинг", participants=12)

    data = changed(taken_away(world), fill)
    accept(world, data)
    done = Operation.objects.get(verb="take_table")
    undo(done, world.people["reviewer"])
    assert not is_standing(done)
    found = Activity.objects.get()
    assert (found.place, found.participants_least, found.number_reason) == ("актовый зал", 301, "журнал")
    assert states(comparison(world, data)) == ["changed", "new"]
    accept(world, data)
    assert Activity.objects.get(pk=talk.pk).place == "спортзал"
    assert Submission.objects.filter(channel=Submission.Channel.TABLE).count() == 2  # nothing is kept twice


def test_the_next_table_takes_the_place_of_the_last(world: World, talk: Activity) -> None:
    accept(world, changed(taken_away(world), lambda sheet: row(sheet, 2, participants=50)))
    accept(world, changed(taken_away(world), lambda sheet: row(sheet, 2, participants=40)))
    talk.refresh_from_db()
    assert talk.participants_least == 40
    assert talk.told_again.get().participants_least == 40  # no two tables that contradict one another


def test_row_by_row(world: World, talk: Activity) -> None:
    def fill(sheet: Any) -> None:
        row(sheet, 2, place="спортзал")
        row(sheet, 3, kind="тренинг", participants=12)
        row(sheet, 4, kind="семинар", participants=13)

    table = received(world, changed(taken_away(world), fill))
    rows = compared(table).rows
    take(table, [rows[1].seen], world.people["reviewer"])
    assert [one.state for one in compared(table).rows] == ["changed", "same", "new"]
    to_compare().update(compared=True)
    take(table, [rows[0].seen], world.people["reviewer"])
    assert to_compare().exists()  # what the text tells besides is new
    assert [one.state for one in compared(table).rows] == ["same", "same", "new"]


def test_what_the_register_changed_since_is_in_conflict_only_where_both_did(world: World, talk: Activity) -> None:
    data = changed(taken_away(world), lambda sheet: row(sheet, 2, place="спортзал"))
    correct(talk, {"title": "Право"}, world.people["reviewer"], number_reason="журнал")
    (found,) = comparison(world, data).rows
    assert (found.state, [one.field for one in found.changes]) == ("changed", ["place"])
    assert found.notes == [("register_newer", {})]
    correct(talk, {"place": "двор"}, world.people["reviewer"], number_reason="журнал")
    (found,) = comparison(world, data).rows
    assert found.state == "conflict"
    assert [(one.was, one.now, one.said) for one in found.changes] == [("актовый зал", "двор", "спортзал")]
    accept(world, data)
    talk.refresh_from_db()
    assert talk.place == "двор"  # "all" leaves conflicts alone
    accept(world, data, "conflict")
    talk.refresh_from_db()
    assert (talk.place, talk.title) == ("спортзал", "Право")


def test_a_held_activity_is_not_moved_to_a_day_to_come(world: World, talk: Activity) -> None:
    """Unless the row says that it is planned, or leaves open which."""

    def fill(sheet: Any) -> None:
        row(sheet, 2, first_day="5.12.2099", last_day="5.12.2099")
        row(sheet, 3, kind="семинар", title="Тихий дом", first_day="5.12.2099")
        row(sheet, 4, kind="тренинг", title="Свой голос", first_day="5.12.2099", planned="запланировано")

    held, *planned = comparison(world, changed(taken_away(world), fill)).rows
    assert [(code, details["cell"]) for code, details in held.errors] == [("to_come", "E2")]
    assert [(one.state, one.values["planned"]) for one in planned] == [("new", True), ("new", True)]


def test_an_untouched_row_follows_the_register(world: World, talk: Activity) -> None:
    data = taken_away(world)
    correct(
        talk,
        {"place": "двор", "participants_least": 40, "participants_most": 40},
        world.people["reviewer"],
        number_reason="журнал",
    )
    (found,) = comparison(world, data).rows
    assert (found.state, found.notes) == ("same", [("register_newer", {})])


def test_what_changed_after_somebody_looked_is_refused(world: World, talk: Activity) -> None:
    table = received(world, changed(taken_away(world), lambda sheet: row(sheet, 2, place="спортзал")))
    (seen,) = compared(table).rows
    correct(talk, {"title": "Право"}, world.people["reviewer"], number_reason="журнал")
    with pytest.raises(Stale):
        take(table, [seen.seen], world.people["reviewer"])


def test_rows_that_are_not_in_the_file_stay(world: World, talk: Activity) -> None:
    data = changed(
        taken_away(world), lambda sheet: (sheet.delete_rows(2), row(sheet, 2, kind="семинар", participants=3))
    )
    found = comparison(world, data)
    assert (states(found), found.missing) == (["new"], [talk])
    accept(world, data)
    assert Activity.objects.filter(pk=talk.pk, state=State.CONFIRMED).exists()


# A cell, why its row is refused, and the column that is named. Each is a row of one file.
REFUSED: list[tuple[dict[str, Any], str, str]] = [
    ({"kind": "лекцыя"}, "unknown_term", "C"),
    ({"kind": None, "title": "Тихий дом"}, "missing_kind", "C"),
    ({"audience": "учащиеся; марсиане"}, "unknown_term", "H"),
    ({"participants": "много"}, "no_number", "I"),
    ({"participants": "45.5"}, "no_number", "I"),
    ({"participants": ">200"}, "no_number", "I"),
    ({"participants": -5}, "no_number", "I"),
    ({"participants": datetime(2025, 12, 10)}, "no_number", "I"),  # what Excel makes of "10-12"
    ({"participants": "#REF!"}, "error_value", "I"),
    ({"participants": "=SUM(I2:I2)"}, "no_result", "I"),  # as openpyxl writes it: nobody has calculated it
    ({"count": 0}, "too_few", "J"),
    ({"first_day": "скоро"}, "no_day", "E"),
    ({"first_day": "31.11.2025"}, "no_day", "E"),
    ({"first_day": "28 ноября и 5 декабря"}, "no_day", "E"),
    ({"first_day": "5.12.2025", "last_day": "3.12.2025"}, "days_out_of_order", "E"),
    ({"first_day": "5.12.2099", "planned": "проведено"}, "to_come", "E"),
    ({"title": "Т" * 501}, "too_long", "D"),
    ({"format": "по почте"}, "unknown_term", "K"),
    ({"organisation": "Школа № 77"}, "organisation_unknown", "B"),
    ({"organisation": "Областная организация Абай"}, "organisation_unknown", "B"),  # it lies elsewhere
    ({"svod": "1.1.abcd"}, "mark_changed", ""),
]


def test_a_row_tells_what_is_wrong_and_in_which_cell(world: World, talk: Activity) -> None:
    def fill(sheet: Any) -> None:
        for number, (cells, _code, _letter) in enumerate(REFUSED, 3):
            row(sheet, number, **{"kind": "семинар", **cells})

    same, *refused = comparison(world, changed(taken_away(world), fill)).rows
    assert (same.state, len(refused)) == ("same", len(REFUSED))
    for found, (cells, code, letter) in zip(refused, REFUSED, strict=True):
        cell = f"{letter}{found.number}" if letter else ""
        assert [(name, details.get("cell", "")) for name, details in found.errors] == [(code, cell)], cells


NUMBERS: list[tuple[Any, tuple[int, int | None]]] = [
    (45, (45, 45)),
    (45.0, (45, 45)),
    ("45", (45, 45)),
    ("1 500", (1500, 1500)),
    ("более 200", (201, None)),
    ("200-250", (200, 250)),
    ("около 50", (45, 55)),
    ("до 30", (1, 30)),
    ("50-ге жуық", (45, 55)),
    ("кемінде 301", (301, None)),
    ("тридцать", (30, 30)),
    ("28 учащихся и 5 родителей", (33, 33)),
    (0, (0, 0)),
]


def test_numbers_as_people_type_them(world: World) -> None:
    def fill(sheet: Any) -> None:
        for number, (said, _bounds) in enumerate(NUMBERS, 2):
            row(sheet, number, kind="семинар", title=f"Тема {number}", participants=said)

    accept(world, changed(taken_away(world), fill))
    for number, (said, bounds) in enumerate(NUMBERS, 2):
        made = Activity.objects.get(title=f"Тема {number}")
        assert (made.participants_least, made.participants_most, made.number_reason) == (*bounds, ""), said


DAYS: list[tuple[Any, tuple[int, int]]] = [
    (datetime(2025, 11, 28), (28, 28)),
    (datetime(2025, 11, 28, 10, 30), (28, 28)),
    (date(2025, 11, 28), (28, 28)),
    ("28.11.2025", (28, 28)),
    ("28.11.25 в 10:30", (28, 28)),
    ("2025-11-28", (28, 28)),
    ("28 ноября", (28, 28)),
    ("28 қараша", (28, 28)),
    ("25–28 қараша", (25, 28)),
    ("с 25 по 28 ноября 2025 года", (25, 28)),
    (45989, (28, 28)),  # the same day where the cell was pasted as a number
]


def test_days_as_people_type_them(world: World) -> None:
    def fill(sheet: Any) -> None:
        for number, (said, _days) in enumerate(DAYS, 2):
            row(sheet, number, kind="семинар", title=f"Тема {number}", first_day=said)
            if isinstance(said, int):
                sheet.cell(number, column("first_day")).number_format = "General"

    accept(world, changed(taken_away(world), fill))
    for number, (said, days) in enumerate(DAYS, 2):
        made = Activity.objects.get(title=f"Тема {number}")
        assert (made.first_day, made.last_day) == tuple(date(2025, 11, one) for one in days), said


def test_a_formula_counts_by_its_result(world: World) -> None:
    data = changed(taken_away(world), lambda sheet: row(sheet, 2, kind="семинар", participants="=20+25"))
    assert codes(comparison(world, data).rows[0]) == ["no_result"]
    import xlsxwriter

    out = BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Вид", "Сколько человек пришло"])
        sheet.write(1, 0, "семинар")
        sheet.write_formula(1, 1, "=20+25", None, 45)
    accept(world, out.getvalue())
    assert Activity.objects.get().participants_least == 45


def test_merged_cells(world: World) -> None:
    def fill(sheet: Any) -> None:
        for number in (2, 3):
            row(sheet, number, kind="семинар", title=f"Тема {number}")
        sheet.cell(2, column("place"), "актовый зал")
        sheet.merge_cells(start_row=2, end_row=3, start_column=column("place"), end_column=column("place"))
        row(sheet, 4, kind="тренинг", participants=150)
        row(sheet, 5, kind="лекция")
        sheet.merge_cells(
            start_row=4, end_row=5, start_column=column("participants"), end_column=column("participants")
        )
        row(sheet, 6, kind="беседа", title="Беседа")
        sheet.merge_cells(start_row=6, end_row=6, start_column=column("title"), end_column=column("first_day"))

    found = comparison(world, changed(taken_away(world), fill))
    assert [codes(one) for one in found.rows] == [[], [], ["merged"], ["merged"], ["merged", "merged"]]
    assert [one.values["place"] for one in found.rows[:2]] == ["актовый зал", "актовый зал"]
    assert [one.errors[0][1]["cell"] for one in found.rows[2:]] == ["I4", "I5", "D6"]


def test_sorted_rows_added_and_deleted_columns(world: World, talk: Activity) -> None:
    other = activity(world, document(world), kind="training", title="Голос", place="класс", participants_least=5)

    def turn(sheet: Any) -> None:
        rows = [[cell.value for cell in line] for line in sheet.iter_rows(min_row=2, max_row=3)]
        for number, values in enumerate(reversed(rows), 2):
            for place, value in enumerate(values, 1):
                sheet.cell(number, place, value)
        row(sheet, 2, title="Голос 2")
        sheet.delete_cols(column("place"))
        sheet.insert_cols(4)
        sheet.cell(1, 4, "Бюджет")
        sheet.cell(2, 4, 100_000)

    table = received(world, changed(taken_away(world), turn))
    found = compared(table)
    assert list(table.rows["unread"]) == ["Бюджет"]
    changes = {one.target: [difference.field for difference in one.changes] for one in found.rows}
    assert sorted(changes.values()) == [[], ["title"]]
    take(table, [one.seen for one in found.rows], world.people["reviewer"])
    other.refresh_from_db()
    talk.refresh_from_db()
    assert {other.place, talk.place} == {"класс", "актовый зал"}


def test_a_copied_row_becomes_a_new_activity(world: World, talk: Activity) -> None:
    def copy(sheet: Any) -> None:
        for cell in list(sheet[2]):
            sheet.cell(3, cell.column, cell.value)
        row(sheet, 2, title="Право на труд")  # whichever of the two was changed

    data = changed(taken_away(world), copy)
    found = comparison(world, data)
    assert states(found) == ["new", "same"]
    assert found.rows[0].notes == [("copied_from", {"row": 3})]
    accept(world, data)
    assert Activity.objects.filter(same_as=None).count() == 2


def test_copies_that_were_both_changed_and_copies_that_say_the_same(world: World, talk: Activity) -> None:
    def copy(sheet: Any) -> None:
        for number in (3, 4):
            for cell in list(sheet[2]):
                sheet.cell(number, cell.column, cell.value)

    found = comparison(world, changed(taken_away(world), copy))
    assert [codes(one) for one in found.rows] == [[], ["repeats"], ["repeats"]]

    def copy_and_change(sheet: Any) -> None:
        copy(sheet)
        for number in (2, 3, 4):
            row(sheet, number, title=f"Тема {number}")

    found = comparison(world, changed(taken_away(world), copy_and_change))
    assert [codes(one) for one in found.rows] == [["copies"]] * 3


def test_without_marks_rows_are_known_by_what_they_say(world: World, talk: Activity) -> None:
    data = changed(taken_away(world), lambda sheet: (row(sheet, 2, place=""), sheet.delete_cols(1)))
    (found,) = comparison(world, data).rows
    assert (found.state, found.notes) == ("same", [("named_so", {})])  # and an empty cell takes nothing away
    data = changed(taken_away(world), lambda sheet: (row(sheet, 2, place="двор"), sheet.delete_cols(1)))
    (found,) = comparison(world, data).rows
    assert (found.state, [one.field for one in found.changes]) == ("changed", ["place"])


def test_a_row_that_was_taken_and_corrected_since_is_the_same_activity(world: World) -> None:
    """The person goes on in their own file, where the row has no mark yet, nor a title."""

    def fill(people: int) -> bytes:
        known = {"kind": "тренинг", "first_day": "4 декабря", "place": "класс"}
        return changed(taken_away_empty, lambda sheet: row(sheet, 2, **known, participants=people))

    taken_away_empty = taken_away(world)
    accept(world, fill(12))
    (found,) = comparison(world, fill(15)).rows
    assert (found.state, found.notes) == ("changed", [("placed_so", {})])
    accept(world, fill(15))
    made = Activity.objects.get()
    assert (made.participants_least, made.number_reason) == (15, "")
    assert "15" in made.quote


def test_an_own_table_with_own_headings(world: World) -> None:
    book = Workbook()
    assert book.active is not None
    book.active.append(["Отчёт области"])
    book.active.append(["№", "Форма проведения", "Тема", "Дата проведения", "Количество участников"])
    book.active.append([1, "Семинар", "«Тихий дом»", "28.11.2025", "около 50"])
    out = BytesIO()
    book.save(out)
    (found,) = comparison(world, out.getvalue()).rows
    assert (found.state, found.values["kind"], found.values["title"]) == ("new", "seminar", "Тихий дом")


def test_organisations_of_one_name_are_told_apart(world: World) -> None:
    other = add_organisation(world.kostanay, None, name="Районная организация", level=Level.DISTRICT, unit="KZ-39")
    twin = add_organisation(other, None, name="Школа № 7", level=Level.PRIMARY, unit="KZ-39")
    names = Names(world.campaign, world.kostanay)
    assert names.called[twin.path] == "Школа № 7 (Районная организация)"

    def fill(sheet: Any) -> None:
        row(sheet, 2, organisation="Школа № 7", kind="семинар", title="Чья")
        row(sheet, 3, organisation=names.called[twin.path], kind="семинар", title="Их")

    doubtful, sure = comparison(world, changed(taken_away(world), fill)).rows
    assert doubtful.errors == [
        ("organisation_ambiguous", {"cell": "B2", "column": "organisation", "said": "Школа № 7"})
    ]
    assert (sure.state, sure.organisation) == ("new", twin)


@pytest.mark.parametrize("pack", available())
@pytest.mark.parametrize("terms", ["kinds", "audiences", "partners", "materials"])
def test_no_name_means_two_terms(pack: str, terms: str) -> None:
    """In whichever language the table is: else a cell would be read as another term than was chosen."""
    meant: dict[str, str] = {}
    for term in getattr(load(pack), terms):
        for name in {*(plain(name) for name in term.names.values()), plain(written(term.names, BOTH))}:
            assert meant.setdefault(name, term.code) == term.code, name


def test_an_activity_is_not_moved_and_not_brought_back(world: World, talk: Activity) -> None:
    found = comparison(world, changed(taken_away(world), lambda sheet: row(sheet, 2, organisation=world.rudny.name)))
    assert codes(found.rows[0]) == ["moved"]
    data = taken_away(world)
    other = activity(world, document(world), kind="training", participants_least=5)
    for columns, code in (
        ({"same_as": other}, "counts_elsewhere"),
        ({"state": State.REJECTED, "same_as": None}, "rejected"),
    ):
        Activity.objects.filter(pk=talk.pk).update(**columns)
        assert codes(comparison(world, data).rows[0]) == [code]


def test_a_mark_of_elsewhere_opens_nothing(world: World) -> None:
    theirs = activity(world, document(world, world.abai), kind="training", title="Чужое", participants_least=5)
    data = changed(
        taken_away(world, organisation=world.abai), lambda sheet: row(sheet, 2, organisation="", title="Наше")
    )
    (found,) = comparison(world, data).rows
    assert (codes(found), found.target) == (["not_below"], None)
    theirs.refresh_from_db()
    assert theirs.title == "Чужое"


def test_signed_parts_refuse(world: World, talk: Activity) -> None:
    def fill(sheet: Any) -> None:
        row(sheet, 2, place="двор")
        row(sheet, 3, organisation="Школа № 7", kind="семинар", participants=5)
        row(sheet, 4, organisation=world.rudny.name, kind="семинар", participants=5)

    data = changed(taken_away(world), fill)
    table = received(world, data)
    seen = [one.seen for one in compared(table).rows]
    sign(world.campaign, world.school, world.people["coordinator"])
    found = comparison(world, data)
    assert states(found) == ["error", "error", "new"]
    assert found.rows[0].errors == [("signed", {"organisation": "Школа № 7"})]
    with pytest.raises((Stale, Locked)):
        take(table, seen, world.people["reviewer"])
    assert not Activity.objects.filter(kind="seminar").exists()


def test_a_table_of_another_campaign_is_refused(world: World) -> None:
    data = changed(taken_away(world), lambda sheet: row(sheet, 2, kind="семинар"))
    world.campaign.slug = "another"
    world.campaign.save()
    with pytest.raises(OtherCampaign):
        received(world, data)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 broken", "Вид;Тема".encode()])
def test_no_table(data: bytes) -> None:
    with pytest.raises(BadSheet) as refused:
        read(data)
    assert refused.value.code == "no_sheet"


def test_an_empty_table(world: World) -> None:
    with pytest.raises(BadSheet) as refused:
        received(world, taken_away(world))
    assert refused.value.code == "sheet_empty"
    book = Workbook()
    out = BytesIO()
    book.save(out)
    with pytest.raises(BadSheet) as refused:
        read(out.getvalue())
    assert refused.value.code == "sheet_without_head"


@pytest.mark.parametrize("languages", ["ru", "kk", "en", "both"])
def test_the_template(world: World, talk: Activity, languages: str) -> None:
    """Lists to choose from, in its languages; the mark is hidden and the sheet protected."""
    data = taken_away(world, languages)
    book = load_workbook(BytesIO(data))
    sheet = book.worksheets[0]
    assert sheet.column_dimensions["A"].hidden
    assert sheet.protection.sheet
    assert not sheet["C2"].protection.locked
    assert [one.sheet_state for one in book.worksheets] == ["visible", "hidden", "visible"]
    rules = {str(one.sqref).split(":")[0]: one for one in sheet.data_validations.dataValidation}
    assert {"B2", "C2", "H2", "K2", "L2", "M2", "N2"} <= {name for name, one in rules.items() if one.type == "list"}
    assert rules["C2"].showErrorMessage
    assert not rules["H2"].showErrorMessage  # several may stand there
    offered = {cell.value for column in book["svod"].iter_cols(min_col=2) for cell in column if cell.value}
    assert world.school.name in offered
    assert world.abai.name not in offered
    assert {"ru": "лекция", "kk": "дәріс", "en": "lecture", "both": "лекция / дәріс"}[languages] in offered
    assert read(data).lines[0].mark.startswith(f"{talk.pk}.1.")
    words = told()["sheets"]
    whole = [" · ".join(words[one][place] for one in CHOICES[languages]) for place in (0, 1)]
    assert [book.worksheets[0].title, book.worksheets[2].title] == whole


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not on this machine")
def test_libreoffice_saves_it(world: World, talk: Activity, tmp_path: Path) -> None:
    """What a real program writes: other styles, other strings, the same rows."""

    def fill(sheet: Any) -> None:
        row(sheet, 3, kind="семинар", title="Тихий дом", first_day=date(2025, 12, 4), participants="=20+25")

    (tmp_path / "filled.xlsx").write_bytes(changed(taken_away(world), fill))
    (tmp_path / "out").mkdir()
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "xlsx",
        "--outdir",
        tmp_path / "out",
        tmp_path / "filled.xlsx",
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    data = (tmp_path / "out" / "filled.xlsx").read_bytes()
    assert states(comparison(world, data)) == ["same", "new"]
    accept(world, data)
    assert Activity.objects.get(title="Тихий дом").participants_least == 45

"""Organisations from a sheet: what each row would do, and all of it in one operation."""

from collections.abc import Callable
from io import BytesIO

import pytest
from openpyxl import Workbook

from svod.register.errors import CannotUndo, NameTaken, Stale
from svod.register.models import Level, Organisation, Role, RoleAt
from svod.register.organisations_plan import Planned, plan
from svod.register.organisations_sheet import BadSheet, Line, read_sheet, template
from svod.register.services.import_organisations import import_organisations
from svod.register.services.organise import add_organisation, change_organisation, undo_organising
from tests.world import World

FEW = 500  # questions to the database, for five thousand rows
HEAD = ("Название", "Уровень", "Вышестоящая организация", "Область или район", "Номер")


def sheet(*rows: tuple[object, ...], head: tuple[str, ...] = HEAD) -> BytesIO:
    book = Workbook()
    assert book.active is not None
    for row in (head, *rows):
        book.active.append(row)
    out = BytesIO()
    book.save(out)
    out.seek(0)
    return out


def planned(world: World, *rows: tuple[object, ...]) -> list[Planned]:
    return plan(read_sheet(sheet(*rows)), world.national)


def codes(row: Planned) -> list[str]:
    return [code for code, _details in row.errors]


def test_it_works(world: World) -> None:
    rows = planned(
        world,
        ("Школа-гимназия № 3", "первичная", "Рудненская городская организация", "", "1703"),
        ("Школа № 7", "Первичная", "Рудненская городская организация", "", ""),
        (
            "Карабалыкская районная организация",
            "районная",
            "Костанайская областная организация",
            "Карабалыкский район",
            "",
        ),
        ("Школа № 1", "первичная", "Карабалыкская районная организация", "", ""),
    )
    assert [row.state for row in rows] == ["new", "same", "new", "new"], [codes(row) for row in rows]
    done = import_organisations(rows, world.national, world.people["chief"], "список.xlsx")
    school = Organisation.objects.get(name="Школа № 1")
    assert [one.name for one in Organisation.objects.get_ancestors(school)][1:] == [
        "Костанайская областная организация",
        "Карабалыкская районная организация",
    ]
    assert school.unit == "KZ-39/karabalyk-district"  # the parent's
    assert Organisation.objects.get(number="1703").unit == "KZ-39/rudny"
    assert done.changes.count() == 3
    assert not any(Organisation.objects.find_problems())


def test_the_next_child_finds_its_place(world: World) -> None:
    import_organisations(
        planned(world, ("Школа № 8", "первичная", "Рудненская городская организация", "", "")),
        world.national,
        world.people["chief"],
    )
    add_organisation(Organisation.objects.get(pk=world.rudny.pk), None, name="Школа № 9", level=Level.PRIMARY)
    assert not any(Organisation.objects.find_problems())


def test_a_row_changes_what_it_names_by_number(world: World) -> None:
    Organisation.objects.filter(pk=world.school.pk).update(number="7")
    row = planned(world, ("Гимназия № 7", "первичная", "Рудненская городская организация", "", 7))[0]
    assert (row.state, row.changes) == ("changed", {"name": ("Школа № 7", "Гимназия № 7")})
    import_organisations([row], world.national, world.people["chief"])
    assert Organisation.objects.get(pk=world.school.pk).name == "Гимназия № 7"


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        (("", "первичная", "Рудненская городская организация", "", "5"), "missing_name"),
        (("Школа", "средняя", "", "", ""), "unknown_level"),
        (("Школа", "", "", "", ""), "missing_level"),
        (("Школа", "первичная", "Нет такой", "", ""), "parent_not_found"),
        (("Район", "районная", "Школа № 7", "", ""), "parent_not_above"),
        (("Область", "республиканская", "", "", ""), "level_not_below"),
        (("Школа", "первичная", "", "Тридевятое царство", ""), "unit_unknown"),
        (("Школа", "первичная", "", "Абайский район", ""), "unit_ambiguous"),
        (("Ш" * 301, "первичная", "", "", ""), "too_long"),
        (("Республиканский комитет", "областная", "", "", "0"), ""),
    ],
)
def test_a_row_tells_what_is_wrong(world: World, cells: tuple[str, ...], code: str) -> None:
    row = planned(world, cells)[0]
    assert codes(row) == ([code] if code else [])
    assert row.state == ("error" if code else "new")
    assert row.number == 2


def test_two_rows_of_one_name_or_number(world: World) -> None:
    rows = planned(
        world,
        ("Школа № 2", "первичная", "Рудненская городская организация", "", "1"),
        ("ШКОЛА № 2", "первичная", "Рудненская городская организация", "", "2"),
        ("Школа № 3", "первичная", "Рудненская городская организация", "", "2"),
    )
    assert [codes(row) for row in rows] == [["name_twice"], ["number_twice", "name_twice"], ["number_twice"]]


def test_two_districts_of_one_name_are_told_apart_by_the_region(world: World) -> None:
    for region, unit in ((world.kostanay, "KZ-39"), (world.abai, "KZ-10")):
        add_organisation(region, None, name="Районная организация", level=Level.DISTRICT, unit=unit)
    one, other = planned(
        world,
        ("Школа № 1", "первичная", "Районная организация", "", ""),
        ("Школа № 2", "первичная", "Районная организация", "Абай облысы", ""),
    )
    assert codes(one) == ["parent_ambiguous"]
    assert other.state == "new"
    assert other.columns["unit"] == "KZ-10"


def test_what_hangs_below_an_error_is_left_out(world: World) -> None:
    rows = planned(
        world,
        ("Новый район", "районная", "Нет такой", "", ""),
        ("Школа № 1", "первичная", "Новый район", "", ""),
        ("Школа № 2", "первичная", "Рудненская городская организация", "", ""),
    )
    assert [codes(row) for row in rows] == [["parent_not_found"], ["parent_has_error"], []]
    import_organisations(rows, world.national, world.people["chief"])
    assert set(Organisation.objects.filter(depth=4).values_list("name", flat=True)) == {"Школа № 7", "Школа № 2"}


def test_an_organisation_is_not_moved(world: World) -> None:
    Organisation.objects.filter(pk=world.school.pk).update(number="7")
    row = planned(world, ("Школа № 7", "первичная", "Областная организация Абай", "", "7"))[0]
    assert codes(row) == ["moved"]


def test_one_imports_only_below_the_base(world: World) -> None:
    row = plan(read_sheet(sheet(("Школа", "первичная", "Областная организация Абай", "", ""))), world.kostanay)[0]
    assert codes(row) == ["parent_not_found"]


@pytest.mark.parametrize("head", [("Атауы", "Деңгейі", "Жоғары тұрған ұйым"), ("NAME", "level ", "Parent:")])
def test_heads_in_other_languages(world: World, head: tuple[str, ...]) -> None:
    book = sheet(("№ 8 мектеп", "бастауыш", "Рудненская городская организация"), head=head)
    assert plan(read_sheet(book), world.national)[0].state == "new"


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_the_template_can_be_read_back(language: str) -> None:
    example = [{"name": "Школа № 1", "level": "primary", "parent": "Район"}]
    assert read_sheet(BytesIO(template(language, example))) == [
        Line(
            2,
            {
                "name": "Школа № 1",
                "name_kk": "",
                "short": "",
                "level": _level(language),
                "parent": "Район",
                "unit": "",
                "number": "",
                "contact": "",
            },
        )
    ]


def _level(language: str) -> str:
    return {"ru": "Первичная", "kk": "Бастауыш", "en": "Primary"}[language]


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "no_sheet"), (b"PK\x03\x04 broken", "no_sheet"), ("Название;Уровень".encode(), "no_sheet")],
)
def test_no_sheet(data: bytes, code: str) -> None:
    with pytest.raises(BadSheet) as refused:
        read_sheet(BytesIO(data))
    assert refused.value.code == code


def test_a_sheet_without_head_or_rows() -> None:
    with pytest.raises(BadSheet) as refused:
        read_sheet(sheet(("Школа", "первичная"), head=("один", "два")))
    assert refused.value.code == "sheet_without_head"
    with pytest.raises(BadSheet) as refused:
        read_sheet(sheet())
    assert refused.value.code == "sheet_empty"


def test_undo_takes_all_of_it_back(world: World) -> None:
    before = list(Organisation.objects.order_by("pk").values())
    Organisation.objects.filter(pk=world.school.pk).update(number="7")
    rows = planned(
        world,
        ("Гимназия № 7", "первичная", "Рудненская городская организация", "", "7"),
        ("Новый район", "районная", "Костанайская областная организация", "", ""),
        ("Школа № 1", "первичная", "Новый район", "", ""),
    )
    done = import_organisations(rows, world.national, world.people["chief"])
    undo_organising(done, world.people["chief"])
    after = list(Organisation.objects.order_by("pk").values())
    assert [{**one, "version": 0, "number": ""} for one in after] == [{**one, "version": 0} for one in before]
    with pytest.raises(CannotUndo):
        undo_organising(done, world.people["chief"])


def test_what_somebody_stands_on_is_not_taken_back(world: World) -> None:
    done = import_organisations(
        planned(world, ("Новый район", "районная", "Костанайская областная организация", "", "")),
        world.national,
        world.people["chief"],
    )
    district = Organisation.objects.get(name="Новый район")
    RoleAt.objects.create(person=world.people["stranger"], organisation=district, role=Role.READER)
    with pytest.raises(CannotUndo):
        undo_organising(done, world.people["chief"])
    RoleAt.objects.filter(organisation=district).delete()
    add_organisation(district, None, name="Школа", level=Level.PRIMARY)
    with pytest.raises(CannotUndo):
        undo_organising(done, world.people["chief"])


def test_who_was_faster_is_not_overwritten(world: World) -> None:
    Organisation.objects.filter(pk=world.school.pk).update(number="7")
    rows = planned(world, ("Гимназия № 7", "первичная", "Рудненская городская организация", "", "7"))
    change_organisation(Organisation.objects.get(pk=world.school.pk), world.people["chief"], short="ш7")
    with pytest.raises(Stale):
        import_organisations(rows, world.national, world.people["chief"])


def test_siblings_of_one_name_are_refused(world: World) -> None:
    with pytest.raises(NameTaken):
        add_organisation(world.rudny, None, name="Школа № 7", level=Level.PRIMARY)


def test_thousands_of_rows(world: World, django_assert_max_num_queries: Callable) -> None:
    """A few questions to the database for many rows each, there and back."""
    lines = [Line(2, {"name": "Новый район", "level": "районная", "parent": "Костанайская областная организация"})]
    lines += [
        Line(
            number, {"name": f"Школа № {number}", "level": "первичная", "parent": "Новый район", "number": str(number)}
        )
        for number in range(3, 5_003)
    ]
    with django_assert_max_num_queries(FEW):
        rows = plan(lines, world.national)
        assert {row.state for row in rows} == {"new"}
        done = import_organisations(rows, world.national, world.people["chief"])
    assert Organisation.objects.count() == 5_006
    with django_assert_max_num_queries(FEW):
        undo_organising(done, world.people["chief"])
    assert Organisation.objects.count() == 5

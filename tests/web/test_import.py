"""Organisations from a sheet, in the browser: every row is shown before anything is written."""

from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook

from svod.register.models import Operation, Organisation
from tests.register.test_import_organisations import sheet
from tests.world import World

IMPORT, LOOK = "/organisations/import/", "/organisations/import/rows/"
ROWS = (
    ("Школа № 3", "первичная", "Рудненская городская организация", "", ""),
    ("Школа № 7", "первичная", "Рудненская городская организация", "", ""),
    ("Школа № 4", "первичная", "Нет такой", "", ""),
)


@pytest.fixture
def coordinator(client: Client, world: World) -> Client:
    client.force_login(world.people["coordinator"])
    return client


def send(client: Client, world: World, data: bytes | None = None) -> object:
    file = SimpleUploadedFile("список.xlsx", sheet(*ROWS).read() if data is None else data)
    return client.post(IMPORT, {"organisation": world.kostanay.pk, "file": file})


def test_it_works(coordinator: Client, world: World) -> None:
    assert coordinator.get(IMPORT).status_code == 200
    assert send(coordinator, world).url == LOOK  # type: ignore[attr-defined]
    page = coordinator.get(LOOK, headers={"accept-language": "en"})
    assert [row.state for row, _words, _parent in page.context["told"]] == ["error", "new", "same"]
    assert "No organisation “Нет такой”" in page.text
    assert not Organisation.objects.filter(name="Школа № 3").exists()
    assert coordinator.post(LOOK).status_code == 302
    assert Organisation.objects.get(name="Школа № 3").depth == 4
    assert not Organisation.objects.filter(name="Школа № 4").exists()
    assert not default_storage.listdir("imports")[1]


def test_one_state_alone(coordinator: Client, world: World) -> None:
    send(coordinator, world)
    page = coordinator.get(LOOK, {"state": "same"})
    assert [row.columns["name"] for row, _words, _parent in page.context["told"]] == ["Школа № 7"]


def test_it_is_taken_back(coordinator: Client, world: World) -> None:
    send(coordinator, world)
    coordinator.post(LOOK)
    done = Operation.objects.get(verb="import_organisations")
    assert f"{IMPORT}{done.pk}/undo/" in coordinator.get(IMPORT).text
    coordinator.post(f"{IMPORT}{done.pk}/undo/")
    assert not Organisation.objects.filter(name="Школа № 3").exists()
    assert f"{IMPORT}{done.pk}/undo/" not in coordinator.get(IMPORT).text


def test_a_preview_that_is_gone_is_told(coordinator: Client, world: World) -> None:
    assert coordinator.post(LOOK).url == IMPORT  # type: ignore[attr-defined]


def test_a_file_that_is_no_sheet(coordinator: Client, world: World) -> None:
    assert "XLSX" in send(coordinator, world, b"no sheet at all").text  # type: ignore[attr-defined]


def test_only_below_ones_own_organisation(coordinator: Client, world: World) -> None:
    file = SimpleUploadedFile("список.xlsx", sheet(*ROWS).read())
    assert "errorlist" in coordinator.post(IMPORT, {"organisation": world.abai.pk, "file": file}).text


def test_a_reviewer_imports_nothing(client: Client, world: World) -> None:
    client.force_login(world.people["reviewer"])
    for address in (IMPORT, LOOK, f"{IMPORT}template/"):
        assert client.get(address).status_code == 403


def test_a_stranger_takes_nothing_back(client: Client, coordinator: Client, world: World) -> None:
    send(coordinator, world)
    coordinator.post(LOOK)
    done = Operation.objects.get(verb="import_organisations")
    client.force_login(world.people["stranger"])
    assert client.post(f"{IMPORT}{done.pk}/undo/").status_code == 404


def test_the_template(coordinator: Client) -> None:
    coordinator.post("/i18n/setlang/", {"language": "kk"})
    book = load_workbook(BytesIO(coordinator.get(f"{IMPORT}template/").content))
    assert book.active is not None
    assert book.active["A1"].value == "Атауы"


def test_an_organisation_is_added_and_changed(coordinator: Client, world: World) -> None:
    form = f"/organisations/{world.rudny.pk}/add/"
    assert coordinator.get(form).status_code == 200
    coordinator.post(form, {"name": "Школа № 10", "level": "primary"})
    made = Organisation.objects.get(name="Школа № 10")
    assert (made.depth, made.unit) == (4, "KZ-39/rudny")
    change = f"/organisations/{made.pk}/change/"
    assert "Школа № 10" in coordinator.get(change).text
    told = {"name": "Гимназия № 10", "level": "primary", "unit": "Рудный", "is_closed": "on"}
    assert coordinator.post(change, told).status_code == 302
    made.refresh_from_db()
    assert (made.name, made.is_closed, made.unit) == ("Гимназия № 10", True, "KZ-39/rudny")


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"level": "region"},
        {"level": "king"},
        {"unit": "Тридевятое царство"},
        {"name": "ШКОЛА № 7"},
        {"name": "Школа № 7"},
    ],
)
def test_bad_input_is_told(coordinator: Client, world: World, wrong: dict[str, str]) -> None:
    before = Organisation.objects.count()
    told = {"name": "Школа № 11", "level": "primary", "unit": "", **wrong}
    page = coordinator.post(f"/organisations/{world.rudny.pk}/add/", told)
    assert "errorlist" in page.text or "message error" in page.text
    assert Organisation.objects.count() == before


def test_the_district_of_two_regions_is_the_one_of_the_parent(coordinator: Client, world: World) -> None:
    coordinator.post(
        f"/organisations/{world.kostanay.pk}/add/", {"name": "Р", "level": "district", "unit": "Абайский район"}
    )
    assert not Organisation.objects.filter(name="Р").exists()  # Kostanay has none of that name
    coordinator.post(
        f"/organisations/{world.kostanay.pk}/add/", {"name": "Р", "level": "district", "unit": "Фёдоровский район"}
    )
    assert Organisation.objects.get(name="Р").region == "KZ-39"


def test_a_coordinator_does_not_rename_their_own(coordinator: Client, world: World) -> None:
    assert coordinator.get(f"/organisations/{world.kostanay.pk}/change/").status_code == 403
    coordinator.force_login(world.people["administrator"])
    assert coordinator.get(f"/organisations/{world.kostanay.pk}/change/").status_code == 200


def test_strangers_and_readers(client: Client, world: World) -> None:
    for name, answer in (("stranger", 404), ("reader", 403), ("reviewer", 403)):
        client.force_login(world.people[name])
        for deed in ("add", "change"):
            assert client.post(f"/organisations/{world.rudny.pk}/{deed}/", {"name": "x"}).status_code == answer

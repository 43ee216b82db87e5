"""What goes out is a clean file of its own: made, looked at, let out at its time, taken down."""

import json
from datetime import date, timedelta
from pathlib import Path

import docx
import duckdb
import pypdfium2
import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from frictionless import Package

from svod.records import Heading, Picture
from svod.register.care import kept
from svod.register.errors import NotReadyToPublish, ReasonNeeded
from svod.register.models import Activity, Document, Plan, Publication, State
from svod.register.published.diary import diary
from svod.register.published.parquet import as_parquet
from svod.register.published.tables import as_csv, package, rows
from svod.register.services.draft_plan import plan_of, put
from svod.register.services.illustrate import illustrate
from svod.register.services.photos import attach
from svod.register.services.publish import draw_up, fill, publish, release, shown, take_down
from svod.register.services.start_report import start_report
from svod.register.services.supply import add_issue, add_material
from tests.register import made
from tests.register.test_photos import jpeg
from tests.world import World


def drawn_up(world: World) -> Publication:
    found = draw_up(world.campaign, world.people["chief"])
    fill(found.pk)
    found.refresh_from_db()
    return found


def confirmed(world: World, **columns: object) -> Activity:
    return made.activity(world, made.document(world), state=State.CONFIRMED, **columns)


def on(number: int) -> dict[str, date]:
    return {"first_day": made.day(number), "last_day": made.day(number)}


def test_it_works(world: World) -> None:
    confirmed(world, title="Дом без страха", first_day=made.day(1), last_day=made.day(1), participants_least=301)
    made.activity(world, made.document(world), title="Черновик")
    found = drawn_up(world)
    (one,) = found.content["activities"]
    assert (one["title"], one["day"], one["people"]) == ("Дом без страха", "2025-12-01", [301, None])
    assert found.content["numbers"]["activities"] == [1, 1]
    assert shown(world.campaign) is None
    publish(found, None, world.people["chief"])
    assert shown(world.campaign) == found


def test_it_is_a_file_of_its_own(world: World) -> None:
    row = confirmed(world, title="Как было")
    found = drawn_up(world)
    Activity.objects.filter(pk=row.pk).update(title="Как стало")
    found.refresh_from_db()
    assert found.content["activities"][0]["title"] == "Как было"


PRIVATE = [
    ("Разговор с Ивановой Марией Петровной", "Иванов"),
    ("Консультация для Дроновой Марии Олеговны", "Дронов"),
    ("Судьба Марии Дроновой", "Дронов"),
    ("Супруга задержали за избиение Заремы", "Зарем"),
    ("Встреча, запись по телефону +7 701 234 56 78", "234"),
    ("Сбор по адресу ул. Абая, 15, кв. 7", "Абая, 15"),
    ("Вопросы на почту anna@example.kz", "anna"),
]


@pytest.mark.parametrize(("title", "secret"), PRIVATE)
def test_nothing_of_a_private_person_gets_out(world: World, title: str, secret: str) -> None:
    confirmed(world, title=title)
    found = drawn_up(world)
    assert secret not in json.dumps(found.content, ensure_ascii=False)
    assert found.held


def test_what_was_found_is_told_once_somebody_stood_by_it(world: World) -> None:
    confirmed(world, title="Мастер-класс Ивановой Марии Петровны")
    (one,) = drawn_up(world).held
    with pytest.raises(ReasonNeeded):
        release(world.campaign, one["key"], one["kind"], " ", world.people["chief"])
    release(world.campaign, one["key"], one["kind"], "писательница, согласна", world.people["chief"])
    found = drawn_up(world)
    assert not found.held
    assert "Ивановой" in found.content["activities"][0]["title"]


def test_a_place_of_refuge_is_told_by_its_region_alone(world: World) -> None:
    confirmed(world, title="Беседа", place="Кризисный центр на Садовой", partners=("crisis_centre",))
    (one,) = drawn_up(world).content["activities"]
    assert (one["place"], one["region"]) == (None, "KZ-39")


def test_what_is_to_come_is_what_was_approved_and_not_for_those_concerned_alone(world: World) -> None:
    day = {"first_day": made.day(5), "last_day": made.day(5)}
    plan = plan_of(world.campaign, world.school, world.people["reporter"])
    put(plan, [{"kind": "lecture", **day}, {"kind": "consultation", **day}], world.people["reporter"])
    assert drawn_up(world).content["coming"] == []
    Plan.objects.update(state="approved", decided_by=world.people["chief"], decided_at=timezone.now())
    assert [one["kind"] for one in drawn_up(world).content["coming"]] == ["lecture"]


def test_it_is_shown_when_its_time_has_come(world: World) -> None:
    found = drawn_up(world)
    publish(found, timezone.now() + timedelta(hours=1), world.people["chief"])
    assert shown(world.campaign) is None
    Publication.objects.update(shown_from=timezone.now() - timedelta(seconds=1))
    assert shown(world.campaign) == found


def test_what_is_taken_down_brings_nothing_older_back(world: World) -> None:
    first, second = drawn_up(world), drawn_up(world)
    publish(first, None, world.people["chief"])
    publish(second, None, world.people["chief"])
    with pytest.raises(ReasonNeeded):
        take_down(second, "", world.people["chief"])
    take_down(second, "имя ребёнка на фото", world.people["chief"])
    assert shown(world.campaign) is None
    with pytest.raises(NotReadyToPublish):
        publish(second, None, world.people["chief"])


def test_what_is_not_made_is_not_published(world: World) -> None:
    with pytest.raises(NotReadyToPublish):
        publish(draw_up(world.campaign, world.people["chief"]), None, world.people["chief"])


def test_the_album_and_the_picture_are_there_in_each_language(world: World) -> None:
    confirmed(world, title="Дом без страха", first_day=made.day(1), last_day=made.day(1))
    files = drawn_up(world).files
    assert len(files) == 10
    begins = {"docx": b"PK", "pdf": b"%PDF", "png": b"\x89PNG", "parquet": b"PAR1"}
    for name, place in files.items():
        with default_storage.open(place) as file:
            assert file.read(8).startswith(begins[name.rpartition(".")[2]])


def test_open_data_keeps_bounds_and_starts_no_formula(world: World) -> None:
    confirmed(world, title="=HYPERLINK(1)", participants_least=45, participants_most=55)
    content = drawn_up(world).content
    (row,) = rows(content)
    assert (row["people_least"], row["people_most"], row["count_most"]) == (45, 55, 1)
    assert "\r\n,,KZ-39,seminar,'=HYPERLINK(1)," in as_csv(content)
    told = package(content, world.campaign.pack, 2025)
    assert [one["name"] for one in told["resources"][0]["schema"]["fields"]] == list(row)


def test_frictionless_finds_no_error_in_the_data_package(world: World, tmp_path: Path) -> None:
    """Parquet is read back below."""
    confirmed(world, title="Дом", participants_least=45, participants_most=55, audience=["pupils", "parents"], **on(1))
    confirmed(world, title="Без числа и дня", online=True)
    content = drawn_up(world).content
    told = package(content, world.campaign.pack, 2025)
    assert Package.validate_descriptor(told).flatten() == []
    table = tmp_path / "activities.csv"
    table.write_text(as_csv(content), encoding="utf-8", newline="")
    found = Package.from_descriptor({**told, "resources": told["resources"][:1]}, basepath=str(tmp_path))
    assert found.validate().flatten(["note", "message"]) == []
    assert found.get_resource("activities").read_rows()[0]["people_most"] == 55
    table.write_text(as_csv(content).replace("55", "many"), encoding="utf-8", newline="")
    assert not found.validate().valid


def test_parquet_reads_back_as_the_csv(world: World, tmp_path: Path) -> None:
    """By a reader of other people's, with the types that the data package tells."""
    confirmed(world, title="Дом", participants_least=45, participants_most=55, audience=["pupils"], **on(1))
    confirmed(world, title="Без числа и дня")
    content = drawn_up(world).content
    path = tmp_path / "activities.parquet"
    path.write_bytes(as_parquet(content))
    assert path.read_bytes() == as_parquet(content)
    found = duckdb.read_parquet(str(path))
    told = [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]
    days = ("day", "last_day")
    assert told == [
        {name: date.fromisoformat(value) if name in days and value else value for name, value in row.items()}
        for row in rows(content)
    ]
    types = {"DATE": "date", "VARCHAR": "string", "BIGINT": "integer", "BOOLEAN": "boolean"}
    (csv, parquet) = package(content, world.campaign.pack, 2025)["resources"]
    assert [types[str(one)] for one in found.types] == [one["type"] for one in parquet["schema"]["fields"]]
    assert parquet["schema"]["fields"] == csv["schema"]["fields"]


def test_a_photo_is_shown_with_consent_alone(world: World) -> None:
    report = start_report(
        world.campaign, world.national, world.people["chief"], language="ru", length="full", style="official"
    )
    photos = [attach(made.submission(world), jpeg(width), world.people["reporter"]) for width in (1500, 1600)]
    assert drawn_up(world).content["photos"] == []
    illustrate(report, photos[0], "Плакаты колледжа", "студенты, письменно", world.people["chief"])
    found = drawn_up(world)
    (shown_one,) = found.content["photos"]
    assert shown_one["caption"] == "Плакаты колледжа"
    assert found.files[shown_one["name"]] == photos[0].file.name
    with pypdfium2.PdfDocument(default_storage.path(found.files["diary-ru.pdf"])) as album:
        pages = [page.get_textpage().get_text_bounded() for page in album]
        pictures = [one for page in album for one in page.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])]
    assert "Плакаты колледжа" in "".join(pages)
    assert len(pictures) == 1


def test_a_photo_stands_with_the_day_that_its_submission_tells_of(world: World, client: Client) -> None:
    chief = world.people["chief"]
    report = start_report(world.campaign, world.national, chief, language="ru", length="full", style="official")
    of_one_day, of_two = made.document(world), made.document(world, world.abai)
    for of, number in ((of_one_day, 1), (of_two, 1), (of_two, 2)):
        made.activity(world, of, state=State.CONFIRMED, **on(number))
    for of, width in ((of_one_day, 1500), (of_two, 1600)):
        photo = attach(of.submission, jpeg(width), world.people["reporter"])
        illustrate(report, photo, f"Плакаты {width}", "студенты, письменно", chief)
    found = drawn_up(world)
    days = [one["day"] for one in found.content["photos"]]
    assert days == [made.day(1).isoformat(), None]
    pictures = {one["name"]: b"" for one in found.content["photos"]}
    drawn = diary(found.content, world.campaign.pack, 2025, "ru", pictures).blocks
    parts = [one for one in drawn if isinstance(one, Heading | Picture)]
    told = [one.caption if isinstance(one, Picture) else one.anchor for one in parts]
    assert told[:4] == [f"day-{made.day(1)}", "Плакаты 1500", f"day-{made.day(2)}", "photos"]
    publish(found, None, chief)
    pages = [
        client.get(f"/p/{world.campaign.slug}/ru/diary/", {"day": made.day(number).isoformat()}).text
        for number in (1, 2)
    ]
    assert ["Плакаты 1500" in page for page in pages] == [True, False]


def test_the_regions_come_to_the_whole_where_more_is_reported_than_listed(world: World) -> None:
    confirmed(world, participants_least=45, participants_most=45)
    made.total(world, made.document(world), value_least=201, value_most=None, state=State.CONFIRMED)
    content = drawn_up(world).content
    assert content["numbers"]["activities"] == [201, None]
    assert [one["activities"] for one in content["regions"]] == [[201, None]]


def told_of_help(world: World, *people: int) -> list[tuple[list[int] | None, str | None]]:
    """The people and the place that are told of consultations of so many each, beside a lecture."""
    for number in people:
        many = {"participants_least": number, "participants_most": number}
        confirmed(world, kind="consultation", place="Рудный", **many)
    confirmed(world, kind="lecture", participants_least=45, participants_most=45)
    content = drawn_up(world).content
    assert content["numbers"]["attendances"] == [45 + sum(people)] * 2
    assert [one["attendances"] for one in content["regions"]] == [[45 + sum(people)] * 2]
    return [(one["people"], one["place"]) for one in content["activities"] if one["kind"] == "consultation"]


def test_few_who_were_helped_are_told_of_their_region_alone(world: World) -> None:
    assert told_of_help(world, 3) == [(None, None)]


def test_what_would_tell_how_few_is_hidden_as_in_reports(world: World) -> None:
    """Of 3 and 20 and 30 the sum would tell the 3: the next smallest is hidden as well."""
    assert told_of_help(world, 3, 20, 30) == [(None, "Рудный"), (None, "Рудный"), ([30, 30], "Рудный")]


def test_what_a_case_tells_has_neither_title_nor_place(world: World) -> None:
    text = "В Рудном отчим избил ученицу на уроке «Дом без страха». Прошла лекция."
    document = made.document(world, text=text)
    Document.objects.filter(pk=document.pk).update(found=kept(text, "ru", world.campaign.pack))
    people = {"participants_least": 60, "participants_most": 60}  # worth an example in the press release
    place = {"place": "Рудный", "state": State.CONFIRMED, **people, **on(1)}
    for start, title in ((2, "Дом без страха"), (text.index("Прошла"), "Мир дома")):
        made.activity(world, document, start=start, end=start + 9, title=title, **place)
    content = drawn_up(world).content
    told = [(one["title"], one["place"]) for one in content["activities"]]
    assert sorted(told, key=str) == [("Мир дома", "Рудный"), (None, None)]
    released = json.dumps(content["press"], ensure_ascii=False)
    assert ("Мир дома" in released, "Дом без страха" in released) == (True, False)


def test_the_press_release_tells_the_numbers_of_the_page_and_where_help_is(world: World) -> None:
    confirmed(world, title="Урок Ивановой Марии", participants_least=301, **on(1))
    found = drawn_up(world)
    assert found.content["numbers"]["attendances"] == [301, None]
    for language, at_least in (("ru", "не менее 301"), ("kk", "кемінде 301"), ("en", "at least 301")):
        told = found.content["press"][language]
        assert at_least in " ".join(told["paragraphs"])
        with default_storage.open(found.files[f"press-{language}.docx"]) as file:
            words = "\n".join(one.text for one in docx.Document(file).paragraphs)
        assert "111" in words
        assert "Иванов" not in words
        assert told["paragraphs"][0].split() == words.split("\n")[2].split()  # with other spaces: see held_together.py


def test_materials_that_are_marked_so_are_offered(world: World) -> None:
    chief = world.people["chief"]
    for title, is_public in (("Мифы домашнего насилия", True), ("Для своих", False)):
        columns = {"kind": "brochure", "title": title, "is_public": is_public}
        material = add_material(world.campaign, world.national, columns, chief)
        for data in (b"%PDF 1", b"%PDF 2"):
            add_issue(material, "ru", chief, SimpleUploadedFile("мифы.PDF", data))
        add_issue(material, "kk", chief)  # nothing to give yet
    found = drawn_up(world)
    (one,) = found.content["materials"]
    (version,) = one["versions"]
    assert (one["title"], version["language"], version["number"]) == ("Мифы домашнего насилия", "ru", 2)
    with default_storage.open(found.files[version["file"]]) as file:
        assert file.read() == b"%PDF 2"

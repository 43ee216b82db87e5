"""A table taken away: exactly what is shown, as XLSX and CSV, and no text of it is a formula."""

import csv
import json
from io import BytesIO, StringIO
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from svod.register.models import Document, Operation
from svod.register.services.tell import name_of
from svod.web.activities import exports
from svod.web.activities.exports import as_text
from tests.register import made
from tests.world import World


def address(world: World, name: str, **query: object) -> str:
    return reverse(name, args=[world.campaign.slug]) + "?" + urlencode(query, doseq=True)


def content(answer) -> bytes:
    return b"".join(answer.streaming_content)


def csv_rows(answer, separator: str = ";") -> list[list[str]]:
    return list(csv.reader(StringIO(content(answer).decode("utf-8-sig")), delimiter=separator))


def sheet(answer) -> list[tuple]:
    return list(load_workbook(BytesIO(content(answer))).active.iter_rows(values_only=True))


@pytest.fixture
def reader(client: Client, world: World) -> Client:
    client.force_login(world.people["reader"])
    of = made.document(world)
    made.activity(
        world, of, title="Берег", kind="training", participants_least=301, first_day=made.day(5), last_day=made.day(5)
    )
    made.activity(world, of, title="Айналым", participants_least=45, participants_most=45, audience=("parents",))
    made.activity(world, made.document(world, world.abai), title="Чужое")
    made.total(world, of, value_least=8, value_most=8)
    return client


def test_it_works(reader: Client, world: World) -> None:
    columns = ["title", "people", "days"]
    answer = reader.get(address(world, "activities_csv", columns=columns, sort="title"))
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert f'filename="{world.campaign.slug}-activities-20' in answer["Content-Disposition"]
    assert content_starts_with_mark(reader, world)
    assert csv_rows(reader.get(address(world, "activities_csv", columns=columns, sort="title")))[1:] == [
        ["Айналым", "", "", "45", "45"],
        ["Берег", "2025-12-05", "2025-12-05", "301", ""],
    ]


def content_starts_with_mark(client: Client, world: World) -> bool:
    return content(client.get(address(world, "activities_csv"))).startswith(b"\xef\xbb\xbf")


def test_a_workbook_holds_the_same(reader: Client, world: World) -> None:
    rows = sheet(reader.get(address(world, "activities_xlsx", columns=["title", "people"], sort="-title")))
    assert rows[1:] == [("Берег", 301, None), ("Айналым", 45, 45)]


def test_it_holds_exactly_what_is_shown(reader: Client, world: World) -> None:
    query = {"kind": "training", "sort": "-title"}
    table = reader.get(address(world, "activities", **query)).context["table"]
    rows = csv_rows(reader.get(address(world, "activities_csv", **query)))
    assert [row[0] for row in rows[1:]] == [row.title for row in table.rows] == ["Берег"]
    exported = [str(file.heading) for column in table.columns for file in column.files()]
    assert rows[0] == exported


def test_totals_are_taken_away_too(reader: Client, world: World) -> None:
    rows = csv_rows(reader.get(address(world, "totals_csv", columns=["measure", "value"])))
    assert rows[1:] == [["мероприятия", "8", "8"]] or rows[1:] == [["activities", "8", "8"]]


@pytest.mark.parametrize(("language", "separator"), [("ru", ";"), ("kk", ";"), ("en", ",")])
def test_the_separator_is_that_of_the_language(reader: Client, world: World, language: str, separator: str) -> None:
    place = address(world, "activities_csv", columns=["title", "kind"])
    answer = reader.get(place, headers={"Accept-Language": language})
    assert separator in content(answer).decode().splitlines()[0]


def test_the_separator_can_be_chosen(reader: Client, world: World) -> None:
    answer = reader.get(address(world, "activities_csv", columns=["title", "people"], separator="tab", sort="title"))
    assert content(answer).decode().splitlines()[1] == "Айналым\t45\t45"


DANGEROUS = ["=1+1", "+7 701", "-5", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x")', "  =1", "＝1"]


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_text_becomes_a_formula(reader: Client, world: World, text: str) -> None:
    made.activity(world, made.document(world), title=text, kind="lecture")
    query = {"kind": "lecture", "columns": ["title"]}
    ((told,),) = csv_rows(reader.get(address(world, "activities_csv", **query)))[1:]
    assert told.startswith("'")
    book = load_workbook(BytesIO(content(reader.get(address(world, "activities_xlsx", **query)))))
    assert book.active["A2"].data_type == "s"


def test_numbers_stay_numbers() -> None:
    assert [as_text(cell) for cell in (None, 5, 0.5, made.day(1), "слово")] == ["", 5, 0.5, "2025-12-01", "слово"]


def test_who_took_what_is_on_record(reader: Client, world: World) -> None:
    reader.get(address(world, "activities_csv", kind="training"))
    done = Operation.objects.get(verb="export")
    assert (done.person, done.campaign) == (world.people["reader"], world.campaign)
    assert "kind=training" in done.note
    assert "· 1 ·" in done.note


def test_a_stranger_gets_nothing_of_it(client: Client, world: World) -> None:
    made.activity(world, made.document(world), title="Один")
    client.force_login(world.people["stranger"])
    assert len(csv_rows(client.get(address(world, "activities_csv")))) == 1  # the headings


def test_signed_out_one_is_sent_to_sign_in(client: Client, world: World) -> None:
    assert client.get(address(world, "activities_xlsx")).status_code == 302


def test_a_mistake_in_the_address_gives_no_file(reader: Client, world: World) -> None:
    assert reader.get(address(world, "activities_csv", kind="no_such")).status_code == 400


def test_a_long_table_is_streamed(reader: Client, world: World, django_assert_max_num_queries) -> None:
    of = made.document(world)
    for number in range(300):
        made.activity(world, of, title=f"№{number}", kind="lecture")
    with django_assert_max_num_queries(14):
        answer = reader.get(address(world, "activities_csv", kind="lecture"))
        assert answer.streaming
        assert len(csv_rows(answer)) == 301


def test_a_file_names_no_private_person(client: Client, world: World) -> None:
    client.force_login(world.people["reader"])
    text = "Урок провела учитель Анна Коваль."
    document = made.document(world, text=text)
    Document.objects.filter(pk=document.pk).update(source="Анна Коваль отчёт.docx")
    made.activity(world, document, title="Урок Анны Коваль", end=len(text))
    for name in ("activities_csv", "activities_xlsx"):
        address_of = address(world, name, columns=["title", "source", "quote"])
        rows = csv_rows(client.get(address_of)) if name.endswith("csv") else sheet(client.get(address_of))
        assert len(rows) == 2
        assert not any("Ковал" in str(cell) for row in rows for cell in row)
        assert any("отчёт.docx" in str(cell) for cell in rows[1])


FIRST_LINES = ["Консультация для Марии Олеговны Дроновой", "Марию Дронову бьёт муж, угрожает, если она уйдёт"]


@pytest.mark.parametrize("line", FIRST_LINES)
def test_the_first_line_of_a_pasted_text_is_told_without_names(client: Client, world: World, line: str) -> None:
    client.force_login(world.people["reader"])
    document = made.document(world, text=f"{line}\nПроведён приём.")
    Document.objects.filter(pk=document.pk).update(source=name_of(document.text))
    made.activity(world, document, title=line, end=len(line))
    made.total(world, document, value_least=8, value_most=8, end=len(line))
    for table in ("activities_csv", "totals_csv"):
        told = content(client.get(address(world, table, columns=["title", "source", "quote"]))).decode()
        assert ("Дронов" in told, "скрыт" in told) == (False, True)


def test_json_lines_name_their_columns_alike_in_every_language(reader: Client, world: World) -> None:
    columns = ["title", "people", "days"]
    lines = content(reader.get(address(world, "activities_jsonl", columns=columns, sort="title"))).decode().splitlines()
    assert [json.loads(line) for line in lines] == [
        {
            "title": title,
            "first_day": day,
            "last_day": day,
            "participants_least": least,
            "participants_most": most,
        }
        for title, day, least, most in (("Айналым", None, 45, 45), ("Берег", "2025-12-05", 301, None))
    ]


def test_a_workbook_of_too_many_rows_is_refused(reader: Client, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exports, "MOST_OF_A_WORKBOOK", 1)
    answer = reader.get(address(world, "activities_xlsx", state="draft"))
    assert (answer.status_code, answer.url) == (302, address(world, "activities", state="draft"))
    assert reader.get(address(world, "activities_csv")).status_code == 200

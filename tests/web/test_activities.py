"""The tables: filters, search, order, pages; and the page of one activity."""

from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from svod.register.history import operation
from svod.register.models import Activity, Campaign, Operation, ReportedTotal, Resemblance, State
from svod.register.services.correct import correct
from svod.register.services.merge import merge
from svod.register.services.unmerge import unmerge
from svod.register.totals import keeping
from svod.web.activities import tables
from svod.web.activities.columns import ACTIVITIES, TOTALS
from tests.register import made
from tests.world import World


def address(world: World, name: str = "activities", **query: object) -> str:
    return reverse(name, args=[world.campaign.slug]) + "?" + urlencode(query, doseq=True)


def titles(client: Client, world: World, **query: object) -> list[str]:
    table = client.get(address(world, **query)).context["table"]
    return [row.title for row in table.rows]


@pytest.fixture
def reader(client: Client, world: World) -> Client:
    client.force_login(world.people["reader"])
    return client


@pytest.fixture
def many(world: World) -> World:
    """Four activities that differ in everything one filters by."""
    of, elsewhere = made.document(world), made.document(world, world.rudny)
    made.activity(
        world,
        of,
        title="Айналым",
        kind="seminar",
        first_day=made.day(1),
        last_day=made.day(3),
        audience=("pupils",),
        participants_least=45,
        participants_most=45,
        partners=("police",),
        confidence=0.9,
    )
    made.activity(
        world,
        of,
        title="Берег",
        kind="training",
        first_day=made.day(5),
        last_day=made.day(5),
        online=True,
        participants_least=301,
        audience=("parents", "pupils"),
        confidence=0.5,
        materials=("booklet",),
    )
    made.activity(world, elsewhere, title="Ветер", kind="seminar", region="", state=State.CONFIRMED, planned=True)
    made.activity(world, elsewhere, title="Гром", kind="lecture", state=State.CONFIRMED, region="KZ-10")
    made.activity(world, elsewhere, title="Дым", state=State.REJECTED)
    return world


def test_it_works(reader: Client, world: World) -> None:
    world.submission()
    answer = reader.get(address(world))
    assert answer.status_code == 200
    assert "Семья без страха" in answer.content.decode()
    assert answer.context["table"].sum.attendances.as_list() == [45, None]


def test_the_sum_says_that_drafts_are_in_it(reader: Client, many: World) -> None:
    said = "and drafts as the machine read them"
    for query, mixed in (({}, True), ({"state": "confirmed"}, False), ({"state": "draft"}, False)):
        assert (said in reader.get(address(many), query, headers={"Accept-Language": "en"}).text) is mixed


@pytest.mark.parametrize("number", ["²", "9" * 30])
def test_an_organisation_of_no_number_is_none(reader: Client, many: World, number: str) -> None:
    assert reader.get(address(many, organisation=number)).status_code == 200


def test_a_person_must_sign_in(client: Client, world: World) -> None:
    assert client.get(address(world)).status_code == 302


def test_another_organisations_person_sees_no_row(client: Client, many: World) -> None:
    client.force_login(many.people["stranger"])
    assert titles(client, many) == []
    assert titles(client, many, organisation=many.school.pk) == []
    row = Activity.objects.first()
    assert client.get(reverse("activity", args=[many.campaign.slug, row.pk])).status_code == 404


def test_a_campaign_that_is_not_there_is_not_found(reader: Client) -> None:
    assert reader.get("/c/nothing/activities/").status_code == 404


FILTERS = [
    ({}, {"Айналым", "Берег", "Гром"}),
    ({"state": "confirmed"}, {"Гром"}),
    ({"state": ["draft", "rejected"]}, {"Айналым", "Берег", "Дым"}),
    ({"region": "KZ-39"}, {"Айналым", "Берег"}),
    ({"region": "none", "planned": "all"}, {"Ветер"}),
    ({"kind": "seminar"}, {"Айналым"}),
    ({"audience": "pupils"}, {"Айналым", "Берег"}),
    ({"audience": "none"}, {"Гром"}),
    ({"partner": "police"}, {"Айналым"}),
    ({"material": "booklet"}, {"Берег"}),
    ({"first": "2025-12-02", "last": "2025-12-04"}, {"Айналым"}),
    ({"first": "2025-12-04"}, {"Берег"}),
    ({"on": "2025-12-01"}, {"Айналым"}),
    ({"on": "none"}, {"Гром"}),
    ({"on": "tomorrow"}, set()),
    ({"online": "yes"}, {"Берег"}),
    ({"online": "no"}, {"Айналым", "Гром"}),
    ({"planned": "yes"}, {"Ветер"}),
    ({"planned": "all"}, {"Айналым", "Берег", "Ветер", "Гром"}),
    ({"people": "no"}, {"Гром"}),
    ({"look": "on"}, {"Берег"}),
    ({"q": "берега"}, {"Берег"}),
    ({"q": "тренингов"}, {"Берег"}),
    ({"q": "нигде"}, set()),
]


@pytest.mark.parametrize(("query", "found"), FILTERS, ids=lambda value: str(sorted(value)))
def test_filters(reader: Client, many: World, query: dict[str, object], found: set[str]) -> None:
    assert set(titles(reader, many, **query)) == found


def test_an_organisations_subtree(reader: Client, many: World) -> None:
    assert set(titles(reader, many, organisation=many.school.pk)) == {"Айналым", "Берег"}
    assert set(titles(reader, many, organisation=many.rudny.pk)) == {"Айналым", "Берег", "Гром"}


def test_told_again(reader: Client, many: World) -> None:
    head = Activity.objects.get(title="Гром")
    made.activity(many, made.document(many), title="Эхо", same_as=head)
    assert "Эхо" not in titles(reader, many)
    assert "Эхо" in titles(reader, many, copies="all")
    assert titles(reader, many, copies="only") == ["Эхо"]
    both = reader.get(address(many, copies="all")).context["table"]
    assert (both.count, both.sum.rows) == (4, 3)  # four rows, three activities


def test_asked_back(reader: Client, many: World) -> None:
    Activity.objects.filter(title="Гром").update(question="Где?")
    Activity.objects.filter(title="Берег").update(question="Когда?", answer="5 декабря")
    assert titles(reader, many, asked="open") == ["Гром"]
    assert titles(reader, many, asked="answered") == ["Берег"]


def test_a_mistake_in_a_filter_is_told(reader: Client, many: World) -> None:
    answer = reader.get(address(many, first="32.13.2025", kind="no_such"))
    assert answer.status_code == 200
    assert set(answer.context["table"].selection.errors) == {"first", "kind"}
    assert answer.context["table"].rows == []  # never more than the address names


@pytest.mark.parametrize("column", [column.code for column in ACTIVITIES])
@pytest.mark.parametrize("direction", ["", "-"])
def test_every_column_sorts(reader: Client, many: World, column: str, direction: str) -> None:
    found = titles(reader, many, sort=direction + column, columns=column, planned="all")
    assert sorted(found) == ["Айналым", "Берег", "Ветер", "Гром"]


def test_empty_cells_come_last_either_way(reader: Client, many: World) -> None:
    assert titles(reader, many, sort="people") == ["Айналым", "Берег", "Гром"]
    assert titles(reader, many, sort="-people") == ["Берег", "Айналым", "Гром"]
    assert titles(reader, many, sort="kind")[0] == "Гром"  # лекция, семинар, тренинг


def test_pages_hold_every_row_once(reader: Client, world: World) -> None:
    of = made.document(world)
    for number in range(120):
        made.activity(world, of, title=f"№{number:03}")
    seen = [title for page in ("1", "2", "3") for title in titles(reader, world, page=page, sort="title")]
    assert seen == [f"№{number:03}" for number in range(120)]
    assert titles(reader, world, page="99", sort="title") == seen[100:]
    assert titles(reader, world, page="x", sort="title") == seen[:50]


def test_a_page_asks_the_database_little(reader: Client, world: World, django_assert_max_num_queries) -> None:
    of = made.document(world)
    for number in range(60):
        made.activity(world, of, title=f"№{number:03}")
    with django_assert_max_num_queries(22):
        reader.get(address(world, columns=[column.code for column in ACTIVITIES]))


def test_htmx_gets_the_table_alone(reader: Client, many: World) -> None:
    answer = reader.get(address(many, q="берег"), headers={"HX-Request": "true"}).content.decode()
    assert answer.lstrip().startswith('<div class="sums"')
    assert "Берег" in answer


def test_reported_totals_are_a_table_too(reader: Client, world: World) -> None:
    of = made.document(world)
    made.total(world, of, value_least=8, value_most=8)
    made.total(world, of, value_least=300, measure="participants", kind="seminar")
    made.total(world, of, value_least=9, state=State.REJECTED)
    for query, found in (({}, [8, 300]), ({"measure": "participants"}, [300]), ({"state": "rejected"}, [9])):
        rows = reader.get(address(world, "totals", **query)).context["table"].rows
        assert [row.value_least for row in rows] == found
    rows = reader.get(address(world, "totals", sort="-value")).context["table"].rows
    assert [row.value_least for row in rows] == [300, 8]
    for column in TOTALS:
        assert reader.get(address(world, "totals", sort=column.code)).status_code == 200


# The page of one.


def one(world: World, row: Activity | ReportedTotal, name: str = "activity") -> str:
    return reverse(name, args=[world.campaign.slug, row.pk])


def test_one_shows_its_fields_and_its_sentence(reader: Client, world: World) -> None:
    world.submission()
    row = Activity.objects.get(title="Семья без страха")
    page = reader.get(one(world, row)).content.decode()
    assert "круглый стол «Семья без страха»" in " ".join(page.replace("<mark>", "").replace("</mark>", "").split())
    assert f"/submissions/{row.document.submission_id}/#a{row.pk}" in page


def test_one_says_why_a_number_is_another_beside_it(reader: Client, world: World) -> None:
    row = made.activity(world, made.document(world), title="Один", count_least=1, count_most=1)
    correct(
        row, {"participants_least": 7, "participants_most": 7}, world.people["reviewer"], number_reason="по журналу"
    )
    page = reader.get(one(world, row)).content.decode()
    line = page.partition("по журналу")[0].rpartition("<tr>")[2]
    assert ("Люди" in line, "<td>7</td>" in line, page.count("по журналу")) == (True, True, 2), (
        "there, and in its history"
    )


@pytest.mark.parametrize(("said", "shown"), [("«Один»", "прочитано: «Один»"), ("Один", "прочитано: <q>Один</q>")])
def test_words_with_marks_of_their_own_get_no_others(reader: Client, world: World, said: str, shown: str) -> None:
    text = f"Проведён семинар {said}."
    start = text.index(said)
    made.activity(world, made.document(world, text=text), title="Один", sources={"title": [start, start + len(said)]})
    assert shown in reader.get(one(world, Activity.objects.get())).content.decode()


def test_one_of_another_campaign_is_not_found(reader: Client, world: World) -> None:
    row = made.activity(world, made.document(world), title="Один")
    other = Campaign.objects.create(
        slug="other",
        pack_code="sixteen_days",
        year=2024,
        organisation=world.national,
        first_day=made.day(1),
        last_day=made.day(2),
        report_by=made.day(3),
    )
    assert reader.get(reverse("activity", args=[other.slug, row.pk])).status_code == 404


def test_one_shows_every_telling_that_one_may_see(reader: Client, world: World) -> None:
    head = made.activity(world, made.document(world), title="Один")
    made.activity(world, made.document(world, world.rudny), title="Один", same_as=head)
    made.activity(world, made.document(world, world.abai), title="Один", same_as=head)
    answer = reader.get(one(world, head))
    assert [telling.row.organisation for telling in answer.context["tellings"]] == [world.school, world.rudny]
    assert answer.context["elsewhere"] == 1


def test_one_shows_who_did_what(reader: Client, world: World) -> None:
    row = made.activity(world, made.document(world), title="Один")
    with operation("correct", world.people["reviewer"], world.campaign) as deed:
        deed.update(row, title="Два", audience=("parents",), first_day=made.day(1), last_day=made.day(1))
    (deed,) = reader.get(one(world, row)).context["history"]
    assert deed.change.operation.person == world.people["reviewer"]
    assert [(line.before, line.after) for line in deed.lines] == [
        ("Один", "Два"),
        ("—", "родители"),
        ("—", "1 декабря 2025 г."),
    ]


def test_one_shows_what_it_was_merged_into(reader: Client, world: World) -> None:
    head = made.activity(world, made.document(world, world.rudny), title="Один")
    copy = made.activity(world, made.document(world), title="Одно")
    elsewhere = made.activity(world, made.document(world, world.abai), title="Чужое")
    merge(head, copy, world.people["reviewer"])
    unmerge(copy, world.people["reviewer"])
    merge(elsewhere, copy, world.people["chief"])
    told = [
        [(line.before, line.after) for line in deed.lines] for deed in reader.get(one(world, copy)).context["history"]
    ]
    assert told == [[("—", "другое")], [("Один", "—")], [("—", "Один")]]


def test_one_shows_what_resembles_it(reader: Client, world: World) -> None:
    first = made.activity(world, made.document(world), title="Один")
    for other, organisation in (("Похожее", world.rudny), ("Чужое", world.abai)):
        row = made.activity(world, made.document(world, organisation), title=other)
        Resemblance.objects.create(one=first, other=row, score=5.0, findings=[["date", "same", 3.0, ""]])
    page = reader.get(one(world, first))
    assert [pair.other.title for pair in page.context["resemblances"]] == ["Похожее"]
    assert "тот же день" in page.content.decode()


@pytest.fixture(params=["activity", "total"])
def told(request: pytest.FixtureRequest, world: World) -> tuple[str, Activity | ReportedTotal]:
    """What may be asked about, and its name in addresses."""
    of = made.document(world)
    if request.param == "activity":
        return request.param, made.activity(world, of, title="Один")
    return request.param, made.total(world, of, value_least=4, value_most=4)


def test_a_question_goes_down_and_an_answer_comes_back(client: Client, world: World, told: tuple) -> None:
    what, row = told
    client.force_login(world.people["reviewer"])
    client.post(one(world, row, f"{what}_ask"), {"question": "Сколько было родителей?"})
    client.force_login(world.people["reporter"])
    assert "Сколько было родителей?" in client.get(one(world, row, what)).content.decode()
    organisation = reverse("organisation", args=[world.campaign.slug, world.school.pk])
    assert "Сколько было родителей?" in client.get(organisation).content.decode()
    client.post(one(world, row, f"{what}_answer"), {"answer": "Двенадцать"})
    row.refresh_from_db()
    assert (row.question, row.answer) == ("Сколько было родителей?", "Двенадцать")
    assert Operation.objects.filter(verb__in=("ask", "answer")).count() == 2


def test_asking_is_taken_back(client: Client, world: World, told: tuple) -> None:
    what, row = told
    client.force_login(world.people["reviewer"])
    client.post(one(world, row, f"{what}_ask"), {"question": "Сколько?"})
    asked = Operation.objects.get(verb="ask")
    client.post(reverse("history_undo", args=[world.campaign.slug, asked.pk]))
    row.refresh_from_db()
    assert row.question == ""
    assert len(client.get(one(world, row, what)).context["history"]) == 2


def test_the_dashboard_counts_what_was_asked(client: Client, world: World, told: tuple) -> None:
    what, row = told
    client.force_login(world.people["reviewer"])
    client.post(one(world, row, f"{what}_ask"), {"question": "Сколько?"})
    questions = client.get(reverse("dashboard", args=[world.campaign.slug])).context["questions"]
    assert [number for number, _ in questions] == ([1, 0] if what == "activity" else [0, 1])
    (address,) = (address for number, address in questions if number)
    assert client.get(address).context["table"].count == 1


def test_who_may_not_ask_or_answer_is_refused(client: Client, world: World, told: tuple) -> None:
    what, row = told
    type(row).objects.update(question="Где?")
    client.force_login(world.people["reporter"])
    assert client.post(one(world, row, f"{what}_ask"), {"question": "?"}).status_code == 403
    client.force_login(world.people["reader"])
    assert client.post(one(world, row, f"{what}_answer"), {"answer": "!"}).status_code == 403
    client.force_login(world.people["stranger"])
    assert client.post(one(world, row, f"{what}_answer"), {"answer": "!"}).status_code == 404
    assert client.get(one(world, row, f"{what}_ask")).status_code == 405


def test_an_empty_answer_is_told(client: Client, world: World, told: tuple) -> None:
    what, row = told
    type(row).objects.update(question="Где?")
    client.force_login(world.people["reporter"])
    answer = client.post(one(world, row, f"{what}_answer"), {"answer": "  "}, follow=True)
    assert [message.level_tag for message in answer.context["messages"]] == ["error"]


def test_a_total_shows_its_sentence(reader: Client, world: World) -> None:
    world.submission()
    row = ReportedTotal.objects.get()
    page = reader.get(one(world, row, "total")).content.decode()
    assert row.quote in page.replace("<mark>", "").replace("</mark>", "")
    assert f"#t{row.pk}" in page


def test_the_history_page_is_decided_at(reader: Client, world: World) -> None:
    row = made.activity(world, made.document(world), title="Один", state=State.CONFIRMED, decided_at=timezone.now())
    assert str(world.people["reviewer"]) in reader.get(one(world, row)).content.decode()


def test_a_link_to_what_has_no_title_says_so(client: Client, world: World) -> None:
    made.activity(world, made.document(world), title="")
    client.force_login(world.people["reader"])
    address = reverse("activities", args=[world.campaign.slug])
    answer = client.get(address, headers={"Accept-Language": "en"})
    assert ">without a title</a>" in answer.text
    assert ">—</a>" not in answer.text


def test_a_large_table_is_bounded_and_added_up_when_asked(
    reader: Client, many: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "MOST", 2)
    monkeypatch.setattr(tables, "AT_ONCE", 2)
    answer = reader.get(address(many, sort="-title"))
    table = answer.context["table"]
    assert (table.is_large, table.total, table.sum, len(table.rows)) == (True, None, None, 2)
    assert [row.title for row in table.rows] == ["Айналым", "Берег"]  # as they came: what is large is not sorted
    assert "sums=1" in answer.content.decode()
    told = reader.get(address(many, sums=1)).context["table"]
    assert (told.total, told.sum.rows) == (3, 3)


def test_the_sums_of_a_large_table_are_those_that_are_kept(
    reader: Client, many: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[dict[str, object]] = [
        {},
        {"kind": "seminar"},
        {"region": "none", "planned": ""},
        {"audience": "pupils", "state": "draft"},
        {"audience": "none"},
        {"on": "2025-12-01"},
        {"on": "none", "state": ["draft", "confirmed"]},
        {"state": "confirmed", "organisation": many.rudny.pk},
    ]
    counted = [reader.get(address(many, **query)).context["table"] for query in asked]
    monkeypatch.setattr(keeping, "WORTH", 0)
    monkeypatch.setattr(tables, "AT_ONCE", -1)
    for query, before in zip(asked, counted, strict=True):
        kept = reader.get(address(many, **query)).context["table"]
        assert kept._kept is not None
        assert (kept.total, kept.sum) == (before.count, before.sum)

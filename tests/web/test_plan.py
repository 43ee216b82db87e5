"""Plans, the calendar and its feeds, as pages."""

from io import BytesIO
from typing import Any

import pytest
import vobject
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from lxml import html

from svod.register.models import Activity, Feed, Plan, PlannedActivity, PlanSheet
from svod.register.services.draft_plan import plan_of, put
from svod.register.services.import_plan import read_sheet
from svod.register.services.reject import reject
from tests.register import made
from tests.register.test_plan_table import HEAD, ROWS, word
from tests.world import World


@pytest.fixture
def reporter(client: Client, world: World) -> Client:
    client.force_login(world.people["reporter"])
    client.cookies["django_language"] = "en"
    return client


@pytest.fixture
def planned(world: World) -> PlannedActivity:
    row = {"kind": "seminar", "title": "Слово лечит", "place": "Зал", "first_day": made.day(1), "last_day": made.day(2)}
    return put(plan_of(world.campaign, world.school, world.people["reporter"]), [row], world.people["reporter"])[0]


def at(world: World, name: str, *more: object) -> str:
    return reverse(name, args=[world.campaign.slug, *more])


def test_it_works(reporter: Client, world: World) -> None:
    """Drafted, sent up, sent back, approved, held with two taps, and seen beside what was planned."""
    told = {"kind": "seminar", "title": "«Слово лечит»", "first_day": "2025-12-01", "expected": "около 50"}
    reporter.post(at(world, "plan_activity", world.rudny.pk), told)
    (planned,) = PlannedActivity.objects.all()
    assert (planned.title, planned.last_day, planned.expected_least) == ("Слово лечит", made.day(1), 45)
    reporter.post(at(world, "send_plan", world.rudny.pk))
    assert reporter.post(at(world, "decide_plan", world.rudny.pk), {"approve": 1}).status_code == 403
    coordinator = Client()
    coordinator.force_login(world.people["coordinator"])
    coordinator.post(at(world, "decide_plan", world.rudny.pk), {"return": 1, "remark": "А где лекция?"})
    assert "А где лекция?" in reporter.get(at(world, "plan", world.rudny.pk)).content.decode()
    assert "А где лекция?" in reporter.get(at(world, "dashboard")).content.decode()
    reporter.post(at(world, "send_plan", world.rudny.pk))
    assert "coordinator" not in reporter.get(at(world, "plan", world.rudny.pk)).content.decode()
    coordinator.post(at(world, "decide_plan", world.rudny.pk), {"approve": 1})
    assert Plan.objects.get().state == Plan.State.APPROVED
    assert "<ins>came back with a remark</ins>" in reporter.get(at(world, "history")).content.decode()
    reporter.post(at(world, "planned_held", planned.pk), {"people": "52", "day": "2025-12-01"})
    assert Activity.objects.get().participants_least == 52
    tables = dict(reporter.get(at(world, "plan_against_fact")).context["tables"])
    ((_, row),) = tables["kind"]
    assert (row.planned, row.held, row.untold, row.beyond) == (1, 1, 0, 0)


def test_mistakes_are_told_beside_their_fields(reporter: Client, world: World) -> None:
    told = {"kind": "", "first_day": "2025-12-02", "last_day": "2025-12-01", "expected": "много"}
    form = reporter.post(at(world, "plan_activity", world.rudny.pk), told).context["form"]
    assert set(form.errors) == {"kind", "last_day", "expected"}
    form = reporter.post(at(world, "planned_held", _other(world).pk), {"day": "2999-01-01"}).context["form"]
    assert set(form.errors) == {"day"}


def _other(world: World) -> PlannedActivity:
    return put(plan_of(world.campaign, world.rudny, world.people["reporter"]), [{"kind": "lecture"}], None)[0]


def test_a_plan_that_nobody_decided_on_is_taken_back(reporter: Client, world: World, planned: PlannedActivity) -> None:
    plan = at(world, "plan", world.school.pk)
    assert "Take it back" not in reporter.get(plan).text
    reporter.post(at(world, "send_plan", world.school.pk))
    assert "Take it back" in reporter.get(plan).text
    reporter.post(at(world, "send_plan", world.school.pk), {"back": 1})
    assert Plan.objects.get().state == Plan.State.DRAFT
    answer = reporter.post(at(world, "send_plan", world.school.pk), {"back": 1}, follow=True)
    assert [str(one) for one in answer.context["messages"]] != []
    assert Plan.objects.get().state == Plan.State.DRAFT


@pytest.mark.parametrize(
    ("kind", "title", "day", "likely"),
    [
        ("seminar", "", 1, True),  # of that kind, on one of its days
        ("seminar", "Слово лечит", None, True),
        ("training", "слово лечит", 9, True),  # its title says so
        ("seminar", "Иное", 9, False),
        ("seminar", "Иное", None, False),
        ("training", "Иное", 1, False),
    ],
)
def test_what_was_reported_otherwise_is_offered_beside_what_was_planned(
    reporter: Client, world: World, planned: PlannedActivity, kind: str, title: str, day: int | None, likely: bool
) -> None:
    days = {"first_day": made.day(day), "last_day": made.day(day)} if day else {}
    told = made.activity(world, made.document(world, world.school), kind=kind, title=title, **days)
    page = reporter.get(at(world, "plan", world.school.pk)).text
    assert ("This is it" in page) == likely
    reporter.post(at(world, "link_planned", planned.pk), {"activity": told.pk})
    assert "This is it" not in reporter.get(at(world, "plan", world.school.pk)).text


def test_what_is_planned_and_linked_with_nothing_is_said_so(
    reporter: Client, world: World, planned: PlannedActivity
) -> None:
    """Who plans there links it by one press and stays on the list; who only reads is told that it may be the one."""
    reporter.post(at(world, "send_plan", world.school.pk))
    told = made.activity(
        world, made.document(world, world.school), title="Слово лечит", first_day=made.day(1), last_day=made.day(1)
    )
    against = html.fromstring(reporter.get(at(world, "plan_against_fact")).text)
    places = against.xpath("//td/a/@href")
    unlinked = at(world, "plan_unlinked")
    assert places == [f"{unlinked}?by=kind&code=seminar", f"{unlinked}?by=region&code=KZ-39"]
    for place in (*places, unlinked):
        page = reporter.get(place)
        assert [one for one, _told, _may in page.context["rows"]] == [planned]
        assert "This is it" in page.text
    assert "linked with what was held" in reporter.get(f"{unlinked}?by=kind&code=lecture").text
    reader = Client()
    reader.force_login(world.people["reader"])
    reader.cookies["django_language"] = "en"
    for place in (unlinked, at(world, "plan", world.school.pk)):
        seen = reader.get(place).text
        assert "Not linked, perhaps told:" in seen
        assert "This is it" not in seen
    form = html.fromstring(reporter.get(places[0]).text).xpath("//form[contains(@action, '/link/')]")[0]
    answer = reporter.post(form.action, dict(form.form_values()))
    assert answer.url == places[0]
    planned.refresh_from_db()
    assert planned.held == told
    assert not reporter.get(unlinked).context["rows"]


def test_what_stood_for_it_and_was_turned_down_stands_no_more(
    reporter: Client, world: World, planned: PlannedActivity
) -> None:
    reporter.post(at(world, "send_plan", world.school.pk))
    wrong, right = (
        made.activity(world, made.document(world, world.school), first_day=made.day(1), last_day=made.day(1))
        for _ in range(2)
    )
    reporter.post(at(world, "link_planned", planned.pk), {"activity": wrong.pk})
    reject(wrong, world.people["reviewer"])
    assert [one for one, _told, _may in reporter.get(at(world, "plan_unlinked")).context["rows"]] == [planned]
    reporter.post(at(world, "link_planned", planned.pk), {"activity": right.pk})
    planned.refresh_from_db()
    assert planned.held == right


@pytest.mark.parametrize(
    ("kind", "typed", "said"),
    [
        ("seminar", "«Слово лечит»", "семинар «Слово лечит»"),
        ("conference", "Областная конференция «Семья»", "Областная конференция «Семья»"),
        ("conference", "Форум «Семья»", "конференция «Форум „Семья“»"),
        ("training", "", "тренинг"),
    ],
)
def test_a_planned_activity_is_called_as_people_call_it(
    reporter: Client, world: World, kind: str, typed: str, said: str
) -> None:
    reporter.cookies["django_language"] = "ru"
    reporter.post(at(world, "plan_activity", world.rudny.pk), {"kind": kind, "title": typed})
    page = reporter.get(at(world, "plan", world.rudny.pk)).text
    assert f">{said} <a" in page
    assert f'aria-label="Изменить: {said}"' in page


def test_one_is_changed_and_dropped(reporter: Client, world: World, planned: PlannedActivity) -> None:
    told = {"kind": "lecture", "title": "Иное", "version": planned.version}
    reporter.post(at(world, "planned", planned.pk), told)
    planned.refresh_from_db()
    assert (planned.kind, planned.title) == ("lecture", "Иное")
    answer = reporter.post(at(world, "planned", planned.pk), {**told, "title": "Ещё иное"})
    assert b"Somebody else changed this" in answer.content
    reporter.post(at(world, "drop_planned", planned.pk))
    assert not PlannedActivity.objects.exists()


def test_a_table_is_looked_at_then_taken_over(reporter: Client, world: World) -> None:
    rows = [[*HEAD, "Примечание"], *([*row, "по согласованию"] for row in ROWS)]
    file = SimpleUploadedFile("план.docx", word(rows).getvalue())
    where = reporter.post(at(world, "import_plan", world.rudny.pk), {"file": file}).url
    assert b'hx-trigger="every 2s"' in reporter.get(where).content
    sheet = PlanSheet.objects.get()
    read_sheet(sheet.pk)
    seen = reporter.get(where).content.decode()
    assert "Дом, где не кричат" in seen
    assert "no place for it: Примечание" in seen
    assert not PlannedActivity.objects.exists()
    sheet.refresh_from_db()
    reporter.post(where, {"row": [row["number"] for row in sheet.rows], f"kind-{sheet.rows[-1]['number']}": "lecture"})
    assert sorted(PlannedActivity.objects.values_list("kind", flat=True)) == [
        "lecture",
        "round_table",
        "round_table",
        "training",
    ]


def test_a_day_that_was_not_understood_is_shown_as_written_and_chosen_there(reporter: Client, world: World) -> None:
    rows = [["Мероприятие", "Срок"], ["Лекция", "когда договоримся"], ["Тренинг", "по согласованию"]]
    file = SimpleUploadedFile("план.docx", word(rows).getvalue())
    where = reporter.post(at(world, "import_plan", world.rudny.pk), {"file": file}).url
    sheet = PlanSheet.objects.get()
    read_sheet(sheet.pk)
    assert "когда договоримся" in reporter.get(where).text
    sheet.refresh_from_db()
    one, other = (row["number"] for row in sheet.rows)
    reporter.post(where, {"row": [one, other], f"day-{one}": "2025-12-03", f"day-{other}": "2025-11-31"})
    days = dict(PlannedActivity.objects.values_list("kind", "first_day"))
    assert days == {"lecture": made.day(3), "training": None}


@pytest.mark.parametrize(("name", "why"), [("план.pdf", b"ends in .xlsx or .docx"), ("план.docx", b"cannot be opened")])
def test_a_file_that_is_no_table_says_what_to_do(reporter: Client, world: World, name: str, why: bytes) -> None:
    answer = reporter.post(at(world, "import_plan", world.rudny.pk), {"file": SimpleUploadedFile(name, b"%PDF-1.4")})
    if answer.status_code == 302:
        read_sheet(PlanSheet.objects.get().pk)
        answer = reporter.get(answer.url)
    assert why in answer.content


def test_the_calendar_has_what_is_planned_and_what_was_held(
    reporter: Client, world: World, planned: PlannedActivity
) -> None:
    made.activity(world, made.document(world), title="Тихий час", first_day=made.day(3), last_day=made.day(3))
    days = {day.day: day for week in _weeks(reporter, world) for day in week if day}
    assert not days[made.day(1)].planned  # a draft is its organisation's own
    assert "No plan was sent up yet" in reporter.get(at(world, "calendar")).text
    Plan.objects.update(state=Plan.State.SENT)
    days = {day.day: day for week in _weeks(reporter, world) for day in week if day}
    assert [days[made.day(day)].planned for day in (1, 2, 3)] == [[planned], [planned], []]
    assert [one.title for one in days[made.day(3)].held] == ["Тихий час"]
    assert len(days) == 16


def test_what_has_no_day_stands_below_the_calendar(reporter: Client, world: World, planned: PlannedActivity) -> None:
    Plan.objects.update(state=Plan.State.SENT)
    assert "Without a day" not in reporter.get(at(world, "calendar")).text
    PlannedActivity.objects.update(first_day=None, last_day=None)
    page = reporter.get(at(world, "calendar")).text
    assert "Слово лечит" in page[page.index("Without a day") :]


def test_the_calendar_is_of_whom_and_what_one_asks_for(client: Client, world: World, planned: PlannedActivity) -> None:
    client.force_login(world.people["coordinator"])
    client.cookies["django_language"] = "en"
    Plan.objects.update(state=Plan.State.SENT)
    made.activity(
        world, made.document(world, world.rudny), title="Тихий час", first_day=made.day(3), last_day=made.day(3)
    )

    def seen(**asked: object) -> tuple[bool, bool]:
        text = client.get(at(world, "calendar"), asked).text
        return planned.title in text, "Тихий час" in text

    assert (seen(), seen(show="planned"), seen(show="held")) == ((True, True), (True, False), (False, True))
    assert (seen(below=world.school.pk), seen(below=world.rudny.pk)) == ((True, False), (True, True))
    whose = client.get(at(world, "calendar")).context["whose"]
    assert (whose[0], world.rudny in whose, world.national in whose) == (world.kostanay, True, False)
    assert client.get(at(world, "calendar"), {"below": world.abai.pk}).status_code == 404


def _weeks(client: Client, world: World) -> Any:
    return client.get(at(world, "calendar")).context["weeks"]


def test_a_calendar_program_reads_the_feed(reporter: Client, world: World, planned: PlannedActivity) -> None:
    Plan.objects.update(state=Plan.State.APPROVED, decided_by=world.people["chief"], decided_at="2025-11-20T10:00Z")
    reporter.post(at(world, "feeds") + f"?below={world.school.pk}")
    feed = Feed.objects.get()
    address = reverse("feed", args=[feed.token])
    assert address in reporter.get(at(world, "feeds")).content.decode()
    answer = Client().get(address)
    assert answer["Content-Type"].startswith("text/calendar")
    calendar = vobject.readOne(BytesIO(answer.content).read().decode())  # another program's reader
    calendar.validate()
    (event,) = calendar.vevent_list
    assert (event.dtstart.value, event.dtend.value) == (made.day(1), made.day(3))
    assert event.location.value == "Зал"
    assert "Слово лечит" in event.summary.value


def test_a_feed_ends_with_its_person_or_its_link(reporter: Client, world: World, planned: PlannedActivity) -> None:
    reporter.post(at(world, "feeds") + f"?below={world.school.pk}")
    feed = Feed.objects.get()
    address = reverse("feed", args=[feed.token])
    world.people["reporter"].roles.all().delete()
    assert Client().get(address).status_code == 404
    world.people["reporter"].roles.create(organisation=world.kostanay, role="reporter")
    assert Client().get(address).status_code == 200
    assert reporter.post(at(world, "withdraw_feed", feed.pk)).status_code == 302
    assert Client().get(address).status_code == 404


def test_another_region_sees_nothing(client: Client, world: World, planned: PlannedActivity) -> None:
    client.force_login(world.people["stranger"])
    for address in (at(world, "plan", world.school.pk), at(world, "planned", planned.pk)):
        assert client.get(address).status_code == 404
    assert client.get(at(world, "plans")).context["page"].paginator.count == 0


def test_many_plans_take_few_queries(
    reporter: Client, world: World, planned: PlannedActivity, django_assert_max_num_queries: Any
) -> None:
    rows = [
        {"kind": "lecture", "title": str(number), "first_day": made.day(3), "last_day": made.day(3)}
        for number in range(60)
    ]
    put(planned.plan, rows, world.people["reporter"])
    Plan.objects.update(state=Plan.State.SENT)
    for name, more in (("plans", []), ("plan", [world.school.pk]), ("calendar", []), ("plan_against_fact", [])):
        with django_assert_max_num_queries(26):
            assert reporter.get(at(world, name, *more)).status_code == 200


@pytest.mark.parametrize("name", ["plans", "plan", "calendar", "plan_activity"])
def test_the_navigation_says_that_one_is_among_the_plans(reporter: Client, world: World, name: str) -> None:
    more = () if name in ("plans", "calendar") else (world.school.pk,)
    page = html.document_fromstring(reporter.get(at(world, name, *more)).text)
    assert page.xpath("//nav//a[@aria-current]/text()") == ["Plans"]

"""The workbench: the list, the report beside its outline, a passage in a person's own words."""

from collections.abc import Callable

import pytest
from django.test import Client

from svod.narration import LENGTHS
from svod.register.models import Activity, Operation, Passage, Person, Report, Resemblance, State
from svod.register.services.confirm import confirm
from svod.register.services.correct import correct
from svod.register.services.start_report import start_report
from svod.web.reports.forms import LENGTH_NAMES
from tests.register import made
from tests.world import World

KEY = "region-KZ-39"


def signed_in(client: Client, person: Person) -> Client:
    client.force_login(person)
    client.cookies["django_language"] = "en"
    return client


def address(report: Report, *more: object) -> str:
    return f"/c/{report.campaign.slug}/reports/{report.pk}/" + "".join(f"{part}/" for part in more)


@pytest.fixture
def activity(world: World) -> Activity:
    people = {"participants_least": 45, "participants_most": 45}
    return made.activity(world, made.document(world), title="Семья без страха", state=State.CONFIRMED, **people)


@pytest.fixture
def report(world: World, activity: Activity) -> Report:
    settings = {"language": "ru", "length": "full", "style": "official"}
    return start_report(world.campaign, world.kostanay, world.people["coordinator"], **settings)


@pytest.fixture
def written(client: Client, world: World, report: Report, activity: Activity) -> Passage:
    signed_in(client, world.people["coordinator"])
    client.post(address(report, "passages", KEY, "write"), {"text": f"Было [45 #{activity.pk}.people].", "version": 0})
    return report.passages.get()


def test_it_works(client: Client, world: World, report: Report, django_assert_max_num_queries: Callable) -> None:
    signed_in(client, world.people["reader"])
    client.get(address(report))
    with django_assert_max_num_queries(20):
        found = client.get(address(report))
    assert "Семья без страха" in found.text
    keys = [one.key for one in found.context["bench"].sections]
    assert (keys[:2], KEY in keys, len(set(keys))) == (["opening", "totals"], True, len(keys))
    assert "Write in own words" not in found.text


def test_what_may_be_told_twice_is_said_before_a_version_is_frozen(
    client: Client, world: World, report: Report, activity: Activity
) -> None:
    """Of what the report counts: a draft is none of a report of what is confirmed."""
    signed_in(client, world.people["reader"])
    draft = made.activity(world, made.document(world, world.rudny), title="Семья без страха")
    Resemblance.objects.create(one=activity, other=draft, score=5.0)
    assert "told twice" not in client.get(address(report)).text
    confirm([draft], world.people["coordinator"])
    for page in (address(report), address(report, "versions")):
        assert "1 pair of what is counted here" in client.get(page).text


def test_the_list_names_those_one_may_see(client: Client, world: World, report: Report) -> None:
    signed_in(client, world.people["reader"])
    listed = client.get(f"/c/{world.campaign.slug}/reports/").text
    assert (str(report) in listed, "Begin a report" in listed) == (True, False)
    signed_in(client, world.people["stranger"])
    assert str(report) not in client.get(f"/c/{world.campaign.slug}/reports/").text


def test_a_report_is_begun_and_changed(client: Client, world: World) -> None:
    signed_in(client, world.people["coordinator"])
    told = {"organisation": world.rudny.pk, "language": "kk", "length": "full", "style": "official"}
    client.post(f"/c/{world.campaign.slug}/reports/new/", told)
    report = Report.objects.get()
    assert (report.organisation, report.language, report.with_drafts) == (world.rudny, "kk", False)
    days = {"first_day": "2025-12-01", "last_day": "2025-12-03"}
    client.post(address(report, "about"), {**told, **days, "title": "Итоги", "language": "ru"})
    report.refresh_from_db()
    assert (report.title, str(report.last_day), report.language) == ("Итоги", "2025-12-03", "ru")


@pytest.mark.parametrize(
    ("days", "message"),
    [(("2025-12-05", "2025-12-03"), "before the first"), (("2025-12-05", ""), "both days, or none")],
)
def test_days_out_of_order_are_told(client: Client, world: World, days: tuple[str, str], message: str) -> None:
    signed_in(client, world.people["coordinator"])
    told = {"organisation": world.rudny.pk, "language": "ru", "length": "full", "style": "official"}
    answer = client.post(f"/c/{world.campaign.slug}/reports/new/", {**told, "first_day": days[0], "last_day": days[1]})
    assert message in answer.text
    assert not Report.objects.exists()


def test_every_length_has_a_name() -> None:
    assert set(LENGTH_NAMES) == set(LENGTHS)


def test_nobody_begins_one_above_their_own(client: Client, world: World) -> None:
    signed_in(client, world.people["coordinator"])
    told = {"organisation": world.national.pk, "language": "ru", "length": "full", "style": "official"}
    assert client.post(f"/c/{world.campaign.slug}/reports/new/", told).status_code == 200
    assert not Report.objects.exists()


def test_the_machines_text_is_offered_with_its_facts(
    client: Client, world: World, report: Report, activity: Activity
) -> None:
    signed_in(client, world.people["coordinator"])
    form = client.get(address(report, "passages", KEY, "write")).text
    assert f"[45 #{activity.pk}.people]" in form
    assert f"[#{activity.pk}.title]" in form


def test_own_words_are_kept_and_stand_in_the_report(client: Client, report: Report, written: Passage) -> None:
    page = client.get(address(report)).text
    assert ("In the words of coordinator" in page, "own words" in page) == (True, True)
    assert Operation.objects.filter(verb="report_write", organisation=report.organisation).count() == 1


def test_what_is_no_longer_true_is_told_and_renewed(
    client: Client, world: World, report: Report, written: Passage, activity: Activity
) -> None:
    correct(activity, {"participants_least": 46, "participants_most": 46}, world.people["chief"], number_reason="x")
    page = client.get(address(report)).text
    assert "No longer true: was “45”, is “46”." in page
    assert "1 fact is no longer true." in page
    client.post(address(report, "passages", KEY, "renew"), {"fact": f"{activity.pk}.people"})
    assert "No longer true" not in client.get(address(report)).text
    assert report.passages.get().text == f"Было [46 #{activity.pk}.people]."


def test_what_people_wrote_in_stays_in_that_language(client: Client, report: Report, written: Passage) -> None:
    told = {"language": "kk", "length": "full", "style": "public"}
    client.post(address(report, "about"), told)
    report.refresh_from_db()
    assert (report.language, report.style) == ("ru", "public")


def test_with_htmx_a_refusal_is_told_beside_the_text(client: Client, report: Report, written: Passage) -> None:
    told = {"text": " ", "version": 1}
    answer = client.post(address(report, "passages", KEY, "write"), told, HTTP_HX_REQUEST="true").text
    assert ('hx-swap-oob="true"' in answer, "give your own up" in answer) == (True, True)


def test_a_number_without_a_source_is_told(client: Client, report: Report, written: Passage) -> None:
    client.post(
        address(report, "passages", KEY, "write"),
        {"text": "Было 130 родителей, на 20 % больше.", "version": written.version},
    )
    assert "Stands on nothing in the register: 130, 20." in client.get(address(report)).text


def test_what_somebody_wrote_is_never_lost(client: Client, report: Report, written: Passage) -> None:
    late = client.post(address(report, "passages", KEY, "write"), {"text": "Мои слова, поздние.", "version": 0})
    assert ("Мои слова, поздние." in late.text, "Nothing of yours is lost" in late.text) == (True, True)
    assert "as it is now, by coordinator" in late.text
    client.post(address(report, "passages", KEY, "write"), {"text": "Мои.", "version": late.context["version"]})
    assert report.passages.get().text == "Мои."


def test_an_empty_passage_is_refused(client: Client, report: Report, written: Passage) -> None:
    answer = client.post(address(report, "passages", KEY, "write"), {"text": " ", "version": 1})
    assert "give your own up" in answer.text
    assert report.passages.get().version == 1


def test_the_machine_writes_it_again(client: Client, report: Report, written: Passage) -> None:
    client.post(address(report, "passages", KEY, "restore"), {"version": written.version})
    assert not report.passages.exists()
    assert "Семья без страха" in client.get(address(report)).text


def test_news_are_compared_and_seen(
    client: Client, world: World, report: Report, written: Passage, activity: Activity
) -> None:
    correct(activity, {"kind": "round_table"}, world.people["chief"], number_reason="x")
    assert "The register says more, or other things" in client.get(address(report)).text
    form = client.get(address(report, "passages", KEY, "write")).text
    assert "<ins>" in form
    client.post(address(report, "passages", KEY, "seen"))
    assert "The register says more" not in client.get(address(report)).text


def test_with_htmx_only_the_passage_and_the_outline_come_back(client: Client, report: Report, written: Passage) -> None:
    htmx = {"HTTP_HX_REQUEST": "true"}
    form = client.get(address(report, "passages", KEY, "write"), **htmx).text
    assert ("<textarea" in form, "<main" in form) == (True, False)
    answer = client.post(address(report, "passages", KEY, "write"), {"text": "Иначе.", "version": 1}, **htmx).text
    assert ("Иначе." in answer, 'id="outline"' in answer, "<main" in answer) == (True, True, False)


def test_a_number_opens_its_sentence(client: Client, world: World, report: Report, activity: Activity) -> None:
    signed_in(client, world.people["reader"])
    found = client.get(address(report, "facts", f"{activity.pk}.people")).text
    assert f"/submissions/{activity.document.submission_id}/#a{activity.pk}" in found
    assert "Проведён семинар" in found
    assert client.get(address(report, "facts", "9999.people")).status_code == 404
    by_number = client.get(address(report, "sources", 1)).text
    assert f"#a{activity.pk}" in by_number
    assert client.get(address(report, "sources", 999)).status_code == 404


def test_what_a_person_put_in_is_told_with_its_reason(
    client: Client, world: World, report: Report, activity: Activity
) -> None:
    signed_in(client, world.people["reader"])
    where = address(report, "facts", f"{activity.pk}.people")
    assert "What a person put in" not in client.get(where).text
    correct(
        activity, {"participants_least": 46, "participants_most": 46}, world.people["chief"], number_reason="журнал"
    )
    found = client.get(where).text
    assert ("What a person put in, and why" in found, ": 46 – журнал" in found) == (True, True)
    other = made.activity(world, activity.document, state=State.CONFIRMED, participants_least=3, participants_most=3)
    assert "журнал" not in client.get(address(report, "facts", f"{other.pk}.people")).text


def test_a_reported_total_that_a_person_put_in_too(client: Client, world: World, report: Report) -> None:
    number = {"value_least": 134, "value_most": 134, "state": State.CONFIRMED, "number_reason": "по телефону"}
    made.total(world, made.document(world), **number)
    signed_in(client, world.people["reader"])
    assert ": 134 – по телефону" in client.get(address(report, "facts", "KZ-39.activities")).text


def test_a_sentence_is_shown_once_with_its_number(client: Client, world: World, report: Report) -> None:
    """What the activity stands on is all of it, the number of people a part."""
    text = "Проведён семинар «Опора», 45 педагогов."
    span = {"sources": {"participants": [26, 38]}, "start": 0, "end": 38, "state": State.CONFIRMED}
    row = made.activity(world, made.document(world, text=text), participants_least=45, participants_most=45, **span)
    signed_in(client, world.people["reader"])
    found = client.get(address(report, "facts", "KZ-39.people")).text
    assert found.count("«Опора»") == 1
    assert "<mark>45 педагогов</mark>" in found
    assert "<mark>Проведён семинар" in client.get(address(report, "facts", f"{row.pk}.count")).text


@pytest.mark.parametrize("name", ["reader", "reviewer"])
def test_who_reads_writes_nothing(client: Client, world: World, report: Report, name: str) -> None:
    signed_in(client, world.people[name])
    assert client.post(address(report, "passages", KEY, "write"), {"text": "x", "version": 0}).status_code == 403


def test_a_stranger_finds_nothing(client: Client, world: World, report: Report) -> None:
    signed_in(client, world.people["stranger"])
    assert client.get(address(report)).status_code == 404
    assert client.get(address(report, "facts", "all.activities")).status_code == 404


def test_a_passage_that_is_not_there(client: Client, world: World, report: Report) -> None:
    signed_in(client, world.people["coordinator"])
    assert client.get(address(report, "passages", "region-KZ-10", "write")).status_code == 404
    assert client.post(address(report, "passages", "nothing", "renew")).status_code == 404

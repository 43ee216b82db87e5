"""Who did what, when, from what to what; and the way back for those who may."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from django.utils.translation import override

import svod
from svod.packs import load
from svod.register.models import Activity, Change, Operation, Person, ReportedTotal, State
from svod.register.services.confirm import confirm, drafts_of
from svod.register.services.correct import correct, field_of
from svod.register.services.merge import merge
from svod.web.base.verbs import VERBS
from svod.web.history.words import LABELS, MORE, differences
from tests.world import World


@pytest.fixture
def activity(world: World) -> Activity:
    world.submission()
    found = Activity.objects.get(kind="round_table")
    correct(found, {"title": "Иное", "participants_least": 50, "participants_most": None}, world.people["reviewer"])
    return found


def signed_in(client: Client, person: Person) -> Client:
    client.force_login(person)
    client.cookies["django_language"] = "en"
    return client


def address(world: World) -> str:
    return f"/c/{world.campaign.slug}/history/"


def undo_address(world: World, verb: str = "correct") -> str:
    return f"{address(world)}{Operation.objects.filter(verb=verb).latest('pk').pk}/undo/"


def test_it_works(client: Client, world: World, activity: Activity, django_assert_max_num_queries: Callable) -> None:
    signed_in(client, world.people["reviewer"])
    with django_assert_max_num_queries(20):
        html = client.get(address(world)).content.decode()
    assert "Title: <del>Семья без страха</del> → <ins>Иное</ins>" in html
    assert "Participants: <del>45</del> → <ins>" in html
    assert f"#a{activity.pk}" in html
    assert undo_address(world) in html


def test_a_day_that_changed_alone_is_written_as_days_are() -> None:
    change = Change(model="survey", row=1, before={"last_day": "2025-12-04"}, after={"last_day": "2025-11-27"})
    with override("ru"):
        (found,) = differences(change, load("sixteen_days"), {})
    assert (found.before, found.after) == ("4 декабря 2025 г.", "27 ноября 2025 г.")


def test_one_row_one_person_one_verb(client: Client, world: World, activity: Activity) -> None:
    confirm([Activity.objects.get(kind="training")], world.people["coordinator"])
    signed_in(client, world.people["reviewer"])
    for asked, verbs in (
        (f"?row=a{activity.pk}", ["correct"]),
        ("?verb=confirm", ["confirm"]),
        (f"?person={world.people['coordinator'].pk}", ["confirm"]),
    ):
        assert [deed.operation.verb for deed in client.get(address(world) + asked).context["deeds"]] == verbs


def test_signed_out(client: Client, world: World) -> None:
    assert client.get(address(world)).status_code == 302


def test_a_stranger_sees_none_of_it(client: Client, world: World, activity: Activity) -> None:
    signed_in(client, world.people["stranger"])
    assert client.get(address(world)).context["deeds"] == []
    assert client.post(undo_address(world)).status_code == 404


def test_one_takes_back_one_s_own(client: Client, world: World, activity: Activity) -> None:
    signed_in(client, world.people["reviewer"])
    client.post(undo_address(world))
    activity.refresh_from_db()
    assert activity.title == "Семья без страха"
    html = client.get(address(world)).content.decode()
    assert "Taken back:" in html
    assert "Do it again" in html
    client.post(undo_address(world, "undo"))
    activity.refresh_from_db()
    assert activity.title == "Иное"


@pytest.mark.parametrize(("name", "status"), [("reader", 403), ("reporter", 403), ("coordinator", 302), ("chief", 302)])
def test_another_s_is_taken_back_by_a_coordinator(
    client: Client, world: World, activity: Activity, name: str, status: int
) -> None:
    signed_in(client, world.people[name])
    assert client.post(undo_address(world)).status_code == status
    activity.refresh_from_db()
    assert (activity.title == "Иное") is (status == 403)


def test_another_reviewer_takes_nothing_back(client: Client, world: World, activity: Activity) -> None:
    world.person("reviewer", world.kostanay, "second")
    signed_in(client, world.people["second"])
    assert undo_address(world) not in client.get(address(world)).content.decode()
    assert client.post(undo_address(world)).status_code == 403


def test_what_changed_since_stays_with_a_message(client: Client, world: World, activity: Activity) -> None:
    confirm([activity], world.people["reviewer"], "по журналу")
    signed_in(client, world.people["reviewer"])
    html = client.post(undo_address(world), follow=True).content.decode()
    assert "cannot be taken back" in html


def test_a_foreign_address_to_go_on_to_is_not_followed(client: Client, world: World, activity: Activity) -> None:
    signed_in(client, world.people["reviewer"])
    answer = client.post(undo_address(world), {"next": "https://example.org/"})
    assert answer.url == address(world)  # type: ignore[attr-defined]


def test_many_rows_are_cut_short(client: Client, world: World) -> None:
    text = "".join(f"Проведена беседа «Дом {n}» для родителей.\n" for n in range(12))
    confirm(drafts_of(world.submission(text=text)), world.people["reviewer"])
    signed_in(client, world.people["reviewer"])
    assert "and 4 more" in client.get(address(world) + "?verb=confirm").content.decode()
    assert Activity.objects.filter(state=State.CONFIRMED).count() == 12


def test_what_lies_elsewhere_is_not_named(client: Client, world: World, activity: Activity) -> None:
    """The school hears that its activity counts elsewhere, not as what."""
    other = world.submission(world.kostanay, text="28 ноября 2025 года прошёл круглый стол «Тайное имя».\n")
    merge(Activity.objects.get(document__submission=other), activity, world.people["reviewer"])
    world.person("reader", world.school, "teacher")
    signed_in(client, world.people["teacher"])
    for place in (address(world), f"/c/{world.campaign.slug}/submissions/{activity.document.submission_id}/"):
        html = client.get(place).content.decode()
        assert "Иное" in html
        assert "Тайное имя" not in html


def test_every_column_that_a_person_decides_has_words() -> None:
    """A column that is kept under another name than its label's would change unseen."""
    machine = {
        "words",
        "version",
        "campaign_id",
        "organisation_id",
        "document_id",
        "start",
        "end",
        "reasons",
        "origins",
    }
    machine |= {"sources", "confidence", "decided_by_id", "decided_at", "id"}
    for model in (Activity, ReportedTotal):
        kept = {field.attname for field in model._meta.concrete_fields} - machine
        assert {field_of(name) for name in kept} <= {*LABELS, *MORE}


OF_A_CAMPAIGN = re.compile(r'operation\(\s*"(\w+)",\s*\w+,(?!\s*(?:organisation=|note=|\)))')  # its third word


def test_every_step_of_a_campaign_has_words_of_its_own() -> None:
    sources = Path(svod.__file__).parent.rglob("*.py")
    taken = {verb for one in sources for verb in OF_A_CAMPAIGN.findall(one.read_text(encoding="utf-8"))}
    assert {"confirm", "move_days"} <= taken
    assert not taken - set(VERBS)

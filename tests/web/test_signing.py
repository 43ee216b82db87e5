"""The ladder as a page: what each level waits for, signing and reopening."""

from collections.abc import Callable

import pytest
from django.test import Client

from svod.register.models import Person, Resemblance, Signature, State, Submission
from svod.register.services.confirm import confirm, drafts_of
from svod.register.services.merge import merge
from tests.register import made
from tests.world import World


@pytest.fixture
def checked(world: World) -> World:
    for organisation in (world.school, world.kostanay):
        confirm(drafts_of(world.submission(organisation)), world.people["reviewer"])
    return world


def signed_in(client: Client, person: Person) -> Client:
    client.force_login(person)
    client.cookies["django_language"] = "en"
    return client


def address(world: World, *more: object) -> str:
    return f"/c/{world.campaign.slug}/signing/" + "".join(f"{part}/" for part in more)


def test_it_works(client: Client, checked: World, django_assert_max_num_queries: Callable) -> None:
    world = checked
    signed_in(client, world.people["coordinator"])
    with django_assert_max_num_queries(22):
        found = client.get(address(world))
    rungs = {rung.organisation: rung for rung in found.context["rungs"]}
    assert list(rungs) == [world.kostanay, world.rudny, world.school]
    assert [one.depth for one in rungs.values()] == [0, 1, 2]
    assert (rungs[world.kostanay].submissions, rungs[world.school].submissions) == (2, 1)
    assert rungs[world.kostanay].waits_for == (world.school,)
    assert [one.is_ready for one in rungs.values()] == [False, False, True]


def test_from_below_to_above(client: Client, checked: World) -> None:
    world = checked
    signed_in(client, world.people["coordinator"])
    refused = client.post(address(world, world.kostanay.pk, "sign"), follow=True)
    assert "have not signed yet: Школа № 7." in refused.content.decode()
    for organisation in (world.school, world.kostanay):
        done = client.post(address(world, organisation.pk, "sign"), follow=True)
        assert "Signed. Nothing in this part can be changed" in done.content.decode()
    assert Signature.objects.filter(reopened_at=None).count() == 2


def test_who_signs_is_told_what_could_not_be_read(client: Client, checked: World) -> None:
    broken = checked.submission(checked.abai, "Отчёта нет.")
    Submission.objects.filter(pk=broken.pk).update(state=Submission.State.UNREADABLE)
    signed_in(client, checked.people["chief"])
    (rung,) = (one for one in client.get(address(checked)).context["rungs"] if one.organisation == checked.abai)
    assert (rung.is_ready, rung.stuck) == (True, 1)
    assert "1 report could not be read and is not counted." in client.get(address(checked)).text
    Submission.objects.filter(pk=broken.pk).update(set_aside_why="Пустой файл.")
    assert "could not be read" not in client.get(address(checked)).text


def test_what_came_after_the_signature_is_told(client: Client, checked: World) -> None:
    world, late = checked, "handed in after the signature"
    signed_in(client, world.people["coordinator"])
    for organisation in (world.school, world.kostanay):
        client.post(address(world, organisation.pk, "sign"))
    assert late not in client.get(address(world)).text
    world.submission(world.school, "1 декабря 2025 года прошёл семинар, участвовали 20 учителей.")
    assert client.get(address(world)).text.count(late) == 3  # the school's, and those above that count it


def test_not_while_drafts_are_left(client: Client, world: World) -> None:
    world.submission()
    signed_in(client, world.people["coordinator"])
    assert "Check the drafts first." in client.get(address(world)).content.decode()
    assert "drafts to check: 3" in client.post(address(world, world.school.pk, "sign"), follow=True).content.decode()


def test_reopening_says_why(client: Client, checked: World) -> None:
    world = checked
    signed_in(client, world.people["coordinator"])
    for organisation in (world.school, world.kostanay):
        client.post(address(world, organisation.pk, "sign"))
    assert "Say why." in client.post(address(world, world.school.pk, "reopen"), follow=True).content.decode()
    html = client.post(
        address(world, world.school.pk, "reopen"), {"why": "ошибка в числе"}, follow=True
    ).content.decode()
    assert "Reopened: Костанайская областная организация, Школа № 7." in html
    assert html.count("ошибка в числе") == 2
    assert not Signature.objects.filter(reopened_at=None).exists()


def test_signed_out(client: Client, world: World) -> None:
    assert client.get(address(world)).status_code == 302


def test_a_stranger_sees_none_of_it(client: Client, checked: World) -> None:
    signed_in(client, checked.people["stranger"])
    assert client.get(address(checked)).context["rungs"] == []
    assert client.post(address(checked, checked.school.pk, "sign")).status_code == 404


@pytest.mark.parametrize("name", ["reader", "reporter", "reviewer"])
def test_only_a_coordinator_signs(client: Client, checked: World, name: str) -> None:
    signed_in(client, checked.people[name])
    assert "Ready to be signed." in client.get(address(checked)).content.decode()
    for verb in ("sign", "reopen"):
        assert client.post(address(checked, checked.school.pk, verb)).status_code == 403


def test_who_signs_is_told_what_counts_twice(client: Client, checked: World) -> None:
    """The district and the region tell the same, both were confirmed, nobody joined them yet."""
    one, other = (made.document(checked, place) for place in (checked.abai, checked.abai))
    rows = [made.activity(checked, of, title="Ладони", state=State.CONFIRMED) for of in (one, other)]
    Resemblance.objects.create(one=rows[0], other=rows[1], score=12, certain=True)
    signed_in(client, checked.people["chief"])
    rungs = {rung.organisation: rung for rung in client.get(address(checked)).context["rungs"]}
    assert (rungs[checked.abai].twice, rungs[checked.kostanay].twice) == (1, 0)
    assert "1 activity is surely told twice and counts twice." in client.get(address(checked)).text
    merge(rows[0], rows[1], checked.people["chief"])
    assert "surely told twice" not in client.get(address(checked)).text

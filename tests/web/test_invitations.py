"""Invitations: made by a coordinator, printed with a QR code, opened by whoever has the link."""

from datetime import timedelta
from urllib.parse import unquote

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.utils import timezone
from lxml import html

from svod.register.models import Change, Invitation, Person, Role, RoleAt
from svod.register.services.appoint import switch
from svod.register.services.invite import invite
from svod.register.services.start_campaign import move_days, start_campaign
from tests.world import World

NEW = {"username": "gulnara", "password": "a long password", "again": "a long password"}


@pytest.fixture
def coordinator(client: Client, world: World) -> Client:
    client.force_login(world.people["coordinator"])
    return client


@pytest.fixture
def invitation(world: World) -> Invitation:
    return invite(world.school, world.people["coordinator"], Role.REPORTER)


@pytest.fixture
def for_all(world: World) -> Invitation:
    return invite(world.kostanay, world.people["coordinator"], Role.REPORTER, below=True, uses=30)


def address(invitation: Invitation) -> str:
    return f"/join/{invitation.token}/"


def test_it_works(coordinator: Client, world: World) -> None:
    assert "Костанайская" in coordinator.get("/people/invitations/").text
    form = f"/organisations/{world.kostanay.pk}/invite/"
    assert coordinator.get(form).status_code == 200
    made = coordinator.post(form, {"role": "reporter", "below": "on", "uses": "50", "days": "30"})
    one = Invitation.objects.get()
    assert (one.uses_left, one.below, one.role) == (50, True, Role.REPORTER)
    sheet = coordinator.get(made.url).text  # type: ignore[attr-defined]
    assert f"http://testserver/join/{one.token}/" in sheet
    assert "<svg" in sheet
    assert "style=" not in sheet
    assert "Расскажите, что вы провели" in sheet


def test_left_empty_one_comes_or_one_for_each_organisation_below(coordinator: Client, world: World) -> None:
    """A link for all schools of a district that only the first of them could use was a trap."""
    form = f"/organisations/{world.kostanay.pk}/invite/"
    coordinator.post(form, {"role": "reporter", "uses": "", "days": "30"})
    coordinator.post(form, {"role": "reporter", "uses": "", "below": "on", "days": "30"})
    assert list(Invitation.objects.order_by("pk").values_list("uses_left", flat=True)) == [1, 2]  # Rudny, its school


def test_it_goes_by_ones_own_mail(coordinator: Client, invitation: Invitation) -> None:
    sheet = html.document_fromstring(coordinator.get(f"/people/invitations/{invitation.pk}/").text)
    (letter,) = sheet.xpath("//a[starts-with(@href, 'mailto:')]/@href")
    assert f"http://testserver/join/{invitation.token}/" in unquote(letter)
    assert "Школа № 7" in unquote(letter)


def test_only_who_is_to_report_is_asked_to_tell(coordinator: Client, world: World) -> None:
    made = coordinator.post(f"/organisations/{world.rudny.pk}/invite/", {"role": "reader", "uses": "1", "days": "30"})
    assert "Расскажите, что вы провели" not in coordinator.get(made.url).text  # type: ignore[attr-defined]


def test_signed_out(client: Client, world: World) -> None:
    assert client.get("/people/invitations/").url.startswith("/account/login/")  # type: ignore[attr-defined]


def test_a_stranger_finds_no_organisation_and_no_invitation(
    client: Client, world: World, invitation: Invitation
) -> None:
    client.force_login(world.people["stranger"])
    assert client.get(f"/organisations/{world.school.pk}/invite/").status_code == 404
    assert client.get(f"/people/invitations/{invitation.pk}/").status_code == 404
    assert "Школа" not in client.get("/people/invitations/").text


def test_a_reviewer_invites_nobody(client: Client, world: World) -> None:
    client.force_login(world.people["reviewer"])
    assert client.get("/people/invitations/").status_code == 403
    assert client.post(f"/organisations/{world.school.pk}/invite/").status_code == 403


def test_nobody_invites_to_more_than_they_are(coordinator: Client, world: World) -> None:
    answer = coordinator.post(
        f"/organisations/{world.school.pk}/invite/", {"role": "administrator", "uses": "1", "days": "14"}
    )
    assert "errorlist" in answer.text
    assert not Invitation.objects.exists()


def test_an_administrators_link_is_not_shown_to_a_coordinator(coordinator: Client, world: World) -> None:
    high = invite(world.kostanay, world.people["administrator"], Role.ADMINISTRATOR)
    assert high.token not in coordinator.get(f"/people/invitations/{high.pk}/").text


def test_somebody_new_makes_an_account(client: Client, world: World, invitation: Invitation) -> None:
    assert "Школа № 7" in client.get(address(invitation)).text
    begun = client.post(address(invitation), NEW).url  # type: ignore[attr-defined]
    assert begun == f"/c/{world.campaign.slug}/tell/"  # a school: its chair came to tell what was held
    person = Person.objects.get(username="gulnara")
    held = person.roles.get()
    assert (held.organisation, held.role, held.given_by) == (world.school, Role.REPORTER, world.people["coordinator"])
    assert client.get("/account/").status_code == 200
    assert Client().get(address(invitation)).status_code == 404  # its one use is used up


def test_with_several_campaigns_a_school_tells_for_that_of_these_days(
    client: Client, world: World, invitation: Invitation
) -> None:
    """Not for the first of the alphabet, nor for last year's."""
    start_campaign("safety_day", world.campaign.year + 1, world.national, None)
    today = timezone.localdate()
    move_days(world.campaign, world.people["chief"], today, today, today)
    assert client.post(address(invitation), NEW).url == f"/c/{world.campaign.slug}/tell/"  # type: ignore[attr-defined]


@pytest.mark.parametrize(("place", "role"), [("kostanay", Role.REPORTER), ("school", Role.READER)])
def test_who_does_not_tell_for_a_school_begins_at_the_first_page(
    client: Client, world: World, place: str, role: Role
) -> None:
    one = invite(getattr(world, place), world.people["coordinator"], role)
    assert client.post(address(one), NEW).url == "/"  # type: ignore[attr-defined]


def test_somebody_with_an_account_goes_on_as_themselves(client: Client, world: World, invitation: Invitation) -> None:
    client.force_login(world.people["stranger"])
    assert "stranger" in client.get(address(invitation)).text
    client.post(address(invitation))
    assert set(world.people["stranger"].roles.values_list("organisation", flat=True)) == {
        world.abai.pk,
        world.school.pk,
    }


def test_one_chooses_among_the_organisations_below(client: Client, world: World, for_all: Invitation) -> None:
    choose = client.get(address(for_all), {"q": "ШКОЛА"}).text
    assert "Школа № 7" in choose
    assert "Рудненская" not in choose
    here = f"{address(for_all)}?organisation={world.school.pk}"
    client.post(here, NEW)
    assert RoleAt.objects.get(person__username="gulnara").organisation == world.school


@pytest.mark.parametrize("other", ["abai", "kostanay", "national"])
def test_no_organisation_but_those_below_can_be_chosen(
    client: Client, world: World, for_all: Invitation, other: str
) -> None:
    place = getattr(world, other)
    answer = client.post(f"{address(for_all)}?organisation={place.pk}", NEW)
    assert answer.status_code == 200
    assert not Person.objects.filter(username="gulnara").exists()


def test_who_has_as_much_already_uses_nothing_up(client: Client, world: World, invitation: Invitation) -> None:
    client.force_login(world.people["reviewer"])
    client.post(address(invitation))
    invitation.refresh_from_db()
    assert invitation.uses_left == 1
    assert world.people["reviewer"].roles.count() == 1


def test_a_higher_role_takes_the_place_of_a_lower_one(client: Client, world: World) -> None:
    client.force_login(world.people["reader"])
    client.post(address(invite(world.kostanay, world.people["coordinator"], Role.REVIEWER)))
    assert world.people["reader"].roles.get().role == Role.REVIEWER


def test_it_closes(client: Client, world: World, invitation: Invitation, coordinator: Client) -> None:
    coordinator.post(f"/people/invitations/{invitation.pk}/withdraw/")
    assert Client().get(address(invitation)).status_code == 404
    old = invite(world.school, world.people["coordinator"], Role.REPORTER)
    Invitation.objects.filter(pk=old.pk).update(expires_at=timezone.now() - timedelta(minutes=1))
    assert Client().post(address(old), NEW).status_code == 404
    assert not Person.objects.filter(username="gulnara").exists()


def test_it_holds_only_while_its_maker_may_invite(client: Client, world: World, invitation: Invitation) -> None:
    switch(world.people["coordinator"], world.people["chief"], on=False)
    assert client.post(address(invitation), NEW).status_code == 404


def test_an_unknown_token_finds_nothing(client: Client, db: None) -> None:
    assert client.get("/join/no-such-token/").status_code == 404


@pytest.mark.parametrize(
    "wrong", [{"username": "reader"}, {"again": "differs"}, {"password": "short", "again": "short"}]
)
def test_bad_input_is_told(client: Client, world: World, invitation: Invitation, wrong: dict[str, str]) -> None:
    assert "errorlist" in client.post(address(invitation), {**NEW, **wrong}).text
    assert not Person.objects.filter(username="gulnara").exists()
    invitation.refresh_from_db()
    assert invitation.uses_left == 1


def test_history_keeps_no_token(invitation: Invitation) -> None:
    assert "token" not in Change.objects.get(model="invitation").after


def test_few_queries(coordinator: Client, world: World, django_assert_max_num_queries: object) -> None:
    for _ in range(30):
        invite(world.school, world.people["coordinator"], Role.REPORTER)
    with django_assert_max_num_queries(8):  # type: ignore[operator]
        coordinator.get("/people/invitations/")


@pytest.mark.parametrize(
    ("host", "here_only"),
    [("localhost:8000", True), ("127.0.0.1:8000", True), ("[::1]:8000", True), ("svod.example.org", False)],
)
def test_a_code_that_only_this_computer_can_open_is_said_to_be_one(host: str, here_only: bool) -> None:
    words = render_to_string("base/_here_only.html", {"address": f"http://{host}/join/abc/"})
    assert bool(words.strip()) is here_only

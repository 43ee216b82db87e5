"""Tokens: made once, kept as a hash, never more than their person."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from svod.api.models import Service, Token
from svod.api.scopes import NAMES, SCOPES
from svod.api.tokens import add_service, make_token, revoke_token
from svod.register.errors import RoleTooHigh
from svod.register.models import Operation, Person
from svod.register.permissions import ACTIONS
from svod.register.rights.account import erase_account
from tests.api.calling import Caller
from tests.world import World


def test_it_works(world: World) -> None:
    told = Caller(world.people["reviewer"], world.rudny, "review").get("/me")
    assert told["person"]["name"] == "reviewer"
    assert told["scopes"] == ["read", "review"]
    assert told["below"] == {"id": world.rudny.pk, "name": world.rudny.name}


def test_every_action_has_its_scope() -> None:
    assert sorted(action for actions in SCOPES.values() for action in actions) == sorted(ACTIONS)
    assert set(NAMES) == set(SCOPES)


def test_only_its_hash_is_kept(world: World) -> None:
    made, secret = make_token(world.people["reader"], "site", (), world.kostanay, 7, world.people["reader"])
    assert secret.startswith("svod_")
    assert not any(secret[9:] in str(value) for value in Token.objects.filter(pk=made.pk).values().get().values())
    assert Operation.objects.get(verb="make_token").note == "site"


def test_nothing_opens_without_a_token_that_holds(world: World) -> None:
    person = world.people["reader"]
    nobody, nonsense, session = Caller(None), Caller(None), Caller(None)
    nonsense.headers["Authorization"] = "Bearer svod_nonsense"
    session.client.force_login(person)
    revoked, over = Caller(person), Caller(person)
    revoke_token(revoked.token, person)
    Token.objects.filter(pk=over.token.pk).update(expires_at=timezone.now() - timedelta(seconds=1))
    switched_off = Caller(world.people["reporter"])
    Person.objects.filter(username="reporter").update(is_active=False)
    for caller in (nobody, nonsense, session, revoked, over, switched_off):
        answer = caller("GET", "/me")
        assert answer.status_code == 401
        assert answer["Content-Type"] == "application/problem+json"
        assert answer["WWW-Authenticate"].startswith("Bearer")


def test_it_reaches_its_part_of_the_tree_only(world: World) -> None:
    caller = Caller(world.people["chief"], world.rudny)
    names = {one["name"] for one in caller.get("/organisations")["items"]}
    assert names == {world.rudny.name, world.school.name}
    assert caller("GET", f"/organisations/{world.abai.pk}").status_code == 404


def test_it_does_what_its_scopes_name_only(world: World) -> None:
    caller = Caller(world.people["administrator"], world.kostanay, "read")
    answer = caller("POST", f"/organisations/{world.rudny.pk}/below", {"name": "Школа № 8", "level": "primary"})
    assert answer.status_code == 403
    assert answer.json()["scope"] == "coordinate"


def test_it_may_no_more_than_its_person(world: World) -> None:
    caller = Caller(world.people["reader"])
    answer = caller("POST", f"/organisations/{world.rudny.pk}/below", {"name": "Школа № 8", "level": "primary"})
    assert answer.status_code == 403


def test_a_service_acts_under_its_own_name(world: World) -> None:
    with pytest.raises(RoleTooHigh):
        add_service("Сайт", "administrator", world.kostanay, world.people["coordinator"])
    service = add_service("Сайт", "reviewer", world.kostanay, world.people["administrator"])
    assert not service.person.has_usable_password()
    assert Caller(service.person).get("/me")["person"]["name"] == "Сайт"


def test_they_are_given_with_what_is_held_and_go_with_the_account(world: World) -> None:
    person = world.people["reporter"]
    told = Caller(person).get("/me/held")
    assert [one["name"] for one in told["tokens"]] == ["a test"]
    erase_account(person, world.people["administrator"])
    assert not Token.objects.exists()


def signed_in(name: str, world: World) -> Client:
    """Who has just proved who they are."""
    client = Client(headers={"Accept-Language": "en"})
    client.force_login(world.people[name])
    assert client.post("/account/reauthenticate/", {"password": "a long password"}).status_code == 302
    return client


def test_the_page_shows_a_token_once(world: World) -> None:
    client = signed_in("reporter", world)
    given = {"what": "token", "name": "site", "scopes": "submit", "organisation": world.kostanay.pk, "days": 30}
    shown = client.post("/account/tokens/", given).content.decode()
    made = Token.objects.get()
    assert "Copy it now" in shown
    assert f">{made.hint}" in shown
    again = client.get("/account/tokens/").content.decode()
    assert "Copy it now" not in again
    assert made.name in again


def test_the_page_asks_who_it_is_once_more(world: World) -> None:
    client = Client()
    client.force_login(world.people["reporter"])
    assert client.get("/account/tokens/").url.startswith("/account/reauthenticate/")


def test_the_page_revokes_only_ones_own(world: World) -> None:
    made, _secret = make_token(world.people["reader"], "a", (), world.kostanay, 7, world.people["reader"])
    assert signed_in("stranger", world).post(f"/account/tokens/{made.pk}/revoke/").status_code == 404
    assert signed_in("reader", world).post(f"/account/tokens/{made.pk}/revoke/").status_code == 302
    made.refresh_from_db()
    assert not made.holds


def test_an_administrator_adds_a_service_and_makes_its_token(world: World) -> None:
    client = signed_in("administrator", world)
    given = {"what": "service", "service-name": "Сайт", "service-role": "reader"}
    client.post("/account/tokens/", {**given, "service-organisation": world.kostanay.pk})
    service = Service.objects.get()
    given = {"what": "token", "name": "a", "organisation": world.kostanay.pk, "days": 30, "whose": service.person_id}
    client.post("/account/tokens/", given)
    assert Token.objects.get().person == service.person


def test_who_does_not_administer_adds_no_service(world: World) -> None:
    given = {"what": "service", "service-name": "Сайт", "service-role": "reader"}
    signed_in("coordinator", world).post("/account/tokens/", {**given, "service-organisation": world.kostanay.pk})
    assert not Service.objects.exists()

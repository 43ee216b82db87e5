"""Who has which role, and what an administrator changes about it."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse

from svod.register.models import Erasure, Operation, Person, Role, RoleAt
from svod.register.rights.erase import erase, find_all
from svod.register.rights.traces import STRUCTURES, WORDS
from svod.web.rights.views import CALLED
from tests.world import World


@pytest.fixture
def administrator(client: Client, world: World) -> Client:
    client.force_login(world.people["administrator"])
    return client


def page_of(world: World, name: str) -> str:
    return f"/people/{world.people[name].pk}/"


def role_of(world: World, name: str) -> RoleAt:
    return world.people[name].roles.get()


def test_it_works(administrator: Client, world: World) -> None:
    text = administrator.get("/people/").text
    for name in ("reader", "reporter", "reviewer", "coordinator"):
        assert name in text
    assert administrator.get(page_of(world, "reader")).status_code == 200


def test_signed_out(client: Client, world: World) -> None:
    assert client.get("/people/").url.startswith("/account/login/")  # type: ignore[attr-defined]


def test_one_sees_ones_own_part_only(client: Client, administrator: Client, world: World) -> None:
    text = administrator.get("/people/").text
    assert "stranger" not in text
    assert "chief" not in text
    for name in ("stranger", "chief"):
        assert administrator.get(page_of(world, name)).status_code == 404


def test_a_reviewer_sees_no_people(client: Client, world: World) -> None:
    client.force_login(world.people["reviewer"])
    assert client.get("/people/").status_code == 403
    assert client.get(page_of(world, "reader")).status_code == 403


def test_search(administrator: Client, world: World) -> None:
    Person.objects.filter(username="reader").update(first_name="Әлия")
    text = administrator.get("/people/", {"q": "ӘЛИ"}).text
    assert "Әлия" in text
    assert ">reporter</a>" not in text
    assert ">reporter</a>" in administrator.get("/people/", {"role": "reporter"}).text


def test_a_role_is_changed(administrator: Client, world: World) -> None:
    held = role_of(world, "reader")
    administrator.post(f"/people/roles/{held.pk}/", {"role": "reviewer"})
    assert role_of(world, "reader").role == Role.REVIEWER
    assert Operation.objects.get(verb="change_role").changes.get().before["role"] == "reader"


def test_an_unknown_role_is_refused(administrator: Client, world: World) -> None:
    administrator.post(f"/people/roles/{role_of(world, 'reader').pk}/", {"role": "king"})
    assert role_of(world, "reader").role == Role.READER


def test_a_role_is_taken_away(administrator: Client, world: World) -> None:
    administrator.post(f"/people/roles/{role_of(world, 'reader').pk}/remove/")
    assert not world.people["reader"].roles.exists()
    assert Person.objects.filter(username="reader").exists()


def test_a_coordinator_changes_no_roles(client: Client, world: World) -> None:
    client.force_login(world.people["coordinator"])
    held = role_of(world, "reader")
    assert client.post(f"/people/roles/{held.pk}/", {"role": "reviewer"}).status_code == 403
    assert client.post(f"/people/roles/{held.pk}/remove/").status_code == 403
    for deed in ("switch", "password-link", "second-step"):
        assert client.post(f"{page_of(world, 'reader')}{deed}/").status_code == 403


def test_the_last_administrator_stays(client: Client, world: World) -> None:
    chief = world.people["chief"]
    client.force_login(chief)
    held = chief.roles.get()
    client.post(f"/people/roles/{held.pk}/", {"role": "reader"})
    client.post(f"/people/roles/{held.pk}/remove/")
    client.post(f"/people/{chief.pk}/switch/", {"off": ""})
    assert chief.roles.get().role == Role.ADMINISTRATOR
    assert Person.objects.get(pk=chief.pk).is_active
    world.person(Role.ADMINISTRATOR, world.national, "second")
    client.post(f"/people/roles/{held.pk}/remove/")
    assert not chief.roles.exists()


def test_an_account_is_switched_off_and_on(administrator: Client, world: World) -> None:
    elsewhere = Client()
    elsewhere.force_login(world.people["reader"])
    administrator.post(f"{page_of(world, 'reader')}switch/", {"off": ""})
    assert elsewhere.get("/account/").status_code == 302
    administrator.post(f"{page_of(world, 'reader')}switch/", {"on": ""})
    assert Person.objects.get(username="reader").is_active


def test_nobody_takes_over_an_account_that_reaches_further(administrator: Client, world: World) -> None:
    RoleAt.objects.create(person=world.people["reader"], organisation=world.abai, role=Role.COORDINATOR)
    for deed in ("switch", "password-link", "second-step"):
        assert administrator.post(f"{page_of(world, 'reader')}{deed}/").status_code == 403


def test_a_link_for_a_new_password_works_once(administrator: Client, world: World) -> None:
    page = administrator.post(f"{page_of(world, 'reader')}password-link/").text
    found = re.search(r"http://testserver(/account/password/reset/key/\S+?)<", page)
    assert found is not None
    assert "<svg" in page
    other = Client()
    form = other.get(found[1], follow=True).redirect_chain[-1][0]
    other.post(form, {"password1": "another long one", "password2": "another long one"})
    assert Person.objects.get(username="reader").check_password("another long one")
    assert 'name="password1"' not in Client().get(found[1], follow=True).text


def test_the_second_step_is_switched_off_for_who_lost_the_phone(administrator: Client, world: World) -> None:
    Authenticator.objects.create(user=world.people["reader"], type="totp", data={"secret": "x"})
    assert "second-step" in administrator.get(page_of(world, "reader")).text
    administrator.post(f"{page_of(world, 'reader')}second-step/")
    assert not Authenticator.objects.exists()


def test_few_queries(administrator: Client, world: World, django_assert_max_num_queries: object) -> None:
    for number in range(60):
        world.person(Role.REPORTER, world.school, f"person-{number}")
    with django_assert_max_num_queries(8):  # type: ignore[operator]
        administrator.get("/people/")


def test_somebody_named_in_reports_is_looked_for_and_erased(client: Client, world: World) -> None:
    client.force_login(world.people["chief"])
    client.cookies["django_language"] = "en"
    world.submission(text="Лекцию прочла Иванова Мария Петровна. Прошла лекция.")
    nobody = client.post(reverse("erasures"), {"words": "школа", "reason": "так"}).url
    find_all(Erasure.objects.get().pk)
    assert "neither a name nor a number" in client.get(nobody).text
    Erasure.objects.all().delete()
    asked = client.post(reverse("erasures"), {"words": "Иванова Мария Петровна", "reason": "просит сама"}).url
    assert "renews itself" in client.get(asked).text
    find_all(Erasure.objects.get().pk)
    assert "прочла Иванова" in client.get(asked).text
    held = client.get(reverse("erasure_held", args=[Erasure.objects.get().pk])).json()
    assert any("Иванова" in place["words"] for place in held["places"])
    assert set(CALLED) == {*WORDS, *STRUCTURES}
    client.post(reverse("erase_person", args=[Erasure.objects.get().pk]))
    erase(Erasure.objects.get().pk)
    assert "Erased in" in client.get(asked).text
    assert "Иванова" not in client.get(asked).text


def test_a_region_does_not_read_all_reports(client: Client, world: World) -> None:
    client.force_login(world.people["administrator"])
    assert client.get(reverse("erasures")).status_code == 403


def test_an_account_is_erased_by_who_looks_after_it(client: Client, world: World) -> None:
    client.force_login(world.people["administrator"])
    assert client.get(reverse("held_of_me")).json()["account"]["username"] == "administrator"
    client.post(reverse("erase_account", args=[world.people["reader"].pk]))
    assert not Person.objects.filter(username="reader").exists()
    assert client.post(reverse("erase_account", args=[world.people["stranger"].pk])).status_code == 404

"""The first start: a link that works once makes the first administrator."""

from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from svod.register.models import Campaign, Change, Level, Operation, Organisation, Person, Role
from svod.register.services import first_start
from svod.register.services.first_start import first_start_link
from tests.world import World

TOLD = {
    "organisation": "Профсоюз работников образования",
    "regions": "on",
    "pack": "sixteen_days",
    "year": "2026",
    "first_name": "Айгүл",
    "last_name": "",
    "username": "aigul",
    "email": "",
    "password": "a long password",
    "again": "a long password",
}


@pytest.fixture
def link(db: None) -> str:
    made = first_start_link("http://testserver/")
    assert made is not None
    return made


def test_it_works(client: Client, link: str) -> None:
    assert "<form" in client.get(link).text
    assert client.post(link, TOLD).url == "/"  # type: ignore[attr-defined]
    national = Organisation.objects.get(level=Level.NATIONAL)
    assert Organisation.objects.get_children_count(national) == 20
    assert set(Organisation.objects.filter(depth=2).values_list("unit", flat=True)) >= {"KZ-39", "KZ-75"}
    person = Person.objects.get()
    assert person.roles.get().role == Role.ADMINISTRATOR
    assert person.roles.get().organisation == national
    assert Campaign.objects.get().year == 2026
    assert client.get("/account/").status_code == 200
    assert Operation.objects.get(verb="first_start").person == person


def test_a_pack_of_ones_own_brings_its_country(client: Client, link: str, abroad: Path) -> None:
    assert 'value="water_week" selected' in client.get(link).text
    client.post(link, {**TOLD, "pack": "water_week"})
    assert set(Organisation.objects.filter(depth=2).values_list("unit", flat=True)) == {"KG-N", "KG-GB"}
    naryn = Organisation.objects.get(unit="KG-N")
    below = {"name": "Ат-Башинская районная организация", "level": Level.DISTRICT, "unit": "Ат-Башинский район"}
    client.post(f"/organisations/{naryn.pk}/add/", below)
    assert Organisation.objects.get(depth=3).unit == "KG-N/at-bashy-district"
    assert "Ат-Башинский район" in client.get(f"/organisations/{Organisation.objects.get(depth=3).pk}/change/").text


def test_a_pack_that_is_wrong_is_not_offered(client: Client, link: str, abroad: Path) -> None:
    (abroad / "kinds.toml").write_text("lesson = 1", encoding="utf-8")
    page = client.get(link).text
    assert "water_week" not in page
    assert "sixteen_days" in page


def test_only_the_organisation(client: Client, link: str) -> None:
    client.post(link, {**TOLD, "regions": ""})
    assert Organisation.objects.count() == 1


def test_it_works_once(client: Client, link: str) -> None:
    client.post(link, TOLD)
    assert Client().get(link).status_code == 404
    assert Client().post(link, {**TOLD, "username": "second"}).status_code == 404
    assert Person.objects.count() == 1
    assert not list(settings.DATA.glob("welcome*"))


def test_a_new_start_prints_a_new_link(client: Client, link: str) -> None:
    newer = first_start_link("http://testserver")
    assert newer is not None
    assert client.get(link).status_code == 404
    assert client.get(newer).status_code == 200


def test_there_is_none_once_somebody_is_there(world: World) -> None:
    assert first_start_link("http://testserver") is None


def test_a_wrong_token_finds_nothing(client: Client, link: str) -> None:
    assert client.get("/welcome/no-such-token/").status_code == 404


def test_the_token_is_kept_hashed_and_readable_by_its_owner_only(link: str) -> None:
    place = Path(settings.DATA, "welcome")
    assert link.split("/")[-2] not in place.read_text()
    assert place.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"organisation": ""}, "Обязательное поле"),
        ({"again": "another long one"}, "errorlist"),
        ({"password": "short", "again": "short"}, "errorlist"),
        ({"username": "no spaces here"}, "errorlist"),
        ({"year": "12"}, "errorlist"),
        ({"pack": "no such pack"}, "errorlist"),
    ],
)
def test_bad_input_is_told_and_nothing_is_made(client: Client, link: str, wrong: dict[str, str], message: str) -> None:
    answer = client.post(link, {**TOLD, **wrong})
    assert message in answer.text
    assert not Person.objects.exists()
    assert client.get(link).status_code == 200


def test_where_something_fails_nothing_is_left_and_the_link_holds(
    client: Client, link: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(first_start, "start_campaign", fail)
    with pytest.raises(OSError, match="disk full"):
        client.post(link, TOLD)
    assert not Organisation.objects.exists()
    assert not Person.objects.exists()
    assert client.get(link).status_code == 200


def test_no_history_keeps_a_password(client: Client, link: str) -> None:
    client.post(link, TOLD)
    made = Change.objects.get(model="person")
    assert "password" not in made.after

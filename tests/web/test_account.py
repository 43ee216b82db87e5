"""Signing in, and what a person keeps of themselves."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core import mail
from django.core.cache import cache
from django.test import Client

from svod.register.models import Person
from tests.world import World

PASSWORD = "a long password"  # noqa: S105
LOGIN = "/account/login/"


def sign_in(client: Client, name: str, password: str = PASSWORD, **more: str) -> int:
    return client.post(LOGIN, {"login": name, "password": password, **more}).status_code


def signed_in(client: Client) -> bool:
    return client.get("/account/").status_code == 200


def code(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, list(yield_hotp_counters_from_time())[1]))


def test_it_works(client: Client, world: World) -> None:
    page = client.get(LOGIN)
    assert page.status_code == 200
    assert "<form" in page.text
    assert sign_in(client, "reader") == 302
    assert signed_in(client)


def test_signed_out_is_asked_to_sign_in(client: Client, db: None) -> None:
    answer = client.get("/account/")
    assert answer.url == "/account/login/?next=/account/"  # type: ignore[attr-defined]


def test_by_e_mail(client: Client, world: World) -> None:
    assert sign_in(client, "READER@example.org") == 302
    assert signed_in(client)


def test_a_wrong_password_and_an_unknown_name_sound_alike(client: Client, world: World) -> None:
    answers = [
        client.post(LOGIN, {"login": name, "password": "not this one"}, headers={"accept-language": "en"})
        for name in ("reader", "nobody")
    ]
    for answer in answers:
        assert "The name and the password do not fit together." in answer.text
    assert not signed_in(client)


def test_after_five_failures_even_the_right_password_waits(client: Client, world: World) -> None:
    for _ in range(5):
        sign_in(client, "reader", "wrong")
    answer = client.post(LOGIN, {"login": "reader", "password": PASSWORD}, headers={"accept-language": "en"})
    assert "Wait five minutes" in answer.text
    assert not signed_in(client)


def test_who_is_switched_off_stays_out(client: Client, world: World) -> None:
    Person.objects.filter(username="reader").update(is_active=False)
    sign_in(client, "reader")
    assert not signed_in(client)


def test_nobody_signs_up(client: Client, db: None) -> None:
    assert client.get("/account/signup/").status_code == 404


def test_the_language_goes_with_the_person(client: Client, world: World) -> None:
    client.force_login(world.people["reader"])
    client.post("/i18n/setlang/", {"language": "kk", "next": "/"})
    elsewhere = Client()
    elsewhere.force_login(world.people["reader"])
    assert '<html lang="kk">' in elsewhere.get("/account/").text
    assert '<html lang="ru">' in Client().get(LOGIN).text


def test_the_profile_is_saved(client: Client, world: World) -> None:
    client.force_login(world.people["reader"])
    client.post("/account/", {"first_name": "Айгүл", "last_name": "Сейтова", "language": "kk"})
    assert str(Person.objects.get(username="reader")) == "Айгүл Сейтова"
    wrong = client.post("/account/", {"language": "xx"})
    assert "errorlist" in wrong.text


def test_idle_people_are_signed_out_unless_they_asked_to_stay(client: Client, world: World) -> None:
    for remember, stays in (("", False), ("on", True)):
        sign_in(client, "reader", remember=remember)
        assert signed_in(client)
        session = client.session
        session["seen_at"] = 0
        session.save()
        assert signed_in(client) is stays
        client.logout()


def test_a_page_that_fetches_its_parts_anew_keeps_nobody_signed_in(client: Client, world: World) -> None:
    sign_in(client, "reader")
    assert signed_in(client)
    session = client.session
    session["seen_at"] = seen = time.time() - 3600
    session.save()
    client.get("/account/", headers={"hx-request": "true"})
    assert client.session["seen_at"] == seen
    session["seen_at"] = 0
    session.save()
    answer = client.get("/account/", headers={"hx-request": "true"})
    assert answer.headers["HX-Refresh"] == "true"
    assert not signed_in(client)


def test_a_new_password(client: Client, world: World) -> None:
    sign_in(client, "reader")
    new = {"oldpassword": PASSWORD, "password1": "another long one", "password2": "another long one"}
    wrong = client.post("/account/password/change/", {**new, "password2": "different"})
    assert "errorlist" in wrong.text
    assert client.post("/account/password/change/", new).status_code == 302
    assert Person.objects.get(username="reader").check_password("another long one")


@pytest.mark.parametrize("weak", ["short", "1234567890123", "password1234", "reader@example.org"])
def test_weak_passwords_are_refused(client: Client, world: World, weak: str) -> None:
    sign_in(client, "reader")
    client.post("/account/password/change/", {"oldpassword": PASSWORD, "password1": weak, "password2": weak})
    assert Person.objects.get(username="reader").check_password(PASSWORD)


def test_without_mail_the_reset_page_says_whom_to_ask(client: Client, world: World) -> None:
    answer = client.post("/account/password/reset/", {"email": "reader@example.org"}, headers={"accept-language": "en"})
    assert "Ask the administrator" in answer.text


def test_with_mail_a_link_sets_a_new_password_once(client: Client, world: World, settings: object) -> None:
    settings.MAIL_WORKS = True  # type: ignore[attr-defined]
    client.post("/account/password/reset/", {"email": "reader@example.org"})
    found = re.search(r"https?://testserver(\S+)", str(mail.outbox[0].body))
    assert found is not None
    form = client.get(found[1], follow=True)
    address = form.redirect_chain[-1][0]
    new = {"password1": "another long one", "password2": "another long one"}
    assert client.post(address, new).status_code == 302
    assert Person.objects.get(username="reader").check_password("another long one")
    assert 'name="password1"' not in Client().get(found[1], follow=True).text


def test_no_letter_tells_who_has_an_account(client: Client, world: World, settings: object) -> None:
    settings.MAIL_WORKS = True  # type: ignore[attr-defined]
    answer = client.post("/account/password/reset/", {"email": "nobody@example.org"})
    assert answer.status_code == 302
    assert not mail.outbox


def show_it_is_you(client: Client) -> None:
    assert client.post("/account/reauthenticate/", {"password": PASSWORD}).status_code == 302


def set_up_app(client: Client) -> str:
    page = client.get("/account/2fa/totp/activate/")
    secret = page.context["form"].secret
    assert client.post("/account/2fa/totp/activate/", {"code": code(secret)}).status_code == 302
    return secret


def test_an_app_for_codes(client: Client, world: World) -> None:
    sign_in(client, "reader")
    show_it_is_you(client)
    page = client.get("/account/2fa/totp/activate/")
    assert 'src="data:image/svg+xml;base64,' in page.text
    secret = set_up_app(client)
    assert client.get("/account/2fa/recovery-codes/").status_code == 200
    client.logout()
    assert sign_in(client, "reader") == 302
    assert not signed_in(client)
    assert "errorlist" in client.post("/account/2fa/authenticate/", {"code": "000000"}).text
    Authenticator.objects.all().update(last_used_at=None)
    cache.clear()  # the code just used is not accepted a second time
    assert client.post("/account/2fa/authenticate/", {"code": code(secret)}).status_code == 302
    assert signed_in(client)


def test_a_recovery_code_lets_in_once(client: Client, world: World) -> None:
    sign_in(client, "reader")
    show_it_is_you(client)
    set_up_app(client)
    first = client.get("/account/2fa/recovery-codes/").context["unused_codes"][0]
    for let_in in (True, False):
        client.logout()
        sign_in(client, "reader")
        client.post("/account/2fa/authenticate/", {"code": first})
        assert signed_in(client) is let_in


def test_pages_of_the_second_step(client: Client, world: World) -> None:
    sign_in(client, "reader")
    show_it_is_you(client)
    for page in ("", "webauthn/", "webauthn/add/", "totp/activate/"):
        answer = client.get(f"/account/2fa/{page}")
        assert answer.status_code == 200, page
        assert "style=" not in answer.text
    set_up_app(client)
    for page in ("", "totp/deactivate/", "recovery-codes/", "recovery-codes/generate/", "recovery-codes/download/"):
        assert client.get(f"/account/2fa/{page}").status_code == 200, page


def test_after_a_while_one_shows_once_more_who_one_is(client: Client, world: World) -> None:
    client.force_login(world.people["reader"])
    answer = client.get("/account/2fa/webauthn/add/")
    assert answer.url.startswith("/account/reauthenticate/")  # type: ignore[attr-defined]
    assert client.get(answer.url).status_code == 200  # type: ignore[attr-defined]
    assert client.post("/account/reauthenticate/", {"password": PASSWORD}).status_code == 302
    assert client.get("/account/2fa/webauthn/add/").status_code == 200


def test_signing_out_elsewhere(client: Client, world: World) -> None:
    elsewhere = Client()
    sign_in(elsewhere, "reader")
    sign_in(client, "reader")
    assert client.get("/account/sessions/").context["session_count"] == 2
    client.post("/account/sessions/")
    assert signed_in(client)
    assert not signed_in(elsewhere)


def test_a_new_e_mail_address_holds_once_confirmed(client: Client, world: World, settings: object) -> None:
    sign_in(client, "reader")
    assert "cannot be changed here" in client.get("/account/email/", headers={"accept-language": "en"}).text
    settings.MAIL_WORKS = True  # type: ignore[attr-defined]
    show_it_is_you(client)
    client.post("/account/email/", {"email": "new@example.org", "action_add": ""})
    assert client.get("/account/email/").status_code == 200
    found = re.search(r"https?://testserver(\S+)", str(mail.outbox[-1].body))
    assert found is not None
    assert client.get(found[1]).status_code == 200
    client.post(found[1])
    assert Person.objects.get(username="reader").email == "new@example.org"


def test_too_many_requests_are_told_so(client: Client, world: World) -> None:
    answers = {client.post(LOGIN, {"login": f"nobody{n}", "password": "x"}).status_code for n in range(31)}
    assert 429 in answers

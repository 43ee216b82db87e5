"""The mail server, said in one line."""

import pytest

from svod.settings.mail import mail_settings


def test_it_works() -> None:
    assert mail_settings("smtp://svod%40example.org:se%2Fcret@mail.example.org:587?tls=yes") == {
        "host": "mail.example.org",
        "port": 587,
        "user": "svod@example.org",
        "password": "se/cret",
        "tls": True,
        "ssl": False,
    }


def test_ports() -> None:
    assert mail_settings("smtp://localhost")["port"] == 25
    assert mail_settings("smtps://localhost")["port"] == 465
    assert mail_settings("") == {}


@pytest.mark.parametrize("wrong", ["localhost:25", "http://localhost", "smtp://"])
def test_what_is_no_mail_server(wrong: str) -> None:
    with pytest.raises(ValueError, match="SVOD_MAIL"):
        mail_settings(wrong)


def test_no_password_is_told() -> None:
    with pytest.raises(ValueError, match="SVOD_MAIL") as refused:
        mail_settings("mail://user:secret@host")
    assert "secret" not in str(refused.value)

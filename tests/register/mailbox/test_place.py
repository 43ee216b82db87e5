"""The mailbox, said in one line."""

import pytest

from svod.register.mailbox.place import place_of


def test_it_works() -> None:
    place = place_of("imaps://otchet%40example.org:se%2Fcret@imap.example.org/%D0%9E%D1%82%D1%87%D1%91%D1%82%D1%8B")
    assert place is not None
    assert (place.host, place.port, place.user, place.password) == (
        "imap.example.org",
        993,
        "otchet@example.org",
        "se/cret",
    )
    assert (place.folder, place.ssl, place.tls) == ("Отчёты", True, False)
    assert "cret" not in place.name


def test_a_mailbox_is_asked_with_encryption() -> None:
    place = place_of("imap://user:secret@imap.example.org")
    assert place is not None
    assert (place.port, place.folder, place.tls) == (143, "INBOX", True)
    with pytest.raises(ValueError, match="without encryption"):
        place_of("imap://user:secret@imap.example.org?tls=no")
    assert place_of("imap://user:secret@localhost?tls=no")
    assert place_of("") is None


@pytest.mark.parametrize(
    "wrong", ["imap.example.org", "smtp://user:secret@host", "imaps://host", "imaps://user:secret"]
)
def test_what_is_no_mailbox(wrong: str) -> None:
    with pytest.raises(ValueError, match="SVOD_MAILBOX") as refused:
        place_of(wrong)
    assert "secret" not in str(refused.value)

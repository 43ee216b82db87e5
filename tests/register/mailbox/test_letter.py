"""What is told of a letter before it is read, whatever a sender puts into it."""

import pytest
from hypothesis import given, strategies

from svod.register.mailbox.letter import look_at
from tests.register.mailbox.conftest import letter

FIELDS = ("From", "Date", "Subject", "Message-ID", "Content-Type", "Auto-Submitted", "Return-Path", "To")
odd = strategies.one_of(
    strategies.binary(max_size=40),
    strategies.text(max_size=30).map(lambda text: text.encode("utf-8", "surrogatepass")),
    strategies.sampled_from(
        [b"=?utf-8?b?!!?=", b"<<>>,;:@", b"multipart/mixed; boundary=", b"text/plain; charset=x-nowhere", b"\0", b"=?"]
    ),
)
heads = strategies.lists(strategies.tuples(strategies.sampled_from(FIELDS), odd), max_size=6)


def test_it_works() -> None:
    found = look_at(letter(subject="Отчёт", Message_ID="<a@example.org>").as_bytes())
    assert (found.message.sender, found.message.sender_name, found.message.name) == (
        "aigul@example.org",
        "Айгүл",
        "Отчёт.eml",
    )
    assert found.message.key.endswith(" <a@example.org>")
    assert found.message.sent_at is not None
    assert found.message.sent_at.isoformat() == "2025-12-02T05:00:00+00:00"
    assert (found.is_automatic, found.wants_no_answer) == (False, False)


@given(heads, odd)
def test_no_letter_is_too_odd(head: list[tuple[str, bytes]], body: bytes) -> None:
    data = b"".join(name.encode() + b": " + value + b"\r\n" for name, value in head) + b"\r\n" + body
    found = look_at(data)
    assert found.message.data == data
    assert found.message.key
    assert look_at(data).message.key == found.message.key


@pytest.mark.parametrize(
    "server", [b"Received: from a by b\r\n", b"X-Spam: no\r\nReturn-Path: <aigul@example.org>\r\n"]
)
def test_what_servers_put_on_top_makes_no_other_letter(server: bytes) -> None:
    sent = letter().as_bytes()
    assert look_at(server + sent).message.key == look_at(sent).message.key

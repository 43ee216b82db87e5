"""Whatever an endpoint does, the built-in reading stands and it is told why no more came of it."""

import http.server
import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from svod.assistant import BadEndpoint, endpoint_at
from svod.assistant.records import Sent
from svod.records import Document, Reading
from tests.assistant.conftest import Asking
from tests.assistant.stand_in import (
    Act,
    activity,
    drips,
    drips_its_head,
    hangs_up,
    says,
    says_nothing,
    sends,
    tells,
)

TEXT = "25 ноября 2025 года в Рудном проведён круглый стол «Тихий голос» с участием 45 педагогов."
GOOD = tells(activity(evidence="проведён круглый стол «Тихий голос» с участием 45 педагогов"))
BUSY = sends({}, 429)


def stands_alone(ask: Asking, failure: str, **terms: object) -> Sent:
    """The built-in reading, whatever came; what was sent is on record with the reason."""
    consulted = ask(TEXT, **terms)
    (found,) = consulted.reading.activities
    assert "model" not in " ".join(found.reasons)
    assert (consulted.failure, consulted.differences) == (failure, ())
    first, last = ask.kept
    assert (first.outcome, first.key, first.tries) == ("asked", last.key, 0)
    assert consulted.sent == (last,)
    return last


@pytest.mark.parametrize(
    ("act", "failure", "tries"),
    [
        (BUSY, "busy", 3),
        (sends({}, 429, Retry_After="3600"), "busy", 1),  # nobody waits an hour
        (sends({"error": "overloaded"}, 500), "broken", 3),
        (sends(b"<html>Bad gateway</html>", 502), "broken", 3),
        (hangs_up, "unreachable", 3),
        (sends({}, 401), "key_refused", 1),
        (sends({}, 403), "key_refused", 1),
        (sends({}, 418), "refused", 1),
        (sends({}, 400), "refused", 1),
        (sends(b"", 301, Location="http://127.0.0.1:1/v1"), "redirected", 1),
        (sends(b"", 307, Location="https://example.org/"), "redirected", 1),
        (sends(b"", 304), "redirected", 1),
        (sends(b"x" * 3_000_000), "too_large", 1),
        (sends(b"\x1f\x8b\x08", Content_Encoding="gzip"), "no_answer", 1),
        (sends(b"\xff\xfe{"), "no_answer", 1),
        (sends(b""), "no_answer", 1),
        (sends(b"{" * 100_000), "no_answer", 1),
        (sends(b"[" * 100_000), "no_answer", 1),
        (sends([]), "no_answer", 1),
        (sends({"choices": []}), "no_answer", 1),
        (sends({"choices": {"0": 1}}), "no_answer", 1),
        (sends({"choices": [{"message": {"content": None}}]}), "no_answer", 1),
        (sends({"choices": [{"message": {"content": [{"text": "{}"}]}}]}), "no_answer", 1),
    ],
)
def test_no_answer_leaves_the_reading_as_it_was(ask: Asking, act: Act, failure: str, tries: int) -> None:
    ask.stand_in.plays(act)
    last = stands_alone(ask, failure)
    assert (last.outcome, last.tries) == (failure, tries)


@pytest.mark.parametrize(
    "act", [says_nothing, drips(b" ", 0.02), drips_its_head], ids=["silent", "endless", "headless"]
)
def test_who_takes_too_long_is_hung_up_on(ask: Asking, act: Act) -> None:
    ask.stand_in.plays(act)
    assert stands_alone(ask, "too_slow", seconds=0.1).tries == 3


def test_an_endless_flood_ends_with_its_size(ask: Asking) -> None:
    ask.stand_in.plays(drips(b" " * 200_000, 0.0))
    stands_alone(ask, "too_large")


@pytest.mark.parametrize(
    "content",
    [
        "",
        "I am sorry, I cannot help with that.",
        '{"activities": [{"kind": "round_table", "evidence": "проведён кру',  # cut off
        "{}",
        "[]",
        "null",
        '{"activities": "many"}',
        '{"activities": {"kind": "concert"}}',
        '{"activities": [], "totals": 5}',
        '{"activities": ' + "[" * 100_000,
        '{"activities": [' + "9" * 10_000 + "]}x",
        "```json\n```",
        "<script>alert(document.cookie)</script>",
        "\ud83d".encode("utf-8", "surrogatepass").decode("latin-1"),
    ],
)
def test_words_that_are_no_answer_are_none(ask: Asking, content: str) -> None:
    ask.stand_in.plays(says(content))
    assert stands_alone(ask, "no_answer").outcome == "answered"  # it came, and it cost


def test_a_closed_port_is_told(ask: Asking) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        closed, ask.stand_in.url = ask.stand_in.url, f"http://127.0.0.1:{taken.getsockname()[1]}/v1"
        try:
            stands_alone(ask, "unreachable")
        finally:
            ask.stand_in.url = closed


@pytest.fixture
def self_signed(tmp_path: Path) -> Iterator[str]:
    """An https address whose certificate nobody vouches for."""
    certificate, key = tmp_path / "cert.pem", tmp_path / "key.pem"
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    subprocess.run([*made, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with http.server.HTTPServer(("127.0.0.1", 0), http.server.BaseHTTPRequestHandler) as server:
        server.handle_error = lambda *_: None  # type: ignore[method-assign] # what we hang up on is no fault
        server.socket = context.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"https://localhost:{server.server_port}/v1"
        server.shutdown()
        thread.join()


def test_nobody_is_trusted_whom_nobody_vouches_for(ask: Asking, self_signed: str) -> None:
    known, ask.stand_in.url = ask.stand_in.url, self_signed
    try:
        stands_alone(ask, "unreachable")
    finally:
        ask.stand_in.url = known


def test_it_is_asked_again_after_the_time_it_asks_for(ask: Asking) -> None:
    ask.stand_in.plays(sends({}, 429, Retry_After="7"), sends({}, 503), GOOD)
    consulted = ask(TEXT)
    assert ask.waited == [7.0, 4.0]
    assert (consulted.failure, consulted.sent[0].tries) == ("", 3)
    assert "model_agrees" in consulted.reading.activities[0].reasons


@pytest.mark.parametrize("said", ["-5", "soon", "nan", "Wed, 21 Oct 2015 07:28:00 GMT", "1e9"])
def test_a_senseless_time_to_wait_is_none(ask: Asking, said: str) -> None:
    ask.stand_in.plays(sends({}, 429, Retry_After=said), GOOD)
    assert ask(TEXT).failure == ""
    assert 0 <= ask.waited[0] <= 1


def test_who_knows_no_schema_is_asked_in_plain_words(ask: Asking) -> None:
    ask.stand_in.plays(sends({"error": "response_format is not supported"}, 400), GOOD)
    consulted = ask(TEXT)
    first, second = ask.stand_in.asked
    assert first["response_format"]["json_schema"]["strict"] is True
    assert "response_format" not in second
    assert (consulted.failure, consulted.sent[0].tries) == ("", 1)


@pytest.mark.parametrize(
    "wrapped",
    ["```json\n{}\n```", "Here it is:\n```\n{}\n```\nAnything else?", "<think>{{hm}}</think>{}", "Sure! {} Done."],
)
def test_an_answer_in_its_wrapping_is_found(ask: Asking, wrapped: str) -> None:
    evidence = "проведён круглый стол «Тихий голос» с участием 45 педагогов"
    answer = f'{{"activities": [{{"kind": "round_table", "evidence": "{evidence}"}}]}}'
    ask.stand_in.plays(says(wrapped.replace("{}", answer)))
    assert "model_agrees" in ask(TEXT).reading.activities[0].reasons


def test_after_two_failures_nothing_more_is_sent(ask: Asking) -> None:
    ask.stand_in.plays(sends({}, 500))
    assistant = ask.assistant()
    failures = [assistant.consult(Reading(Document(name, TEXT))).failure for name in "abc"]
    assert failures == ["broken"] * 3
    assert len(ask.stand_in.asked) == 6  # two documents, three tries each


def test_the_key_goes_in_the_head_and_on_no_record(ask: Asking) -> None:
    ask.stand_in.plays(GOOD)
    consulted = ask(TEXT, key="sk-secret")
    assert ask.stand_in.headers[0]["Authorization"] == "Bearer sk-secret"
    assert "sk-secret" not in repr(consulted) + repr(ask.kept) + repr(ask.assistant(key="sk-secret").endpoint)


@pytest.mark.parametrize(
    "url",
    [
        "http://models.example.org/v1",  # a text that leaves the house goes by https
        "https://user:word@models.example.org/v1",
        "https://models.example.org/v1?key=word",
        "file:///etc/passwd",
        "models.example.org",
        "https://",
        "https://[broken/v1",
        "https://example.org:port/v1",
    ],
)
def test_an_address_that_cannot_be_used_is_refused(url: str) -> None:
    with pytest.raises(BadEndpoint):
        endpoint_at(url, "model")


@pytest.mark.parametrize("price", ["-1", "free", "nan", "inf"])
def test_a_price_is_a_number(price: str) -> None:
    with pytest.raises(BadEndpoint):
        endpoint_at("https://models.example.org/v1", "model", price_in=price)

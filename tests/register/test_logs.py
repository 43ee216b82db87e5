"""No line that is written holds a word of anybody's: planted names are nowhere, whatever goes wrong."""

import json
import logging
from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection
from django.test import Client

from svod.register import look_through
from svod.register.logs import FORMATS, Discreet, Lines, logging_settings
from tests.world import World

PLANTED = "Plantedova"


@pytest.fixture(params=[Lines, Discreet])
def written(request: pytest.FixtureRequest) -> Iterator[StringIO]:
    """All that any logger says, down to the least."""
    out, root, requests = StringIO(), logging.getLogger(), logging.getLogger("svod.requests")
    handler = logging.StreamHandler(out)
    handler.setFormatter(request.param())
    before = root.level, requests.level
    root.addHandler(handler)
    requests.setLevel("INFO")
    yield out
    root.removeHandler(handler)
    requests.setLevel(before[1])
    assert PLANTED not in out.getvalue()
    if request.param is Lines:
        for line in out.getvalue().splitlines():
            assert {"time", "level", "logger", "message"} <= json.loads(line).keys()


@pytest.fixture
def reporter(world: World) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(world.people["reporter"])
    return client


def fault(*_: Any, **__: Any) -> None:
    try:
        raise ValueError(f"no such person: {PLANTED}")
    except ValueError as error:
        raise RuntimeError(PLANTED) from error


def test_requests(written: StringIO, reporter: Client, world: World) -> None:
    inbox = f"/c/{world.campaign.slug}/inbox/"
    assert reporter.get(inbox, {"q": PLANTED}).status_code == 200
    assert reporter.post(f"{inbox}text/", {"text-text": PLANTED}).status_code < 500
    sent = {"files-organisation": world.school.pk, "files": SimpleUploadedFile(f"{PLANTED}.txt", PLANTED.encode())}
    assert reporter.post(f"{inbox}files/", sent).status_code < 400
    for address in (f"/{PLANTED}/", f"/welcome/{PLANTED}/", f"/s/{PLANTED}/", f"/c/{PLANTED}/inbox/"):
        assert reporter.get(address).status_code == 404
    text = written.getvalue()
    assert "inbox" in text
    assert "welcome/<str:token>/" in text
    assert "(no such address)" in text


def test_a_fault_of_ours(written: StringIO, reporter: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its kind, and where it arose: not its words."""
    monkeypatch.setattr("svod.web.account.views.Profile", fault)
    assert reporter.post("/account/", {"first_name": PLANTED, "language": "ru"}).status_code == 500
    text = written.getvalue()
    assert "RuntimeError < ValueError" in text
    assert "svod/web/account/views.py:" in text
    assert "tests/register/test_logs.py:" in text


def test_a_database_that_quotes_a_value(written: StringIO, world: World) -> None:
    log = logging.getLogger("svod.register")
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT * FROM nowhere WHERE name = %s", [PLANTED])
    except DatabaseError:
        log.exception("a query failed")
    text = written.getvalue()
    assert "a query failed" in text
    assert ("SQLITE_ERROR" if connection.vendor == "sqlite" else "42P01") in text


def test_a_file_that_nobody_can_read(written: StringIO, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(look_through, "documents_of", fault)
    made = world.submission(name=f"{PLANTED}.txt", text=PLANTED)
    assert made.state == "unreadable"
    assert f"submission {made.pk} could not be read" in written.getvalue()


def test_what_other_modules_say(written: StringIO) -> None:
    logging.getLogger("gunicorn.error").warning("Invalid request from %s", PLANTED)
    logging.getLogger("kreuzberg").error(f"cannot parse {PLANTED}")
    text = written.getvalue()
    assert "Invalid request from %s" in text
    assert "test_logs.test_what_other_modules_say, line" in text


def test_what_the_system_says_is_told(written: StringIO) -> None:
    try:
        open(f"/no/such/{PLANTED}")  # noqa: PTH123, SIM115 # it fails
    except OSError:
        logging.getLogger("svod").exception("not opened")
    assert "No such file or directory" in written.getvalue()


@pytest.mark.parametrize("how", FORMATS)
def test_each_form_is_known(how: str) -> None:
    settings = logging_settings(how)
    assert settings["formatters"]["terminal"] == FORMATS[how]


def test_a_form_that_is_not_known() -> None:
    with pytest.raises(ValueError, match="SVOD_LOG: expected one of plain, json, full"):
        logging_settings("xml")

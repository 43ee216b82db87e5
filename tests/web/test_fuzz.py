"""Nonsense at every address, as somebody who may do everything: refused in words or ignored, never a fault of ours."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

import pytest
from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client
from django.urls import Resolver404, resolve
from hypothesis import HealthCheck, given, settings, strategies as st

from tests.web.test_permissions_table import addresses, filled
from tests.world import World

NAMES = re.compile(r"""<(?:input|select|textarea|button)[^>]*\bname=["']([^"']+)["']""")
SHARED = ("page", "q", "below", "state", "on", "kind", "day", "organisation", "sort", "region", "person", "verb", "row")
ROUNDS = 1  # of nonsense at each address, on the average, and once more on the other database

VALUES = st.one_of(
    st.sampled_from(["", "0", "-1", "1", "9" * 30, "\x00", "a\x00b", "٣", "½", "²", "NaN", "2025-13-99", "2025-12-01"]),
    st.sampled_from(["%s", "'; --", "<script>", "../../etc/passwd", "{{ 7 }}", "🕊" * 300, "\u202e", "a" * 70_000]),
    st.text(max_size=30),
    st.integers(-(2**70), 2**70).map(str),
)


def fields(client: Client, place: str) -> list[str]:
    """The names that the page's own forms send."""
    answer = client.get(place)
    shown = "" if answer.streaming else answer.content.decode(errors="replace")
    ended(answer)
    return sorted({unescape(name) for name in NAMES.findall(shown)} - {"csrfmiddlewaretoken"})


def everywhere() -> Iterator[str]:
    return (one for one in sorted(addresses()) if not one.startswith("/account/"))  # allauth's own


@pytest.fixture
def client(world: World) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(world.people["chief"])
    return client


def ended(answer: HttpResponseBase) -> None:
    """Its files are closed, and the database is not: `close()` would do both."""
    if answer.streaming:
        list(answer)
    for close in answer._resource_closers:
        close()


def status(client: Client, how: str, place: str, sent: dict[str, str]) -> int:
    """What is answered; nothing of it stays."""
    with transaction.atomic():
        answer = client.get(place, sent) if how == "GET" else client.post(place, sent)
        ended(answer)
        transaction.set_rollback(True)
    return answer.status_code


def test_no_nonsense_is_a_fault(client: Client, world: World) -> None:
    places = {place: [*fields(client, place), *SHARED] for place in (filled(one, world) for one in everywhere())}

    @settings(max_examples=ROUNDS * len(places), deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(st.data(), st.sampled_from(sorted(places)), st.sampled_from(["GET", "POST"]))
    def ask(data: st.DataObject, place: str, how: str) -> None:
        sent = data.draw(st.dictionaries(st.sampled_from(places[place]), VALUES, max_size=6))
        assert status(client, how, place, sent) < 500, (how, place, sent)

    ask()


def test_what_is_not_there_is_not_found(client: Client) -> None:
    """What no view takes is answered by one and the same, whatever it is: it is asked once for each thing."""
    led_nowhere = set()
    for address in (one for one in everywhere() if "<" in one):
        for thing in ("0", "999999999999999999999", "%00", "x", "ё" * 200, "..%2f.."):
            place = re.sub(r"<[^>]+>", thing, address)
            if leads_nowhere(place):
                if thing in led_nowhere:
                    continue
                led_nowhere.add(thing)
            assert status(client, "GET", place, {}) < 500, place


def leads_nowhere(place: str) -> bool:
    try:
        resolve(unquote(place))
    except Resolver404:
        return True
    return False

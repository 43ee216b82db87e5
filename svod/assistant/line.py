"""The line to an endpoint: one question, one answer, within limits of time and size; nothing is followed elsewhere."""

import asyncio
import json
import ssl
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from functools import cache
from typing import Any

import httpx

from svod.assistant.endpoint import Endpoint

LARGEST = 2_000_000  # bytes of an answer
TRIES = 3
LONGEST_WAIT = 60.0  # seconds that an endpoint may ask for
WAITS = (1.0, 4.0)  # seconds before the second and the third try, where it asks for none
AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
NOT_SO = frozenset({400, 404, 415, 422, 501})  # what endpoints say that know no schema
KEY_REFUSED = frozenset({401, 402, 403})
MOST_TOKENS = 10_000_000
Body = Mapping[str, Any]


class Failed(Exception):  # noqa: N818 # the endpoint's state, not a fault of ours
    """There is no answer. `reason` is a key of `told.toml`, `tries` how often it was sent."""

    def __init__(self, reason: str, tries: int = 1) -> None:
        super().__init__(reason)
        self.reason, self.tries = reason, tries


class _Unheard(Exception):  # noqa: N818
    """One try brought nothing; the next may, after that many seconds."""

    def __init__(self, reason: str, wait: float | None = None) -> None:
        super().__init__(reason)
        self.reason, self.wait = reason, wait


@dataclass(frozen=True, slots=True)
class Answer:
    """What a model said, how many tokens it took (None where it does not say), how often it was asked."""

    content: str
    tokens_in: int | None
    tokens_out: int | None
    tries: int


class Line:
    """Asks one endpoint; remembers whether it knows schemas. `pause` waits between tries."""

    def __init__(self, endpoint: Endpoint, pause: Callable[[float], None] = time.sleep) -> None:
        self.endpoint, self._pause = endpoint, pause
        self._plainly = False

    def ask(self, with_schema: Body, plain: Body) -> Answer:
        """The answer. Raises Failed."""
        tries = 0
        while True:
            tries += 1
            try:
                return self._answered(with_schema, plain, tries)
            except Failed as failed:
                failed.tries = tries
                raise
            except _Unheard as unheard:
                wait = WAITS[min(tries, len(WAITS)) - 1] if unheard.wait is None else unheard.wait
                if tries >= TRIES or wait > LONGEST_WAIT:
                    raise Failed(unheard.reason, tries) from None
                self._pause(wait)

    def _answered(self, with_schema: Body, plain: Body, tries: int) -> Answer:
        """Asked with the schema, unless the endpoint knows none: then in plain words, from now on."""
        status, body = self._once(plain if self._plainly else with_schema)
        if status in NOT_SO and not self._plainly:
            self._plainly = True
            status, body = self._once(plain)
        return _answer(status, body, tries)

    def _once(self, body: Body) -> tuple[int, bytes]:
        """Sent once, to the last byte of the answer."""
        try:
            with ThreadPoolExecutor(1) as apart:  # whoever asks may stand in a loop of events of their own
                return apart.submit(lambda: asyncio.run(self._exchange(body))).result()
        except (TimeoutError, httpx.TimeoutException):
            raise _Unheard("too_slow") from None
        except httpx.HTTPError:
            raise _Unheard("unreachable") from None

    async def _exchange(self, body: Body) -> tuple[int, bytes]:
        seconds, key = self.endpoint.seconds, self.endpoint.key
        headers = {"Accept-Encoding": "identity"} | ({"Authorization": f"Bearer {key}"} if key else {})
        async with (
            asyncio.timeout(seconds),  # of all of it, however slowly it drips
            httpx.AsyncClient(verify=_trusted(), trust_env=False, follow_redirects=False, timeout=seconds) as client,
            client.stream("POST", f"{self.endpoint.url}/chat/completions", json=body, headers=headers) as response,
        ):
            _look_at(response)
            return response.status_code, await _whole(response)


@cache
def _trusted() -> ssl.SSLContext:
    """The system's authorities, not a list of ours: an own endpoint may have its own."""
    return ssl.create_default_context()


def _look_at(response: httpx.Response) -> None:
    """What its head says already. Raises Failed and _Unheard."""
    status = response.status_code
    if response.is_redirect or 300 <= status < 400:
        raise Failed("redirected")  # a text that was promised to one host goes to no other
    if status in KEY_REFUSED:
        raise Failed("key_refused")
    if status in AGAIN:
        raise _Unheard("busy" if status == 429 else "broken", _wait_of(response.headers.get("Retry-After", "")))


async def _whole(response: httpx.Response) -> bytes:
    """Its body as it comes: what unpacks itself is not unpacked. Raises Failed."""
    if response.headers.get("Content-Encoding", "identity") != "identity":
        raise Failed("no_answer")
    body = bytearray()
    async for piece in response.aiter_raw():
        body += piece
        if len(body) > LARGEST:
            raise Failed("too_large")
    return bytes(body)


def _wait_of(said: str) -> float | None:
    """How long an endpoint asks to wait: seconds, or a moment; None where it does not say so sensibly."""
    try:
        if said.isascii() and said.isdigit():
            return float(said[:9])
        return max(0.0, parsedate_to_datetime(said).timestamp() - time.time())
    except (ValueError, TypeError, OverflowError):
        return None


def _answer(status: int, body: bytes, tries: int) -> Answer:
    if status != 200:
        raise Failed("refused")
    try:
        said = json.loads(body)
        choice = said["choices"][0]
        content = choice["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError):
        raise Failed("no_answer") from None
    if not isinstance(content, str):
        raise Failed("no_answer")
    used = said.get("usage")
    used = used if isinstance(used, dict) else {}
    return Answer(content, _tokens(used.get("prompt_tokens")), _tokens(used.get("completion_tokens")), tries)


def _tokens(value: object) -> int | None:
    return value if type(value) is int and 0 <= value <= MOST_TOKENS else None

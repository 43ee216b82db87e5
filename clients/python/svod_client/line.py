"""How the operations speak with the server: tokens, keys, files, another try, and errors."""

import time
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import IO, Any, Self
from uuid import uuid4

import httpx

SAFE = ("GET", "HEAD")
PATIENCE = (0.5, 1.0, 2.0, 4.0)  # seconds before each further try
AGAIN = (429, 500, 502, 503, 504)


@dataclass(frozen=True)
class File:
    """A file to send: its name, and its bytes or a stream of them."""

    name: str
    content: bytes | IO[bytes]


@dataclass
class Problem(Exception):  # noqa: N818 # the API's word (RFC 9457)
    """What the server answers where it does not do what it was asked. `code` names the reason for programs."""

    status: int
    code: str
    title: str
    detail: str
    errors: list[dict[str, str]] = field(default_factory=list)
    told: Mapping[str, Any] = field(default_factory=dict)  # all of it

    def __str__(self) -> str:
        wrong = "; ".join(f"{one['field']}: {one['message']}" for one in self.errors)
        return f"{self.status} {self.code}: {self.detail} {wrong}".strip()


class Line:
    """`transport` is httpx's: another way to the server, as tests need it."""

    def __init__(
        self,
        address: str,
        token: str,
        language: str = "ru",
        *,
        timeout: float = 60.0,
        transport: httpx.BaseTransport | None = None,
        patience: tuple[float, ...] = PATIENCE,
    ) -> None:
        headers = {"Authorization": f"Bearer {token}", "Accept-Language": language, "User-Agent": "svod-client/1"}
        self._http = httpx.Client(base_url=address, headers=headers, timeout=timeout, transport=transport)
        self._patience = patience

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._http.close()

    def each(self, operation: Callable[..., Any], *given: Any, **asked: Any) -> Iterator[Any]:
        """Every row of a list, however many pieces it comes in."""
        cursor: str | None = ""
        while cursor is not None:
            piece = operation(*given, **{**asked, "cursor": cursor})
            yield from piece["items"]
            cursor = piece["next"]

    def wait_for(
        self,
        states: Collection[str],
        operation: Callable[..., Any],
        *given: Any,
        seconds: float = 300,
        every: float = 1,
    ) -> Any:
        """The row once it is in one of the states: what is handed in is read, and versions are made, by a worker."""
        end = time.monotonic() + seconds
        while (row := operation(*given))["state"] not in states:
            if time.monotonic() >= end:
                raise TimeoutError(f"it is {row['state']} after {seconds} seconds")
            time.sleep(every)
        return row

    def _json(self, method: str, place: str, **sent: Any) -> Any:
        return self._answer(method, place, **sent).json()

    def _file(self, method: str, place: str, **sent: Any) -> bytes:
        return self._answer(method, place, **sent).content

    def _answer(
        self,
        method: str,
        place: str,
        *,
        query: Mapping[str, Any] | None = None,
        body: Any = None,
        form: Mapping[str, Any] | None = None,
        content: bytes | None = None,
        headers: Mapping[str, Any] | None = None,
    ) -> httpx.Response:
        named = {name: str(value) for name, value in (headers or {}).items() if value is not None}
        if "If-Match" in named and named["If-Match"].isdecimal():
            named["If-Match"] = f'"{named["If-Match"]}"'
        if method not in SAFE:
            named.setdefault("Idempotency-Key", str(uuid4()))
        if content is not None:
            named["Content-Type"] = "application/octet-stream"
        known = {name: value for name, value in (query or {}).items() if value is not None}
        data, files = _parted(form)
        return self._tried(
            lambda: self._http.request(
                method, place, params=known, json=body, data=data, files=files, content=content, headers=named
            ),
            once=_has_stream(form),
        )

    def _tried(self, ask: Callable[[], httpx.Response], *, once: bool) -> httpx.Response:
        for wait in (*(() if once else self._patience), None):
            try:
                answer = ask()
            except httpx.TransportError:
                if wait is None:
                    raise
            else:
                if wait is None or answer.status_code not in AGAIN:
                    return _checked(answer)
                wait = max(wait, float(answer.headers.get("Retry-After", 0)))
            time.sleep(wait)
        raise AssertionError("the last try answers or raises")


def _parted(form: Mapping[str, Any] | None) -> tuple[dict[str, Any] | None, list[tuple[str, Any]] | None]:
    """Fields and files of a form."""
    if form is None:
        return None, None
    data: dict[str, Any] = {}
    files: list[tuple[str, Any]] = []
    for name, value in form.items():
        many = value if isinstance(value, list) else [value]
        if any(isinstance(one, File) for one in many):
            files += [(name, (one.name, one.content)) for one in many]
        elif value is not None:
            data[name] = str(value).lower() if isinstance(value, bool) else value
    return data, files


def _has_stream(form: Mapping[str, Any] | None) -> bool:
    """What was read to its end cannot be sent again."""
    many = [one for value in (form or {}).values() for one in (value if isinstance(value, list) else [value])]
    return any(isinstance(one, File) and not isinstance(one.content, bytes) for one in many)


def _checked(answer: httpx.Response) -> httpx.Response:
    if answer.is_success:
        return answer
    told = answer.json() if "json" in answer.headers.get("Content-Type", "") else {}
    known = {name: told.get(name, "") for name in ("code", "title", "detail")}
    raise Problem(answer.status_code, **known, errors=told.get("errors", []), told=told)

"""A program that calls the API, as tests write it."""

import json
from typing import Any

from django.http import HttpResponse
from django.test import Client

from svod.api.scopes import SCOPES
from svod.api.tokens import make_token
from svod.register.models import Organisation, Person

V1 = "/api/v1"


class Caller:
    """Calls with a token of that person; the answer's `status_code`, headers and `json()` are looked at."""

    def __init__(
        self, person: Person | None, below: Organisation | None = None, *scopes: str, language: str = "en"
    ) -> None:
        self.client = Client(raise_request_exception=False)
        self.headers = {"Accept-Language": language}
        if person is not None:
            top = below or person.roles.get().organisation
            self.token, self.secret = make_token(person, "a test", scopes or SCOPES, top, 7, person)
            self.headers["Authorization"] = f"Bearer {self.secret}"

    def __call__(self, method: str, place: str, body: Any = None, **headers: str) -> HttpResponse:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        given = {} if body is None else {"data": json.dumps(body), "content_type": "application/json"}
        answer = self.client.generic(method, V1 + place, **given, headers={**self.headers, **named})
        answer.data = read_whole(answer) if answer.streaming else answer.content
        return answer

    def get(self, place: str, **headers: str) -> Any:
        """What is told there."""
        answer = self("GET", place, **headers)
        assert answer.status_code == 200, answer.content.decode()
        return answer.json()

    def send(self, place: str, **fields: Any) -> HttpResponse:
        """A form with files."""
        return self.client.post(V1 + place, fields, headers=self.headers)


def read_whole(answer: HttpResponse) -> bytes:
    """A file, closed afterwards; `close()` would close the database, too."""
    data = b"".join(answer.streaming_content)
    for close in answer._resource_closers:
        close()
    return data

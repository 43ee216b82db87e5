"""A stand-in for a model's endpoint, and an assistant that asks it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from svod.assistant import Assistant, Consulted, Sent, endpoint_at
from svod.extraction import extract
from svod.packs import load
from svod.records import Document
from tests.assistant.stand_in import StandIn, standing_in

PACK = load("sixteen_days")


@dataclass
class Asking:
    """Asks the stand-in about a text; remembers what was put on record and how long was waited."""

    stand_in: StandIn
    kept: list[Sent] = field(default_factory=list)
    waited: list[float] = field(default_factory=list)

    def assistant(self, **terms: Any) -> Assistant:
        terms = {"own": True, "seconds": 5.0} | terms
        endpoint = endpoint_at(self.stand_in.url, "stand-in", **terms)
        return Assistant(endpoint, PACK, self.kept.append, self.waited.append)

    def __call__(self, text: str, **terms: Any) -> Consulted:
        document = Document("d", text, source="отчёт.txt", language="ru", year=2025)
        return self.assistant(**terms).consult(extract(document, PACK))


@pytest.fixture(scope="session")
def server() -> Iterator[StandIn]:
    with standing_in() as one:
        yield one


@pytest.fixture
def ask(server: StandIn) -> Asking:
    """Of a stand-in that remembers nothing of other tests."""
    server.asked.clear()
    server.headers.clear()
    return Asking(server)

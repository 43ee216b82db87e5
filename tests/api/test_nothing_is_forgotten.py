"""Every page has its operation, every operation its page, and none opens without a token or for a stranger."""

import json
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.urls import URLResolver, get_resolver

from svod.api.v1.api import api
from tests.api.calling import Caller
from tests.web.test_permissions_table import filled
from tests.world import World

DOCS = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (`[^|]+`) \| ([^|]+) \|$", re.MULTILINE)
OPEN = {"verify_edition"}


@cache
def schema() -> dict[str, Any]:
    """Made where it is looked at: processes that only hear of these tests have no second for it."""
    return dict(json.loads(json.dumps(api.get_openapi_schema())))


def operations() -> dict[str, tuple[str, str]]:
    return {
        one["operationId"]: (how, place) for place, all_of in schema()["paths"].items() for how, one in all_of.items()
    }


def names(resolver: URLResolver, space: str = "") -> Iterator[str]:
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from names(one, one.namespace or space)
        elif space != "api-v1":
            yield f"{space}:{one.name}" if space else str(one.name)


def table(head: str) -> dict[str, str]:
    """name of a page -> what stands beside it."""
    part = DOCS[DOCS.index(f"| page | {head} |") :].split("\n\n", 1)[0]
    return {name: told for cell, told in ROW.findall(part) for name in re.findall(r"`([^`]+)`", cell)}


def test_every_page_has_its_operation_or_a_reason() -> None:
    done, left_out = table("operations"), table("why")
    missing = [name for name in names(get_resolver()) if name not in done]
    assert [name for name in missing if not any(fnmatch(name, pattern) for pattern in left_out)] == []
    assert set(done) <= set(names(get_resolver())), "pages that are gone"


def test_every_operation_has_its_page() -> None:
    told = {one for cell in table("operations").values() for one in re.findall(r"`([^`]+)`", cell)}
    of_its_own = set(re.findall(r"`([a-z_]+)`", DOCS[DOCS.index("## Webhooks") : DOCS.index("## What a page does")]))
    assert told <= set(operations())
    assert set(operations()) <= told | of_its_own


def test_every_operation_is_described() -> None:
    for name, (how, place) in operations().items():
        told = schema()["paths"][place][how]
        assert told["tags"], name
        assert {"404", "422"} <= set(told["responses"]), name
        assert name in OPEN or told["security"], name


GAPS = {"key": "region-KZ-39", "language": "ru", "name": "report.pdf", "code": "ABCD-EFGH-JKMN"}


@pytest.mark.parametrize("who", ["nobody", "a stranger"])
def test_nothing_opens(world: World, who: str) -> None:
    """Without a token 401 everywhere; to another region's coordinator nothing of Kostanay's is there."""
    caller = Caller(None if who == "nobody" else world.people["stranger"])
    places = {place: addressed(place, world) for _how, place in operations().values()}
    for name, (how, place) in sorted(operations().items()):
        answer = caller(how.upper(), places[place].removeprefix("/api/v1"), None if how in ("get", "delete") else {})
        if who == "nobody":
            assert answer.status_code == (404 if name in OPEN else 401), name
        elif "{pk}" in place and not place.endswith(("/{pk}/duty",)):
            assert answer.status_code in (403, 404, 422), (name, answer.status_code)


def addressed(place: str, world: World) -> str:
    """With the keys of things at Kostanay."""
    for gap, value in GAPS.items():
        place = place.replace(f"{{{gap}}}", "0" * 8 + "-0000-4000-8000-" + "0" * 12 if "/uploads/" in place else value)
    for gap in ("slug", "pk", "photo", "number"):
        place = place.replace(f"{{{gap}}}", f"<{gap}>")
    return filled(place, world).replace("/api/v1/", "/api/v1/", 1)

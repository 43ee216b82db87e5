"""The page that tells programmers what there is, drawn here from the description: no script, nothing from elsewhere."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from svod.api.pages.example import example, type_of
from svod.api.plumbing.openapi import HEADERS
from svod.api.plumbing.problems import OWN, WHAT_TO_DO
from svod.api.scopes import NAMES
from svod.api.v1.api import api
from svod.web.base.refusals import WORDS

Told = dict[str, Any]


@login_not_required  # it tells what can be asked and nothing of the register
@require_safe
@gzip_page
def docs(request: HttpRequest) -> HttpResponse:
    refusals = sorted({**WORDS, **{code: WHAT_TO_DO[status] for code, status in OWN.items()}}.items())
    around = {"api": api, "nouns": _nouns(), "refusals": refusals, "scopes": NAMES.values(), "headers": HEADERS}
    return render(request, "pages/docs.html", around)


@cache  # it is the same as long as the program runs
def _nouns() -> dict[str, list[Told]]:
    found = api.get_openapi_schema()
    nouns: dict[str, list[Told]] = {}
    for path, operations in found["paths"].items():
        for method, told in operations.items():
            shown = _operation(told, found["components"]["schemas"])
            nouns.setdefault(told["tags"][0], []).append({"path": path, "method": method.upper(), **shown})
    return nouns


def _operation(told: Told, shapes: Told) -> Told:
    """As the page shows it. The headers that all take are told once, above."""
    own = [one for one in told["parameters"] if one["in"] in ("path", "query")]
    return {
        "name": told["operationId"],
        "about": told.get("description", ""),
        "parameters": [{**one, "takes": type_of(one["schema"])} for one in own],
        "sends": list(_examples(told.get("requestBody", {}), shapes)),
        "answers": [
            (status, media, text)
            for status, one in told["responses"].items()
            if status.startswith("2")
            for media, text in _examples(one, shapes)
        ],
    }


def _examples(told: Told, shapes: Told) -> Iterator[tuple[str, str]]:
    """By media type; of a file, its type alone."""
    for media, one in told.get("content", {}).items():
        is_file = one.get("schema", {}).get("format") == "binary"
        value = None if is_file else example(one.get("schema", {}), shapes)
        yield media, "" if is_file else json.dumps(value, ensure_ascii=False, indent=1, default=str)

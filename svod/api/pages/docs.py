"""The page that tells programmers what there is, drawn here from the description: no script, nothing from elsewhere."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from svod.api.plumbing.problems import OWN, WHAT_TO_DO
from svod.api.v1.api import api
from svod.web.base.refusals import WORDS


@login_not_required  # it tells what can be asked and nothing of the register
@require_safe
def docs(request: HttpRequest) -> HttpResponse:
    found = api.get_openapi_schema()
    nouns: dict[str, list[dict[str, Any]]] = {}
    for path, operations in found["paths"].items():
        for method, told in operations.items():
            nouns.setdefault(told["tags"][0], []).append({"path": path, "method": method.upper(), **told})
    refusals = sorted({**WORDS, **{code: WHAT_TO_DO[status] for code, status in OWN.items()}}.items())
    return render(request, "pages/docs.html", {"api": api, "nouns": nouns, "refusals": refusals})

"""All operations of the first version, under /api/v1/."""

from typing import Any, ClassVar

from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern, URLResolver
from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema
from ninja.operation import Operation
from ninja.renderers import JSONRenderer

from svod.api.plumbing.auth import bearer
from svod.api.plumbing.once import once
from svod.api.plumbing.openapi import described
from svod.api.plumbing.problems import tell_problems
from svod.api.plumbing.throttle import brake
from svod.api.plumbing.versions import with_etag
from svod.api.v1 import (  # noqa: F401 # each adds its operations
    activities,
    additions,
    asking,
    campaigns,
    coverage,
    editions,
    figures,
    forms,
    handing_in,
    held,
    history,
    imports,
    joining,
    left_out,
    materials,
    me,
    organisations,
    passages,
    people,
    pieces,
    planned,
    plans,
    publishing,
    reminders,
    reports,
    review,
    rights,
    submissions,
    surveys,
    systems,
    tables,
    uploads,
    webhooks,
)
from svod.api.v1.router import shared

ABOUT = """Everything a page of Svod can do, by the same rules. What a token may do is at most what its
person may at that moment. Errors are problems as in RFC 9457, in the language of Accept-Language. Send an
Idempotency-Key with what changes something, and send it again with the same key until there is an answer."""


class Readable(JSONRenderer):
    """Words in their own letters, not as escapes."""

    json_dumps_params: ClassVar = {"ensure_ascii": False}


class SvodAPI(NinjaAPI):
    def get_openapi_operation_id(self, operation: Operation) -> str:
        """The name of its function: the client's methods are called so."""
        return str(operation.view_func.__name__)

    def get_openapi_schema(self, **named: Any) -> OpenAPISchema:
        return described(self)


api = SvodAPI(
    title="Svod",
    version="1.0.0",
    description=ABOUT,
    auth=bearer,
    renderer=Readable(),
    throttle=brake,
    docs_url=None,
    openapi_url="/openapi.json",
    urls_namespace="api-v1",
)
tell_problems(api)
api.add_decorator(with_etag, mode="view")
api.add_decorator(once, mode="view")
api.add_router("", shared)


def opened(patterns: list[URLPattern | URLResolver]) -> list[URLPattern | URLResolver]:
    """A token opens them, not a session: the middleware that asks for one lets them through."""
    for one in patterns:
        if isinstance(one, URLPattern):
            one.callback = login_not_required(one.callback)
    return patterns


_patterns, _app, _namespace = api.urls
urls = (opened(_patterns), _app, _namespace)

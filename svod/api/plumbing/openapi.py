"""What the description (OpenAPI 3.1) says of every operation alike: how errors look, and the headers it takes."""

from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from svod.api.plumbing.once import SAFE
from svod.api.plumbing.problems import MEDIA

PROBLEM = {
    "title": "Problem",
    "description": "What went wrong (RFC 9457), in the caller's language.",
    "type": "object",
    "required": ["type", "title", "status", "detail", "code"],
    "properties": {
        "type": {"type": "string", "examples": ["/api/v1/docs#stale"]},
        "title": {"type": "string", "examples": ["Changed meanwhile"]},
        "status": {"type": "integer", "examples": [412]},
        "detail": {"type": "string", "examples": ["Somebody else changed this meanwhile. Look at it as it is now."]},
        "code": {"type": "string", "description": "the reason, for programs", "examples": ["stale"]},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["field", "message"],
                "properties": {"field": {"type": "string"}, "message": {"type": "string"}},
            },
        },
    },
}
ALWAYS = {401: "No token, or one that holds no longer", 403: "Not allowed", 422: "Not as it should be"}
ALWAYS |= {400: "Not understood", 404: "Not found", 413: "Too large", 429: "Too many requests"}
NOT_NOW = {409: "Not now"}
WRITING = {**NOT_NOW, 412: "Changed meanwhile"}
LANGUAGE = {"ru", "kk", "en"}
HEADERS = {
    "Accept-Language": ("in which language words come", {"type": "string", "examples": sorted(LANGUAGE)}),
    "If-None-Match": ("the ETag one has: 304 where it is still that", {"type": "string"}),
    "Idempotency-Key": (
        "names what is to be done: sent again with the same key it is done once",
        {"type": "string", "pattern": "^[!-~]{1,255}$", "examples": ["b7e0c2c4-4c2f-4a53-9f0b-4d3f5b5f4c11"]},
    ),
    "If-Match": ("the ETag one has seen: changed only where it is still that version", {"type": "string"}),
}


class Description(OpenAPISchema):
    """Ninja's own lets the last of two shapes with one name prevail."""

    def add_schema_definitions(self, definitions: dict[str, Any]) -> None:
        for name, shape in definitions.items():
            if self.schemas.setdefault(name, shape) != shape:
                raise ValueError(f"two shapes are called {name}")


def described(api: NinjaAPI) -> Description:
    """The description with what all operations share."""
    found = Description(api, api.get_root_path({}).lstrip("/"))
    found["components"]["schemas"]["Problem"] = PROBLEM
    for path in found["paths"].values():
        for method, operation in path.items():
            _complete(method.upper(), operation)
    return found


def _complete(method: str, operation: dict[str, Any]) -> None:
    safe, is_open = method in SAFE, not operation.get("security")
    names = ("Accept-Language", "If-None-Match") if safe else ("Accept-Language", "Idempotency-Key", "If-Match")
    _plain_body(operation)
    operation["parameters"] += [_header(name) for name in names]
    takes_away = "application/json" not in next(iter(operation["responses"].values())).get("content", {})
    wrong = {**ALWAYS, **(NOT_NOW if takes_away else {}), **({} if safe else WRITING)}
    for status, meaning in wrong.items():
        if is_open and status in (401, 403):
            continue
        told = {"description": meaning, "content": {MEDIA: {"schema": {"$ref": "#/components/schemas/Problem"}}}}
        operation["responses"].setdefault(status, told)
    if safe:
        operation["responses"].setdefault(304, {"description": "Not changed since that ETag"})
    operation["responses"] = {str(status): told for status, told in operation["responses"].items()}


def _plain_body(operation: dict[str, Any]) -> None:
    """One that may be left out has the same shape as others: what it is then, its fields say."""
    for told in operation.get("requestBody", {}).get("content", {}).values():
        if "allOf" in told["schema"] and "default" in told["schema"]:
            (told["schema"],) = told["schema"]["allOf"]


def _header(name: str) -> dict[str, Any]:
    meaning, schema = HEADERS[name]
    return {"in": "header", "name": name, "required": False, "description": meaning, "schema": schema}


def file_of(*media: str) -> dict[str, Any]:
    """What describes an operation that answers with a file."""
    content = {one: {"schema": {"type": "string", "format": "binary"}} for one in media}
    return {"responses": {200: {"description": "The file", "content": content}}}

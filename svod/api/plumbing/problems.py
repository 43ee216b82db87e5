"""How an error is told: as RFC 9457 has it, in the caller's language, with what to do."""

import json
from typing import Any, TypeVar

from django.core.exceptions import PermissionDenied, RequestDataTooBig, ValidationError as FormError
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext, gettext_lazy as _
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, Throttled, ValidationError

from svod.api.scopes import SCOPES
from svod.register.errors import Refused, Stale
from svod.register.workbook import BadSheet
from svod.web.base.refusals import words
from svod.web.tables.words import file_words

MEDIA = "application/problem+json"
TITLES = {
    400: _("Not understood"),
    401: _("Not signed in"),
    403: _("Not allowed"),
    404: _("Not found"),
    405: _("No such way of asking"),
    409: _("Not now"),
    412: _("Changed meanwhile"),
    413: _("Too large"),
    422: _("Not as it should be"),
    429: _("Too many requests"),
    500: _("Something went wrong"),
}
WHAT_TO_DO = {
    400: _("The request could not be read. Send JSON or a form as the description of the operation says."),
    401: _("Send “Authorization: Bearer” with a token that holds. People make tokens on the page of their account."),
    403: _("The role of the token’s person, or the token itself, does not allow this."),
    404: _("There is nothing at this address, or the token’s person may not see it."),
    405: _("The address does not take this method. The header Allow names those it takes."),
    413: _("More was sent at once than the server takes. Send fewer files, or a large one in pieces."),
    422: _("What was sent is not what the operation takes. “errors” says where, and what is wrong there."),
    429: _("Wait as many seconds as the header Retry-After says, then ask again."),
    500: _("The fault is the server’s. Nothing was half done. Try again in a minute with the same Idempotency-Key."),
}
# What is refused before any service is asked: its code, and the status that says what to do.
OWN = {
    "no_token": 401,
    "not_allowed": 403,
    "not_found": 404,
    "too_large": 413,
    "invalid": 422,
    "too_many_requests": 429,
}
# A refusal of what was sent, not of the moment.
OF_INPUT = frozenset(
    {
        *("not_taken", "no_photo", "not_in_evidence", "reason_needed", "no_such_passage", "nothing_written"),
        *("consent_needed", "wrong_place", "role_too_high", "not_below", "other_campaign", "unsafe_address"),
    }
)
# What pydantic calls wrong, in words that Django has in all languages.
WRONG = {
    "missing": _("This field is required."),
    "int_parsing": _("Enter a whole number."),
    "int_type": _("Enter a whole number."),
    "int_from_float": _("Enter a whole number."),
    "date_from_datetime_parsing": _("Enter a valid date."),
    "date_parsing": _("Enter a valid date."),
    "datetime_from_date_parsing": _("Enter a valid date/time."),
    "literal_error": _("Select a valid choice. That choice is not one of the available choices."),
    "extra_forbidden": _("There is no such field."),
}


class Invalid(Exception):  # noqa: N818 # what was sent, not a fault of ours
    """What a form of the pages found wrong."""

    def __init__(self, form: BaseForm) -> None:
        self.errors = [
            {
                "field": "" if name == "__all__" else form.add_prefix(name).rpartition("-")[2],
                "message": _found_wrong(name, error),
            }
            for name, errors in form.errors.as_data().items()
            for error in errors
        ]


def _found_wrong(name: str, error: FormError) -> str:
    """A program has no list to choose from: what its token does not reach is said as that."""
    if error.code == "invalid_choice" and name == "organisation":
        return gettext("There is no such organisation, or the token does not reach it.")
    return " ".join(error.messages)


class Said(Exception):  # noqa: N818 # what was sent, not a fault of ours
    """A refusal that is told in the words of the operation that found it."""

    def __init__(self, detail: str, code: str, status: int = 422) -> None:
        self.detail, self.code, self.status = detail, code, status


Form = TypeVar("Form", bound=BaseForm)


def checked(form: Form) -> Form:
    """The form, if it takes what it was given. Raises Invalid."""
    if not form.is_valid():
        raise Invalid(form)
    return form


def problem(status: int, detail: str = "", code: str = "", **more: Any) -> HttpResponse:
    """An answer that tells an error: `code` names the reason for programs, `detail` says it to people."""
    told = {
        "type": f"/api/v1/docs#{code}" if code else "about:blank",
        "title": str(TITLES.get(status, TITLES[500])),
        "status": status,
        "detail": detail or str(WHAT_TO_DO.get(status, "")),
        "code": code or f"http_{status}",
        **more,
    }
    answer = HttpResponse(json.dumps(told, ensure_ascii=False), status=status, content_type=MEDIA)
    answer["Cache-Control"] = "no-store"
    return answer


def refused(request: HttpRequest, refusal: Refused) -> HttpResponse:
    """A service's refusal: 412 where the caller named a version that is no more, 422 where the input is at fault."""
    if isinstance(refusal, Stale):
        status = 412 if "If-Match" in request.headers else 409
    else:
        status = 422 if refusal.code in OF_INPUT else 409
    details = {name: told for name, told in refusal.details.items() if isinstance(told, int | str)}
    rows = {name: row.pk for name in ("submission", "organisation") if (row := refusal.details.get(name))}
    return problem(status, words(refusal), refusal.code, **rows, **details)


def _not_allowed(request: HttpRequest, error: PermissionDenied) -> HttpResponse:
    action = str(error.args[0]) if error.args else ""
    scope = next((name for name, actions in SCOPES.items() if action in actions), "")
    needs = gettext("It takes a role that may do so, and the scope “%(scope)s”.") % {"scope": scope} if scope else ""
    return problem(403, f"{WHAT_TO_DO[403]} {needs}".strip(), "not_allowed", **({"scope": scope} if scope else {}))


def _wrong(one: dict[str, Any]) -> dict[str, str]:
    place = [str(part) for part in one["loc"] if part not in ("body", "query", "path", "form", "file", "header")]
    return {"field": ".".join(place[1:] or place), "message": str(WRONG.get(one["type"], one["msg"]))}


def _unsigned(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    answer = problem(401, code="no_token")
    answer["WWW-Authenticate"] = 'Bearer realm="svod"'
    return answer


def _throttled(request: HttpRequest, error: Throttled) -> HttpResponse:
    answer = problem(429, code="too_many_requests")
    answer["Retry-After"] = str(max(1, round(error.wait or 1)))
    return answer


def tell_problems(api: NinjaAPI) -> None:
    """Have the API tell its errors so."""
    api.add_exception_handler(Refused, refused)
    api.add_exception_handler(Invalid, lambda _request, error: problem(422, "", "invalid", errors=error.errors))
    api.add_exception_handler(Said, lambda _request, error: problem(error.status, error.detail, error.code))
    api.add_exception_handler(BadSheet, _bad_sheet)
    api.add_exception_handler(Http404, lambda _request, _error: problem(404, code="not_found"))
    api.add_exception_handler(PermissionDenied, _not_allowed)
    api.add_exception_handler(AuthenticationError, _unsigned)
    api.add_exception_handler(Throttled, _throttled)
    api.add_exception_handler(RequestDataTooBig, lambda _request, _error: problem(413, code="too_large"))
    api.add_exception_handler(HttpError, lambda _request, error: problem(error.status_code))
    api.add_exception_handler(
        ValidationError,
        lambda _request, error: problem(422, "", "invalid", errors=[_wrong(one) for one in error.errors]),
    )


def _bad_sheet(_request: HttpRequest, refusal: BadSheet) -> HttpResponse:
    return problem(422, file_words(refusal.code, refusal.details), refusal.code)

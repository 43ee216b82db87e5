"""Who asks: by a token and nothing else. A browser's session opens no operation, so no other site can use it."""

from django.http import HttpRequest
from django.utils import translation
from ninja.security import HttpBearer

from svod.api.models import Token
from svod.api.tokens import token_of


class Bearer(HttpBearer):
    """`Authorization: Bearer svod_…`"""

    def authenticate(self, request: HttpRequest, token: str) -> Token | None:
        found = known(request, token)
        if found is None:
            return None
        request.user = found.person
        if "Accept-Language" not in request.headers and found.person.language:
            translation.activate(found.person.language)
        return found


bearer = Bearer()


def known(request: HttpRequest, secret: str) -> Token | None:
    """The token with that secret, looked up once in a request."""
    if not hasattr(request, "api_token"):
        request.api_token = token_of(secret)
    return request.api_token


def token_in(request: HttpRequest) -> Token | None:
    """The token of the request, before any operation has asked for it."""
    scheme, _space, secret = request.headers.get("Authorization", "").partition(" ")
    return known(request, secret) if scheme.lower() == "bearer" else None

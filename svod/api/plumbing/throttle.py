"""How often a token may ask. Counted in each process: a look costs nothing, and it is a brake and no quota."""

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest
from ninja.throttling import SimpleRateThrottle


class PerToken(SimpleRateThrottle):
    scope = "token"
    cache = caches["api"]

    def __init__(self) -> None:
        super().__init__(settings.SVOD_API_RATE)

    def get_cache_key(self, request: HttpRequest) -> str:
        return f"api-{request.auth.sha256}"


brake = PerToken()

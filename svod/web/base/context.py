"""What every template may ask for."""

from typing import Any

from django.http import HttpRequest

from svod.register.permissions import may_anywhere


def around(request: HttpRequest) -> dict[str, Any]:
    """The campaign one works in, and what the person may do somewhere: the navigation is drawn from it."""
    if not getattr(request, "user", None) or not request.user.is_authenticated:
        return {}
    return {"campaign": getattr(request, "campaign", None), "may": _Somewhere(request.user)}


class _Somewhere:
    """`may.review` in a template."""

    def __init__(self, person: Any) -> None:
        self._person = person

    def __getitem__(self, action: str) -> bool:
        return may_anywhere(self._person, action)

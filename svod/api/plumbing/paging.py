"""Long lists, a piece at a time, that stay right while rows come and go.

Rows are listed in the order of their keys, which never changes, and a piece begins after the last key before it:
nothing is told twice, and nothing that was there all the time is left out.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Any, Generic, TypeVar

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from ninja import Field, Schema

from svod.api.plumbing.problems import Said

T = TypeVar("T")


class Listing(Schema):
    """Which piece of a list."""

    cursor: str = Field("", max_length=40, description="`next` of the piece before; empty for the first")
    limit: int = Field(50, ge=1, le=200, description="how many at most")


class Page(Schema, Generic[T]):
    """A piece of a list. `next` asks for the piece after it; null where there is none."""

    items: list[T]
    next: str | None = Field(None, examples=["MTI", None])


def piece(rows: QuerySet[Any], asked: Listing) -> dict[str, Any]:
    """The rows after the cursor."""
    found = list(rows.order_by("pk").filter(pk__gt=key_of(asked.cursor))[: asked.limit + 1])
    shown = found[: asked.limit]
    return {"items": shown, "next": _cursor(shown[-1].pk) if len(found) > len(shown) else None}


def _cursor(key: int) -> str:
    return urlsafe_b64encode(str(key).encode()).decode().rstrip("=")


def key_of(cursor: str) -> int:
    try:
        key = int(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)) or 0)
    except ValueError:
        key = -1
    if not 0 <= key < 2**63:
        raise Said(_("The cursor is none that this list gave. Begin without one."), "bad_cursor")
    return key

"""What the API holds of somebody: given to them with the rest, and erased with the rest."""

from typing import Any

from django.db import models

from svod.api.models import Answered, Token, Webhook
from svod.register.models import Erasure, Person


def held(person: Person) -> dict[str, Any]:
    """As JSON takes it."""
    tokens = Token.objects.filter(person=person).values("name", "scopes", "made_at", "expires_at", "used_at")
    webhooks = Webhook.objects.filter(person=person).values("url", "events", "made_at")
    return {"tokens": list(tokens), "webhooks": list(webhooks)}


def forget(sender: type[models.Model], what: str, row: Any, **_more: Any) -> None:
    """Of an account its tokens and webhooks; of somebody named in reports the answers that may still quote them."""
    if what != "erased":
        return
    if isinstance(row, Person):
        Token.objects.filter(person=row).delete()
        Webhook.objects.filter(person=row).delete()
    elif isinstance(row, Erasure):
        Answered.objects.all().delete()

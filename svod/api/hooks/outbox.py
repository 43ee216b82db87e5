"""What happened becomes a message to each webhook it concerns, committed with it or not at all.

A message holds keys and addresses, no words of anybody: who wants to know more asks the API, by a token that may.
"""

import json
from typing import Any
from uuid import uuid4

from django.db import models
from django.utils import timezone

from svod.api.models import Delivery, Webhook
from svod.register.models import Edition, Operation, Organisation, Submission
from svod.register.often import Often
from svod.register.services.locks import above

READ, EDITION_READY, PING = "read", "edition_ready", "ping"
BY_WORKERS = (READ, EDITION_READY)
ONE_IS_ON = Often(Webhook.objects.filter(is_on=True)[:1])


def note_operation(sender: type[Operation], instance: Operation, created: bool, **_more: Any) -> None:
    """A deed was begun: if it is undone before it is committed, so is this."""
    if created and instance.organisation is not None:
        place = f"campaigns/{instance.campaign.slug}/history/{instance.pk}" if instance.campaign else ""
        about = {"operation": instance.pk, "campaign": instance.campaign and instance.campaign.slug}
        _put(instance.verb, instance.organisation, about, place, instance)


def note_done(
    sender: type[models.Model],
    what: str,
    row: Any,
    at: Organisation | None = None,
    beside: Organisation | None = None,
    **_more: Any,
) -> None:
    """A worker has ended something; or an operation, which stands `beside`, concerns another organisation as well."""
    if isinstance(row, Submission):
        place = f"campaigns/{row.campaign.slug}/submissions/{row.pk}"
        about = {"submission": row.pk, "campaign": row.campaign.slug}
        _put(what, at or row.organisation, about, place, beside=beside)
    elif isinstance(row, Edition):
        report = row.report
        place = f"campaigns/{report.campaign.slug}/reports/{report.pk}/versions/{row.number}"
        about = {"report": report.pk, "version": row.number, "campaign": report.campaign.slug}
        _put(what, report.organisation, about, place)


def ping(hook: Webhook) -> Delivery:
    """A message of nothing, to see whether it arrives."""
    return _message(hook, PING, {}, "")


def _put(
    event: str,
    organisation: Organisation,
    about: dict[str, Any],
    place: str,
    operation: Operation | None = None,
    beside: Organisation | None = None,
) -> None:
    """A message to each webhook above; not to those above `beside`, which the operation there told of it."""
    if not ONE_IS_ON.rows():  # asked at each deed: most registers have none
        return
    above_it = set(above(organisation)).difference(above(beside) if beside else ())
    for hook in Webhook.objects.filter(is_on=True, organisation__path__in=above_it):
        if not hook.events or event in hook.events:
            _message(hook, event, {**about, "organisation": organisation.pk}, place, operation)


def _message(
    hook: Webhook, event: str, about: dict[str, Any], place: str, operation: Operation | None = None
) -> Delivery:
    from svod.api.tasks import deliver_webhook

    now = timezone.now()
    told = {"type": event, "timestamp": now.isoformat(), "data": about}
    if place:
        told["data"] = {**about, "address": f"{hook.base}/api/v1/{place}"}
    body = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    known = {"message": f"msg_{uuid4().hex}", "event": event, "operation": operation, "body": body}
    made = Delivery.objects.create(hook=hook, next_at=now, **known)
    deliver_webhook.enqueue(made.pk)
    return made

"""Send a message until it is taken: a worker tries, and after each failure waits longer, two days and more in all."""

import random
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from svod.api.hooks.safe import NotReached, post
from svod.api.hooks.signing import signed
from svod.api.models import Delivery, Webhook
from svod.register.errors import UnsafeAddress
from svod.register.permissions import may

HOURS = (0.0014, 0.083, 0.5, 2, 5, 10, 14, 20, 24)  # from one try to the next: five seconds at first
SENDING = timedelta(minutes=1)  # meanwhile nobody else sends it; after it a worker that died is presumed dead
REST = timedelta(minutes=5)  # at most: so long a receiver that failed gets nothing else either
GONE = 410  # by which a receiver says that it wants no more
KEPT_FOR = timedelta(days=30)


def deliver(key: int) -> None:
    """Try once. Asked too early, by a task that is there twice, it does nothing."""
    row = _taken(key)
    if row is None:
        return
    now = timezone.now()
    body = row.body.encode()
    headers = {"Content-Type": "application/json", "User-Agent": "Svod-Webhook/1"}
    headers |= signed(row.hook.secret, row.message, int(now.timestamp()), body)
    try:
        status, said = post(row.hook.url, body, headers), ""
    except NotReached as error:
        status, said = 0, str(error)
    except UnsafeAddress as refusal:
        status, said = 0, refusal.code
    with transaction.atomic():
        _note(row, now, status, said)


def _taken(key: int) -> Delivery | None:
    """The message, if it is to be sent now; for a while nobody else takes it."""
    with transaction.atomic():
        rows = Delivery.objects.select_for_update(of=("self",)).filter(pk=key, state=Delivery.State.WAITING)
        row = rows.select_related("hook__person", "hook__organisation").first()
        now = timezone.now()
        if row is None or row.next_at > now:
            return None
        if not _is_wanted(row.hook):
            _end(row, Delivery.State.DROPPED)
            return None
        if row.hook.rests_until is not None and row.hook.rests_until > now:
            again_at(row, row.hook.rests_until)
            return None
        row.next_at = now + SENDING
        row.save(update_fields=["next_at"])
        return row


def _is_wanted(hook: Webhook) -> bool:
    """As long as it is on, and whoever made it could make it today."""
    return hook.is_on and hook.person.is_active and may(hook.person, "organise", hook.organisation)


def _note(row: Delivery, at: datetime, status: int, said: str) -> None:
    row.tries = [*row.tries, [at.isoformat(), status, said]]
    if 200 <= status < 300:
        Webhook.objects.filter(pk=row.hook_id).update(rests_until=None)
        _end(row, Delivery.State.DELIVERED)
    elif status == GONE:
        Webhook.objects.filter(pk=row.hook_id).update(is_on=False)
        _end(row, Delivery.State.GIVEN_UP)
    elif len(row.tries) > len(HOURS):
        _end(row, Delivery.State.GIVEN_UP)
    else:
        wait = timedelta(hours=HOURS[len(row.tries) - 1]) * random.uniform(1, 1.2)  # noqa: S311 # not all at once
        Webhook.objects.filter(pk=row.hook_id).update(rests_until=timezone.now() + min(wait, REST))
        again_at(row, timezone.now() + wait)


def again_at(row: Delivery, when: datetime) -> None:
    """In the queue from then on."""
    from svod.api.tasks import deliver_webhook

    row.state, row.next_at, row.ended_at = Delivery.State.WAITING, when, None
    row.save()
    deliver_webhook.using(run_after=when).enqueue(row.pk)


def _end(row: Delivery, state: str) -> None:
    row.state, row.ended_at = state, timezone.now()
    row.save()


def drop_old() -> int:
    return Delivery.objects.filter(ended_at__lt=timezone.now() - KEPT_FOR).delete()[0]

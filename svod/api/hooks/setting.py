"""Make a webhook, switch it, remove it. The secret is told once, to whoever makes it."""

from collections.abc import Iterable

from django.utils import timezone

from svod.api.hooks.deliver import again_at
from svod.api.hooks.outbox import BY_WORKERS
from svod.api.hooks.safe import NotReached, ensure_safe
from svod.api.hooks.signing import new_secret
from svod.api.models import Delivery, Webhook
from svod.register.errors import UnsafeAddress
from svod.register.history import operation
from svod.register.models import Organisation, Person
from svod.web.base.verbs import VERBS

EVENTS = (*sorted(VERBS), *BY_WORKERS)


def make_webhook(url: str, events: Iterable[str], organisation: Organisation, person: Person, base: str) -> Webhook:
    """`base` is where this installation is. Raises UnsafeAddress."""
    try:
        ensure_safe(url)
    except NotReached as error:
        raise UnsafeAddress(why="unknown_name") from error
    made = Webhook(
        person=person,
        organisation=organisation,
        url=url,
        events=sorted(set(events)),
        secret=new_secret(),
        base=base.rstrip("/"),
    )
    with operation("make_webhook", person, organisation=organisation, note=url):
        made.save(force_insert=True)
    return made


def switch_webhook(hook: Webhook, person: Person, *, on: bool) -> None:
    with operation("switch_webhook", person, organisation=hook.organisation, note=hook.url):
        hook.is_on, hook.rests_until = on, None
        hook.save(update_fields=["is_on", "rests_until"])


def remove_webhook(hook: Webhook, person: Person) -> None:
    """Its log goes, too."""
    with operation("remove_webhook", person, organisation=hook.organisation, note=hook.url):
        hook.delete()


def send_again(row: Delivery) -> None:
    """Now, with all its tries once more."""
    row.tries = []
    again_at(row, timezone.now())

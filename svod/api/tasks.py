"""What runs in the background for the API; what is still to be done is told by the rows."""

from django.utils import timezone
from django_tasks import task

from svod.register.tasks import SOON


@task(priority=SOON)
def deliver_webhook(key: int) -> None:
    from svod.api.hooks.deliver import deliver

    deliver(key)


def tidy() -> None:
    """Answers and messages of long ago, and messages that wait and are in no task."""
    from svod.api.hooks import deliver
    from svod.api.models import Delivery
    from svod.api.plumbing import once
    from svod.register.queue import queued

    once.drop_old()
    deliver.drop_old()
    due = Delivery.objects.filter(state=Delivery.State.WAITING, next_at__lte=timezone.now())
    for key in set(due.values_list("pk", flat=True)) - queued(deliver_webhook):
        deliver_webhook.enqueue(key)

"""What runs in the background. The queue only carries: what is still to be done is told by the register itself, so a
lost or doubled task loses and doubles nothing."""

from django_tasks import task


@task()
def read_submission(key: int) -> None:
    from svod.register.models import Submission
    from svod.register.services.read import read  # the readers and the lexicon are the worker's, not the web's

    submission = Submission.objects.select_related("campaign", "organisation").filter(pk=key).first()
    if submission is not None:
        read(submission)


def take_up_again() -> int:
    """Queue every submission that was received and not read: after a crash of the worker. How many there were."""
    from svod.register.models import Submission
    from svod.register.services.read import WAITING

    waiting = list(Submission.objects.filter(state__in=WAITING).values_list("pk", flat=True))
    for key in waiting:
        read_submission.enqueue(key)
    return len(waiting)

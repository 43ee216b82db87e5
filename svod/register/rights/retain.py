"""What goes by itself when its time is over: files as they were handed in, photos, letters, tables of plans, messages,
answers.

Texts, activities and numbers stay: the report stands on them. The times are days after the campaign's last one,
of answers after the survey was closed: what may be told of them was counted then.
"""

from datetime import date, timedelta

from django.conf import settings
from django.core.files.storage import default_storage
from django.db.models import QuerySet

from svod.register.models import (
    ActivityTable,
    Answer,
    Campaign,
    Illustration,
    Incoming,
    Letter,
    Photo,
    PlanSheet,
    Submission,
)


def retain(today: date) -> int:
    """How many files, letters and answers went."""
    return sum(
        (
            _files(Submission.objects.filter(campaign__in=_over(settings.SVOD_KEEP_FILES, today))),
            _messages(_over(settings.SVOD_KEEP_FILES, today)),
            _photos(_over(settings.SVOD_KEEP_PHOTOS, today)),
            _letters(_over(settings.SVOD_KEEP_LETTERS, today)),
            _answers(settings.SVOD_KEEP_ANSWERS, today),
            _sheets(PlanSheet.objects.filter(plan__campaign__in=_over(settings.SVOD_KEEP_LETTERS, today))),
            _sheets(ActivityTable.objects.filter(campaign__in=_over(settings.SVOD_KEEP_LETTERS, today))),
        )
    )


def _over(days: int, today: date) -> QuerySet[Campaign]:
    """Campaigns that ended longer ago; none where the days are 0: then it is kept."""
    ended = Campaign.objects.filter(last_day__lt=today - timedelta(days=days))
    return ended if days else Campaign.objects.none()


def _files(rows: QuerySet[Submission]) -> int:
    """Of submissions that were read; what waits for a person's way on is kept. The same bytes may be another's, too."""
    gone = rows.filter(state=Submission.State.READ).exclude(file="")
    places = set(gone.values_list("file", flat=True))
    number = gone.update(file="")
    _delete(places)
    return number


def _messages(campaigns: QuerySet[Campaign]) -> int:
    """Who sent what nobody assigned, and what it was; that it came and why it was refused stays."""
    gone = Incoming.objects.filter(campaign__in=campaigns).exclude(sender="", text="", file="")
    places = {*gone.values_list("file", flat=True)} - {""}
    drawn = {place for photos in gone.values_list("photos", flat=True) for _sent, place, *_of in photos}
    number = gone.update(sender="", sender_name="", text="", file="", photos=[], grounds=[])
    _delete(places)
    for place in drawn - set(Photo.objects.filter(file__in=drawn).values_list("file", flat=True)):
        default_storage.delete(place)
    return number


def _delete(places: set[str]) -> None:
    """The same bytes may lie there for another submission or message."""
    for rows in (Submission.objects, Incoming.objects):
        places = places - set(rows.filter(file__in=places).values_list("file", flat=True))
    for place in places:
        default_storage.delete(place)


def _photos(campaigns: QuerySet[Campaign]) -> int:
    """But those that stand in a report with somebody's consent."""
    gone = Photo.objects.filter(submission__campaign__in=campaigns).exclude(pk__in=Illustration.objects.values("photo"))
    places = set(gone.values_list("file", flat=True))
    number, _of = gone.delete()
    for place in places - set(Photo.objects.filter(file__in=places).values_list("file", flat=True)):
        default_storage.delete(place)
    return number


def _letters(campaigns: QuerySet[Campaign]) -> int:
    return Letter.objects.filter(campaign__in=campaigns).exclude(text="").update(text="", address="")


def _sheets(gone: QuerySet[PlanSheet] | QuerySet[ActivityTable]) -> int:
    """The same bytes may be another's, too, or a submission's."""
    places = set(gone.values_list("file", flat=True))
    number, _of = gone.delete()
    for model in (PlanSheet, ActivityTable, Submission):
        places -= set(model._base_manager.filter(file__in=places).values_list("file", flat=True))
    for place in places:
        default_storage.delete(place)
    return number


def _answers(days: int, today: date) -> int:
    if not days:
        return 0
    number, _of = Answer.objects.filter(survey__closed_on__lt=today - timedelta(days=days)).delete()
    return number

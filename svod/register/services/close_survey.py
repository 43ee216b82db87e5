"""Close a survey and count it, once; or decide that its answers do not count."""

from datetime import date

from django.utils import timezone

from svod.register.errors import ReasonNeeded, SurveyClosed, SurveyLost
from svod.register.history import Deed, operation
from svod.register.models import Answer, Person, Survey
from svod.register.surveys import as_json, counted


def close(survey: Survey, person: Person | None) -> None:
    """Close the survey for good and count its answers.

    Raises SurveyClosed, and SurveyLost where the pack has lost its questions: the answers wait until it has them again.
    """
    with operation("close_survey", person, survey.campaign, survey.organisation, note=str(survey)) as deed:
        if Survey.objects.select_for_update().get(pk=survey.pk).state != "open":
            raise SurveyClosed
        asked = survey.asked
        if asked is None:
            raise SurveyLost
        _shuffle(survey)
        today = timezone.localdate()
        last_day = max(survey.first_day, min(survey.last_day, today))
        deed.update(survey, closed_on=today, last_day=last_day, results=as_json(counted(survey, asked)))


def close_due(today: date) -> int:
    """Close the surveys whose last day is over; how many there were."""
    due = Survey.objects.filter(closed_on__isnull=True, discarded_why="", last_day__lt=today)
    rows = [row for row in due.select_related("campaign", "organisation") if row.asked is not None]
    for row in rows:
        close(row, None)
    return len(rows)


def discard(survey: Survey, why: str, person: Person) -> None:
    """Delete the survey's answers, so that they count nowhere: its address got into wrong hands, say.

    Raises ReasonNeeded, and SurveyClosed where somebody did so before.
    """
    if not why.strip():
        raise ReasonNeeded
    with operation("discard_survey", person, survey.campaign, survey.organisation, note=why) as deed:
        if Survey.objects.select_for_update().get(pk=survey.pk).state == "discarded":
            raise SurveyClosed
        survey.answers.all().delete()
        _discard(deed, survey, why)


def _discard(deed: Deed, survey: Survey, why: str) -> None:
    today = timezone.localdate()
    deed.update(survey, closed_on=survey.closed_on or today, results={}, discarded_why=why.strip()[:500])


def _shuffle(survey: Survey) -> None:
    """Write the answers anew in the order of their keys: a database may keep rows in the order in which they came."""
    answers = list(survey.answers.order_by("pk"))
    survey.answers.all().delete()
    Answer.objects.bulk_create(answers, batch_size=1000)

"""Take an answer to a survey. Nobody's history tells it: an operation would have its hour."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from django.db import transaction

from svod.register.errors import SurveyClosed, SurveyFull
from svod.register.models import Answer, Survey

MOST = 20_000  # answers to one survey: whoever sends more is a program


def takes_answers(survey: Survey, today: date) -> bool:
    """Whether the survey is open and its last day is not over, even where nobody has closed it yet."""
    return survey.state == "open" and today <= survey.last_day


def answer_survey(survey: Survey, key: UUID, group: str, chosen: Mapping[str, Sequence[str]], today: date) -> bool:
    """Keep an answer; whether it is a new one, for the same form sent again is the same answer.

    Raises SurveyClosed and SurveyFull.
    """
    with transaction.atomic():
        now = Survey.objects.select_for_update().get(pk=survey.pk)
        if not takes_answers(now, today):
            raise SurveyClosed
        if now.answers.count() >= MOST:
            raise SurveyFull
        known = {
            "survey": now,
            "group": group,
            "day": today,
            "chosen": {name: list(codes) for name, codes in chosen.items()},
        }
        _answer, is_new = Answer.objects.get_or_create(pk=key, defaults=known)
    return is_new

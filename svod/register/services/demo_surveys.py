"""Surveys in the demonstration: one before and after the campaign, closed, and one that is open."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils import timezone

from svod.packs import Question
from svod.register.models import Answer, Campaign, Organisation, Person, Survey
from svod.register.services.close_survey import close
from svod.register.services.open_survey import open_survey
from svod.register.services.print_posters import print_posters

WEEK = timedelta(days=7)
CLOSED, OPEN = "awareness", "safe_work"
SURE = {Survey.Wave.BEFORE: 3, Survey.Wave.AFTER: 6}  # of ten forms: those that choose what is counted
FORMS = {Survey.Wave.BEFORE: 96, Survey.Wave.AFTER: 118}


def hold_surveys(campaign: Campaign, place: Organisation, person: Person, address: str) -> None:
    """At the organisation; `address` is where the register will be open."""
    links = f"{address}s/{{}}/".format
    begun = {
        Survey.Wave.BEFORE: campaign.first_day - WEEK,
        Survey.Wave.AFTER: campaign.last_day + timedelta(days=1),
    }
    for wave, first_day in begun.items():
        survey = open_survey(campaign, place, CLOSED, wave, timezone.localdate() + WEEK, person, links)
        Answer.objects.bulk_create(_answers(survey, wave, first_day))
        close(survey, person)
        Survey.objects.filter(pk=survey.pk).update(first_day=first_day, last_day=first_day + WEEK / 2)
    opened = open_survey(campaign, place, OPEN, Survey.Wave.ONCE, timezone.localdate() + 2 * WEEK, person, links)
    print_posters(opened.pk)


def _answers(survey: Survey, wave: Survey.Wave, day: date) -> Iterator[Answer]:
    """Always the same ones, whoever's number it is."""
    asked = survey.asked
    if asked is None:
        return
    for number in range(FORMS[wave]):
        group = asked.groups[number % len(asked.groups)]
        chosen = {one.code: [_chosen(one, number + place, wave)] for place, one in enumerate(asked.questions)}
        yield Answer(survey=survey, group=group.code, day=day, chosen=chosen)


def _chosen(question: Question, number: int, wave: Survey.Wave) -> str:
    if question.counts and number % 10 < SURE[wave]:
        return question.counts[0]
    return question.choices[number // 2 % len(question.choices)].code

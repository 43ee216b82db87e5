"""What came of surveys: counted once for each, kept as JSON, added up over a part of the tree."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from svod import packs
from svod.counting.surveys import count_answers
from svod.records import Answered, Bounds, Period, SurveyCount, SurveyWave
from svod.register.models import Survey
from svod.register.totals import Part

Kept = dict[str, Any]


def counted(survey: Survey, asked: packs.Survey) -> SurveyCount:
    """Count the answers that are there, as far as they may be told."""
    answers = survey.answers.values_list("group", "chosen")
    return count_answers((Answered(group, chosen) for group, chosen in answers), asked)


def as_json(count: SurveyCount) -> Kept:
    return {
        "forms": dict(count.forms),
        "answered": [[*asked, number] for asked, number in count.answered.items()],
        "chosen": [[*cell, *bounds.as_list()] for cell, bounds in count.chosen.items()],
    }


def from_json(kept: Kept) -> SurveyCount:
    if not kept:
        return _NOTHING
    return SurveyCount(
        kept["forms"],
        {(question, group): number for question, group, number in kept["answered"]},
        {(question, choice, group): Bounds(least, most) for question, choice, group, least, most in kept["chosen"]},
    )


def closed(surveys: QuerySet[Survey]) -> QuerySet[Survey]:
    """The surveys that have results."""
    return surveys.filter(closed_on__isnull=False, discarded_why="")


def waves_in(part: Part) -> tuple[SurveyWave, ...]:
    """The closed surveys of a part of the tree in the pack's order; one that was held in several places is added up."""
    rows = closed(Survey.objects.filter(part.within(), campaign=part.campaign)).order_by("organisation__path", "pk")
    return waves(rows, [one.code for one in part.campaign.pack.surveys])


def waves(rows: Iterable[Survey], codes: Iterable[str]) -> tuple[SurveyWave, ...]:
    found: dict[tuple[str, str], list[Survey]] = defaultdict(list)
    for row in rows:
        found[row.code, row.wave].append(row)
    order = [(code, wave) for code in codes for wave in Survey.Wave.values if (code, wave) in found]
    return tuple(_wave(code, wave, found[code, wave]) for code, wave in order)


def _wave(code: str, wave: str, rows: list[Survey]) -> SurveyWave:
    period = Period(min(row.first_day for row in rows), max(row.last_day for row in rows))
    return SurveyWave(code, wave, period, len(rows), SurveyCount.total(from_json(row.results) for row in rows))


_NOTHING = SurveyCount({}, {}, {})

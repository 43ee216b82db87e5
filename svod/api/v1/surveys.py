"""Anonymous surveys: opened, closed and counted, told as far as they may be. Answers come by the survey's own page."""

from datetime import date

from django.http import FileResponse, HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Field, Query, Schema, Status

from svod.api.plumbing.openapi import file_of
from svod.api.plumbing.paging import Listing, Page, piece
from svod.api.plumbing.problems import checked
from svod.api.v1.router import noun
from svod.api.v1.shapes import Below, Bounds, Place, Reason, one_of
from svod.records import SurveyWave
from svod.register.models import Survey
from svod.register.permissions import needed_anywhere, visible
from svod.register.services.close_survey import close, discard
from svod.register.services.open_survey import open_survey
from svod.register.surveys import waves_in
from svod.register.totals import part_of
from svod.web.base.doors import campaign_or_404
from svod.web.coverage.tops import top
from svod.web.inbox.choices import organisations_for
from svod.web.surveys.doors import survey_or_404
from svod.web.surveys.files import poster, table
from svod.web.surveys.forms import OpenSurvey

router = noun("surveys")
HERE = "/campaigns/{slug}/surveys"


class SurveyOut(Schema):
    id: int
    version: int
    organisation: Place
    code: str = Field(examples=["safety"])
    wave: one_of(Survey.Wave)
    state: str = Field(description="open, closed or discarded")
    link: str = Field(description="where one answers")
    first_day: date
    last_day: date
    closed_on: date | None
    discarded_why: str
    posters: list[str] = Field(description="languages in which there is one, while it is open")

    @staticmethod
    def resolve_posters(obj: Survey) -> list[str]:
        return sorted(obj.posters) if obj.state == "open" else []


class SurveyIn(Schema):
    organisation: int = Field(examples=[2])
    code: str = Field(description="one of the campaign's surveys: see its words", examples=["safety"])
    wave: one_of(Survey.Wave)
    last_day: date


class ChosenOut(Schema):
    question: str
    choice: str
    group: str
    number: Bounds = Field(description="as far as it may be told: small numbers are hidden in bounds")
    answered: int | None = Field(description="who answered the question")


class WaveOut(Schema):
    """The answers of one wave, of all organisations of the part together."""

    survey: str
    wave: str
    times: int
    forms: dict[str, int] = Field(description="by group")
    chosen: list[ChosenOut]


@router.get(HERE, response=Page[SurveyOut])
def list_surveys(request: HttpRequest, slug: str, asked: Query[Listing]) -> object:
    rows = visible(Survey.objects.filter(campaign=campaign_or_404(request, slug)), request.user)
    return piece(rows.select_related("organisation"), asked)


@router.post(HERE, response={201: SurveyOut})
def open_a_survey(request: HttpRequest, slug: str, told: SurveyIn) -> object:
    """From then on everybody who has its address may answer."""
    campaign = campaign_or_404(request, slug)
    needed_anywhere(request.user, "survey")
    places = organisations_for(request.user, campaign, "survey")
    given = checked(OpenSurvey(told.dict(), pack=campaign.pack, places=places, search="")).cleaned_data
    chosen = (given["organisation"], given["code"], given["wave"], given["last_day"])

    def address(token: str) -> str:
        return request.build_absolute_uri(reverse("answer_survey", args=[token]))

    return Status(201, open_survey(campaign, *chosen, request.user, address))


@router.get(HERE + "/results", response=list[WaveOut])
def get_survey_results(request: HttpRequest, slug: str, asked: Query[Below]) -> list[WaveOut]:
    """Of all closed surveys in the person's part of the tree, or below one organisation."""
    campaign = campaign_or_404(request, slug)
    whole, here = part_of(campaign, request.user), top(request, campaign)
    return [_told(one) for one in waves_in(whole.below(here) if here else whole)]


@router.get(HERE + "/{int:pk}", response=SurveyOut)
def get_survey(request: HttpRequest, slug: str, pk: int) -> object:
    return survey_or_404(request, slug, pk)


@router.post(HERE + "/{int:pk}/close", response=SurveyOut)
def close_a_survey(request: HttpRequest, slug: str, pk: int) -> object:
    """For good: it is counted once, and takes no answer any more."""
    survey = survey_or_404(request, slug, pk, "survey")
    close(survey, request.user)
    return survey


@router.post(HERE + "/{int:pk}/discard", response=SurveyOut)
def discard_a_survey(request: HttpRequest, slug: str, pk: int, told: Reason = Reason()) -> object:
    """Its answers are deleted and count nowhere."""
    survey = survey_or_404(request, slug, pk, "discard")
    discard(survey, told.why, request.user)
    return survey


@router.get(HERE + "/{int:pk}/posters/{language}", openapi_extra=file_of("application/pdf"))
def download_poster(request: HttpRequest, slug: str, pk: int, language: str) -> FileResponse:
    return poster(request, slug, pk, language)


@router.get(HERE + "/{int:pk}/results.csv", openapi_extra=file_of("text/csv"))
def download_survey_results(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    return table(request, slug, pk)


def _told(one: SurveyWave) -> WaveOut:
    count = one.count
    chosen = [
        {
            "question": question,
            "choice": choice,
            "group": group,
            "number": number,
            "answered": count.answered.get((question, group)),
        }
        for (question, choice, group), number in count.chosen.items()
    ]
    return WaveOut(survey=one.survey, wave=one.wave, times=one.times, forms=dict(count.forms), chosen=chosen)

"""What people add to a report beside its passages: comments, recommendations, photos; and what they let be told."""

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Field, Query, Schema, Status

from svod.api.plumbing.paging import Listing, Page, piece
from svod.api.v1.router import noun
from svod.api.v1.shapes import Done, Place, Who, one_of
from svod.register.consolidated.adopted import adopted
from svod.register.consolidated.told import extent_of
from svod.register.models import Comment, Illustration, Photo, Recommendation
from svod.register.permissions import needed
from svod.register.services.comment import comment, settle
from svod.register.services.illustrate import drop_illustration, illustrate
from svod.register.services.publish import release
from svod.register.services.recommend import drop_recommendation, recommend
from svod.web.reports.doors import report_or_404
from svod.web.reports.page import workbench
from svod.web.reports.photos import photos_for
from svod.web.reports.recommendations import activity_in
from svod.web.reports.release import private_in

router = noun("reports")
HERE = "/campaigns/{slug}/reports/{int:pk}"


class CommentOut(Schema):
    id: int
    key: str
    text: str
    person: Who
    at: datetime
    is_settled: bool


class CommentIn(Schema):
    text: str = Field(max_length=2000, examples=["Проверьте, пожалуйста, число."])


class RecommendationOut(Schema):
    id: int
    who: str
    text: str
    activity: int | None

    @staticmethod
    def resolve_activity(obj: Recommendation) -> int | None:
        return obj.activity_id


class RecommendationIn(Schema):
    text: str = Field(max_length=2000, examples=["Проводить такие встречи ежегодно."])
    who: str = Field("", max_length=300, examples=["Участники круглого стола"])
    activity: int | None = Field(None, description="where it is told")


class Candidate(Schema):
    """A sentence of a submission that recommends or decides something."""

    text: str
    organisation: str
    activity: int


class Recommendations(Schema):
    noted: list[RecommendationOut]
    candidates: list[Candidate]


class IllustrationOut(Schema):
    id: int
    photo: int
    caption: str
    faces: one_of(Illustration.Faces)
    consent: str
    chosen_by: Who

    @staticmethod
    def resolve_photo(obj: Illustration) -> int:
        return obj.photo_id


class IllustrationIn(Schema):
    photo: int
    caption: str = Field(max_length=300, examples=["Круглый стол в школе № 7"])
    faces: one_of(Illustration.Faces) = Field(Illustration.Faces.NOBODY, description="who can be recognised")
    consent: str = Field(max_length=500, examples=["Родители согласны письменно."])


class ChoosablePhoto(Schema):
    id: int
    submission: int
    organisation: Place
    width: int
    height: int

    @staticmethod
    def resolve_submission(obj: Photo) -> int:
        return obj.submission_id

    @staticmethod
    def resolve_organisation(obj: Any) -> Any:
        return obj.submission.organisation


class ReleaseIn(Schema):
    key: str = Field(max_length=80, description="of something that is masked")
    reason: str = Field(max_length=500, examples=["Должностное лицо, названо в приказе."])


@router.get(HERE + "/comments", response=list[CommentOut])
def list_comments(request: HttpRequest, slug: str, pk: int) -> object:
    return list(report_or_404(request, slug, pk).comments.select_related("person"))


@router.post(HERE + "/passages/{key}/comments", response={201: CommentOut})
def comment_on_passage(request: HttpRequest, slug: str, pk: int, key: str, told: CommentIn) -> object:
    report = report_or_404(request, slug, pk, "comment")
    if all(section.key != key for section in workbench(report).sections):
        raise Http404(key)
    return Status(201, comment(report, key, told.text, request.user))


@router.post(HERE + "/comments/{int:number}/settle", response=CommentOut)
def settle_comment(request: HttpRequest, slug: str, pk: int, number: int) -> object:
    report = report_or_404(request, slug, pk, "comment")
    row: Comment = get_object_or_404(report.comments.select_related("person"), pk=number)
    settle(row, request.user)
    return row


@router.get(HERE + "/recommendations", response=Recommendations)
def list_recommendations(request: HttpRequest, slug: str, pk: int) -> object:
    """Those that were noted for the closing part, and sentences that may be."""
    report = report_or_404(request, slug, pk)
    rows = list(report.recommendations.all())
    return {"noted": rows, "candidates": list(adopted(extent_of(report), {row.text for row in rows}))}


@router.post(HERE + "/recommendations", response={201: list[RecommendationOut]})
def note_recommendation(request: HttpRequest, slug: str, pk: int, told: RecommendationIn) -> object:
    report = report_or_404(request, slug, pk, "report")
    activity = activity_in(report, "" if told.activity is None else str(told.activity))
    recommend(report, told.text, request.user, told.who, activity)
    return Status(201, list(report.recommendations.all()))


@router.delete(HERE + "/recommendations/{int:number}", response=Done)
def drop_a_recommendation(request: HttpRequest, slug: str, pk: int, number: int) -> Done:
    report = report_or_404(request, slug, pk, "report")
    drop_recommendation(get_object_or_404(report.recommendations, pk=number), request.user)
    return Done()


@router.get(HERE + "/illustrations", response=list[IllustrationOut])
def list_illustrations(request: HttpRequest, slug: str, pk: int) -> object:
    return list(report_or_404(request, slug, pk).illustrations.select_related("chosen_by"))


@router.get(HERE + "/photos", response=Page[ChoosablePhoto])
def list_choosable_photos(request: HttpRequest, slug: str, pk: int, asked: Query[Listing]) -> object:
    """That came with submissions of the report's part of the tree."""
    rows = photos_for(report_or_404(request, slug, pk)).select_related("submission__organisation")
    return piece(rows, asked)


@router.post(HERE + "/illustrations", response={201: list[IllustrationOut]})
def choose_photo(request: HttpRequest, slug: str, pk: int, told: IllustrationIn) -> object:
    """With a caption, and with who agreed that it is shown. Chosen again, the words are changed."""
    report = report_or_404(request, slug, pk, "report")
    photo = get_object_or_404(photos_for(report), pk=told.photo)
    illustrate(report, photo, told.caption, told.consent, request.user, told.faces)
    return Status(201, list(report.illustrations.select_related("chosen_by")))


@router.delete(HERE + "/illustrations/{int:number}", response=Done)
def drop_photo(request: HttpRequest, slug: str, pk: int, number: int) -> Done:
    report = report_or_404(request, slug, pk, "report")
    drop_illustration(get_object_or_404(report.illustrations, pk=number), request.user)
    return Done()


@router.post(HERE + "/release", response=Done)
def release_in_report(request: HttpRequest, slug: str, pk: int, told: ReleaseIn) -> Done:
    """What is masked may be told from now on, in every report and public page of the campaign."""
    report = report_or_404(request, slug, pk)
    needed(request.user, "publish", report.campaign.organisation)
    found = next((one for one in private_in(report) if one.key == told.key), None)
    if found is None:
        raise Http404(told.key)
    release(report.campaign, found.key, found.kind, told.reason, request.user)
    return Done()

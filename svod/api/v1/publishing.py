"""The public page: drawn up, looked at, published at its time, taken down."""

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest
from ninja import Field, Query, Schema, Status

from svod.api.plumbing.paging import Listing, Page, piece
from svod.api.plumbing.problems import checked
from svod.api.v1.additions import ReleaseIn
from svod.api.v1.router import noun
from svod.api.v1.shapes import Done, Reason, Who, one_of
from svod.register.models import Publication
from svod.register.services.contacts import ring
from svod.register.services.publish import draw_up, publish, release, take_down
from svod.web.publish.contacts import contact_or_404
from svod.web.publish.forms import When
from svod.web.publish.views import campaign_to_publish, publication_or_404

router = noun("publishing")
HERE = "/campaigns/{slug}/public"


class PublicationOut(Schema):
    id: int
    state: one_of(Publication.State)
    made_by: Who
    made_at: datetime
    published_by: Who | None
    shown_from: datetime | None
    taken_down_by: Who | None
    taken_down_at: datetime | None
    taken_down_why: str
    is_shown: bool


class PublicationWhole(PublicationOut):
    content: dict[str, Any] = Field(description="all that the public pages know")
    held: list[dict[str, Any]] = Field(description="what was kept back, and why")


class WhenIn(Schema):
    shown_from: datetime | None = Field(None, description="null: at once")


@router.get(HERE, response=Page[PublicationOut])
def list_publications(request: HttpRequest, slug: str, asked: Query[Listing]) -> object:
    rows = Publication.objects.filter(campaign=campaign_to_publish(request, slug)).defer("content", "held")
    return piece(rows.select_related("made_by", "published_by", "taken_down_by"), asked)


@router.post(HERE, response={201: PublicationOut})
def draw_up_publication(request: HttpRequest, slug: str) -> object:
    """A worker makes it; nobody sees it before it is published."""
    return Status(201, draw_up(campaign_to_publish(request, slug), request.user))


class RungIn(Schema):
    number: str = Field(max_length=40, examples=["111"], description="of a help contact of the campaign's pack")
    works: bool = Field(description="false: it is shown no more")


@router.post(HERE + "/rung", response=Done)
def note_contact_rung(request: HttpRequest, slug: str, told: RungIn) -> Done:
    """Somebody rang a help contact today: the day is shown beside it."""
    campaign = campaign_to_publish(request, slug)
    ring(campaign, contact_or_404(campaign, told.number).number, told.works, request.user)
    return Done()


@router.get(HERE + "/{int:pk}", response=PublicationWhole)
def get_publication(request: HttpRequest, slug: str, pk: int) -> object:
    return publication_or_404(request, slug, pk)


@router.post(HERE + "/{int:pk}/publish", response=PublicationOut)
def publish_publication(request: HttpRequest, slug: str, pk: int, told: WhenIn = WhenIn()) -> object:
    made = publication_or_404(request, slug, pk)
    publish(made, checked(When(told.dict())).cleaned_data["shown_from"], request.user)
    return made


@router.post(HERE + "/{int:pk}/take-down", response=PublicationOut)
def take_publication_down(request: HttpRequest, slug: str, pk: int, told: Reason = Reason()) -> object:
    """Nothing of the campaign is shown from this moment on."""
    made = publication_or_404(request, slug, pk)
    take_down(made, told.why, request.user)
    return made


@router.post(HERE + "/{int:pk}/release", response=Done)
def release_in_publication(request: HttpRequest, slug: str, pk: int, told: ReleaseIn) -> Done:
    """What was kept back may be told, from the next draft on."""
    made = publication_or_404(request, slug, pk)
    found = next((one for one in made.held if one["key"] == told.key), None)
    if found is None:
        raise Http404(told.key)
    release(made.campaign, found["key"], found["kind"], told.reason, request.user)
    return Done()

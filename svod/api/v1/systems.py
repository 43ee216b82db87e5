"""Files for other systems (HXL, 3W, IATI, DHIS2, ActivityInfo), reviews to learn from, and the model that is asked."""

from datetime import datetime
from decimal import Decimal

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from ninja import Field, Query, Schema

from svod.api.plumbing.openapi import file_of
from svod.api.plumbing.paging import Listing, Page, piece
from svod.api.plumbing.problems import checked
from svod.api.plumbing.versions import seen, unchanged
from svod.api.v1.router import noun
from svod.register.models import Assistant, Consultation
from svod.register.permissions import needed_everywhere
from svod.register.services.set_assistant import assistant_set, set_assistant
from svod.register.workbook import XLSX
from svod.standards.formats import IATI
from svod.web.assistant.forms import NAMES, Setting
from svod.web.learning.views import learning
from svod.web.systems.views import Identifier, as_file, as_iati

router = noun("systems")
HERE = "/campaigns/{slug}/systems"
MEDIA = ("application/json", "application/xml", "text/csv", XLSX)


class AssistantOut(Schema):
    """The language model that is asked about what is handed in. Its key is in the environment and told to nobody."""

    version: int
    is_on: bool
    url: str
    model: str
    is_own: bool = Field(description="it stands in the house: texts are sent unmasked")
    seconds: int
    price_in: Decimal
    price_out: Decimal
    currency: str


class AssistantChange(Schema):
    is_on: bool | None = None
    url: str | None = Field(None, max_length=500)
    model: str | None = Field(None, max_length=120)
    is_own: bool | None = None
    seconds: int | None = Field(None, ge=1, le=300)
    price_in: float | None = Field(None, ge=0, lt=10**8)
    price_out: float | None = Field(None, ge=0, lt=10**8)
    currency: str | None = Field(None, max_length=3)


class ConsultationOut(Schema):
    """A part of a text that was sent: where it lies, and what came of it; no words."""

    id: int
    submission: int
    document: str
    start: int
    end: int
    at: datetime
    host: str
    model: str
    own: bool
    masked: int
    outcome: str
    tokens_in: int | None
    tokens_out: int | None
    cost: Decimal | None
    currency: str

    @staticmethod
    def resolve_submission(obj: Consultation) -> int:
        return obj.submission_id


class LanguageAsked(Schema):
    language: str = Field("", description="ru, kk or en; empty: that of Accept-Language")


class IatiAsked(Schema):
    identifier: str = Field(description="as registered with IATI", examples=["KZ-BIN-000140000000"])


@router.get(f"{HERE}/{IATI}", openapi_extra=file_of("application/xml"))
def download_iati(request: HttpRequest, slug: str, asked: Query[IatiAsked]) -> HttpResponse:
    checked(Identifier(asked.dict()))
    return as_iati(request, slug)


@router.get(HERE + "/{form}", openapi_extra=file_of(*MEDIA))
def download_for_system(request: HttpRequest, slug: str, form: str, asked: Query[LanguageAsked]) -> HttpResponse:
    """hxl, 3w, 3w-csv, activityinfo, dhis2, dhis2-xml or dhis2-metadata; made of what is public, who took it is on
    record."""
    return as_file(request, slug, form)


@router.post("/campaigns/{slug}/learning", openapi_extra=file_of("application/jsonl"))
def take_corrections(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Reviews that are done, masked, to learn from; who took them is on record."""
    return learning(request, slug)


@router.get("/assistant", response=AssistantOut)
def get_assistant(request: HttpRequest) -> object:
    """For who administers the whole federation."""
    return _assistant(request)


@router.patch("/assistant", response=AssistantOut)
def change_assistant(request: HttpRequest, told: AssistantChange = AssistantChange()) -> object:
    row = _assistant(request)
    unchanged(request, row)
    now = {name: getattr(row, name) for name in NAMES}
    given = {**now, **told.dict(exclude_unset=True), "version": row.version}
    values = checked(Setting(given, row=row)).cleaned_data
    set_assistant({name: values[name] for name in NAMES}, request.user, row.version)
    return _assistant(request)


@router.get("/assistant/consultations", response=Page[ConsultationOut])
def list_consultations(request: HttpRequest, asked: Query[Listing]) -> object:
    """What was sent to whom, and what it cost."""
    needed_everywhere(request.user, "administer")
    return piece(Consultation.objects.all(), asked)


def _assistant(request: HttpRequest) -> Assistant:
    needed_everywhere(request.user, "administer")
    row = assistant_set()
    seen(request, row)
    return row

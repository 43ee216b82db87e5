"""What is held of somebody named in reports, and having it erased."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Field, Query, Schema, Status

from svod.api.plumbing.paging import Listing, Page, piece
from svod.api.plumbing.problems import checked
from svod.api.v1.router import noun
from svod.api.v1.shapes import Who, one_of
from svod.register.models import Erasure
from svod.register.rights.erase import begin_erasing, look_for
from svod.web.rights.views import Asked, for_all

router = noun("rights")


class ErasureIn(Schema):
    words: str = Field(max_length=200, examples=["Иванова Мария"])
    reason: str = Field(max_length=500, examples=["Просит сама."])


class ErasureOut(Schema):
    id: int
    reason: str
    state: one_of(Erasure.State)
    erased: int
    asked_by: Who
    asked_at: datetime


class PlaceHeld(Schema):
    where: str = Field(examples=["Document"])
    number: int
    field: str
    words: str


class ErasureWhole(ErasureOut):
    words: str
    places: list[PlaceHeld]

    @staticmethod
    def resolve_places(obj: Erasure) -> list[Any]:
        names = ("where", "number", "field", "words")
        return [dict(zip(names, place, strict=True)) for place in obj.places]


@router.get("/erasures", response=Page[ErasureOut])
def list_erasures(request: HttpRequest, asked: Query[Listing]) -> object:
    for_all(request.user)
    return piece(Erasure.objects.select_related("asked_by").defer("places"), asked)


@router.post("/erasures", response={201: ErasureWhole})
def ask_for_erasure(request: HttpRequest, told: ErasureIn) -> object:
    """Every text is looked through for the person, by a worker. Nothing is erased by that."""
    for_all(request.user)
    given = checked(Asked(told.dict())).cleaned_data
    return Status(201, look_for(given["words"], given["reason"], request.user))


@router.get("/erasures/{int:pk}", response=ErasureWhole)
def get_erasure(request: HttpRequest, pk: int) -> object:
    """Every place, with the words around it."""
    for_all(request.user)
    return get_object_or_404(Erasure.objects.select_related("asked_by"), pk=pk)


@router.post("/erasures/{int:pk}/erase", response=ErasureOut)
def erase_person(request: HttpRequest, pk: int) -> object:
    """For good, in history and frozen versions, too. No number changes by it."""
    for_all(request.user)
    asked = get_object_or_404(Erasure.objects.select_related("asked_by"), pk=pk)
    begin_erasing(asked, request.user)
    asked.refresh_from_db()
    return asked

"""Materials of a campaign, their versions, and where their pieces are."""

from datetime import date, datetime

from django.http import FileResponse, HttpRequest
from ninja import Field, File, Form, Query, Schema, Status
from ninja.files import UploadedFile

from svod.api.plumbing.openapi import file_of
from svod.api.plumbing.paging import Listing, Page, piece
from svod.api.plumbing.problems import checked
from svod.api.plumbing.versions import seen, unchanged
from svod.api.v1.router import noun
from svod.api.v1.shapes import Made, Place, one_of
from svod.register.models import Issue, Material, Organisation
from svod.register.permissions import needed, needed_anywhere
from svod.register.services.supply import add_issue, add_material, change_material, print_pieces
from svod.register.totals import part_of
from svod.register.totals.pieces import stock
from svod.web.base.doors import campaign_or_404
from svod.web.base.places import places
from svod.web.materials.doors import issue_or_404, material_or_404, materials_of
from svod.web.materials.forms import Add, AddIssue, Describe, Printed
from svod.web.materials.issues import file as issue_file

router = noun("materials")
HERE = "/campaigns/{slug}/materials"


class MaterialOut(Schema):
    id: int
    version: int
    organisation: Place = Field(description="who makes it and sends it out")
    kind: str = Field(examples=["brochure"])
    title: str
    about: str
    is_public: bool


class IssueOut(Schema):
    """A version of a material in a language."""

    id: int
    language: one_of(Issue.Language)
    number: int
    name: str
    size: int
    link: str
    added_at: datetime


class Stock(Schema):
    issue: int
    organisation: Place
    pieces: int


class MaterialWhole(MaterialOut):
    issues: list[IssueOut]
    stock: list[Stock] = Field(description="pieces that lie with the person's organisations, by the log")


class MaterialIn(Schema):
    organisation: int = Field(examples=[2])
    kind: str = Field(examples=["brochure"])
    title: str = Field(max_length=300, examples=["Мифы домашнего насилия"])
    about: str = Field("", max_length=1000)
    is_public: bool = False


class MaterialChange(Schema):
    kind: str | None = None
    title: str | None = Field(None, max_length=300)
    about: str | None = Field(None, max_length=1000)
    is_public: bool | None = None


class PrintedIn(Schema):
    pieces: int = Field(ge=1, examples=[500])
    day: date


@router.get(HERE, response=Page[MaterialOut])
def list_materials(request: HttpRequest, slug: str, asked: Query[Listing]) -> object:
    return piece(materials_of(campaign_or_404(request, slug), request.user), asked)


@router.post(HERE, response={201: MaterialOut})
def add_a_material(request: HttpRequest, slug: str, told: MaterialIn) -> object:
    campaign = campaign_or_404(request, slug)
    needed_anywhere(request.user, "supply")
    offered = places(request.user, "supply", campaign)
    given = dict(checked(Add(told.dict(), pack=campaign.pack, places=offered)).cleaned_data)
    organisation = given.pop("organisation")
    needed(request.user, "supply", organisation)
    return Status(201, add_material(campaign, organisation, given, request.user))


@router.get(HERE + "/{int:pk}", response=MaterialWhole)
def get_material(request: HttpRequest, slug: str, pk: int) -> object:
    material = material_or_404(request, slug, pk)
    issues = list(material.issues.all())
    own = Organisation.objects.filter(part_of(material.campaign, request.user).within(""))
    held = {key: pieces for key, pieces in stock(issues, own).items() if pieces}
    named = own.in_bulk({organisation for _issue, organisation in held})
    rows = [{"issue": of, "organisation": named[key], "pieces": pieces} for (of, key), pieces in held.items()]
    seen(request, material)
    known = {name: getattr(material, name) for name in MaterialOut.model_fields}
    return {**known, "issues": issues, "stock": rows}


@router.patch(HERE + "/{int:pk}", response=MaterialOut)
def change_a_material(request: HttpRequest, slug: str, pk: int, told: MaterialChange = MaterialChange()) -> object:
    material: Material = material_or_404(request, slug, pk, "supply")
    unchanged(request, material)
    now = {name: getattr(material, name) for name in Describe.base_fields}
    form = checked(Describe({**now, **told.dict(exclude_unset=True)}, pack=material.campaign.pack))
    change_material(material, form.cleaned_data, request.user)
    seen(request, material)
    return material


@router.post(HERE + "/{int:pk}/versions", response={201: IssueOut})
def add_material_version(
    request: HttpRequest,
    slug: str,
    pk: int,
    language: Form[one_of(Issue.Language)],
    link: Form[str] = "",
    file: File[UploadedFile | None] = None,
) -> object:
    """The next version in that language, with a file, a link, or neither."""
    material = material_or_404(request, slug, pk, "supply")
    form = checked(AddIssue({"language": language, "link": link}, {"file": file} if file else {})).cleaned_data
    return Status(201, add_issue(material, form["language"], request.user, form["file"], form["link"]))


@router.get("/campaigns/{slug}/issues/{int:pk}/file", openapi_extra=file_of("application/octet-stream"))
def download_material(request: HttpRequest, slug: str, pk: int) -> FileResponse:
    return issue_file(request, slug, pk)


@router.post("/campaigns/{slug}/issues/{int:pk}/printed", response={201: Made})
def note_printed(request: HttpRequest, slug: str, pk: int, told: PrintedIn) -> object:
    """So many pieces are in stock with who makes it."""
    issue = issue_or_404(request, slug, pk, "supply")
    given = checked(Printed(told.dict())).cleaned_data
    return Status(201, print_pieces(issue, given["pieces"], given["day"], request.user))

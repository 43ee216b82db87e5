"""The office's part with materials: add them and their versions, note what was printed, answer who asks, send."""

from collections.abc import Mapping
from datetime import date
from typing import IO, Any

from django.db import IntegrityError
from django.db.models import Max

from svod.register.errors import NamedAlready, RequestDecided
from svod.register.history import operation
from svod.register.models import Campaign, Issue, Material, Organisation, Person, PieceMove, PieceRequest
from svod.register.services.hand_out import ensure_in_stock
from svod.register.services.keep import keep
from svod.register.services.locks import hold


def add_material(
    campaign: Campaign, organisation: Organisation, columns: Mapping[str, Any], person: Person
) -> Material:
    """Add a material. Raises NamedAlready."""
    made = Material(campaign=campaign, organisation=organisation, **columns)
    try:
        with operation("add_material", person, campaign, organisation, note=str(made)) as deed:
            deed.create(made)
    except IntegrityError as error:
        raise NamedAlready from error
    return made


def change_material(material: Material, columns: Mapping[str, Any], person: Person) -> None:
    """Change a material. Raises NamedAlready, and Stale where somebody was faster."""
    try:
        with operation("change_material", person, material.campaign, material.organisation, note=str(material)) as deed:
            deed.update(material, **columns)
    except IntegrityError as error:
        raise NamedAlready from error


def add_issue(
    material: Material, language: str, person: Person, file: IO[bytes] | None = None, link: str = ""
) -> Issue:
    """Add the next version in that language; a stand or a banner may have neither file nor link."""
    made = Issue(material=material, language=language, link=link)
    if file is not None:
        kept = keep(file, "materials")
        made.file, made.size, made.name = kept.place, kept.size, str(getattr(file, "name", ""))[-300:]
    with operation("add_issue", person, material.campaign, material.organisation, note=str(material)) as deed:
        hold(material.campaign)  # two versions at once are two numbers
        last = material.issues.filter(language=language).aggregate(last=Max("number"))["last"]
        made.number = (last or 0) + 1
        deed.create(made)
    return made


def print_pieces(issue: Issue, pieces: int, day: date, person: Person) -> PieceMove:
    material = issue.material
    made = PieceMove(issue=issue, target=material.organisation, pieces=pieces, day=day)
    with operation("print_pieces", person, material.campaign, material.organisation, note=str(made)) as deed:
        deed.create(made)
    return made


def grant(request: PieceRequest, pieces: int, answer: str, person: Person) -> None:
    """Grant so many pieces of what was asked for. Raises RequestDecided."""
    _decide(request, "grant_pieces", person, state=PieceRequest.State.GRANTED, granted=pieces, answer=answer)


def decline(request: PieceRequest, answer: str, person: Person) -> None:
    """Raises RequestDecided."""
    _decide(request, "decline_pieces", person, state=PieceRequest.State.DECLINED, answer=answer)


def send(request: PieceRequest, pieces: int, day: date, why: str, person: Person) -> PieceMove:
    """Send so many pieces of what was granted. Raises RequestDecided, and NotInStock without a reason."""
    material = request.issue.material
    made = PieceMove(
        issue=request.issue,
        source=material.organisation,
        target=request.organisation,
        pieces=pieces,
        day=day,
        request=request,
    )
    with operation("send_pieces", person, material.campaign, request.organisation, note=str(made)) as deed:
        hold(material.campaign)
        if request.state != PieceRequest.State.GRANTED:
            raise RequestDecided
        made.why = ensure_in_stock(made, why)
        deed.update(request, state=PieceRequest.State.SENT)
        deed.create(made)
    return made


def _decide(request: PieceRequest, verb: str, person: Person, **columns: Any) -> None:
    with operation(verb, person, request.issue.material.campaign, request.organisation, note=str(request)) as deed:
        if request.state != PieceRequest.State.ASKED:
            raise RequestDecided
        deed.update(request, decided_by=person, **columns)

"""People, their roles, and the invitations that let them in."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from ninja import Field, Query, Schema, Status

from svod.api.plumbing.paging import Listing, Page, piece
from svod.api.plumbing.problems import checked
from svod.api.v1.router import noun
from svod.api.v1.shapes import Done, Place, SwitchIn, Who, one_of
from svod.register.find import with_words
from svod.register.models import Invitation, Organisation, Person, Role
from svod.register.permissions import may_give, row_or_404, visible
from svod.register.rights.account import erase_account, held_of
from svod.register.services.appoint import appoint, dismiss, switch
from svod.register.services.invite import invite, withdraw
from svod.register.services.join import holds
from svod.web.invitations.forms import Invite
from svod.web.invitations.views import invitation_or_404
from svod.web.people.forms import ChangeRole, roles_up_to
from svod.web.people.views import COLUMNS, managed_or_404, person_or_404, role_or_404, roles_seen_by

router = noun("people")


class RoleOut(Schema):
    id: int
    person: Who
    organisation: Place
    role: one_of(Role)


class PersonOut(Schema):
    id: int
    username: str
    name: str
    is_active: bool
    last_login: datetime | None
    roles: list[RoleOut] = Field(description="those that the token's person sees")


class RolesAsked(Listing):
    q: str = Field("", max_length=100, description="words of a name, a user name or an organisation")
    role: one_of(Role) | None = None


class RoleIn(Schema):
    role: one_of(Role) = Field(examples=["reviewer"])


class InvitationIn(Schema):
    role: one_of(Role) = Field(Role.REPORTER, examples=["reporter"])
    below: bool = Field(False, description="whoever opens it chooses an organisation below this one")
    uses: int = Field(1, ge=1, le=1000)
    days: int = Field(14, description="1, 7, 14, 30 or 90")


class InvitationOut(Schema):
    id: int
    organisation: Place
    role: one_of(Role)
    below: bool
    uses_left: int
    expires_at: datetime
    created_by: Who
    holds: bool = Field(description="whether it still lets somebody in")
    link: str = Field("", description="empty where the token's person could not make such a link")


@router.get("/roles", response=Page[RoleOut])
def list_roles(request: HttpRequest, asked: Query[RolesAsked]) -> object:
    """Who has which role, where the token's person may invite."""
    rows = with_words(roles_seen_by(request.user), asked.q, COLUMNS)
    return piece(rows.filter(role=asked.role) if asked.role else rows, asked)


@router.put("/roles/{int:pk}", response=RoleOut)
def change_role(request: HttpRequest, pk: int, told: RoleIn) -> object:
    held = role_or_404(request, pk)
    given = checked(ChangeRole(told.dict(), choices=roles_up_to(request.user, held.organisation))).cleaned_data
    appoint(held, given["role"], request.user)
    return held


@router.delete("/roles/{int:pk}", response=Done)
def remove_role(request: HttpRequest, pk: int) -> Done:
    """The account stays."""
    dismiss(role_or_404(request, pk), request.user)
    return Done()


@router.get("/people/{int:pk}", response=PersonOut)
def get_person(request: HttpRequest, pk: int) -> object:
    return _told(request, person_or_404(request, pk))


@router.put("/people/{int:pk}/switch", response=PersonOut)
def switch_account(request: HttpRequest, pk: int, told: SwitchIn) -> object:
    """Switched off, an account lets nobody in and keeps its roles; its tokens open nothing."""
    other = managed_or_404(request, pk)
    switch(other, request.user, on=told.on)
    return _told(request, other)


@router.post("/people/{int:pk}/erase", response=Done)
def erase_person_account(request: HttpRequest, pk: int) -> Done:
    """For good: what was decided by it stays, without a name."""
    erase_account(managed_or_404(request, pk), request.user)
    return Done()


@router.get("/me/held", response=dict[str, Any])
def get_held_of_me(request: HttpRequest) -> dict[str, Any]:
    """All that is held of the token's person."""
    return held_of(request.user)


@router.get("/invitations", response=Page[InvitationOut])
def list_invitations(request: HttpRequest, asked: Query[Listing]) -> object:
    """The open ones."""
    roles_seen_by(request.user)  # whoever may invite nobody is refused
    rows = visible(Invitation.objects.select_related("organisation", "created_by"), request.user, "invite")
    found = piece(rows.filter(withdrawn_at=None, uses_left__gt=0, expires_at__gt=timezone.now()), asked)
    return {**found, "items": [_sheet(request, one) for one in found["items"]]}


@router.post("/organisations/{int:pk}/invitations", response={201: InvitationOut})
def invite_somebody(request: HttpRequest, pk: int, told: InvitationIn = InvitationIn()) -> object:
    place = row_or_404(Organisation.objects.all(), request.user, "invite", through="", pk=pk)
    given = checked(Invite(told.dict(), person=request.user, organisation=place)).cleaned_data
    known = {"below": given.get("below", False), "uses": given["uses"], "days": given["days"]}
    return Status(201, _sheet(request, invite(place, request.user, given["role"], **known)))


@router.get("/invitations/{int:pk}", response=InvitationOut)
def get_invitation(request: HttpRequest, pk: int) -> object:
    return _sheet(request, invitation_or_404(request, pk))


@router.post("/invitations/{int:pk}/withdraw", response=InvitationOut)
def withdraw_an_invitation(request: HttpRequest, pk: int) -> object:
    """Who came by it stays."""
    one = invitation_or_404(request, pk)
    withdraw(one, request.user)
    return _sheet(request, one)


def _told(request: HttpRequest, one: Person) -> dict[str, object]:
    held = roles_seen_by(request.user).filter(person=one).order_by("organisation__path")
    known = {name: getattr(one, name) for name in ("id", "username", "is_active", "last_login")}
    return {**known, "name": str(one), "roles": list(held)}


def _sheet(request: HttpRequest, one: Invitation) -> dict[str, object]:
    names = ("id", "organisation", "role", "below", "uses_left", "expires_at", "created_by")
    link = request.build_absolute_uri(reverse("join", args=(one.token,)))
    known = may_give(request.user, one.role, one.organisation)
    return {**{name: getattr(one, name) for name in names}, "holds": holds(one), "link": link if known else ""}

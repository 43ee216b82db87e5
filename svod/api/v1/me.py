"""Who asks, and what the token may."""

from datetime import datetime

from django.http import HttpRequest
from ninja import Field, Schema

from svod.api.models import Token
from svod.api.v1.router import noun
from svod.api.v1.shapes import Place, Who

router = noun("token")


class RoleHeld(Schema):
    organisation: Place
    role: str = Field(examples=["reviewer"])


class Me(Schema):
    person: Who
    token: str = Field(examples=["Сайт профсоюза"])
    scopes: list[str] = Field(examples=[["read", "submit"]])
    below: Place = Field(description="the token reaches this organisation and what lies below it")
    expires_at: datetime
    roles: list[RoleHeld]


@router.get("/me", response=Me)
def get_me(request: HttpRequest) -> Me:
    """The token's person, what the token may, and where."""
    token: Token = request.auth
    return Me(
        person=token.person,
        token=token.name,
        scopes=token.scopes,
        below=token.organisation,
        expires_at=token.expires_at,
        roles=list(token.person.roles.select_related("organisation").order_by("organisation__path")),
    )

"""What several nouns are told with."""

from typing import Annotated, Any, Literal

from django.db.models import TextChoices
from ninja import Field, Schema


def one_of(choices: type[TextChoices]) -> Any:
    """One of the codes, told where it stands: several nouns have states, and a description knows each name once."""
    return Literal[tuple(str(value) for value in choices.values)]


Key = Annotated[int, Field(ge=1, lt=2**63)]  # of a row, where several are asked for at once


class Bounds(Schema):
    """A number as far as it is known: at least, and at most; `most` is null where the text leaves it open."""

    least: int = Field(examples=[301])
    most: int | None = Field(None, examples=[None, 301])


class Place(Schema):
    """An organisation, where it is only named."""

    id: int = Field(examples=[4])
    name: str = Field(examples=["Школа № 7"])


class Who(Schema):
    """Somebody who signs in, or a service."""

    id: int = Field(examples=[3])
    name: str = Field(examples=["Айгүл Серікқызы"])

    @staticmethod
    def resolve_name(obj: object) -> str:
        return str(obj) if not isinstance(obj, dict) else obj["name"]


class Done(Schema):
    """It was done; how many rows or places it was."""

    number: int = Field(1, examples=[1])


class Made(Schema):
    """Something new, under its key."""

    id: int = Field(examples=[12])


class Reason(Schema):
    why: str = Field("", max_length=500, examples=["Прислано дважды."], description="kept in the history")


class Below(Schema):
    below: int | None = Field(None, description="an organisation: it and what lies below it")


class SwitchIn(Schema):
    on: bool = Field(examples=[False])

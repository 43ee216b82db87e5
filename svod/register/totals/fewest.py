"""How few activities some rows can be, and how few came to them: what the core says where they may be the same."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.db.models import Case, IntegerField, Q, TextField, When
from django.db.models.functions import Cast

from svod.counting.fewest import activities, attendances, least
from svod.counting.told import Told
from svod.language.standing import standing
from svod.records import Bounds
from svod.register.totals.texts import TEXT, text_named

NAMED = Q(count_least=1, count_most=1) & (
    ~Q(title="") | Q(first_day__isnull=False) | Q(participants_least__isnull=False)
)
NAMES_ITSELF = Case(When(NAMED, then=1), default=0, output_field=IntegerField())
SEVERAL = Q(count_least=2, count_most__isnull=True, title="", first_day__isnull=True, participants_least__isnull=True)
IS_VAGUE = Case(When(SEVERAL, then=1), default=0, output_field=IntegerField())
AUDIENCES = Cast("audience", TextField())  # as it is kept: taken apart only where it is asked for
COLUMNS = (
    *("region", "kind", AUDIENCES, "place", "organiser", "count_least", "participants_least", NAMES_ITSELF, IS_VAGUE),
    *TEXT,
)  # what `told` asks for


class Fewest(NamedTuple):
    """Of rows of one region and kind."""

    activities: int
    attendances: int


def fewest(group: Sequence[Told]) -> Fewest:
    """What may be the same, or among what is told as several, is not added."""
    return Fewest(least(group, activities), least(group, attendances))


def told(
    region: str,
    kind: str,
    audiences: str,
    place: str,
    organiser: str,
    count: int,
    people: int | None,
    named: int,
    vague: int,
    *text: Any,
) -> Told:
    """As much of an activity as the fewest are counted by. A telling more never changes it: the text is its own
    telling's alone."""
    return Told(
        region=region or None,
        kind=kind,
        audience=tuple(audiences.split()),
        partners=(),
        place=place.casefold(),
        organiser=organiser.casefold(),
        level=standing(organiser),
        count=Bounds.at_least(count),
        named=bool(named),
        vague=bool(vague),
        texts=frozenset({text_named(*text)}),
        participants=None if people is None else Bounds.at_least(people),
        evidence=(),
        people_evidence=(),
    )

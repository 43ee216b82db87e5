"""No change of a row is missing: its versions follow on one another, and the last one is the row's."""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from django.apps import apps
from django.db.models import BooleanField, ExpressionWrapper, Q

from svod.register.models import Change
from svod.register.models.fields import Versioned
from svod.register.proof.flaw import Flaw

MADE, DELETED = (ExpressionWrapper(Q(**{f"{column}__isnull": True}), BooleanField()) for column in ("before", "after"))
Step = tuple[int, bool, bool, int]  # row, whether it was made, whether it was deleted, version
MEND = "Whoever changed the database by hand left no trace here. Compare the row with the last good backup."


def history() -> Iterator[Flaw]:
    """Of the rows that have versions; one that was read by the machine begins at 1 without a change."""
    for model in apps.get_app_config("register").get_models():
        if issubclass(model, Versioned):
            yield from _of(model)


def _of(model: type[Versioned]) -> Iterator[Flaw]:
    now = dict(model._base_manager.values_list("pk", "version").iterator())
    changes = Change.objects.filter(model=model._meta.model_name).order_by("row", "pk")
    steps = changes.values_list("row", MADE, DELETED, "version").iterator()
    seen = set()
    for row, some in groupby(steps, key=itemgetter(0)):
        seen.add(row)
        if wrong := _gap(list(some), now.get(row)):
            yield Flaw(f"{model._meta.verbose_name} {row}", wrong, MEND)
    for row, version in now.items():
        if version > 1 and row not in seen:
            yield Flaw(f"{model._meta.verbose_name} {row}", f"It has version {version} and no history.", MEND)


def _gap(steps: list[Step], now: int | None) -> str:
    """What is missing; "" where nothing is. A row that was deleted and brought back goes on from its version."""
    version, there = 1, not steps[0][1]
    for _row, made, deleted, told in steps:
        if made == there:
            return f"Before version {told} its history does not say how it came or went."
        if told != (version if made or deleted else version + 1):
            return f"After version {version} its history goes on with version {told}."
        version, there = told, not deleted
    if there != (now is not None):
        return "It is there although its history ends." if now else "It is gone, and its history does not say why."
    return "" if now in (None, version) else f"It has version {now}, its history ends with version {version}."

"""The files that the database names, each with what it must be."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models

from svod.register.models import Incoming, Publication, Survey

HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Named:
    """A file below the data folder's `files`, and who names it. `size` is None where the row keeps none."""

    place: str
    model: str
    row: int
    sha256: str
    size: int | None = None


def named_files() -> Iterator[Named]:
    """Of all rows; the same place as often as it is named."""
    for model in apps.get_app_config("register").get_models():
        if any(isinstance(column, models.FileField) for column in model._meta.concrete_fields):
            yield from _of_column(model)
    yield from _of_lists()


def _of_column(model: type[models.Model]) -> Iterator[Named]:
    columns = {column.attname for column in model._meta.concrete_fields}
    kept = [name for name in ("sha256", "size") if name in columns]
    for row in model._base_manager.exclude(file="").values("pk", "file", *kept).iterator():
        yield _named(row["file"], model, row["pk"], row.get("sha256", ""), row.get("size"))


def _of_lists() -> Iterator[Named]:
    """Places kept in JSON: the names of a publication's or a survey's files, a held message's photos."""
    for model, column in ((Publication, "files"), (Survey, "posters")):
        for key, places in model._base_manager.values_list("pk", column).iterator():
            yield from (_named(place, model, key) for place in (places or {}).values())
    for key, photos in Incoming.objects.exclude(photos=[]).values_list("pk", "photos").iterator():
        yield from (_named(place, Incoming, key, size=size) for _sent, place, size, *_drawn in photos)


def _named(place: str, model: type[models.Model], key: Any, sha256: str = "", size: int | None = None) -> Named:
    """A file lies under the hash of its bytes: where a row keeps none, its place tells it."""
    last = place.rsplit("/", 1)[-1]
    return Named(place, model.__name__, key, sha256 or (last if HASH.fullmatch(last) else ""), size)

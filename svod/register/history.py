"""The one way to change a row that people see: inside an operation, which records it so that it can be taken back.

with operation("confirm", person, campaign) as deed:
    deed.update(activity, state=State.CONFIRMED)
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from datetime import datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, models, transaction
from django.db.models import F
from django.db.models.fields.files import FieldFile

from svod.register.errors import Stale
from svod.register.models import Campaign, Change, Operation, Organisation, Person
from svod.register.models.fields import Versioned

USUAL = 4  # changes of a deed: the database need not learn the words for each number of many
SECRET = {"password", "token"}  # what lets somebody in is kept in no history


class Deed:
    """An operation under way. Every method writes the row and notes what was before and after; what was noted is
    written all at once when the operation ends."""

    def __init__(self, operation: Operation) -> None:
        self.operation = operation
        self._noted: list[Change] = []

    def create(self, row: models.Model) -> None:
        if isinstance(row, Versioned):
            for name, value in row.following(_columns(row)).items():
                setattr(row, name, value)
        self.insert(row)
        self.created(row)

    def insert(self, row: models.Model) -> None:
        """One that has no history of its own, since it never changes."""
        with connection.planned_once():
            row.save(force_insert=True)

    def created(self, row: models.Model) -> None:
        """Note a row that was made otherwise: a tree makes its own."""
        self._note(row, None, values(row, _columns(row)))

    def created_many(self, rows: Sequence[models.Model]) -> None:
        """Note rows of one model that were made all at once."""
        for row in rows:
            self.created(row)

    def deleting_many(self, rows: Sequence[models.Model]) -> None:
        """Note rows of one model that are about to be deleted all at once."""
        for row in rows:
            self._note(row, values(row, _columns(row)), None)

    def end(self) -> None:
        """Write down what was noted, in the order in which it was done."""
        is_usual = len(self._noted) <= USUAL
        with connection.planned_once() if is_usual else nullcontext():
            Change.objects.bulk_create(self._noted, batch_size=1000)

    def update(self, row: models.Model, **changed: Any) -> bool:
        """Change the columns that differ; whether any did. Raises Stale where somebody else changed the row first."""
        changed = dict(_column(row, name, value) for name, value in changed.items())
        new = {name: value for name, value in changed.items() if getattr(row, name) != value}
        if not new:
            return False
        before = values(row, new)
        found = type(row)._base_manager.filter(pk=row.pk)
        if isinstance(row, Versioned):
            found, new = found.filter(version=row.version), {**new, "version": F("version") + 1}
        if not found.update(**new):
            raise Stale(row=row)
        for name, value in changed.items():
            setattr(row, name, value)
        if isinstance(row, Versioned):
            row.version += 1
            self._follow(row, changed)
        self._note(row, before, values(row, before))
        return True

    def delete(self, row: models.Model) -> None:
        before, key = values(row, _columns(row)), row.pk
        row.delete()
        self._note(row, before, None, key)

    def _follow(self, row: Versioned, changed: Iterable[str]) -> None:
        following = row.following(changed)
        if following:
            type(row)._base_manager.filter(pk=row.pk).update(**following)
            for name, value in following.items():
                setattr(row, name, value)

    def _note(self, row: models.Model, before: Any, after: Any, key: int | None = None) -> None:
        name, version = row._meta.model_name, getattr(row, "version", 1)
        change = Change(
            operation=self.operation, model=name, row=key or row.pk, before=before, after=after, version=version
        )
        self._noted.append(change)


@contextmanager
def operation(
    verb: str,
    person: Person | None,
    campaign: Campaign | None = None,
    organisation: Organisation | None = None,
    note: str = "",
) -> Iterator[Deed]:
    """One deed: all of it happens or nothing."""
    with transaction.atomic():
        with connection.planned_once():
            begun = Operation.objects.create(
                verb=verb, person=person, campaign=campaign, organisation=organisation, note=note[:500]
            )
        deed = Deed(begun)
        yield deed
        deed.end()


def values(row: models.Model, names: Any) -> dict[str, Any]:
    """The columns as JSON keeps them."""
    plain = {name: _plain(row, name) for name in names}
    return json.loads(json.dumps(plain, cls=_Exact))


class _Exact(DjangoJSONEncoder):
    """Django's own drops microseconds: what was would not come back."""

    def default(self, o: Any) -> Any:
        return o.isoformat() if isinstance(o, datetime) else super().default(o)


def restored(model: type[models.Model], kept: dict[str, Any]) -> dict[str, Any]:
    """The columns as the model holds them."""
    return {name: _field(model, name).to_python(value) for name, value in kept.items()}


def _column(row: models.Model, name: str, value: Any) -> tuple[str, Any]:
    """The column a name stands for: `person=somebody` is kept as `person_id`, and comes back as it."""
    field = _field(type(row), name)
    return field.attname, value.pk if isinstance(value, models.Model) else value


def _plain(row: models.Model, name: str) -> Any:
    value = getattr(row, name)
    if isinstance(value, models.Model):
        return value.pk
    return value.name if isinstance(value, FieldFile) else value


def _field(model: type[models.Model], name: str) -> models.Field:
    return next(field for field in model._meta.concrete_fields if name in (field.name, field.attname))


def _columns(row: models.Model) -> list[str]:
    fields = row._meta.concrete_fields
    return [field.attname for field in fields if not field.primary_key and field.name not in SECRET]

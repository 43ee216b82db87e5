"""Take an operation back: each row it changed is again what it was, unless it changed since."""

from typing import Any

from django.apps import apps
from django.db import models, transaction

from svod.register.errors import CannotUndo
from svod.register.history import Deed, operation, restored
from svod.register.models import Change, Operation, Person


def take_back(done: Operation, person: Person) -> Operation:
    """Take an operation back, its changes last first. Raises CannotUndo where a row changed since."""
    with transaction.atomic():
        if Operation.objects.filter(undoes=done).exists():
            raise CannotUndo(operation=done)
        changes = list(done.changes.order_by("-pk"))
        versions = _versions_now(done, changes)
        with operation("undo", person, done.campaign, done.organisation, note=done.note) as deed:
            deed.operation.undoes = done
            deed.operation.save(update_fields=["undoes"])
            for change in changes:
                _undo(change, deed, versions.pop((change.model, change.row), None))
        return deed.operation


def _versions_now(done: Operation, changes: list[Change]) -> dict[tuple[str, int], int]:
    """The version each row has if nothing changed it since but what was taken back. Raises CannotUndo otherwise."""
    versions = {(change.model, change.row): change.version for change in reversed(changes)}
    later = Change.objects.filter(operation__gt=done, model__in={model for model, _ in versions})
    for change in later.filter(row__in={row for _, row in versions}).select_related("operation__undoes").order_by("pk"):
        if (change.model, change.row) in versions:
            if _changes_since(change.operation, done):
                raise CannotUndo(operation=done)
            versions[change.model, change.row] = change.version
    return versions


def _changes_since(later: Operation, done: Operation) -> bool:
    """Whether the later operation still holds, and does more than take back another one after this."""
    return is_standing(later) and (later.undoes_id or 0) < done.pk


def is_standing(done: Operation) -> bool:
    """Whether an operation holds: it was not taken back, or that was taken back in turn."""
    taken_back = Operation.objects.filter(undoes=done).first()
    return taken_back is None or not is_standing(taken_back)


def _undo(change: Change, deed: Deed, version: int | None) -> None:
    """`version` is the row's now; None where an earlier step of this operation is about the same row."""
    model = apps.get_model("register", change.model)
    if change.after is None:
        deed.create(_built(model, change.row, change.before))
        return
    row = model._base_manager.filter(pk=change.row).first()
    if row is None or version not in (None, getattr(row, "version", 1)):
        raise CannotUndo(operation=change.operation)
    if change.before is None:
        deed.delete(row)
    else:
        deed.update(row, **restored(model, change.before))


def _built(model: type[models.Model], key: int, kept: dict[str, Any]) -> models.Model:
    return model(pk=key, **restored(model, kept))

"""Add, change and close organisations of the tree, and take that back where nothing hangs on it."""

import re
from typing import Any

from django.db import IntegrityError, models, transaction

from svod.register.errors import CannotUndo, NameTaken
from svod.register.history import operation, restored
from svod.register.models import Operation, Organisation, Person

VERBS = ("add_organisation", "change_organisation", "import_organisations")


def add_organisation(parent: Organisation | None, person: Person | None, **columns: Any) -> Organisation:
    """A new organisation below `parent`, or a root. Raises NameTaken where a sibling has that name."""
    _ensure_name_free(columns["name"], parent)
    try:
        with operation("add_organisation", person, organisation=parent, note=columns["name"]) as deed:
            tree = Organisation.objects
            organisation = tree.add_root(columns) if parent is None else tree.add_child(parent, columns)
            deed.created(organisation)
    except IntegrityError as error:
        raise NameTaken(name=columns["name"]) from error
    return organisation


def change_organisation(organisation: Organisation, person: Person, **columns: Any) -> None:
    """Change or close an organisation; a closed one is no longer to report, what it reported stays.

    Raises NameTaken, Stale.
    """
    if columns.get("name", organisation.name) != organisation.name:
        _ensure_name_free(columns["name"], Organisation.objects.get_parent(organisation), organisation)
    try:
        with operation("change_organisation", person, organisation=organisation, note=organisation.name) as deed:
            deed.update(organisation, **columns)
    except IntegrityError as error:
        raise NameTaken(name=columns.get("name", "")) from error


def _ensure_name_free(name: str, parent: Organisation | None, besides: Organisation | None = None) -> None:
    """Raise NameTaken: in SQLite the database's own constraint knows no capitals but Latin ones."""
    siblings = Organisation.objects.filter(depth=parent.depth + 1 if parent else 1, name__iregex=f"^{re.escape(name)}$")
    siblings = siblings.filter(path__startswith=parent.path) if parent else siblings
    if siblings.exclude(pk=besides.pk if besides else None).exists():
        raise NameTaken(name=name)


def undo_organising(done: Operation, person: Person) -> Operation:
    """Take back what was added, changed or imported, thousands of rows at once.

    Raises CannotUndo where something hangs on what was made, or it was changed since.
    """
    if done.verb not in VERBS:
        raise CannotUndo(operation=done)
    with transaction.atomic():
        if Operation.objects.filter(undoes=done).exists():
            raise CannotUndo(operation=done)
        changes = list(done.changes.filter(model="organisation"))
        rows = Organisation.objects.in_bulk([change.row for change in changes])
        if any(change.row not in rows or rows[change.row].version != change.version for change in changes):
            raise CannotUndo(operation=done)
        made = [rows[change.row] for change in changes if change.before is None]
        _ensure_nothing_hangs_on(made, done)
        with operation("undo", person, organisation=done.organisation, note=done.note) as deed:
            deed.operation.undoes = done
            deed.operation.save(update_fields=["undoes"])
            for change in changes:
                if change.before is not None:
                    deed.update(rows[change.row], **restored(Organisation, change.before))
            deed.deleting_many(made)
            Organisation.objects.filter(pk__in=[one.pk for one in made]).delete()
    return deed.operation


def _ensure_nothing_hangs_on(made: list[Organisation], done: Operation) -> None:
    keys, paths = {one.pk for one in made}, {one.path for one in made}
    step = Organisation.steplen
    for depth in {one.depth for one in made}:
        for key, path in Organisation.objects.filter(depth=depth + 1).values_list("pk", "path"):
            if path[:-step] in paths and key not in keys:
                raise CannotUndo(operation=done)
    for relation in Organisation._meta.related_objects:
        if relation.on_delete in (models.CASCADE, models.PROTECT) and _used(relation, keys):
            raise CannotUndo(operation=done)


def _used(relation: Any, keys: set[int]) -> bool:
    """Whether a row of that model points at one of them."""
    used = relation.related_model._base_manager.values_list(relation.field.attname, flat=True).distinct()
    return not keys.isdisjoint(used)

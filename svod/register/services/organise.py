"""Add organisations to the tree."""

from typing import Any

from svod.register.history import operation
from svod.register.models import Organisation, Person


def add_organisation(parent: Organisation | None, person: Person | None, **columns: Any) -> Organisation:
    """A new organisation below `parent`, or a root. Raises IntegrityError where a sibling has that name."""
    with operation("add_organisation", person, organisation=parent, note=columns["name"]) as deed:
        tree = Organisation.objects
        organisation = tree.add_root(columns) if parent is None else tree.add_child(parent, columns)
        deed.created(organisation)
    return organisation

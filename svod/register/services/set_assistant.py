"""Turn a language model on or off, and say where it is and on which terms."""

from typing import Any

from svod.register.history import operation
from svod.register.models import Assistant, Organisation, Person


def assistant_set() -> Assistant:
    """The model as it is set; where nobody ever set one, a row that says off and is not kept yet."""
    return Assistant.objects.order_by("pk").first() or Assistant()


def set_assistant(values: dict[str, Any], person: Person, version: int) -> None:
    """Raises Stale where somebody else changed it after that version was shown."""
    row, top = assistant_set(), Organisation.objects.filter(depth=1).first()
    with operation("set_assistant", person, None, top) as deed:
        if row.pk is None:
            for name, value in values.items():
                setattr(row, name, value)
            deed.create(row)
        else:
            row.version = version
            deed.update(row, **values)

"""Fields that several models share."""

import hashlib
from collections.abc import Iterable
from typing import Any

from django.db import models


class CodesField(models.TextField):
    """A sorted tuple of codes of the campaign pack, kept as " pupils teachers ".

    Both databases find one by `field__has="pupils"`; JSON lists are searched by PostgreSQL only.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"default": (), "blank": True, **options})

    def from_db_value(self, value: str | None, expression: object, connection: object) -> tuple[str, ...]:
        return self.to_python(value)

    def to_python(self, value: str | Iterable[str] | None) -> tuple[str, ...]:
        return tuple(value.split()) if isinstance(value, str) else tuple(value or ())

    def get_prep_value(self, value: str | Iterable[str] | None) -> str:
        return "".join(f" {code}" for code in sorted(self.to_python(value))) + " "

    def value_to_string(self, obj: models.Model) -> str:
        return self.get_prep_value(self.value_from_object(obj))


class HashField(models.CharField):
    """The SHA-256 of a text column that never changes, filled in when the row is made."""

    def __init__(self, of: str, **options: Any) -> None:
        self.of = of
        super().__init__(**{"max_length": 64, "editable": False, **options})

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, positions, options = super().deconstruct()
        return name, path, positions, {"of": self.of, **options}

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        if add:
            setattr(model_instance, self.attname, hash_of_text(getattr(model_instance, self.of)))
        return str(getattr(model_instance, self.attname))


def hash_of_text(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@CodesField.register_lookup
class Has(models.Lookup):
    """`audience__has="pupils"`"""

    lookup_name = "has"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        left, parameters = self.process_lhs(compiler, connection)
        return f"{left} LIKE %s", [*parameters, f"% {self.rhs} %"]


class Versioned(models.Model):
    """A row that two people may edit: a change names the version it was made from, and fails on another one."""

    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True

    def following(self, changed: Iterable[str]) -> dict[str, Any]:
        """Columns that follow from the changed ones: kept for speed, never history of their own."""
        return {}


def bounds_valid(name: str) -> models.Q:
    """0 ≤ least ≤ most, most open where it is null; both null where the text gives no number."""
    least, most = f"{name}_least", f"{name}_most"
    unsaid = models.Q(**{f"{least}__isnull": True, f"{most}__isnull": True})
    open_end = models.Q(**{f"{least}__gte": 0, f"{most}__isnull": True})
    return unsaid | open_end | models.Q(**{f"{least}__gte": 0, f"{most}__gte": models.F(least)})

"""The federation's tree."""

from typing import Any

from django.db import models
from django.db.models.functions import Length, Lower, Substr
from django.utils.translation import get_language, gettext_lazy as _
from treebeard.mp_tree import MP_Node

from svod.register.models.fields import Versioned


@models.CharField.register_lookup
class Below(models.Lookup[str]):
    """`path__below`: itself and all below it. As `startswith`, but by SQLite's index of paths, too, whose letters come
    before "~"; PostgreSQL has an index for that, in whatever order its letters are."""

    lookup_name = "below"

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        left, parameters = self.process_lhs(compiler, connection)
        if connection.vendor == "sqlite":
            return f"({left} >= %s AND {left} < %s)", [*parameters, self.rhs, *parameters, f"{self.rhs}~"]
        return f"{left} LIKE %s", [*parameters, f"{self.rhs}%"]


class Level(models.TextChoices):
    NATIONAL = "national", _("national")
    REGION = "region", _("regional")
    DISTRICT = "district", _("district")
    PRIMARY = "primary", _("primary")


class Organisation(Versioned, MP_Node):
    """A node of the tree. Its subtree is every node whose `path` begins with its own.

    `unit` is the geography's code where it works ("KZ-39", "KZ-39/kostanay-district"), empty for the national one.
    """

    name = models.CharField(_("name"), max_length=300)
    name_kk = models.CharField(_("name in Kazakh"), max_length=300, blank=True)
    short = models.CharField(_("short name"), max_length=80, blank=True)
    level = models.CharField(_("level"), max_length=8, choices=Level.choices)
    unit = models.CharField(_("region or district"), max_length=80, blank=True)
    number = models.CharField(_("own number"), max_length=40, blank=True)  # as the federation keeps it, for imports
    contact = models.CharField(_("contact"), max_length=200, blank=True)
    is_closed = models.BooleanField(_("closed"), default=False)  # reports no more; what it reported stays

    class Meta:
        constraints = [
            models.UniqueConstraint(Substr("path", 1, Length("path") - 4), Lower("name"), name="sibling_names_differ"),
            models.CheckConstraint(condition=models.Q(level__in=Level.values), name="organisation_level_known"),
        ]
        indexes = [models.Index(fields=["unit"], name="organisation_unit")]

    def __str__(self) -> str:
        return self._in_kazakh or self.short or self.name

    @property
    def called(self) -> str:
        """The name, for who reads Kazakh the Kazakh one, where there is one."""
        return self._in_kazakh or self.name

    @property
    def _in_kazakh(self) -> str:
        return self.name_kk if get_language() == "kk" else ""

    @property
    def region(self) -> str:
        """The ISO code of its top-level unit, "" for the national one."""
        return self.unit.partition("/")[0]

    def holds(self, other: "Organisation") -> bool:
        """Whether the other lies in its subtree, itself included."""
        return other.path.startswith(self.path)

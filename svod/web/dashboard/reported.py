"""Reported against listed: a row for each scope of which somebody reported a number."""

from dataclasses import dataclass

from django.utils.translation import gettext

from svod.publishing.names import PackNames
from svod.records import Scope, Total
from svod.register.totals import Beside
from svod.web.activities.found import NONE
from svod.web.activities.selection import MEASURES
from svod.web.dashboard.addresses import Addresses

LISTED = {"activities": "activities", "participants": "attendances"}  # a measure, and what the table calls it


@dataclass(frozen=True, slots=True)
class Row:
    """`listed_as` names the number of the table that shows the same; "" where the register lists none."""

    total: Total
    measure: str
    region: str
    kind: str
    listed: str
    listed_as: str
    reported: str
    contradicts: bool


def with_reported(settled: Beside, measure: str) -> Total | None:
    """The whole with what is reported anywhere in it; None where nothing is."""
    return settled.value(measure) if any(one.scope.measure == measure for one in settled.reported) else None


def beside(settled: Beside, names: PackNames, to: Addresses) -> list[Row]:
    conflicting = {found.scope for found in settled.contradictions}
    return [_row(total, names, to, total.scope in conflicting) for total in settled.reported]


def _row(total: Total, names: PackNames, to: Addresses, contradicts: bool) -> Row:
    scope = total.scope
    place = {name: code for name, code in (("region", scope.region), ("kind", scope.kind)) if code}
    return Row(
        total,
        str(MEASURES.get(scope.measure, scope.measure)),
        names.region(scope.region) or gettext("the whole campaign"),
        names.kind(scope.kind) or gettext("every kind"),
        to.activities(**place),
        LISTED.get(scope.measure, ""),
        to.totals(measure=scope.measure, **_stated(scope)),
        contradicts,
    )


def _stated(scope: Scope) -> dict[str, str]:
    """The totals table's own filter: a total that names no region or no kind stands under "none" there."""
    return {"region": scope.region or NONE, "kind": scope.kind or NONE}

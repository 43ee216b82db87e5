"""A change in words: "Participants: 45 → 54"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.apps import apps
from django.utils.translation import gettext as _, gettext_lazy

from svod.packs import Pack
from svod.records import Bounds, Period
from svod.register.models import Change
from svod.register.services.correct import COLUMNS, field_of
from svod.web.base.tags import named, region_name
from svod.web.review.words import LABELS, MEASURES, TERMS, said

DECISIONS = {
    "open": gettext_lazy("not decided"),
    "same": gettext_lazy("the same"),
    "different": gettext_lazy("different"),
}
MORE = {
    "state": gettext_lazy("State"),
    "same_as_id": gettext_lazy("Counts as"),
    "number_reason": gettext_lazy("Reason for the number"),
    "question": gettext_lazy("Asked back"),
    "answer": gettext_lazy("Answer"),
    "decision": gettext_lazy("Looks alike"),
    "reopened_why": gettext_lazy("Why it was reopened"),
    "set_aside_why": gettext_lazy("Why it was set aside"),
}
EMPTY = "—"


@dataclass(frozen=True)
class Difference:
    label: str
    before: str
    after: str


def differences(change: Change, pack: Pack, names: Mapping[int, str]) -> list[Difference]:
    """Field by field; nothing where the row was made or taken away as a whole. `names` are those of activities."""
    return list(_differences(change, pack, names)) if change.before is not None and change.after is not None else []


def _differences(change: Change, pack: Pack, names: Mapping[int, str]) -> Iterator[Difference]:
    fields = dict.fromkeys(field_of(column) for column in change.after)
    for field in fields:
        label = LABELS.get(field) or MORE.get(field)
        if label:
            sides = (change.before, change.after)
            before, after = (
                _state(change.model, side) if field == "state" else _value(field, side, pack, names) for side in sides
            )
            yield Difference(str(label), before or EMPTY, after or EMPTY)


def _value(field: str, side: Mapping[str, Any], pack: Pack, names: Mapping[int, str]) -> str:
    if field in COLUMNS:
        return _pair(field, *(side.get(column) for column in COLUMNS[field]), whole=set(COLUMNS[field]) <= set(side))
    value = side.get(field)
    if field in TERMS:
        codes = [value] if isinstance(value, str) else value or []
        return ", ".join(named(pack, TERMS[field], code) for code in codes if code)
    match field:
        case "region":
            return region_name(pack, value) if value else ""
        case "decision":
            return str(DECISIONS.get(value, value))
        case "measure":
            return str(MEASURES.get(value, value))
        case "same_as_id":
            return names.get(value, _("another one")) if value else ""
    return said(value)


def _state(model: str, side: Mapping[str, Any]) -> str:
    """In the words of its own kind of row: a plan that is a draft is none as an activity is one."""
    choices = apps.get_model("register", model)._meta.get_field("state").flatchoices
    return str(dict(choices).get(side.get("state"), side.get("state")))


def _pair(field: str, first: Any, second: Any, *, whole: bool) -> str:
    """Both ends of a number or of days; one alone where the other did not change."""
    if not whole:
        only = first if first is not None else second
        if field == "date" and only:
            return said(Period(date.fromisoformat(only), date.fromisoformat(only)))
        return str(only if only is not None else "")
    if field == "date":
        return said(Period(date.fromisoformat(first), date.fromisoformat(second))) if first and second else ""
    return said(Bounds(first, second)) if first is not None else ""

"""Put right what was read wrongly, or say what the text leaves out."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from svod.register.history import operation
from svod.register.models import Activity, Person, State
from svod.register.models.finding import Finding
from svod.register.services.confirm import stood_by
from svod.register.services.locks import ensure_rows_open
from svod.register.services.numbers import ensure_in_evidence

# A field and its columns.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "date": ("first_day", "last_day"),
    "participants": ("participants_least", "participants_most"),
    "count": ("count_least", "count_most"),
    "value": ("value_least", "value_most"),
}
LIKES = ("kind", "organiser", "region")  # what a machine that was wrong once was wrong about in the same way again
UNKNOWN: tuple[object, ...] = (None, "", ())


def field_of(column: str) -> str:
    """ "first_day" is a column of "date" """
    return next((field for field, columns in COLUMNS.items() if column in columns), column)


def correct(
    row: Finding,
    changed: Mapping[str, Any],
    person: Person,
    *,
    number_reason: str = "",
    keep_sources: bool = True,
    confirmed: bool = False,
    likes: str = "",
) -> int:
    """Change columns of one row, and return how many other rows were changed with it.

    `keep_sources`: the marked places say the new values too; otherwise they are forgotten. `confirmed`: stand behind
    the row at once. `likes` ("submission" or "organisation"): drafts from there with the same kind, organiser or
    region as this had get the new one too. Raises as `confirm` does; a draft's number is asked for its words only
    when somebody confirms it.
    """
    before = {name: getattr(row, name) for name in LIKES if name in changed}
    with operation("correct", person, row.campaign, row.organisation, note=str(row)) as deed:
        others = _likes(row, before, changed, likes)
        ensure_rows_open([row, *others])
        deed.update(row, **_columns(row, changed, person, number_reason, keep_sources, confirmed))
        if row.state == State.CONFIRMED:
            ensure_in_evidence(row)
        for other in others:
            same = {name: changed[name] for name, was in before.items() if getattr(other, name) == was}
            deed.update(other, **same, **where_from(other, same, keep_sources=True))
    return len(others)


def _columns(
    row: Finding, changed: Mapping[str, Any], person: Person, number_reason: str, keep_sources: bool, confirmed: bool
) -> dict[str, Any]:
    new = {name: value for name, value in changed.items() if getattr(row, name) != value}
    columns = {**new, **where_from(row, new, keep_sources=keep_sources)} if new else {}
    if number_reason != row.number_reason:
        columns["number_reason"] = number_reason
    if confirmed:
        columns.update(stood_by(row, person))
    if columns and row.state == State.CONFIRMED:
        columns.update(decided_by=person, decided_at=timezone.now())  # who changed it last stands behind it
    return columns


def where_from(row: Finding, new: Mapping[str, Any], *, keep_sources: bool) -> dict[str, Any]:
    """Where the new values are from: typed where nothing was, corrected where something else was."""
    origins, sources = dict(row.origins), dict(getattr(row, "sources", {}))
    for field in {field_of(column) for column in new}:
        empty = all(getattr(row, column) in UNKNOWN for column in COLUMNS.get(field, (field,)))
        origins[field] = "typed" if empty or origins.get(field) == "typed" else "corrected"
        if not keep_sources:
            sources.pop(field, None)
    return {"origins": origins, **({"sources": sources} if isinstance(row, Activity) else {})}


def _likes(row: Finding, before: Mapping[str, Any], changed: Mapping[str, Any], scope: str) -> list[Finding]:
    """Drafts of the same kind of row that share a value which is now corrected."""
    wrong = {name: was for name, was in before.items() if was != changed[name] and was not in UNKNOWN}
    if not scope or not wrong:
        return []
    model = type(row)
    drafts: QuerySet[Any] = model._base_manager.filter(campaign=row.campaign, state=State.DRAFT).exclude(pk=row.pk)
    if scope == "submission":
        drafts = drafts.filter(document__submission=row.document.submission_id)
    else:
        drafts = drafts.filter(organisation=row.organisation)
    alike = Q(pk__in=())
    for name, was in wrong.items():
        alike |= Q(**{name: was})
    return list(drafts.filter(alike).select_related("campaign", "organisation"))

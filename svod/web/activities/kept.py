"""The sums of a table that are kept anyway: of a part, a region, a kind, and an audience or a day."""

from svod.register.models import State
from svod.register.totals import Sum
from svod.register.totals.books import kept
from svod.register.totals.recount import AUDIENCE, DAY, UNDATED, WHOLE
from svod.web.activities.days import AFTER, BEFORE
from svod.web.activities.found import NONE
from svod.web.activities.selection import Selection

KNOWN = {"state", "region", "kind", "audience", "on", "organisation"}
VIEWS = {
    (): "all",
    (State.CONFIRMED,): "confirmed",
    (State.DRAFT,): "draft",
    (State.CONFIRMED, State.DRAFT): "all",
}


def kept_sum(selection: Selection) -> Sum | None:
    """The sum over the selection; None where it is not kept, or not up to date."""
    values = selection.values
    view = VIEWS.get(tuple(sorted(values.get("state", ()))))
    of = _slice(values)
    if view is None or of is None or selection.errors or not values.keys() <= KNOWN:
        return None
    cell = {name: "" if values[name] == NONE else values[name] for name in ("region", "kind") if name in values}
    return kept(selection.part, view, of, **cell)


def _slice(values: dict[str, str]) -> str | None:
    """The name of the slice, if it is one."""
    if "audience" in values and "on" in values:
        return None
    if "audience" in values:
        return AUDIENCE + ("" if values["audience"] == NONE else values["audience"])
    if "on" not in values:
        return WHOLE
    if values["on"] in (BEFORE, AFTER):
        return None
    return UNDATED if values["on"] == NONE else f"{DAY}{values['on']}"

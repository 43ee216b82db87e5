"""How rows are found by what an address asks for: in the index of signs, and by what has to be asked of the rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from django import forms
from django.db.models import Q, QuerySet

from svod.register.models import Activity, Campaign, State
from svod.register.search import asked_words
from svod.register.signs import NONE as NOTHING, ORDER, Signs, among, having, in_order, of_codes, some, stands
from svod.register.totals import Part
from svod.register.totals.counted import counts_here
from svod.register.totals.look import answered, is_paired, needs_a_look, outside, unanswered
from svod.web.activities import days

NONE = "none"  # in an address: those that name no region, no audience, no day
STATES = (State.DRAFT, State.CONFIRMED)  # unless somebody asks for others
FEW = 10_000  # rows that have the signs: their keys are quicker looked up than the index and the table are joined

Values = dict[str, Any]  # of the fields that ask for something


@dataclass(frozen=True, slots=True)
class Way:
    """A way to the rows that have the signs, and of which the rest is true."""

    signs: Signs
    rest: Q

    def rows(self) -> QuerySet[Activity]:
        return having(self.signs).filter(self.rest)

    def rows_in_order(self) -> QuerySet[Activity]:
        """The rows as they came, which is the index's own order: nothing is sorted."""
        return self.rows().extra(order_by=[ORDER])

    def some(self, most: int) -> list[int]:
        """The keys of so many at most, whichever are found first."""
        if not self.rest:
            return some(self.signs, most)
        few = self._few()
        return list(self.rows().order_by().values_list("pk", flat=True)[:most]) if few is None else few[:most]

    def in_order(self, start: int, end: int, after: int = 0) -> list[int]:
        """Keys in the order in which the rows came; those after a key."""
        if not self.rest:
            return in_order(self.signs, start, end, after)
        few = self._few()
        if few is not None:
            return sorted(key for key in few if key > after)[start:end]
        rows = self.rows_in_order().extra(where=[f"{ORDER} > %s"], params=[after])  # noqa: S610 # a constant
        return list(rows.values_list("pk", flat=True)[start:end])

    def _few(self) -> list[int] | None:
        """All keys, where few rows have the signs."""
        keys = some(self.signs, FEW + 1)
        if len(keys) > FEW:
            return None
        return list(Activity.objects.filter(self.rest, pk__in=keys).order_by().values_list("pk", flat=True))


class OfFew(Way):
    """A way where the rest is true of few rows, whatever their signs."""

    def some(self, most: int) -> list[int]:
        return self._keys()[:most]

    def in_order(self, start: int, end: int, after: int = 0) -> list[int]:
        return [key for key in self._keys() if key > after][start:end]

    def _keys(self) -> list[int]:
        return among(self.signs, list(Activity.objects.filter(self.rest).values_list("pk", flat=True)))


def way_to(values: Values, part: Part) -> Way:
    """The way to all of the rows."""
    look = needs_a_look() if "look" in values else Q()
    tellings = _tellings(values, part)
    again, (_, counting) = {one for told, _ in tellings for one in told}, tellings[-1]  # true of what is told once, too
    rest = _rest(values, part.campaign) & days.asked(values, part.campaign) & look & counting
    return Way(_signs(values, part, again), rest)


def ways_to(values: Values, part: Part) -> Sequence[Way]:
    """The quickest ways; no two lead to the same row. What needs a look has a sign, or is one of few pairs."""
    found = list[Way]()
    for (again, counting), (began, of_days, is_indexed) in product(_tellings(values, part), _days(values, part)):
        is_few = values.keys() & OF_FEW or (is_indexed and Activity.objects.filter(of_days)[: FEW + 1].count() <= FEW)
        kind, codes = OfFew if is_few else Way, [("d", began)] if began else []
        rest = _rest(values, part.campaign) & of_days & counting
        if "look" in values:
            found.append(kind(_signs(values, part, again, *codes, LOW), rest))
            found.append(OfFew(_signs(values, part, again, *codes), rest & is_paired()))
        else:
            found.append(kind(_signs(values, part, again, *codes), rest))
    return found


def _days(values: Values, part: Part) -> list[days.Part]:
    return list(days.parted(values, part.campaign))


def _tellings(values: Values, part: Part) -> list[tuple[set[bool], Q]]:
    """Whether it was told before, and what is asked of such rows: what was told once counts, and what was told again,
    by few rows, may count in a part that the other telling is no part of."""
    if "copies" in values:
        return [({True} if values["copies"] == "only" else {True, False}, Q())]
    return [({False}, Q()), *([] if part.whole else [({True}, counts_here(part))])]


def _signs(values: Values, part: Part, again: set[bool], *more: tuple[str, set[str]]) -> Signs:
    codes = of_codes(_stands(values, part, again), [*_codes(values, part), *more])
    return [*codes, *asked_words(values.get("q", ""))]


def _stands(values: Values, part: Part, again: set[bool]) -> set[str]:
    """Only drafts need a look: where that is asked, fewer rows are."""
    states = set(values.get("state", STATES))
    states = (states & {State.DRAFT} if "look" in values else states) or states
    planned = {"yes": {True}, "all": {True, False}}.get(values.get("planned", ""), {False})
    return stands(part.campaign.pk, states, planned, again)


def _codes(values: Values, part: Part) -> list[tuple[str, set[str]]]:
    named = [(sign, values[name]) for name, sign in SIGNS.items() if name in values]
    codes = [(sign, {NOTHING if code == NONE else code}) for sign, code in named]
    if not part.whole:
        codes.append(("o", set(part.paths) or {""}))
    if values.get("on") not in (None, days.BEFORE, days.AFTER):
        codes.append(("d", {_day(values["on"])}))
    return codes


def _day(text: str) -> str:
    """The day as a sign has it; what is no day is on none."""
    if text == NONE:
        return NOTHING
    try:
        return str(forms.DateField().clean(text))
    except forms.ValidationError:
        return "never"


def _rest(values: Values, campaign: Campaign) -> Q:
    """What has to be asked of the rows themselves, whatever their signs and tellings."""
    found = outside(campaign) if "days" in values else Q()
    for name, q in FILTERS.items():
        if name in values:
            found &= q(values[name])
    return found


SHARED = {
    "region": lambda code: Q(region="" if code == NONE else code),
    "kind": lambda code: Q(kind="" if code == NONE else code),
    "asked": lambda answer: unanswered() if answer == "open" else answered(),
}
SIGNS = {"region": "r", "kind": "k", "audience": "a", "partner": "p", "material": "m", "online": "w", "people": "n"}
LOW = ("l", {"low"})
OF_FEW = {"submission", "asked"}
FILTERS = {
    "asked": SHARED["asked"],
    "submission": lambda key: Q(document__submission=key),
}

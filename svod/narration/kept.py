"""Plan against fact: what was planned, what of it the reports tell as held, what they tell beside it.

The linker has joined a plan and what came of it: such an activity was held and has a member that only planned it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from svod.narration.counts import Members
from svod.narration.facts import Count, Source
from svod.narration.grouping import OTHER_KINDS
from svod.narration.outline import AgainstPlan, Kept
from svod.records import Bounds, DistinctActivity, Register
from svod.records.bounds import ZERO

Key = Callable[[DistinctActivity], str | None]


def against_plan(register: Register, regions: tuple[str, ...], kinds: tuple[str, ...]) -> AgainstPlan | None:
    """Compare plan and fact over the regions whose plans are known; None where no plan is.

    What other regions held is in no plan that we know, which says nothing about theirs.
    """
    planned = register.planned
    with_plans = {_region(one) for one in (*planned, *filter(_plan_of, register.activities))}
    if not with_plans:
        return None
    held = tuple(one for one in register.activities if _region(one) in with_plans)
    return AgainstPlan(
        whole=_kept(None, held, planned),
        regions=tuple(_each(held, planned, _region, (*regions, None))),
        kinds=tuple(_each_kind(held, planned, kinds)),
        doubtful=_doubtful(register),
    )


def _doubtful(register: Register) -> Count | None:
    """The plans that a person may still find among what was held; None of none."""
    plan_of = {(member.evidence, member.kind): one for one in register.planned for member in one.members}
    pairs = ((found.one, found.other) for found in register.candidates)
    plans = [one if one.planned else other for one, other in pairs if one.planned != other.planned]
    found = {one.id: one for plan in plans if (one := plan_of.get((plan.evidence, plan.kind)))}
    members = tuple(one for one in register.planned if one.id in found)
    return _count(members, _counts(members)) if members else None


def _each_kind(held: Members, planned: Members, kinds: tuple[str, ...]) -> Iterable[Kept]:
    """The kinds of which something was planned, then what was held of all others, so that the sum is theirs."""
    lines = list(_each(held, planned, lambda one: one.activity.kind, kinds))
    named = {line.code for line in lines}
    others = tuple(one for one in held if one.activity.kind not in named)
    return [*lines, *([_kept(OTHER_KINDS, others, ())] if others else [])]


def _region(one: DistinctActivity) -> str | None:
    return one.activity.region


def _each(held: Members, planned: Members, key: Key, codes: Iterable[str | None]) -> Iterable[Kept]:
    """A line for each code of which something was planned."""
    held_of, planned_of = _by(key, held), _by(key, planned)
    found = (_kept(code, held_of.get(code, ()), planned_of.get(code, ())) for code in codes)
    return (one for one in found if one.planned.value.least)


def _by(key: Key, members: Members) -> Mapping[str | None, Members]:
    found: dict[str | None, list[DistinctActivity]] = defaultdict(list)
    for one in members:
        found[key(one)].append(one)
    return {code: tuple(alike) for code, alike in found.items()}


def _kept(code: str | None, held: Members, planned: Members) -> Kept:
    pairs = [(one, plan) for one in held if (plan := _plan_of(one))]
    unplanned = tuple(one for one in held if not _plan_of(one))
    met = [_both(one.activity.count, plan) for one, plan in pairs]
    short = [_rest(plan, part) for (_, plan), part in zip(pairs, met, strict=True)]
    over = [_rest(one.activity.count, part) for (one, _), part in zip(pairs, met, strict=True)]
    as_planned = tuple(one for one, _ in pairs)
    return Kept(
        code,
        planned=_count((*as_planned, *planned), [*(plan for _, plan in pairs), *_counts(planned)]),
        as_planned=_count(as_planned, met),
        untold=_count(planned, [*short, *_counts(planned)]),
        beyond=_count(unplanned, [*over, *_counts(unplanned)]),
    )


def _plan_of(one: DistinctActivity) -> Bounds | None:
    """How many of a held activity were planned: the largest plan that tells it; None where none does."""
    plans = [member.count for member in one.members if member.planned]
    return max(plans, key=lambda plan: plan.least) if plans and not one.activity.planned else None


def _counts(members: Members) -> list[Bounds]:
    return [one.activity.count for one in members]


def _count(members: Members, parts: list[Bounds]) -> Count:
    return Count(Bounds.total(parts), Source.of(members))


def _both(held: Bounds, plan: Bounds) -> Bounds:
    """As many as were both planned and held."""
    mosts = [one.most for one in (held, plan) if one.most is not None]
    return Bounds(min(held.least, plan.least), min(mosts) if mosts else None)


def _rest(whole: Bounds, part: Bounds) -> Bounds:
    """What is left of the whole without the part."""
    if whole == part:
        return ZERO
    least = 0 if part.most is None else max(0, whole.least - part.most)
    return Bounds(least, None if whole.most is None else max(least, whole.most - part.least))

"""A report that came once more, corrected, replaces the earlier one: one decision for all that both tell."""

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from typing import Any

from svod.register.errors import NotInEvidence, Stale
from svod.register.history import Deed, operation, restored
from svod.register.models import Activity, Change, Person, PlannedActivity, Resemblance, State, Submission
from svod.register.models.finding import Finding
from svod.register.retold import Retold
from svod.register.services.confirm import days_against, stood_by
from svod.register.services.correct import field_of
from svod.register.services.locks import ensure_rows_open
from svod.register.services.merge import decide
from svod.register.services.numbers import NUMBERS, ensure_in_evidence
from svod.register.services.one_report import ensure_not_shown, findings_of, leave_plans, one_report
from svod.register.services.withdraw import count_elsewhere, turn_down

Columns = Mapping[str, Any]
NOT_TOLD = {
    "state",
    "decided_by_id",
    "decided_at",
    "number_reason",
    "origins",
    "sources",
}  # of what a correction changes


def supersede(retold: Retold, stamp: str, person: Person) -> None:
    """Withdraw the earlier report, which is one report with the later one from then on.

    What somebody confirmed in it is confirmed as the later one tells it (`stands_again`); what other organisations tell
    of the same counts with that. `stamp` is that of what the person saw. Raises Stale where it is another by now, and
    what `withdraw` does.
    """
    earlier, later = retold.earlier, retold.later
    note = f"{earlier.name} → {later.name}"
    with operation("supersede", person, later.campaign, later.organisation, note=note) as deed:
        copies, better = one_report(earlier), one_report(later)
        ensure_not_shown(copies)
        now = Retold(earlier, later)
        if now.stamp != stamp:
            raise Stale(row=later)
        findings = findings_of(copies)
        read = as_read(now)
        for old, new in now.activities:
            _follow(deed, old, new, findings, now)
            decide(deed, old, new, Resemblance.Decision.SAME, person)
        for old, new in now.pairs:
            _stand(deed, old, new, read[old], person)
        count_elsewhere(deed, findings)
        leave_plans(deed, findings)
        for row in findings:
            turn_down(deed, row, person)
        for one in copies:
            deed.update(one, state=Submission.State.WITHDRAWN)
        deed.update(better[-1], replaces=copies[0])


def as_read(retold: Retold) -> dict[Finding, Columns]:
    """What the machine had read of the earlier report where a person put it right, for each row and column."""
    read: dict[Finding, Columns] = {}
    for name, pairs in (("activity", retold.activities), ("reportedtotal", retold.totals)):
        rows = {old.pk: old for old, _ in pairs}
        changes = Change.objects.filter(model=name, row__in=rows, operation__verb="correct").order_by("-pk")
        first: dict[int, dict[str, Any]] = {}
        for key, before in changes.values_list("row", "before"):
            first.setdefault(key, {}).update(before)  # the earliest comes last
        for key, row in rows.items():
            was = restored(type(row), first.get(key, {})).items()
            read[row] = {column: one for column, one in was if column not in NOT_TOLD and one != getattr(row, column)}
    return read


def put_right(old: Finding, new: Finding, read: Columns) -> Columns:
    """What a person put right in the earlier report, where the later one is read as that was read."""
    return {column: getattr(old, column) for column, was in read.items() if getattr(new, column) == was}


def stands_again(old: Finding, new: Finding, read: Columns) -> bool:
    """Whether the later telling is confirmed along with the report: the earlier one was, and nothing asks for another
    look, neither a number without its words, nor a day far away, nor what a person had put right otherwise."""
    if (old.state, new.state) != (State.CONFIRMED, State.DRAFT):
        return False
    right = put_right(old, new, read)
    if any(column not in right and getattr(new, column) != getattr(old, column) for column in read):
        return False
    so = copy(new)
    for column, value in right.items():
        setattr(so, column, value)
    so.number_reason = so.number_reason or _reason(old, so)
    return _needs_no_look(so)


def _needs_no_look(row: Finding) -> bool:
    try:
        ensure_in_evidence(row)
    except NotInEvidence:
        return False
    return not (isinstance(row, Activity) and days_against(row))


def _reason(old: Finding, new: Finding) -> str:
    """Where the number is from, as far as it is the same."""
    names = NUMBERS[old._meta.model_name or ""]
    return old.number_reason if all(getattr(old, name) == getattr(new, name) for name in names) else ""


def _follow(deed: Deed, old: Activity, new: Activity, gone: Sequence[Finding], now: Retold) -> None:
    """What counts as the old one counts as the new one; where the old one counts elsewhere, so does the new one."""
    keys = {row.pk for row in gone if isinstance(row, Activity)}
    own = new.same_as_id if new.same_as_id not in keys else None
    head = own or (old.same_as_id if old.same_as_id not in {*keys, new.pk} else None)
    beneath = [row for row in _counting_as([old, new] if head else [old], keys, now) if row.pk not in (new.pk, head)]
    ensure_rows_open([new, *beneath])
    deed.update(new, same_as_id=head)
    for row in beneath:
        deed.update(row, same_as_id=head or new.pk)
    for planned in PlannedActivity.objects.filter(held=old):
        deed.update(planned, held=new)


def _counting_as(heads: Iterable[Activity], gone: set[int], now: Retold) -> list[Activity]:
    """Those of the later report as the very rows that are changed with it."""
    mine = {new.pk: new for _, new in now.activities}
    rows = Activity.objects.filter(same_as__in=heads).exclude(pk__in=gone).select_related("campaign", "organisation")
    return [mine.get(row.pk, row) for row in rows]


def _stand(deed: Deed, old: Finding, new: Finding, read: Columns, person: Person) -> None:
    stands, right = stands_again(old, new, read), put_right(old, new, read)
    fields = {field_of(column) for column in right}
    origins = {**new.origins, **{field: old.origins.get(field, "corrected") for field in fields}}
    deed.update(new, **right, origins=origins)
    if stands:
        deed.update(new, **stood_by(new, person, _reason(old, new)))

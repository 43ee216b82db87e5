"""A report is taken back as a whole: nothing of it counts any more, its file, its text and its history stay."""

from collections.abc import Collection
from itertools import groupby

from django.utils import timezone

from svod.register.history import Deed, operation
from svod.register.models import Activity, Person, State, Submission
from svod.register.models.finding import Finding
from svod.register.services.locks import ensure_rows_open
from svod.register.services.merge import goodness
from svod.register.services.one_report import ensure_not_shown, findings_of, leave_plans, one_report


def withdraw(submission: Submission, why: str, person: Person) -> None:
    """Withdraw the submission. What another one tells as well goes on counting there.

    Raises what `one_report` does, Locked also where what would count elsewhere lies in a signed part, PhotoInReport.
    """
    note = f"{submission.name}: {why}"
    with operation("withdraw", person, submission.campaign, submission.organisation, note=note) as deed:
        copies = one_report(submission)
        ensure_not_shown(copies)
        findings = findings_of(copies)
        count_elsewhere(deed, findings)
        leave_plans(deed, findings)
        for row in findings:
            turn_down(deed, row, person)
        for one in copies:  # told again under the same key, it is another one
            deed.update(one, state=Submission.State.WITHDRAWN, set_aside_why=why, told_as=None)


def count_elsewhere(deed: Deed, findings: Collection[Finding]) -> None:
    """The best of the other tellings stands for what they told again."""
    own = [row.pk for row in findings if isinstance(row, Activity)]
    others = Activity.objects.filter(same_as__in=own).exclude(pk__in=own).select_related("campaign", "organisation")
    tellings = list(others.order_by("same_as", "pk"))
    ensure_rows_open(tellings)
    for _, some in groupby(tellings, key=lambda row: row.same_as_id):
        head, *rest = sorted(some, key=goodness)
        deed.update(head, same_as=None)
        for row in rest:
            deed.update(row, same_as=head)


def turn_down(deed: Deed, row: Finding, person: Person) -> None:
    if row.state == State.REJECTED:
        return
    apart = {"same_as": None} if isinstance(row, Activity) else {}
    deed.update(row, state=State.REJECTED, decided_by=person, decided_at=timezone.now(), **apart)

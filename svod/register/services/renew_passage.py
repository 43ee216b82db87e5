"""What is no longer true in a person's words becomes what the register says now."""

from svod.register.consolidated.marks import Bound, begun_as, changed
from svod.register.consolidated.standing import untrue
from svod.register.consolidated.told import told
from svod.register.history import operation
from svod.register.models import Passage, Person


def renew_passage(row: Passage, person: Person, fact: str = "") -> int:
    """Renew one fact of the passage, or all; how many. A fact that the register lost stays as it is. Raises Stale."""
    stale = {one.fact: one.now for one in untrue(row, told(row.report)) if one.now and fact in ("", one.fact)}
    if not stale:
        return 0
    report, was = row.report, row.known

    def renewed(bound: Bound) -> Bound:
        return Bound(begun_as(bound.words, stale[bound.fact]), bound.fact) if bound.fact in stale else bound

    with operation("report_renew", person, report.campaign, report.organisation, note=str(report)) as deed:
        deed.update(row, text=changed(row.text, renewed), known={**was, **stale})
    return len(stale)

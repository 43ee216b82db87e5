"""Whether two tellings may be one activity, and what speaks for and against it. Definite-no rules come first."""

from svod.linking.fields import RULES, are_singles
from svod.linking.findings import Comparison, Finding
from svod.linking.telling import Telling


def compare(one: Telling, other: Telling) -> Comparison | None:
    """What speaks for and against the two being one activity; None where they cannot be."""
    if never(one, other):
        return None
    findings = tuple(found for rule in RULES if (found := rule(one, other)))
    if not are_singles(one, other) and not _plurals_agree(findings):
        return None
    return Comparison(findings, sum(found.weight for found in findings))


def never(one: Telling, other: Telling) -> bool:
    """Definite no: one submission tells them apart, or region, form, number or a school's number contradicts."""
    return (
        one.text == other.text
        or (one.region != other.region and one.region is not None and other.region is not None)
        or (one.kind != other.kind and other.kind not in one.alike)
        or not one.count.overlaps(other.count)
        or contradict(one.organiser_numbers, other.organiser_numbers)
        or contradict(one.title_numbers, other.title_numbers)
    )


def contradict(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two names give numbers and none in common: no names of one thing."""
    return bool(one) and bool(other) and one.isdisjoint(other)


def _plurals_agree(findings: tuple[Finding, ...]) -> bool:
    """ "Семинары" in two reports may be any; the same title, or the very same number of them, may be one telling."""
    return any(found[:2] in {("title", "same"), ("count", "same")} for found in findings)

"""The same activity in several submissions: told by school, district and region, or in two languages.

Fixed, explained weights (weights.toml) are summed over the fields of two tellings (fields.py). From one threshold on
the two are one activity; from a lower one a person should look (`candidates`). What one submission tells apart is
never joined, whatever the weights say.
"""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import chain

from svod.linking.clusters import Cluster, Resolution, resolve
from svod.linking.explain import explain
from svod.linking.fields import FIELDS
from svod.linking.merge import merge
from svod.linking.resemblances import Resemblance, resemblances
from svod.linking.telling import order, tellings
from svod.packs.pack import Pack
from svod.records import Candidate, DistinctActivity, Reading

__all__ = ["Resemblance", "candidates", "explain", "link", "link_and_ask", "printed_order", "resemblances"]


def link(readings: Sequence[Reading], pack: Pack, prefix: str = "М") -> tuple[DistinctActivity, ...]:
    """Every activity once, with all its mentions and the reasons that joined them.

    In the order region (the pack's), date, kind (the pack's), title, numbered so: "М-0001". The order of the
    submissions changes nothing. Planned activities are among them: `activity.planned`, where every teller only plans.
    """
    return link_and_ask(readings, pack, prefix)[0]


def candidates(readings: Sequence[Reading], pack: Pack) -> tuple[Candidate, ...]:
    """The pairs that only a person can decide, the surest first: from the clerical threshold on, and not joined."""
    return link_and_ask(readings, pack)[1]


def link_and_ask(
    readings: Sequence[Reading], pack: Pack, prefix: str = "М"
) -> tuple[tuple[DistinctActivity, ...], tuple[Candidate, ...]]:
    """What `link` and `candidates` answer, found once."""
    resolution = resolve(tellings(readings, pack))
    made = [_distinct(cluster, resolution) for cluster in resolution.clusters]
    made.sort(key=printed_order(pack))  # stable: what reads the same stays in the order of the texts
    numbered = (
        DistinctActivity(f"{prefix}-{number:04d}", one.activity, one.members, one.why)
        for number, one in enumerate(made, start=1)
    )
    return tuple(numbered), _asked(resolution)


def _asked(resolution: Resolution) -> tuple[Candidate, ...]:
    return tuple(
        Candidate(
            one=resolution.tellings[i].members[0],
            other=resolution.tellings[j].members[0],
            score=found.score,
            why=tuple(finding.code for finding in found.findings),
            weights=tuple(finding.weight for finding in found.findings),
        )
        for i, j, found in resolution.doubtful
    )


def _distinct(cluster: Cluster, resolution: Resolution) -> DistinctActivity:
    told = [resolution.tellings[position].members for position in cluster.tellings]
    members = tuple(sorted(chain.from_iterable(told), key=order))
    # A text that came twice is one teller: its copies add evidence, no weight.
    activity = merge([mentions[0] for mentions in told])
    return DistinctActivity("", activity, members, _why(cluster, copied=len(members) > len(told)))


def _why(cluster: Cluster, *, copied: bool) -> tuple[str, ...]:
    """Every reason once: the copying of a whole text first, then field by field."""
    agreements = {finding for comparison in cluster.joined for finding in comparison.agreements}
    codes = sorted((FIELDS.index(finding.field), finding.code) for finding in agreements)
    return ("same_text",) * copied + tuple(code for _, code in codes)


def printed_order(pack: Pack) -> Callable[[DistinctActivity], tuple[int, date, int, str]]:
    """As a report lists them: region (the pack's), date, kind (the pack's), title."""
    regions = {unit.code: place for place, unit in enumerate(pack.geography.regions)}
    kinds = {term.code: place for place, term in enumerate(pack.kinds)}

    def key(distinct: DistinctActivity) -> tuple[int, date, int, str]:
        activity = distinct.activity
        return (
            regions.get(activity.region or "", len(regions)),
            activity.date.first if activity.date else date.max,
            kinds.get(activity.kind, len(kinds)),
            activity.title or "",
        )

    return key

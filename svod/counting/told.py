"""A distinct activity as counting needs it."""

from collections.abc import Mapping
from dataclasses import dataclass

from svod.language.standing import standing
from svod.records import Bounds, DistinctActivity, Evidence
from svod.records.activity import still_said
from svod.records.bounds import ONE, SEVERAL


@dataclass(slots=True, eq=False)  # not frozen: there is one of each activity, and to set what is frozen takes a call
class Told:
    """`texts` are the texts that tell it, `named` whether anything names this very activity (title, date, number of
    people), so that it is another than any other named one; several told at once ("96 классных часов") may hold others.
    What is `vague` says no more than that there were several ("прошли семинары").
    `level` is how high its organiser stands.
    """

    region: str | None
    kind: str
    audience: tuple[str, ...]
    partners: tuple[str, ...]
    place: str
    organiser: str
    level: int
    count: Bounds
    named: bool
    vague: bool
    texts: frozenset[str]
    participants: Bounds | None
    evidence: tuple[Evidence, ...]
    people_evidence: tuple[Evidence, ...]


def prepare(distinct: DistinctActivity, texts: Mapping[str, str]) -> Told:
    activity, evidences = distinct.activity, distinct.evidences
    people = [member for member in distinct.members if member.participants is not None]
    says_more = bool(activity.title or activity.date or activity.participants)
    return Told(
        region=activity.region,
        kind=activity.kind,
        audience=activity.audience,
        partners=activity.partners,
        place=(activity.place or "").casefold(),
        organiser=(activity.organiser or "").casefold(),
        level=standing(activity.organiser or ""),
        count=activity.count,
        named=activity.count == ONE and says_more,
        vague=activity.count == SEVERAL and not says_more,
        texts=frozenset(texts.get(evidence.document, evidence.document) for evidence in evidences),
        participants=_attendance(distinct),
        evidence=evidences,
        people_evidence=tuple(Evidence(one.evidence.document, *one.source("participants")) for one in people),
    )


def _attendance(distinct: DistinctActivity) -> Bounds | None:
    """How many came. Where its tellers contradict, at least the larger number stands, as it does among totals."""
    agreed = distinct.activity.participants
    if agreed is None:
        return None
    members = still_said([member for member in distinct.members if not member.planned])
    held = [member.participants for member in members if member.participants]
    least = max((said.least for said in held), default=agreed.least)
    if agreed.most is not None and least > agreed.most:
        return agreed
    return Bounds(max(least, agreed.least), agreed.most)

"""The organisations that have a part in a campaign, with what is left to do in each part."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet

from svod.register.models import Activity, Campaign, Organisation, Person, ReportedTotal, Signature, State, Submission
from svod.register.models.submission import STANDING, STUCK, WAITING
from svod.register.permissions import may, visible
from svod.register.services.join_copies import certain_copies
from svod.register.services.locks import above

Counts = dict[str, int]  # by the organisation's path


@dataclass(frozen=True)
class Rung:
    """An organisation with its part: its own and everything below it. `waits_for` have not signed below it."""

    organisation: Organisation
    depth: int
    submissions: int
    unread: int
    stuck: int  # could not be read, and nobody found a way on
    drafts: int
    twice: int  # pairs that surely tell the same, of which each counts
    signature: Signature | None
    closed_by: Signature | None
    waits_for: tuple[Organisation, ...]
    may_sign: bool

    @property
    def came_late(self) -> bool:
        """Whether something waits in a part that is closed: it was handed in after the signature."""
        return bool((self.signature or self.closed_by) and (self.drafts or self.unread))

    @property
    def is_ready(self) -> bool:
        return not (self.drafts or self.unread or self.waits_for or self.closed_by or self.signature)


def ladder(campaign: Campaign, person: Person) -> list[Rung]:
    """From the top down, as far as the person may see; organisations without any submission are left out."""
    part = {"campaign": campaign}
    told = _count(Submission.objects.filter(STANDING, **part))
    unread = _count(Submission.objects.filter(**part, state__in=WAITING))
    stuck = _count(Submission.objects.filter(**part).filter(STUCK))
    drafts = Counter(_count(Activity.objects.filter(**part, state=State.DRAFT, same_as__isnull=True)))
    drafts.update(_count(ReportedTotal.objects.filter(**part, state=State.DRAFT)))
    twice = certain_copies(campaign, person, "see").values_list("one__organisation__path", "other__organisation__path")
    pairs = list(twice.filter(one__state=State.CONFIRMED, other__state=State.CONFIRMED))
    signatures = {
        one.organisation.path: one
        for one in Signature.objects.filter(**part, reopened_at=None).select_related("organisation", "signed_by")
    }
    step = Organisation.steplen
    paths = {path[:end] for path in told for end in range(step, len(path) + 1, step)}
    concerned = Organisation.objects.filter(path__in=paths, path__startswith=campaign.organisation.path)
    shown = list(visible(concerned, person, through="").order_by("path"))
    known = {one.path: one for one in concerned}
    top = min((one.depth for one in shown), default=0)
    return [
        Rung(
            organisation=one,
            depth=one.depth - top,
            submissions=_below(told, one),
            unread=_below(unread, one),
            stuck=_below(stuck, one),
            drafts=_below(drafts, one),
            twice=sum(all(path.startswith(one.path) for path in pair) for pair in pairs),
            signature=signatures.get(one.path),
            closed_by=next((signatures[path] for path in above(one)[:-1] if path in signatures), None),
            waits_for=tuple(
                known[path]
                for path in sorted(told)
                if path.startswith(one.path) and path != one.path and path not in signatures
            ),
            may_sign=may(person, "sign", one),
        )
        for one in shown
    ]


def _count(rows: QuerySet[Any]) -> Counts:
    return dict(rows.order_by().values_list("organisation__path").annotate(Count("pk")))


def _below(counts: Counts, organisation: Organisation) -> int:
    return sum(number for path, number in counts.items() if path.startswith(organisation.path))

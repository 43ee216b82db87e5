"""All that people added to a report by hand."""

from dataclasses import dataclass

from svod.register.models import Passage, Report


@dataclass(frozen=True, slots=True)
class ByHand:
    passages: tuple[Passage, ...] = ()


def by_hand(report: Report) -> ByHand:
    return ByHand(tuple(report.passages.select_related("written_by").order_by("pk")))

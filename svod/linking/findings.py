"""What comparing two tellings finds."""

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from svod.linking.rules import rules

_PLAIN = ("same", "large", "shared")  # the levels that words.toml calls by the field alone


class Finding(NamedTuple):
    """What one field says: its level, the weight of that level, and what a person may want to see of it."""

    field: str
    level: str
    weight: float
    detail: str = ""

    @property
    def code(self) -> str:
        """ "title:0.97", "title.close:0.90", "date", "date.overlap": a key of words.toml and its detail."""
        name = self.field if self.level in _PLAIN else f"{self.field}.{self.level}"
        return name + (f":{self.detail}" if self.detail else "")

    @property
    def bars(self) -> bool:
        """Whether a person has to decide, however much speaks for one activity."""
        return self.level in rules().person.get(self.field, ())


@dataclass(frozen=True, slots=True)
class Comparison:
    """All findings of a pair, in the order of the fields; `score` is the sum of their weights."""

    findings: tuple[Finding, ...]
    score: float

    @property
    def agreements(self) -> tuple[Finding, ...]:
        """What speaks for one activity."""
        return tuple(finding for finding in self.findings if finding.weight > 0 or finding.level == "alike")

    @property
    def is_certain(self) -> bool:
        """Whether the two are joined without asking."""
        return self.score >= rules().certain and not self.is_barred

    @property
    def is_barred(self) -> bool:
        return any(finding.bars for finding in self.findings)


@lru_cache(maxsize=1 << 12)
def finding(field: str, level: str, detail: str = "") -> Finding:
    """A finding with the weight that weights.toml gives it."""
    return Finding(field, level, rules().weights[field][level], detail)

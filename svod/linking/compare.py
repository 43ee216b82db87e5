"""Two tellings compared field by field. Each rule looks at one field and answers a finding, or nothing where a side
is silent; their order is one list at the end. Definite-no rules come first."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from svod.linking.rules import rules
from svod.linking.telling import Telling, is_common
from svod.records import Bounds


class Finding(NamedTuple):
    """What one field says: its level, the weight of that level, and what a person may want to see of it."""

    field: str
    level: str
    weight: float
    detail: str = ""

    @property
    def code(self) -> str:
        """ "title:0.97", "title.close:0.90", "date", "date.overlap": a key of words.toml and its detail."""
        plain = self.level in ("same", "large", "shared")
        return self.field + ("" if plain else f".{self.level}") + (f":{self.detail}" if self.detail else "")


@dataclass(frozen=True, slots=True)
class Comparison:
    """All findings of a pair, in the order of the fields; `score` is the sum of their weights."""

    findings: tuple[Finding, ...]
    score: float

    @property
    def agreements(self) -> tuple[Finding, ...]:
        """What speaks for one activity."""
        return tuple(finding for finding in self.findings if finding.weight > 0 or finding.level == "alike")


Rule = Callable[[Telling, Telling], Finding | None]


def compare(one: Telling, other: Telling) -> Comparison | None:
    """What speaks for and against the two being one activity; None where they cannot be."""
    if never(one, other):
        return None
    findings = tuple(finding for rule in RULES if (finding := rule(one, other)))
    if not _singles(one, other) and not _plurals_agree(findings):
        return None
    return Comparison(findings, sum(finding.weight for finding in findings))


def never(one: Telling, other: Telling) -> bool:
    """Definite no: one submission tells them apart, or region, form, number or a school's number contradicts."""
    return (
        one.text == other.text
        or (one.region != other.region and one.region is not None and other.region is not None)
        or (one.kind != other.kind and frozenset((one.kind, other.kind)) not in rules().alike)
        or not one.count.overlaps(other.count)
        or _contradict(one.organiser_numbers, other.organiser_numbers)
        or _contradict(one.title_numbers, other.title_numbers)
    )


def _contradict(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one) and bool(other) and one.isdisjoint(other)


def _singles(one: Telling, other: Telling) -> bool:
    return one.count.most == 1 and other.count.most == 1


def _plurals_agree(findings: tuple[Finding, ...]) -> bool:
    """ "Семинары" in two reports may be any; the same title, or the very same number of them, may be one telling."""
    return any(finding[:2] in {("title", "same"), ("count", "same")} for finding in findings)


def kinds(one: Telling, other: Telling) -> Finding:
    if one.kind == other.kind:
        return _finding("kind", "same")
    return _finding("kind", "alike", "/".join(sorted((one.kind, other.kind))))


def regions(one: Telling, other: Telling) -> Finding:
    known = one.region is not None and other.region is not None
    return _finding("region", "same" if known else "unknown")


def titles(one: Telling, other: Telling) -> Finding | None:
    if not one.title or not other.title:
        return None
    alike = similarity(one.title, other.title)
    level = _level(alike, rules().titles)
    if level in ("same", "close"):
        if is_common(one) or is_common(other):
            return _finding("title", "common", str(max(one.fashion, other.fashion)))
        return _finding("title", level, f"{alike:.2f}")
    if one.title_language != other.title_language:
        return None  # a translation: nothing to compare letter by letter
    return _finding("title", level, f"{alike:.2f}")


def dates(one: Telling, other: Telling) -> Finding | None:
    if not one.first or not other.first:
        return None
    if (one.first, one.last) == (other.first, other.last):
        return _finding("date", "same")
    gap = max(one.first, other.first) - min(one.last, other.last)
    return _finding("date", "overlap" if gap <= 0 else "next_day" if gap == 1 else "different")


def places(one: Telling, other: Telling) -> Finding | None:
    if not one.place or not other.place:
        return None
    return _finding("place", "same" if one.place == other.place else "different")


def organisers(one: Telling, other: Telling) -> Finding | None:
    if not one.organiser or not other.organiser:
        return None
    alike = similarity(one.organiser, other.organiser)
    level = _level(alike, rules().organisers)
    if level == "different" and one.organiser_language != other.organiser_language:
        return None
    if level == "different" and one.organiser_numbers & other.organiser_numbers:
        level = "unclear"  # "СШ № 5" and "школа № 5 города Костаная"
    return _finding("organiser", level, f"{alike:.2f}" if level == "unclear" else "")


def participants(one: Telling, other: Telling) -> Finding | None:
    if one.participants is None or other.participants is None:
        return None
    if not one.participants.overlaps(other.participants):
        return _finding("participants", "different", f"{_print(one.participants)}/{_print(other.participants)}")
    if one.participants == other.participants and one.participants.is_exact:
        level = "large" if one.participants.least >= rules().large else "same"
        return _finding("participants", level, str(one.participants.least))
    return _finding("participants", "overlap")


def counts(one: Telling, other: Telling) -> Finding | None:
    if _singles(one, other):
        return None
    if one.count == other.count and one.count.is_exact:
        return _finding("count", "same", str(one.count.least))
    return _finding("count", "overlap")


def audiences(one: Telling, other: Telling) -> Finding | None:
    if not one.audience or not other.audience:
        return None
    return _finding("audience", "different" if one.audience.isdisjoint(other.audience) else "shared")


FIELDS = ("title", "date", "region", "kind", "place", "organiser", "participants", "count", "audience")
RULES: tuple[Rule, ...] = (titles, dates, regions, kinds, places, organisers, participants, counts, audiences)


def likeness(one: str, other: str) -> float:
    """0 to 1 for two folded names: the mean of the likeness of their common words and of all their words.

    The first alone would call «Нет насилию» and «Скажи нет насилию в семье» the same.
    """
    if one == other:
        return 1.0
    from rapidfuzz import fuzz  # heavy for a command that links nothing

    return (fuzz.token_set_ratio(one, other) + fuzz.token_sort_ratio(one, other)) / 200


similarity = lru_cache(maxsize=1 << 12)(likeness)  # the same names come again and again


@lru_cache(maxsize=1 << 12)
def _finding(field: str, level: str, detail: str = "") -> Finding:
    return Finding(field, level, rules().weights[field][level], detail)


def _level(alike: float, thresholds: Mapping[str, float]) -> str:
    for level, least in thresholds.items():
        if alike >= least:
            return level
    return "different"


def _print(bounds: Bounds) -> str:
    if bounds.is_exact:
        return str(bounds.least)
    return f"{bounds.least}–{bounds.most}" if bounds.most is not None else f"{bounds.least}+"

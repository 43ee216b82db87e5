"""In which order the activities of a section are told."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from svod.narration.grouping import Members

NOWHERE = ""


@dataclass(frozen=True, slots=True)
class Order:
    """What has no setting, what has no place, what one held at several places, then the other places by size; in each
    the undated first, then day by day, whoever held it.

    So no clause seems to belong to a place or day that another one named, and days are never told backwards.
    """

    at_place: Mapping[str, int]  # how many activities
    alone: Container[str]  # the places of but one setting
    far: Mapping[str, int]  # an organiser of several places -> how many, below zero
    leading: Mapping[str, str]  # a place -> the organiser whose dated clauses follow its undated ones

    @classmethod
    def of(cls, settings: Iterable[Members]) -> "Order":
        at_place: Counter[str] = Counter()
        whens: dict[tuple[str, str], list[str]] = defaultdict(list)
        for alike in settings:
            place, organiser, when = _setting(alike)
            at_place[place] += sum(member.activity.count.least for member in alike)
            whens[place, organiser].append(when)
        settings_at = Counter(place for (place, _), days in whens.items() for _ in days)
        far = _far(whens)
        alone = {place for place, number in settings_at.items() if number == 1}
        leading = {**_leading(whens), NOWHERE: min(far, key=far.__getitem__, default="")}
        return cls(at_place, alone, far, leading)

    def __call__(self, alike: Members) -> tuple[object, ...]:
        place, organiser, when = _setting(alike)
        far = self.far.get(organiser, 0) if place else 0
        of_whom = far, organiser if far or place in self.alone else ""
        where = bool(place or organiser or when), bool(place), of_whom, -self.at_place[place], place
        leads = bool(organiser) and organiser == self.leading.get(place)
        return *where, when, leads != bool(when), organiser, alike[0].id


def _far(whens: Iterable[tuple[str, str]]) -> dict[str, int]:
    places = Counter(organiser for place, organiser in whens if place and organiser)
    return {organiser: -number for organiser, number in places.items() if number > 1}


def _leading(whens: Mapping[tuple[str, str], list[str]]) -> dict[str, str]:
    """Of each place, of those who held there something undated and something dated, who held most."""
    both = {setting: days for setting, days in whens.items() if setting[1] and any(days) and not all(days)}
    return {place: organiser for (place, organiser), days in sorted(both.items(), key=lambda one: len(one[1]))}


def _setting(alike: Members) -> tuple[str, str, str]:
    first = alike[0].activity
    return first.place or NOWHERE, first.organiser or "", str(first.date or "")

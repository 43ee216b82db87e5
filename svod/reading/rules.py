"""The rules of a printed page: straight lines, level and upright, and which of them make one table."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

# In points, of which an inch has 72.
_NEAR = 3.0  # rules that are nearer touch, or are one
_SHORTEST = 4.0  # of a rule: less is a stroke's end
_MOST = 1500  # rules of a page: what has more is a drawing


class Rule(NamedTuple):
    """A straight line: level at the height `at`, from the left to the right; or upright, from below to above."""

    at: float
    start: float
    end: float

    def crosses(self, place: float) -> bool:
        return self.start - _NEAR <= place <= self.end + _NEAR


class Rules(NamedTuple):
    """Those of a page, or of one table."""

    level: list[Rule]
    upright: list[Rule]

    @property
    def are_a_drawing(self) -> bool:
        """Whether they are more than tables have."""
        return len(self.level) + len(self.upright) > _MOST

    def add(self, one: tuple[float, float], other: tuple[float, float]) -> None:
        """Add what was drawn from one point (x, y) to another, if it is straight and long enough."""
        (x, y), (x2, y2) = one, other
        if abs(y - y2) < 1 and abs(x - x2) > _SHORTEST:
            self.level.append(Rule((y + y2) / 2, min(x, x2), max(x, x2)))
        elif abs(x - x2) < 1 and abs(y - y2) > _SHORTEST:
            self.upright.append(Rule((x + x2) / 2, min(y, y2), max(y, y2)))


def whole(rules: list[Rule]) -> list[Rule]:
    """Those made one that lie on one another or go on from one another."""
    whole: list[Rule] = []
    for at in places(rules):
        last: Rule | None = None
        for rule in sorted((rule for rule in rules if 0 <= rule.at - at <= _NEAR), key=lambda rule: rule.start):
            if last is not None and rule.start <= last.end + _NEAR:
                last = whole[-1] = Rule(at, last.start, max(last.end, rule.end))
            else:
                last = Rule(at, rule.start, rule.end)
                whole.append(last)
    return whole


def places(rules: Iterable[Rule]) -> list[float]:
    """Where they stand, in order; those nearer than _NEAR to another are at one place."""
    places: list[float] = []
    for at in sorted(rule.at for rule in rules):
        if not places or at - places[-1] > _NEAR:
            places.append(at)
    return places


def connected(rules: Rules) -> Iterator[Rules]:
    """The rules that touch one another, directly or over others."""
    left = set(range(len(rules.upright)))
    levels = set(range(len(rules.level)))
    while left:
        found, reached, waiting = Rules([], []), [], [left.pop()]
        while waiting:
            upright = rules.upright[waiting.pop()]
            found.upright.append(upright)
            reached = [number for number in levels if _touch(rules.level[number], upright)]
            levels.difference_update(reached)
            for number in reached:
                found.level.append(rules.level[number])
                more = [other for other in left if _touch(rules.level[number], rules.upright[other])]
                left.difference_update(more)
                waiting += more
        yield found


def _touch(level: Rule, upright: Rule) -> bool:
    return level.crosses(upright.at) and upright.crosses(level.at)


def is_drawn(rules: Iterable[Rule], at: float, place: float) -> bool:
    return any(abs(rule.at - at) <= _NEAR and rule.crosses(place) for rule in rules)

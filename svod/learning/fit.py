"""Weights for facts from right and wrong decisions: logistic regression, drawn to 0, the same each time."""

import math
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from svod.learning.learned import chance

DRAWN = 1.0  # how strongly a weight is drawn to 0: a fact seen once moves little
ROUNDS = 400
ENOUGH = 1e-6  # once no weight moves further, they are found
SMALL = 0.005  # weights that would change nothing are not written


class Example(NamedTuple):
    """What was known of a decision, what the rules' word weighs in it, and whether it is so."""

    facts: tuple[str, ...]
    trust: float
    is_so: bool


def fit(examples: Sequence[Example], drawn: float = DRAWN) -> dict[str, float]:
    """The weights that make what is so likeliest beside the rules' word. No examples give none.

    Each round moves every weight by no more than the curvature allows, so that none ever overshoots.
    """
    seen = _by_fact(examples)
    longest = max((len(one.facts) for one in examples), default=1)
    steps = {fact: 1 / (drawn + longest * len(places) / 4) for fact, places in seen.items()}
    weights = dict.fromkeys(seen, 0.0)
    for _ in range(ROUNDS):
        missed = [one.is_so - chance(one.trust + sum(weights[fact] for fact in one.facts)) for one in examples]
        moves = {
            fact: steps[fact] * (math.fsum(missed[place] for place in places) - drawn * weights[fact])
            for fact, places in seen.items()
        }
        for fact, move in moves.items():
            weights[fact] += move
        if max(map(abs, moves.values()), default=0.0) < ENOUGH:
            break
    return {fact: round(weight, 4) for fact, weight in weights.items() if abs(weight) >= SMALL}


def _by_fact(examples: Sequence[Example]) -> dict[str, list[int]]:
    """Where each fact was known, the facts in alphabetical order."""
    seen: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(examples):
        for fact in one.facts:
            seen[fact].append(place)
    return dict(sorted(seen.items()))

"""What was learned, as a file that a person can read: a weight for each fact, and the figures it was adopted for."""

import math
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FORM = 1
LARGEST = 20.0  # a weight beyond it decides alone, whatever else is known
MOST = 5_000
NAME = re.compile(r"[a-z_]+(=[\w.-]{1,60}(,kind=[\w-]{1,60})?)?")
HEAD = """\
# What `svod learn` made of people's corrections. A weight above 0 speaks for it, one below against it.
"""


class BadWeights(ValueError):  # noqa: N818 # what somebody gave, not a fault of ours
    """The file is none of what was learned; the text says why."""


@dataclass(frozen=True, slots=True)
class Weights:
    """By the name of a fact: of `mentions`, for being an activity; of `people`, for having come to that activity.

    `about` is told and used for nothing: how many texts it comes from, and what it reads better.
    """

    mentions: Mapping[str, float] = field(default_factory=dict)
    people: Mapping[str, float] = field(default_factory=dict)
    about: Mapping[str, int | float] = field(default_factory=dict)


def load_weights(path: Path) -> Weights:
    """Raises BadWeights, and OSError."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadWeights(f"{path}: {error}") from None
    if table.get("form") != FORM:
        raise BadWeights(f"{path}: expected form = {FORM}, as `svod learn` writes it")
    about = table.get("about", {})
    return Weights(_of(path, table, "mentions"), _of(path, table, "people"), about if isinstance(about, dict) else {})


def _of(path: Path, table: Mapping[str, Any], part: str) -> dict[str, float]:
    weights = table.get(part, {})
    if not isinstance(weights, dict) or len(weights) > MOST:
        raise BadWeights(f"{path}: [{part}] is no table of weights")
    for name, weight in weights.items():
        if not NAME.fullmatch(name):
            raise BadWeights(f"{path}: {name!r} in [{part}] names nothing")
        if type(weight) not in (int, float) or not math.isfinite(weight) or abs(weight) > LARGEST:
            raise BadWeights(f"{path}: {name} = {weight!r} is no weight")
    return {name: float(weight) for name, weight in weights.items()}


def written(weights: Weights) -> str:
    """The file: the same weights give the same bytes, the heaviest first."""
    parts = [HEAD, f"form = {FORM}\n"]
    parts += ["\n[about]\n", *(f"{name} = {value}\n" for name, value in weights.about.items())]
    for part, table in (("mentions", weights.mentions), ("people", weights.people)):
        parts.append(f"\n[{part}]\n")
        heavy = sorted(table.items(), key=lambda one: (-abs(one[1]), one[0]))
        parts += [f'"{name}" = {weight:.4f}\n' for name, weight in heavy]
    return "".join(parts)

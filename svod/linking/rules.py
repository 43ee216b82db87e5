"""The weights and thresholds of weights.toml, read once."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Rules:
    """`weights` are by field and level; `titles`, `meanings` and `organisers` the similarity (0 to 1) from which a
    level holds; `person` the levels of a field that leave the decision to a person, whatever the sum."""

    certain: float
    clerical: float
    common_title_from: int
    neighbours: int
    titles: Mapping[str, float]
    meanings: Mapping[str, float]
    places: float
    organisers: Mapping[str, float]
    large: int
    weights: Mapping[str, Mapping[str, float]]
    apart: frozenset[str]
    person: Mapping[str, frozenset[str]]


@cache
def rules() -> Rules:
    """The rules every link is made by."""
    table = tomllib.loads(files(__package__).joinpath("weights.toml").read_text("utf-8"))
    return Rules(
        certain=table["certain"],
        clerical=table["clerical"],
        common_title_from=table["common_title_from"],
        neighbours=table["neighbours"],
        titles=table["titles"],
        meanings=table["meanings"],
        places=table["places"]["same"],
        organisers=table["organisers"],
        large=table["participants"]["large"],
        weights=table["weights"],
        apart=frozenset(table["audiences"]["apart"]),
        person={field: frozenset(levels) for field, levels in table["person"].items()},
    )

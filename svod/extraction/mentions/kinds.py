"""Kinds that are asked for together, and which of them some words name."""

from collections.abc import Iterable

from svod.extraction.text.clause import NONE
from svod.extraction.text.scan import Mark
from svod.packs.traits import traits

GATHERINGS = traits("gathering")  # bare words for people together
CONTESTS = traits("competition", "match", "pastime")  # "турнир", then "ойындар"
RIVALRIES = CONTESTS | traits("debating")


def kinds_of(marks: Iterable[Mark]) -> frozenset[str]:
    """The codes of all kinds that some marks may name."""
    return NONE.union(*(mark.meaning.kinds for mark in marks))

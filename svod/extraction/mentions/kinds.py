"""Kinds that are asked for together, and which of them some words name."""

from collections.abc import Iterable

from svod.extraction.text.clause import NONE
from svod.extraction.text.scan import Mark

GATHERINGS = frozenset({"meeting", "assembly", "commission_session"})  # bare words for people together
CONTESTS = frozenset({"contest", "sports", "game"})  # "турнир", then "ойындар"
RIVALRIES = CONTESTS | {"debate"}


def kinds_of(marks: Iterable[Mark]) -> frozenset[str]:
    """The codes of all kinds that some marks may name."""
    return NONE.union(*(mark.meaning.kinds for mark in marks))

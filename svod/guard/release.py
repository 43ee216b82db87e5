"""What may be told although it was found: by rule, or because a person stood by it."""

from collections.abc import Iterable

from svod.guard.records import Find
from svod.records import Release

BY_RULE = frozenset({"official"})  # whoever speaks in office, where the office stands with the name


def held(finds: Iterable[Find], released: Iterable[Release] = ()) -> tuple[Find, ...]:
    """The finds that must not be shown."""
    keys = {one.key for one in released}
    return tuple(one for one in finds if one.kind not in BY_RULE and one.key not in keys)

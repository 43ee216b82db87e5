"""What the kinds of activity are like that a campaign's texts may tell of: see `svod.packs.traits`."""

from collections.abc import Mapping

from svod.packs.traits import REST

NONE: frozenset[str] = frozenset()


class Kinds:
    """The traits of each kind, by its code. `rest`: the one of what is of no other; "" where there is none."""

    def __init__(self, traits: Mapping[str, frozenset[str]]) -> None:
        self._traits = dict(traits)
        self._having: dict[frozenset[str], frozenset[str]] = {}
        self.rest = next((code for code, like in traits.items() if REST in like), "")

    def of(self, code: str) -> frozenset[str]:
        return self._traits.get(code, NONE)

    def having(self, traits: frozenset[str]) -> frozenset[str]:
        """The codes of those that have any of these traits."""
        found = self._having.get(traits)
        if found is None:
            found = frozenset(code for code, like in self._traits.items() if not traits.isdisjoint(like))
            self._having[traits] = found
        return found

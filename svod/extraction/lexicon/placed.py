"""Places of a text in order, and things that begin there: which of them lie where is looked up, not searched."""

from typing import Any, Generic, TypeVar

Thing = TypeVar("Thing")
BEHIND_ALL = 1 << 60
NOTHING: list[Any] = []  # what is found most often; nobody changes what is found, so one is enough
# Powers of two of the characters between signposts: hardly a word lies there, and no more than two things of a kind.
STRIDE, STRIDE_OF_THINGS = 2, 7


class Order:
    """Places in order. Behind each 1 << `stride` characters a signpost tells the first place from there on."""

    __slots__ = ("_last", "_signposts", "_stride", "places")

    def __init__(self, places: list[int], stride: int = STRIDE) -> None:
        self.places, self._last, self._stride = [*places, BEHIND_ALL], places[-1] if places else 0, stride
        self._signposts: list[int] = []
        signposts, post = self._signposts, 0
        for index, place in enumerate(places):
            while post <= place:
                signposts.append(index)
                post += 1 << stride

    def first_from(self, position: int) -> int:
        """The index of the first place there or behind it."""
        if position <= 0:
            return 0
        places = self.places
        if position > self._last:
            return len(places) - 1
        index = self._signposts[position >> self._stride]
        while places[index] < position:
            index += 1
        return index


class Placed(Generic[Thing]):
    """The things, each with the place where it begins."""

    __slots__ = ("_order", "_starts", "_things")

    def __init__(self, things: list[Thing], starts: list[int]) -> None:
        self._things, self._order = things, Order(starts, STRIDE_OF_THINGS)
        self._starts = self._order.places

    def within(self, start: int, end: int) -> list[Thing]:
        """Those that begin between two places."""
        starts = self._starts
        if len(starts) == 1:  # nothing but the end
            return NOTHING
        first = last = self._order.first_from(start)
        while starts[last] < end:
            last += 1
        return self._things[first:last] if first < last else NOTHING

    def first_within(self, start: int, end: int) -> Thing | None:
        index = self._order.first_from(start)
        return self._things[index] if self._starts[index] < end else None

    def last_until(self, position: int) -> Thing | None:
        """The last one that begins at the position or before it."""
        index = self._order.first_from(position + 1) - 1
        return self._things[index] if index >= 0 else None

"""Which tellings are worth comparing: those that share words of a title, or enough else to be one activity.

Near linear: each telling is in a few blocks, and in a large one it meets only its neighbours.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence

from svod.linking.rules import rules
from svod.linking.telling import Telling

_STEM = 5  # letters: "насилие" and "насилия" share them
_RAREST = 2  # words of a title that lead to its block

Rarity = Mapping[tuple[str | None, str], int]


def pairs(tellings: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    """Positions (i, j), i < j, of the tellings to compare, each pair once."""
    neighbours = rules().neighbours
    size = len(tellings)
    seen: set[int] = set()
    for block in _blocks(tellings):
        for place, i in enumerate(block):
            for j in block[place + 1 : place + 1 + neighbours]:
                pair = i * size + j if i < j else j * size + i
                if pair not in seen:
                    seen.add(pair)
                    yield divmod(pair, size)


def _blocks(tellings: Sequence[Telling]) -> Iterator[list[int]]:
    """Positions that share a key, those with the same words side by side."""
    rarity = _rarity(tellings)
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for position in sorted(range(len(tellings)), key=lambda position: _neighbourhood(tellings[position])):
        for key in _keys(tellings[position], rarity):
            blocks[key].append(position)
    without_region = {telling.title for telling in tellings if telling.region is None and telling.title}
    for key, block in blocks.items():
        if len(block) > 1 and (not isinstance(key, str) or key in without_region):
            yield block


def _neighbourhood(telling: Telling) -> tuple[str, str, str, int]:
    return (telling.title, telling.place, telling.organiser, telling.first)


def _keys(telling: Telling, rarity: Rarity) -> Iterator[Hashable]:
    """What two tellings of one activity share at least one of. A title alone is the key across regions."""
    region, day = telling.region, telling.first
    if telling.title:
        yield telling.title
        yield (region, "title", telling.title)
        stems = sorted(_stems(telling.title), key=lambda stem: (rarity[region, stem], stem))
        for stem in stems[:_RAREST]:
            yield (region, "word", stem)
    exact = telling.participants if telling.participants and telling.participants.is_exact else None
    if day and telling.organiser:
        yield (region, day, "organiser", telling.organiser)
    if day and telling.place:
        yield (region, day, "place", telling.place)
    if day and exact:
        yield (region, day, exact)
    if exact and telling.organiser:
        yield (region, exact, "organiser", telling.organiser)
    if exact and telling.count.most != 1:
        yield (region, exact, telling.count)


def _rarity(tellings: Sequence[Telling]) -> Rarity:
    """How many different titles of the region have the word."""
    titles = {(telling.region, telling.title) for telling in tellings if telling.title}
    return Counter((region, stem) for region, title in titles for stem in _stems(title))


def _stems(title: str) -> set[str]:
    return {word[:_STEM] for word in title.split()}

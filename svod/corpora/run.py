"""A whole corpus: what is left to do is done, and nothing twice, however often it was cut off."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from svod.corpora.blocks import Block
from svod.corpora.engines import Done, Engine
from svod.corpora.job import Job
from svod.corpora.parts import Tally, parts_in, tally_of

Progress = Callable[[int, int], None]  # (blocks done, of how many to do)


class OtherParts(Exception):  # noqa: N818 # the folder's state
    """The folder holds parts of another corpus, or of one read in another way."""


class Summary(NamedTuple):
    """What lies in the folder now, how many of its blocks were there before, and what could not be done."""

    tally: Tally
    blocks: int
    known: int
    failed: tuple[Done, ...]


def run(blocks: list[Block], job: Job, engine: Engine, progress: Progress = lambda done, total: None) -> Summary:
    """Do every block whose part is not there. Raises OtherParts, and OSError where the folder cannot be read."""
    there = parts_in(job.out)
    names = {block.name(job.recipe): block for block in blocks}
    if not there.keys() <= names.keys():
        raise OtherParts(job.out)
    left = [block for name, block in names.items() if name not in there]
    tally = _sum(tally_of(job.out, path) for path in there.values())
    failed = []
    for number, done in enumerate(engine(left, job) if left else (), start=1):
        tally = tally.plus(done.tally)
        if done.problem:
            failed.append(done)
        progress(number, len(left))
    return Summary(tally, len(blocks), len(there), tuple(failed))


def _sum(tallies: Iterable[Tally]) -> Tally:
    total = Tally()
    for one in tallies:
        total = total.plus(one)
    return total

"""Who does the blocks: processes of this machine, or another engine that answers in the same way."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from svod.corpora.blocks import Block
from svod.corpora.job import Job
from svod.corpora.parts import Tally
from svod.processes import processes


class Done(NamedTuple):
    """A block that was done, or could not be: then `problem` says why, and nothing of it was written."""

    block: Block
    tally: Tally
    problem: str = ""


Engine = Callable[[Sequence[Block], Job], Iterable[Done]]


def by_processes(blocks: Sequence[Block], job: Job, workers: int | None = None) -> Iterator[Done]:
    """Done in the order of the blocks."""
    stored = any("://" in block.uri for block in blocks) or "://" in job.out
    start = "spawn" if stored else None  # what speaks to a store has threads, which do not survive a fork
    with processes(partial(tried, job=job), len(blocks), workers, few=2, chunk=1, start=start) as run:
        yield from run(blocks)


def tried(block: Block, job: Job) -> Done:
    try:
        return Done(block, job.do(block))
    except Exception as error:  # whatever it is: the other blocks go on, and it is told with its block
        return Done(block, Tally(), f"{type(error).__name__}: {error}")

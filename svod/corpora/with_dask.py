"""Dask's workers, on any scheduler's address: https://distributed.dask.org."""

import logging
from collections.abc import Iterator, Sequence

from distributed import Client, Worker, WorkerPlugin, as_completed, get_worker

import svod
from svod.corpora.blocks import Block
from svod.corpora.engines import Done
from svod.corpora.job import Job
from svod.corpora.parts import Tally

REPEATS = 3  # of a block whose reading failed: a store that does not answer now may answer then
KEEPER = "svod-job"  # under this name each worker keeps what it is to do


class OtherVersion(Exception):  # noqa: N818 # a worker's state
    """A worker has another version of Svod than the one that asks it: its answers might be others."""


class Keeper(WorkerPlugin):  # type: ignore[misc] # Dask is typed by halves
    """Dask's plugin for workers: each one, also one that joins later, gets the job once and not with every block."""

    def __init__(self, job: Job) -> None:
        self.job = job

    def setup(self, worker: Worker) -> None:
        """Refuse the job at once; of a worker that joins later, its first block is refused."""
        self.check(worker)

    def check(self, worker: Worker) -> None:
        if svod.__version__ != self.job.version:
            raise OtherVersion(f"the worker at {worker.address} has Svod {svod.__version__}, not {self.job.version}")


def by_dask(blocks: Sequence[Block], job: Job, scheduler: str | None = None) -> Iterator[Done]:
    """Done as they come. A worker that is lost has its blocks done by others; new ones may join at any time.

    Without a scheduler's address as many workers as there are cores are started here. Raises OSError where the
    scheduler does not answer, OtherVersion where a worker is of another version.
    """
    here = {"threads_per_worker": 1, "dashboard_address": None, "silence_logs": logging.CRITICAL}
    with Client(scheduler) if scheduler else Client(**here) as client:
        for answer in client.register_plugin(Keeper(job), name=KEEPER).values():
            if answer.get("status") == "error":
                raise answer["exception"]
        keys = [block.name(job.recipe) for block in blocks]
        futures = client.map(_on_a_worker, blocks, key=keys, retries=REPEATS)
        of = dict(zip(keys, blocks, strict=True))
        for future in as_completed(futures):
            error = future.exception()
            problem = f"{type(error).__name__}: {error}" if error else ""
            yield Done(of[future.key], Tally() if error else future.result(), problem)


def _on_a_worker(block: Block) -> Tally:
    worker = get_worker()
    keeper: Keeper = worker.plugins[KEEPER]
    keeper.check(worker)
    return keeper.job.do(block)

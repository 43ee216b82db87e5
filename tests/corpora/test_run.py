"""A corpus read by processes of this machine: whole, once, and taken up where it was cut off."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from svod.corpora.blocks import Block
from svod.corpora.engines import Done, by_processes, tried
from svod.corpora.job import Job
from svod.corpora.parts import Tally
from svod.corpora.run import OtherParts, run
from tests.corpora.conftest import TEXTS, TOLD, rows


class CutOffError(Exception):
    pass


def two_then_cut_off(blocks: Sequence[Block], job: Job) -> Iterator[Done]:
    yield from (tried(block, job) for block in blocks[:2])
    raise CutOffError


def test_it_works(blocks: list[Block], job: Job) -> None:
    summary = run(blocks, job, by_processes)
    assert len(blocks) > 5
    assert summary.tally == Tally(texts=TEXTS + 1, unreadable=1, activities=TEXTS, totals=0)
    assert (summary.known, summary.failed) == (0, ())
    told = rows(job.out)
    assert [row["id"] for row in told] == [*(f"r{number}" for number in range(TEXTS)), None]
    assert told[-1]["error"].startswith("not JSON")
    (activity,) = told[3]["activities"]
    assert activity["kind"] == "lecture"
    assert activity["participants"] == [13, 13]
    start, end = dict(activity["sources"])["title"]
    assert TOLD.format(day=28, number=3, people=13)[start:end] == "«Право»"


def test_what_was_cut_off_is_taken_up_and_nothing_done_twice(blocks: list[Block], job: Job) -> None:
    with pytest.raises(CutOffError):
        run(blocks, job, two_then_cut_off)
    made = {path: path.stat().st_mtime_ns for path in Path(job.out).glob("part-*")}
    assert len(made) == 2
    done: list[int] = []
    summary = run(blocks, job, by_processes, lambda number, of: done.append(of))
    assert summary.known == 2
    assert done == [len(blocks) - 2] * (len(blocks) - 2)
    assert summary.tally.texts == TEXTS + 1
    assert {path: path.stat().st_mtime_ns for path in made} == made
    assert run(blocks, job, two_then_cut_off).tally == summary.tally  # nothing is left, so nobody is asked


def test_half_a_part_is_none(blocks: list[Block], job: Job) -> None:
    out = Path(job.out)
    out.mkdir()
    (out / f".{blocks[0].name(job.recipe)}").write_bytes(b"PAR1 cut off")
    assert run(blocks, job, by_processes).tally.texts == TEXTS + 1
    assert len(rows(out)) == TEXTS + 1


def test_parts_of_another_year_are_not_mixed_with_these(blocks: list[Block], job: Job) -> None:
    run(blocks, job, by_processes)
    with pytest.raises(OtherParts):
        run(blocks, Job(job.pack, 2024, job.out), by_processes)


def test_a_block_that_cannot_be_done_is_told_and_the_others_go_on(corpus: Path, blocks: list[Block], job: Job) -> None:
    blocks[1] = blocks[1]._replace(uri=str(corpus.with_name("gone.jsonl")))
    summary = run(blocks, job, by_processes)
    (failed,) = summary.failed
    assert failed.block == blocks[1]
    assert "changed" in failed.problem
    assert len(list(Path(job.out).glob("part-*"))) == len(blocks) - 1

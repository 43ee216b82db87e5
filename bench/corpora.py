"""A corpus of generated reports, read by a bare pool of processes and by Dask's workers, two of them killed.

    python bench/corpora.py [TEXTS]

Says what a text costs, what Dask costs beside the pool, and whether each text is there exactly once.
"""

import json
import os
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from random import Random

import pyarrow.parquet as parquet
from submissions import DAYS, FIRST_DAY, GUESTS, LISTENERS, MATERIALS, THEMES, TOLD

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))  # the cluster lies with the tests
from svod.corpora.blocks import blocks_of  # noqa: E402
from svod.corpora.engines import by_processes  # noqa: E402
from svod.corpora.job import Job  # noqa: E402
from svod.corpora.run import Summary, run  # noqa: E402
from svod.corpora.with_dask import by_dask  # noqa: E402
from svod.packs import load  # noqa: E402
from tests.corpora.cluster import cluster  # noqa: E402

BLOCK = 1024 * 1024  # bytes: small ones, as there are few texts beside what the engine is made for
KILLS = (0.3, 0.6)  # of the work, after which a worker is killed


def main(texts: int) -> None:
    cores = os.cpu_count() or 1
    with tempfile.TemporaryDirectory(prefix="svod-bench-") as place:
        folder = Path(place)
        corpus = folder / "reports.jsonl"
        with corpus.open("w", encoding="utf-8") as file:
            file.writelines(generated(texts))
        blocks, pack = blocks_of([str(corpus)], BLOCK), load("sixteen_days")
        print(f"{texts:,} texts, {corpus.stat().st_size / 1e6:.0f} MB, {len(blocks)} blocks, {cores} cores")
        pool = Job(pack, 2025, str(folder / "pool"))
        alone = timed("processes", texts, lambda: run(blocks, pool, by_processes))
        with cluster(folder / "cluster") as dask:
            workers = [dask.worker() for _ in range(cores)]

            def kill(done: int, of: int) -> None:
                if done in {int(of * part) for part in KILLS}:
                    workers.pop().send_signal(signal.SIGKILL)
                    workers.insert(0, dask.worker())

            there = Job(pack, 2025, str(folder / "dask"))
            engine = partial(by_dask, scheduler=dask.address)
            killed = timed(f"Dask, {len(KILLS)} workers killed", texts, lambda: run(blocks, there, engine, kill))
        print(f"Dask takes {killed / alone:.2f} times as long as the bare pool")
        for job in (pool, there):
            print(f"{Path(job.out).name}: {counted(Path(job.out), texts)}; {bytes_in(Path(job.out)) / 1e6:.0f} MB")


def generated(texts: int) -> Iterator[str]:
    draw = Random(16)
    for number in range(texts):
        day = FIRST_DAY + timedelta(days=draw.randrange(DAYS))
        said = draw.choice(TOLD).format(
            day=f"{day:%d.%m.%Y}",
            theme=draw.choice(THEMES),
            guest=draw.choice(GUESTS),
            number=draw.randint(10, 90),
            listeners=draw.choice(LISTENERS),
            material=draw.choice(MATERIALS),
        )
        yield json.dumps({"id": f"r{number}", "lang": "ru", "text": said}, ensure_ascii=False) + "\n"


def timed(what: str, texts: int, work: Callable[[], Summary]) -> float:
    started = time.perf_counter()
    summary = work()
    seconds = time.perf_counter() - started
    rate = f"{1000 * seconds / texts:>7.3f} ms a text {texts / seconds:>9,.0f} a second"
    said = f"{summary.tally.activities:,} activities, {len(summary.failed)} blocks not done"
    print(f"{what:<24} {seconds:>8.1f} s {rate}; {said}", flush=True)
    return seconds


def counted(out: Path, texts: int) -> str:
    tables = (parquet.read_table(path, columns=["id"]) for path in out.glob("part-*"))
    names = Counter(name for table in tables for name in table["id"].to_pylist())
    lost = texts - len(names)
    doubled = sum(number > 1 for number in names.values())
    return f"{len(names):,} texts, lost {lost}, doubled {doubled}"


def bytes_in(out: Path) -> int:
    return sum(path.stat().st_size for path in out.glob("part-*"))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)

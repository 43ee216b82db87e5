"""A corpus read by Dask's workers on a real scheduler, some of them killed."""

import json
import os
import shutil
import signal
import subprocess
import uuid
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from distributed import Client

from svod.corpora.blocks import blocks_of
from svod.corpora.engines import by_processes
from svod.corpora.job import Job
from svod.corpora.run import run
from svod.corpora.with_dask import OtherVersion, by_dask
from tests.corpora.cluster import cluster
from tests.corpora.conftest import BLOCK, TOLD, rows

MANY = 2_000  # texts, so that a worker dies amid them


@pytest.fixture
def many(tmp_path: Path) -> Path:
    lines = (
        json.dumps({"id": f"r{number}", "text": TOLD.format(day=25 + number % 6, number=number, people=10 + number)})
        for number in range(MANY)
    )
    file = tmp_path / "many.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def test_workers_are_killed_and_nothing_is_lost_or_doubled(many: Path, job: Job, tmp_path: Path) -> None:
    blocks = blocks_of([str(many)], BLOCK)
    with cluster(tmp_path / "cluster") as dask:
        workers = [dask.worker(), dask.worker()]

        def kill(number: int, of: int) -> None:
            if number in (of // 4, of // 2):
                workers.pop().send_signal(signal.SIGKILL)
                workers.insert(0, dask.worker())

        summary = run(blocks, job, partial(by_dask, scheduler=dask.address), kill)
    assert summary.failed == ()
    assert summary.tally.texts == MANY
    assert [row["id"] for row in rows(job.out)] == [f"r{number}" for number in range(MANY)]
    alone = Job(job.pack, job.year, str(tmp_path / "alone"))
    run(blocks, alone, by_processes)
    assert rows(job.out) == rows(alone.out)


def test_a_worker_of_another_version_is_told_and_nothing_read(corpus: Path, job: Job, tmp_path: Path) -> None:
    other = Job(job.pack, job.year, job.out, version="0.0.1")
    with cluster(tmp_path / "cluster") as dask:
        dask.worker()
        with Client(dask.address) as client:
            client.wait_for_workers(1)
        with pytest.raises(OtherVersion, match=r"not 0\.0\.1"):
            run(blocks_of([str(corpus)], BLOCK), other, partial(by_dask, scheduler=dask.address))
    assert rows(job.out) == []


@pytest.fixture
def hosts() -> Iterator[list[str]]:
    """Two network namespaces with addresses of their own, joined by a bridge to this one. Root may make them."""
    if os.geteuid() != 0 or shutil.which("ip") is None:
        pytest.skip("network namespaces take root and the program ip (Debian: iproute2)")
    name = uuid.uuid4().hex[:6]
    net = f"10.{int(name[:2], 16)}.{int(name[2:4], 16)}"
    made = [("link", "add", f"br{name}", "type", "bridge"), ("addr", "add", f"{net}.1/24", "dev", f"br{name}")]
    made.append(("link", "set", f"br{name}", "up"))
    for number in (2, 3):
        host = f"h{name}{number}"
        made += [
            ("netns", "add", host),
            ("link", "add", f"v{name}{number}", "type", "veth", "peer", "name", "eth0", "netns", host),
            ("link", "set", f"v{name}{number}", "master", f"br{name}", "up"),
            ("-n", host, "addr", "add", f"{net}.{number}/24", "dev", "eth0"),
            ("-n", host, "link", "set", "eth0", "up"),
            ("-n", host, "link", "set", "lo", "up"),
        ]
    try:
        for words in made:
            if subprocess.run(["ip", *words], check=False, capture_output=True).returncode:
                pytest.skip("this machine lets nobody make network namespaces")
        yield [f"{net}.1", f"{net}.2", f"{net}.3", f"h{name}2", f"h{name}3"]
    finally:
        for number in (2, 3):
            subprocess.run(["ip", "netns", "delete", f"h{name}{number}"], check=False, capture_output=True)
        subprocess.run(["ip", "link", "delete", f"br{name}"], check=False, capture_output=True)


def test_workers_on_hosts_of_their_own(corpus: Path, job: Job, tmp_path: Path, hosts: list[str]) -> None:
    here, first, second, *names = hosts
    with cluster(tmp_path / "cluster", here) as dask:
        for address, name in zip((first, second), names, strict=True):
            dask.worker(address, ("ip", "netns", "exec", name))
        summary = run(blocks_of([str(corpus)], BLOCK), job, partial(by_dask, scheduler=dask.address))
    assert summary.failed == ()
    assert len({row["id"] for row in rows(job.out)}) == summary.tally.texts

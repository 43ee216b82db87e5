"""A corpus in an object store that speaks S3, over real HTTP: from there, and to there."""

from collections.abc import Iterator
from pathlib import Path

import boto3
import pytest
from moto.server import ThreadedMotoServer

from svod.corpora.blocks import NoCorpus, blocks_of
from svod.corpora.engines import by_processes
from svod.corpora.job import Job
from svod.corpora.parts import parts_in
from svod.corpora.run import run
from tests.corpora.conftest import BLOCK, TEXTS, rows


@pytest.fixture
def options(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """What stands behind an address's question mark to find the server; the bucket "texts" is there."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "of-the-test")
    monkeypatch.setenv("NO_PROXY", "*")
    server = ThreadedMotoServer(port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    boto3.client("s3", endpoint_url=f"http://{host}:{port}", region_name="us-east-1").create_bucket(Bucket="texts")
    yield f"?endpoint_override={host}:{port}&scheme=http&region=us-east-1"
    server.stop()


def test_it_is_read_there_and_taken_up_there(corpus: Path, job: Job, options: str) -> None:
    host = options.partition("=")[2].partition("&")[0]
    store = boto3.client("s3", endpoint_url=f"http://{host}", region_name="us-east-1")
    store.upload_file(str(corpus), "texts", "in/reports.jsonl")
    blocks = blocks_of([f"s3://texts/in{options}"], BLOCK)
    there = Job(job.pack, job.year, f"s3://texts/out{options}")
    run(blocks[:2], there, by_processes)
    summary = run(blocks, there, by_processes)
    assert (summary.known, summary.failed) == (2, ())
    assert summary.tally.texts == TEXTS + 1
    run(blocks_of([str(corpus)], BLOCK), job, by_processes)
    parts = [path.removeprefix("texts/") for _, path in sorted(parts_in(there.out).items())]
    for part in parts:
        store.download_file("texts", part, str(corpus.with_name(part.rpartition("/")[2])))
    assert rows(corpus.parent) == rows(job.out)


def test_a_bucket_that_is_not_there_is_told(options: str) -> None:
    with pytest.raises(NoCorpus, match="elsewhere"):
        blocks_of([f"s3://elsewhere/in{options}"], BLOCK)

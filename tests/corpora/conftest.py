"""A small corpus, and what lies in the parts that were made of it."""

import json
from pathlib import Path
from typing import Any

import pyarrow.parquet as parquet
import pytest

from svod.corpora.blocks import Block, blocks_of
from svod.corpora.job import Job
from svod.packs import load

TOLD = "{day} ноября 2025 года в школе № {number} прошла лекция «Право», участвовали {people} учащихся."
TEXTS = 60
BLOCK = 2_000  # bytes: some ten texts


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """TEXTS reports of one sentence, one line that is none."""
    file = tmp_path / "corpus" / "reports.jsonl"
    file.parent.mkdir()
    lines = [
        json.dumps({"id": f"r{number}", "text": TOLD.format(day=25 + number % 6, number=number, people=10 + number)})
        for number in range(TEXTS)
    ]
    file.write_text("\n".join([*lines, "no text"]), encoding="utf-8")
    return file


@pytest.fixture
def blocks(corpus: Path) -> list[Block]:
    return blocks_of([str(corpus)], BLOCK)


@pytest.fixture
def job(tmp_path: Path) -> Job:
    return Job(load("sixteen_days"), 2025, str(tmp_path / "out"))


def rows(out: str | Path) -> list[dict[str, Any]]:
    """Of all parts, in their order."""
    return [row for path in sorted(Path(out).glob("part-*")) for row in parquet.read_table(path).to_pylist()]

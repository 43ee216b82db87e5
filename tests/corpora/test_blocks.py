"""A corpus in blocks: nothing lost between two of them, nothing in both."""

import json
from pathlib import Path

import pyarrow as arrow
import pyarrow.parquet as parquet
import pytest
from hypothesis import given, settings, strategies as some

from svod.corpora.blocks import NoCorpus, blocks_of
from svod.corpora.contract import BadLine
from svod.corpora.texts import texts_of
from svod.records import Document

CHARACTERS = some.characters(exclude_categories=["Cs"])
LINES = some.lists(some.text(CHARACTERS, max_size=40), max_size=12)


def line(name: str, text: str) -> bytes:
    return json.dumps({"id": name, "text": text}, ensure_ascii=False).encode() + b"\n"


def ids(*uris: str | Path, size: int) -> list[str]:
    found = (text for block in blocks_of(map(str, uris), size) for text in texts_of(block))
    return [text.id if isinstance(text, Document) else str(text) for text in found]


@settings(max_examples=60, deadline=None)
@given(texts=LINES, size=some.integers(1, 200), ends=some.booleans())
def test_each_line_is_in_one_block(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], size: int, *, ends: bool
) -> None:
    file = tmp_path_factory.mktemp("corpus") / "a.jsonl"
    lines = b"".join(line(str(number), text) for number, text in enumerate(texts))
    file.write_bytes(lines if ends else lines.rstrip(b"\n"))
    assert ids(file, size=size) == [str(number) for number in range(len(texts))]


def test_a_folder_is_read_in_the_order_of_its_names_parquet_too(tmp_path: Path) -> None:
    (tmp_path / "b.jsonl").write_bytes(line("b", "Прошёл семинар."))
    rows = [{"id": f"a{number}", "text": "Прошла лекция.", "year": 2025} for number in range(5)]
    parquet.write_table(arrow.Table.from_pylist(rows), tmp_path / "a.parquet", row_group_size=2)
    (tmp_path / "notes.txt").write_text("no corpus")
    assert ids(tmp_path, size=10) == ["a0", "a1", "a2", "a3", "a4", "b"]
    assert len(blocks_of([str(tmp_path / "a.parquet")])) == 3  # a row group is a block


def test_what_is_no_text_keeps_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(line("a", "x") + b"{\n" + b"[]\n\n" + line("b", "y"))
    (block,) = blocks_of([str(tmp_path)])
    kinds = [type(text) for text in texts_of(block)]
    assert kinds == [Document, BadLine, BadLine, Document]


@pytest.mark.parametrize("content", [None, b"not parquet"])
def test_where_there_is_nothing_to_read_it_says_so(content: bytes | None, tmp_path: Path) -> None:
    if content:
        (tmp_path / "a.parquet").write_bytes(content)
    with pytest.raises(NoCorpus, match=str(tmp_path)):
        blocks_of([str(tmp_path)])


def test_a_path_may_start_from_where_one_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.jsonl").write_bytes(line("a", "x") + b'{"id": "b"}')
    monkeypatch.chdir(tmp_path)
    (block,) = blocks_of(["a.jsonl"])
    assert [text.id for text in texts_of(block)] == ["a", "b"]  # what is no text keeps its id


def test_an_address_that_nobody_knows_is_none() -> None:
    with pytest.raises(NoCorpus, match="nowhere"):
        blocks_of(["nowhere://bucket/folder"])


def test_a_file_that_changed_meanwhile_is_not_read_by_old_places(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes(line("a", "x"))
    (block,) = blocks_of([str(file)])
    file.write_bytes(line("other", "longer"))
    with pytest.raises(NoCorpus, match="changed"):
        list(texts_of(block))

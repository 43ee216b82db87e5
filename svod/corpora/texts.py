"""The documents of a block, and what is no document, each in its place."""

from collections.abc import Iterable, Iterator

import pyarrow as arrow
import pyarrow.parquet as parquet

from svod.corpora.blocks import LINES, Block, NoCorpus, opened
from svod.corpora.contract import BadLine, document_of, parse_line
from svod.records import Document

FURTHER = 64 * 1024  # bytes read at once behind a block for the end of its last line
COLUMNS = ("id", "text", "lang", "year")


def texts_of(block: Block) -> Iterator[Document | BadLine]:
    """In the order of the file. Raises OSError where it cannot be read, NoCorpus where it is another one by now."""
    system, path = opened(block.uri)
    found = system.get_file_info(path)
    if (found.size, found.mtime_ns or 0) != (block.size, block.changed):
        raise NoCorpus(f"{block.uri}: changed since the work began")
    with system.open_input_file(path) as file:
        yield from _of_lines(_lines(file, block)) if path.endswith(LINES) else _of_rows(file, block)


def _of_lines(lines: Iterable[bytes]) -> Iterator[Document | BadLine]:
    for line in lines:
        if line.strip():
            try:
                yield parse_line(line)
            except BadLine as reason:
                yield reason


def _lines(file: arrow.NativeFile, block: Block) -> Iterable[bytes]:
    """Those that begin in the block: one that began before it belongs to the block before."""
    start = max(block.first - 1, 0)
    read: bytes = file.read_at(block.last - start, start)
    if block.first:
        _, _, read = read.partition(b"\n")
    at = block.last
    while read and not read.endswith(b"\n") and at < block.size:
        more: bytes = file.read_at(FURTHER, at)
        line, end, _ = more.partition(b"\n")
        read, at = read + line + end, at + len(more)
    return read.split(b"\n")


def _of_rows(file: arrow.NativeFile, block: Block) -> Iterator[Document | BadLine]:
    source = parquet.ParquetFile(file)
    known = [name for name in COLUMNS if name in source.schema_arrow.names]
    for group in range(block.first, block.last):
        for record in source.read_row_group(group, columns=known).to_pylist():
            try:
                yield document_of(record)
            except BadLine as reason:
                yield reason

"""A corpus in blocks: a row group of Parquet, or the lines of JSON that begin in a range of bytes."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import pyarrow.fs as files
import pyarrow.parquet as parquet

BYTES = 4 * 1024 * 1024  # of JSON Lines: a thousand pages or twenty thousand messages, ten seconds of one core
LINES, ROWS = (".jsonl", ".ndjson"), (".parquet",)


class NoCorpus(Exception):  # noqa: N818 # what was named, not a fault of ours
    """There is nothing to read at an address; its text says where and why."""


class Block(NamedTuple):
    """[first, last) of a file: bytes of JSON Lines, or row groups of Parquet; `size` and `changed` tell its version."""

    number: int
    uri: str
    first: int
    last: int
    size: int
    changed: int

    def name(self, recipe: str) -> str:
        """Of the part that is made of it: another one where the file, or what is done with it, is another."""
        said = repr((*self[1:], recipe)).encode()
        return f"part-{self.number:06d}-{sha256(said).hexdigest()[:16]}.parquet"


def blocks_of(uris: Iterable[str], size: int = BYTES) -> list[Block]:
    """The blocks of all files at these addresses, paths or URIs, of files or folders. Raises NoCorpus."""
    made: list[Block] = []
    for uri in uris:
        for system, found in _files(uri):
            address = address_of(system, found.path, uri)
            for first, last in _ranges(system, found, size):
                made.append(Block(len(made), address, first, last, found.size, found.mtime_ns or 0))
    return made


def opened(uri: str) -> tuple[files.FileSystem, str]:
    """Where an address lies: on this machine, or in an object store that pyarrow knows. Raises NoCorpus."""
    try:
        system, path = files.FileSystem.from_uri(uri if "://" in uri else str(Path(uri).resolve()))
    except (ValueError, OSError) as error:
        raise NoCorpus(f"{uri}: {error}") from None
    return system, path


def address_of(system: files.FileSystem, path: str, uri: str) -> str:
    """The URI of a file found below `uri`, with the options that stand behind its question mark."""
    if isinstance(system, files.LocalFileSystem):
        return path
    scheme, _, rest = uri.partition("://")
    _, mark, options = rest.partition("?")
    return f"{scheme}://{path}{mark}{options}"


def _files(uri: str) -> Iterator[tuple[files.FileSystem, files.FileInfo]]:
    system, path = opened(uri)
    found = system.get_file_info(path)
    if found.type == files.FileType.Directory:
        below = system.get_file_info(files.FileSelector(path, recursive=True))
        chosen = [one for one in below if one.is_file and one.path.endswith(LINES + ROWS)]
    else:
        chosen = [found] if found.is_file and found.path.endswith(LINES + ROWS) else []
    if not chosen:
        raise NoCorpus(f"{uri}: no file there whose name ends in {', '.join(LINES + ROWS)}")
    for one in sorted(chosen, key=lambda info: info.path):
        yield system, one


def _ranges(system: files.FileSystem, found: files.FileInfo, size: int) -> Sequence[tuple[int, int]]:
    if found.path.endswith(LINES):
        return [(first, min(first + size, found.size)) for first in range(0, found.size, size)]
    with system.open_input_file(found.path) as file:
        try:
            groups = parquet.ParquetFile(file).num_row_groups
        except (ValueError, OSError) as error:
            raise NoCorpus(f"{found.path}: not a Parquet file: {error}") from None
    return [(number, number + 1) for number in range(groups)]

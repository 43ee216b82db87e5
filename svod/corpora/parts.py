"""A part: what was read of one block, as a Parquet file with a row for each text. It is there whole, or not at all."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import pyarrow as arrow
import pyarrow.fs as files
import pyarrow.parquet as parquet

from svod.corpora.blocks import opened

TALLY = b"svod.tally"  # the key of the file's metadata under which the tally lies

BOUNDS = SPAN = arrow.list_(arrow.int64())
CODES = arrow.list_(arrow.string())
_EVIDENCE = [("evidence", arrow.string()), ("span", SPAN)]
ACTIVITY = arrow.struct(
    [
        *((name, arrow.string()) for name in ("kind", "title", "date", "region", "place", "organiser")),
        *((name, CODES) for name in ("audience", "partners", "materials")),
        *((name, BOUNDS) for name in ("participants", "count")),
        *((name, arrow.bool_()) for name in ("online", "planned")),
        *_EVIDENCE,
        ("confidence", arrow.float64()),
        ("sources", arrow.map_(arrow.string(), SPAN)),
    ]
)
TOTAL = arrow.struct(
    [("measure", arrow.string()), ("value", BOUNDS), ("kind", arrow.string()), ("region", arrow.string()), *_EVIDENCE]
)
NOTHING = arrow.struct([("region", arrow.string()), *_EVIDENCE])
SCHEMA = arrow.schema(
    [
        ("id", arrow.string()),
        ("error", arrow.string()),  # why the line was no text; then all else is empty
        ("activities", arrow.list_(ACTIVITY)),
        ("totals", arrow.list_(TOTAL)),
        ("nothing_held", arrow.list_(NOTHING)),
    ]
)


class Tally(NamedTuple):
    """How much was read, of one block or of all."""

    texts: int = 0
    unreadable: int = 0
    activities: int = 0
    totals: int = 0

    def plus(self, other: "Tally") -> "Tally":
        return Tally(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))


def write_part(answers: Iterable[Mapping[str, Any]], out: str, name: str) -> Tally:
    """Write the part below `out`, under its name only when all of it is there. Raises OSError."""
    rows = list(answers)
    tally = Tally(
        len(rows),
        sum("error" in row for row in rows),
        sum(len(row.get("activities", ())) for row in rows),
        sum(len(row.get("totals", ())) for row in rows),
    )
    table = arrow.Table.from_pylist(rows, schema=SCHEMA.with_metadata({TALLY: json.dumps(tally)}))
    system, folder = opened(out)
    if not isinstance(system, files.LocalFileSystem):
        parquet.write_table(table, f"{folder}/{name}", filesystem=system)  # a store shows an object once it is whole
        return tally
    parquet.write_table(table, f"{folder}/.{name}", filesystem=system)
    system.move(f"{folder}/.{name}", f"{folder}/{name}")
    return tally


def parts_in(out: str) -> dict[str, str]:
    """The parts that lie below `out` already: their paths by their names. The folder is made where there is none."""
    system, folder = opened(out)
    if isinstance(system, files.LocalFileSystem):
        system.create_dir(folder)
    found = system.get_file_info(files.FileSelector(folder, allow_not_found=True))
    return {one.base_name: one.path for one in found if one.is_file and one.base_name.startswith("part-")}


def tally_of(out: str, path: str) -> Tally:
    """What a part holds. Raises OSError, and ValueError where it is none of ours."""
    system, _ = opened(out)
    with system.open_input_file(path) as file:
        said = parquet.read_metadata(file).metadata or {}
    if TALLY not in said:
        raise ValueError(f"{path} is no part that Svod wrote")
    return Tally(*json.loads(said[TALLY]))

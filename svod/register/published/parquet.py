"""The public file as Parquet: the columns of the other open data, each with its type and what it is."""

from collections.abc import Iterable, Mapping
from datetime import date
from io import BytesIO
from typing import Any

from svod.register.published.tables import COLUMNS, rows

EPOCH = date(1970, 1, 1)


def as_parquet(content: Mapping[str, Any]) -> bytes:
    """Nothing where nothing is known. The same file gives the same bytes."""
    from arro3.core import Field, Schema, Table  # 15 MB of library: only in the worker
    from arro3.io import write_parquet

    told = list(rows(content))
    arrays = [_array([row[name] for row in told], kind) for name, (kind, _about) in COLUMNS.items()]
    fields = [
        Field(name, array.type, metadata={"description": about})
        for (name, (_kind, about)), array in zip(COLUMNS.items(), arrays, strict=True)
    ]
    written = BytesIO()
    write_parquet(Table.from_arrays(arrays, schema=Schema(fields)), written, compression="zstd(3)", created_by="Svod")
    return written.getvalue()


def _array(values: Iterable[Any], kind: str) -> Any:
    from arro3.core import Array, DataType

    if kind == "date":
        days = [value and (date.fromisoformat(value) - EPOCH).days for value in values]
        return Array(days, type=DataType.int32()).cast(DataType.date32())
    types = {"string": DataType.utf8(), "integer": DataType.int64(), "boolean": DataType.bool()}
    return Array(list(values), type=types[kind])

"""The totals of an earlier year, read back from the workbook that its consolidation wrote."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from svod.language import LANGUAGES
from svod.packs.pack import Names, Pack
from svod.publishing.beside import table
from svod.records import Bounds, Scope, Total

MEASURES = ("activities", "participants", "materials", "organisations")

Words = Mapping[str, Mapping[str, str]]


class UnreadableEarlier(ValueError):  # noqa: N818 -- named as the other errors of reading are
    """A file that is not what a consolidation wrote; the message says which and why."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The sheet of totals in one language: its columns' names, and what its words stand for."""

    columns: Mapping[str, str]
    measures: Mapping[Any, str]
    regions: Mapping[Any, str | None]
    kinds: Mapping[Any, str | None]


def read_totals(path: Path, pack: Pack) -> Iterator[Total]:
    """The totals that are over all audiences and partners, in whichever language they were written. Raises
    UnreadableEarlier."""
    import openpyxl  # 0.1 s: only where a workbook is read

    try:
        workbook = openpyxl.load_workbook(path, read_only=True)
    except Exception as error:  # the library raises what its parts do: KeyError, BadZipFile, InvalidFileException
        raise UnreadableEarlier(f"{path} is no workbook") from error
    try:
        for language in LANGUAGES:
            words: Words = table("register_words.toml")[language]
            if words["sheets"]["totals"] in workbook.sheetnames:
                rows = workbook[words["sheets"]["totals"]].iter_rows(values_only=True)
                yield from _read(rows, _sheet(words, pack, language))
                return
    finally:
        workbook.close()
    raise UnreadableEarlier(f"{path} has no sheet of totals")


def _sheet(words: Words, pack: Pack, language: str) -> _Sheet:
    values = words["values"]
    regions = ((unit.code, unit.names) for unit in pack.geography.regions)
    kinds = ((term.code, term.names) for term in pack.kinds)

    def codes(named: Iterator[tuple[str, Names]], every: str) -> dict[Any, str | None]:
        return {every: None, **{names[language]: code for code, names in named}}

    return _Sheet(
        words["columns"],
        {values[f"measure_{measure}"]: measure for measure in MEASURES},
        codes(regions, values["whole_campaign"]),
        codes(kinds, values["every_kind"]),
    )


def _read(rows: Iterator[tuple[Any, ...]], sheet: _Sheet) -> Iterator[Total]:
    header = next(rows, ())
    for row in rows:
        cells = dict(zip(header, row, strict=False))
        region, kind, measure, least, most = (
            cells.get(sheet.columns[name]) for name in ("region", "kind", "measure", "least", "most")
        )
        of_a_group = any(cells.get(sheet.columns[name]) for name in ("audience", "partners"))
        is_known = region in sheet.regions and kind in sheet.kinds and measure in sheet.measures
        if is_known and not of_a_group and least is not None:
            value = Bounds(int(least), None if most is None else int(most))
            yield Total(Scope(sheet.measures[measure], sheet.regions[region], sheet.kinds[kind]), value, value)
